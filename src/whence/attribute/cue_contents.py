"""What a cue verb reports: its complement, or what the commas around it leave."""

from __future__ import annotations

from whence.attribute.contents import clause_content, ranges_of
from whence.attribute.subjects import inside
from whence.attribute.tables import CueRule, verbs, words
from whence.attribute.telling import merge, within
from whence.handover import Sentence, Word
from whence.records import Range

_QUOTES = frozenset("“”\"‘’'")
_SUBORDINATE = ("parataxis", "conj", "acl", "advcl", "dep", "appos", "ccomp", "discourse", "orphan")


def telling_content(
    sentence: Sentence,
    verb: Word,
    rule: CueRule,
    complement: Word | None,
    clause: list[Word],
    text: str,
    *,
    passive: bool,
    heard: Range | None,
) -> tuple[Range, ...]:
    """What ``verb`` reports; nothing up to the end of ``heard``, the name of who was told, unless it comes
    before the verb."""
    content = _read(sentence, verb, rule, complement, clause, text, passive=passive, heard=heard)
    if heard is None or heard[0] < verb.end:
        return content
    if complement is None and (following := _following(sentence, verb, rule, text, after=heard[1])):
        return following
    rest = [w for w in sentence.words if w.start >= heard[1] and within(w.start, content)]
    told = [w for w in sentence.words if w.end <= verb.start and within(w.start, content)]
    before = ranges_of(told, text) if any(w.feature("VerbForm") == "Fin" for w in told) else ()
    return (*before, *ranges_of(rest, text)) or content


def _read(
    sentence: Sentence,
    verb: Word,
    rule: CueRule,
    complement: Word | None,
    clause: list[Word],
    text: str,
    *,
    passive: bool,
    heard: Range | None,
) -> tuple[Range, ...]:
    if complement is not None:
        left_out = [*clause, *_other_tellings(sentence, complement)]
        if complement.relation in ("obl", "advcl", "nmod") and complement.index > verb.index:
            left_out.extend(sentence.children(complement, "case", "mark"))
        content = clause_content(sentence, complement, without=left_out, text=text)
        content = _with_stray_subject(sentence, verb, complement, content)
        for clause_head in sentence.children(verb, "ccomp"):
            if clause_head is not complement and clause_head.index > verb.index:
                content += clause_content(sentence, clause_head, without=left_out, text=text)
        if complement.relation == "ccomp" and complement.index > verb.index:
            for clause_head in sentence.children(verb, "conj"):
                if _goes_on(sentence, complement, clause_head):
                    content += clause_content(sentence, clause_head, text=text)
            content = merge(content, text)
        if complement.index < verb.index:
            content = tuple(r for r in content if r[0] < verb.start or _set_off(sentence, r))
        obj = sentence.child(verb, "nsubj:pass") if passive else sentence.child(verb, "obj")
        if obj is not None and inside(sentence, complement, obj):
            content = clause_content(sentence, obj, text=text)
        elif (
            obj is not None
            and complement.index != obj.index
            and not inside(sentence, obj, complement)
            and (passive or (rule.act in ("evaluates", "asserts") and "clause" not in rule.frames))
            and complement.relation != "ccomp"
        ):
            content = clause_content(sentence, obj, text=text) + content
        return tuple(sorted(content))
    head = sentence.head(verb)
    if verb.relation == "advcl" and head is not None and _as(sentence, verb):
        return clause_content(sentence, head, without=sentence.subtree(verb), text=text)
    after = heard[1] if heard is not None and heard[0] >= verb.end else verb.end
    return _outside(sentence, verb, clause, text) or _following(sentence, verb, rule, text, after=after)


def _goes_on(sentence: Sentence, complement: Word, clause: Word) -> bool:
    """Whether a clause that the tree joins to the cue goes on with what is said: it repeats "that", or
    follows without a comma with a subject of its own and reports nothing itself."""
    if clause.index < complement.index or sentence.child(clause, "nsubj") is None:
        return False
    first = sentence.subtree(clause)[0]
    if first.upos != "CCONJ":
        return False
    if any(m.lemma.lower() == "that" for m in sentence.children(clause, "mark")):
        return True
    unbroken = first.index > 1 and sentence.word(first.index - 1).upos != "PUNCT"
    return unbroken and clause.lemma.lower() not in verbs()


