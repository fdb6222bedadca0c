"""Tellings inside tellings by citation: "citing X", "as reported by X", "was quoted by Y as saying"."""

from __future__ import annotations

from dataclasses import replace

from whence.attribute.contents import clause_content, ranges_of
from whence.attribute.hearers import Link
from whence.attribute.outlets import Outlet
from whence.attribute.subjects import agent, case_of, is_passive, subject
from whence.attribute.tables import CueRule, verbs, words
from whence.attribute.telling import Telling, within
from whence.handover import Sentence, Word


def citations(sentence: Sentence, tellings: list[Telling], text: str, outlet: Outlet) -> list[Telling]:
    """``tellings`` of a sentence with its citations worked in. A cited source is told by the one who
    cites: its ``parent`` is the position of that telling in the result, or it carries a ``link``."""
    found = [t for t in tellings if not (t.cue is not None and t.cue.lemma.lower() in words("citing"))]
    for word in sentence.words:
        if word.upos != "VERB":
            continue
        lemma = word.lemma.lower()
        if (
            lemma in ("quote", "report")
            and word.relation in ("acl", "advcl")
            and _as_reported(sentence, word)
        ):
            telling = _reported_by(sentence, word, text)
            if telling is not None:
                found = [t for t in found if t.cue is not word]
                found.append(telling)
        elif lemma in words("citing"):
            _cited(sentence, word, found, text, outlet)
    return found


def _rule(lemma: str) -> CueRule:
    return verbs()[lemma][0]


def _as_reported(sentence: Sentence, verb: Word) -> bool:
    head = sentence.head(verb)
    if head is not None and head.lemma.lower() in words("occasion"):
        return False
    as_it = verb.lemma.lower() == "report" or case_of(sentence, verb) == "as"
    return as_it and agent(sentence, verb) is not None and not sentence.children(verb, "ccomp", "nsubj")


def _reported_by(sentence: Sentence, verb: Word, text: str) -> Telling | None:
    speaker, head = agent(sentence, verb), sentence.head(verb)
    if speaker is None or head is None:
        return None
    clause = sentence.subtree(verb)
    content = clause_content(sentence, head, without=clause, text=text)
    return _telling(sentence, verb, speaker, content, complement=head) if content else None


def _telling(
    sentence: Sentence,
    verb: Word,
    source: Word,
    content: tuple[tuple[int, int], ...],
    *,
    complement: Word | None,
    link: Link | None = None,
    parent: int | None = None,
) -> Telling:
    phrase = [w for w in sentence.subtree(source) if w.index > verb.index] or [source]
    return Telling(
        sentence=sentence,
        rule=_rule(verb.lemma.lower()),
        cue=verb,
        cue_range=(verb.start, verb.end),
        source=source,
        source_sentence=sentence,
        content=content,
        clause=(min(verb.start, phrase[0].start), max(verb.end, phrase[-1].end)),
        complement=complement,
        link=link,
        negated=False,
        awaits_quote=False,
        parent=parent,
    )


def _cited(sentence: Sentence, verb: Word, found: list[Telling], text: str, outlet: Outlet) -> None:
    saying = _saying(sentence, verb)
    passive = is_passive(sentence, verb) and sentence.child(verb, "obj") is None
    if passive:
        source = sentence.child(verb, "nsubj") or (sentence.head(verb) if verb.relation == "acl" else None)
        citer = agent(sentence, verb)
    else:
        source, citer = sentence.child(verb, "obj", "iobj"), subject(sentence, verb)
    if source is None:
        return
    teller = citer is not None and (saying is not None or outlet(sentence, citer))
    link = Link(head=citer, extent=None) if citer is not None and teller else None
    if saying is not None:
        replaced = [i for i, t in enumerate(found) if t.cue is saying]
        complement = sentence.child(saying, "ccomp", "obj")
        content = clause_content(sentence, complement, text=text) if complement is not None else ()
        telling = _telling(sentence, verb, source, content, complement=complement, link=link)
        telling = replace(telling, awaits_quote=not content)
        if replaced:
            earlier = found[replaced[0]]
            content = content or earlier.content
            found[replaced[0]] = replace(
                telling,
                cue=saying,
                cue_range=(verb.start, verb.end),
                content=content,
                awaits_quote=not content,
            )
        elif content:
            found.append(telling)
        return
    host = _host(sentence, verb, found)
    if host is not None:
        found[host] = _without_citation(sentence, verb, found[host], text)
        found.append(
            _telling(
                sentence, verb, source, found[host].content, complement=found[host].complement, parent=host
            )
        )
        return
    head = sentence.head(verb)
    if verb.relation == "advcl" and head is not None:
        content = clause_content(sentence, head, without=sentence.subtree(verb), text=text)
        if content:
            found.append(_telling(sentence, verb, source, content, complement=head))


def _without_citation(sentence: Sentence, verb: Word, host: Telling, text: str) -> Telling:
    """The citing telling, its content without the words that cite."""
    told = [w for w in sentence.words if within(w.start, host.content)]
    cited = {w.index for w in sentence.subtree(verb)}
    content = ranges_of([w for w in told if w.index not in cited], text)
    outside = tuple(r for r in host.content if not sentence.start <= r[0] < sentence.end)
    return replace(host, content=tuple(sorted((*content, *outside))) or host.content)


def _saying(sentence: Sentence, verb: Word) -> Word | None:
    """The "as saying" of "quoted as saying"."""
    for clause in sentence.children(verb, "advcl", "obl", "xcomp", "ccomp"):
        if case_of(sentence, clause) == "as" and clause.upos == "VERB":
            return clause
    return None


def _host(sentence: Sentence, verb: Word, found: list[Telling]) -> int | None:
    """The telling that "citing" hangs on: its cue is the participle's head, or shares its subject."""
    if verb.xpos != "VBG" and verb.relation not in ("advcl", "acl", "xcomp", "conj", "parataxis"):
        return None
    head = sentence.head(verb)
    if sentence.word(verb.index - 1).text == "," and verb.index > 2:
        before = sentence.word(verb.index - 2)
        for at, telling in enumerate(found):
            if telling.content and telling.source is not None and telling.clause[1] == before.end:
                return at
    for at, telling in enumerate(found):
        same_cue = telling.cue is not None and head is not None and telling.cue.index == head.index
        same_source = telling.source is not None and head is not None and telling.source.index == head.index
        if (same_cue or same_source) and telling.content:
            return at
    return None