def _other_tellings(sentence: Sentence, complement: Word) -> list[Word]:
    """Clauses below the content that tell of another speaker: "he left, while the mayor said …"."""
    told: list[Word] = []
    for word in sentence.subtree(complement):
        relative = word.deprel in ("acl:relcl", "advcl:relcl") and word.index > complement.index
        if relative and word.lemma in words("denying"):
            told.extend(sentence.subtree(word))
    for clause in sentence.children(complement, "advcl", "conj", "parataxis"):
        own = sentence.child(clause, "nsubj")
        if (
            clause.index > complement.index
            and clause.lemma.lower() in verbs()
            and own is not None
            and own.upos in ("NOUN", "PROPN")
            and sentence.child(clause, "ccomp", "parataxis", "xcomp") is not None
        ):
            told.extend(sentence.subtree(clause))
    return told


def _with_stray_subject(
    sentence: Sentence, verb: Word, complement: Word, content: tuple[Range, ...]
) -> tuple[Range, ...]:
    """``content`` with the noun phrase before it, where the tree hung the subject of the reported clause
    on the cue ("maintains Moscow and the coalition see …")."""
    stray = sentence.child(verb, "obj")
    if (
        stray is None
        or not content
        or complement.relation not in ("ccomp", "parataxis", "advcl")
        or verb.lemma in words("hearer")
        or not verb.index < stray.index < complement.index
        or sentence.child(complement, "nsubj") is not None
    ):
        return content
    start = sentence.subtree(stray)[0].start
    return ((start, content[0][1]), *content[1:]) if verb.end <= start < content[0][0] else content


def _set_off(sentence: Sentence, content: Range) -> bool:
    """Whether a comma or quotation mark stands before content that goes on after its cue."""
    first = next((w for w in sentence.words if w.start >= content[0]), None)
    return first is not None and first.index > 1 and sentence.word(first.index - 1).upos == "PUNCT"


def _following(sentence: Sentence, verb: Word, rule: CueRule, text: str, *, after: int) -> tuple[Range, ...]:
    """Content whose clause the tree missed: everything after the cue (and the hearer), if it has a finite
    verb with something before it."""
    if "clause" not in rule.frames or (verb.relation == "acl" and rule.act != "hypothesises"):
        return ()
    rest = [w for w in sentence.words[verb.index :] if w.start >= after]
    while rest and (rest[0].text in _QUOTES or (rest[0].lemma == "that" and rest[0].relation == "mark")):
        rest.pop(0)
    if verb.lemma in words("hearer") and after == verb.end:
        proper = 0
        while proper < len(rest) and rest[proper].upos in ("PROPN", "PRON", "DET") and proper < 4:
            proper += 1
        rest = rest[proper:]
    if rest and rest[0].upos == "ADP":
        return ()
    finite = next((at for at, w in enumerate(rest) if w.feature("VerbForm") == "Fin"), None)
    if finite is None or not 0 < finite <= 8:
        return ()
    before = rest[:finite]
    if any(w.upos == "PUNCT" and w.text not in _QUOTES for w in before):
        return ()
    if any(w.lemma.lower() in ("who", "which", "that") for w in before):
        return ()
    if not any(w.upos in ("NOUN", "PROPN", "PRON") for w in rest[:finite]):
        return ()
    return ranges_of(rest, text)


def _outside(sentence: Sentence, verb: Word, clause: list[Word], text: str) -> tuple[Range, ...]:
    """Content of a telling without complement in the tree, set off by a comma: "X, the mayor said" and
    "X, said the mayor, Y". The rest of the sentence before it, and after it if a comma follows."""
    if verb.deprel == "acl:relcl" and sentence.child(verb, "nsubj") is not None:
        return ()
    first, last = clause[0].index, clause[-1].index
    before = sentence.word(first - 1) if first > 1 else None
    if before is None or before.text not in (",", "”", '"', "—", "–") or clause[0].relation in ("cc",):
        return ()
    if verb.relation not in (*_SUBORDINATE, "root") or (
        sentence.child(verb, "mark") and not _as(sentence, verb)
    ):
        return ()
    head = list(sentence.words[: first - 1])
    if not any(w.upos in ("VERB", "AUX") for w in head):
        after = list(sentence.words[last:])
        if not (after and after[0].text == "," and any(w.upos in ("VERB", "AUX") for w in after)):
            return ()
    tail = list(sentence.words[last:])
    follows = (
        bool(tail) and tail[0].text == "," and not (len(tail) > 1 and tail[1].upos in ("CCONJ", "SCONJ"))
    )
    return ranges_of(head, text) + (ranges_of(tail, text) if follows else ())


def _as(sentence: Sentence, verb: Word) -> bool:
    return any(mark.lemma == "as" for mark in sentence.children(verb, "mark"))
