"""Verbs that report: from a verb of the cue table to a source, its words and their content."""

from __future__ import annotations

from collections.abc import Callable

from whence.attribute.contents import clause_content, ranges_of
from whence.attribute.subjects import agent, case_of, is_negated, is_passive, subject
from whence.attribute.tables import CueRule, verbs
from whence.attribute.telling import Telling
from whence.handover import Sentence, Word
from whence.records import Range

Outlet = Callable[[Sentence, Word], bool]

_ADJUNCTS = ("nsubj", "aux", "advmod", "obl", "iobj", "cop", "expl", "compound:prt", "obj", "mark", "cc")
_TOLD = ("to", "with")
_MUTE = frozenset(
    [
        "comment",
        "say",
        "disclose",
        "discuss",
        "answer",
        "speak",
        "identify",
        "name",
        "elaborate",
        "reveal",
        "specify",
        "respond",
        "confirm",
        "give",
        "provide",
        "talk",
        "release",
        "explain",
    ]
)
"""Infinitives that make "declined to" and "refused to" a silence; with others they are deeds."""
_GOING_ON = frozenset({"go", "continue", "begin", "start", "proceed", "appear", "seem"})
_HEARERS = frozenset(
    {"tell", "inform", "notify", "assure", "warn", "advise", "ask", "instruct", "order", "brief"}
)
"""Verbs whose object is the hearer, not a part of what is said."""
_REFUSABLE = frozenset("visa funding entry access bail permission request asylum parole admission".split())
"""Objects of "deny" in the sense of refusing."""
_DENYING = frozenset({"deny", "reject", "dismiss", "dispute", "refute"})
"""Verbs whose pronoun object stands for what somebody else told ("which he denied")."""
_OCCASIONS = frozenset({"interview", "remark", "comment", "statement", "e-mail", "email"})
"""What a source gives an outlet: "in an interview with …"."""
_QUOTES = frozenset("“”\"‘’'")
_QUESTIONS = frozenset({"how", "where", "when", "who", "what", "why", "which", "whether"})
_SUBORDINATE = ("parataxis", "conj", "acl", "advcl", "dep", "appos", "ccomp", "discourse", "orphan")


def verb_tellings(sentence: Sentence, text: str, outlet: Outlet) -> list[Telling]:
    """Every reporting verb of a sentence, in text order."""
    found = []
    for word in sentence.words:
        if word.upos not in ("VERB", "AUX", "NOUN", "ADJ") or _unreal(sentence, word):
            continue
        rules = verbs().get(word.lemma.lower())
        if rules and (word.upos == "VERB" or sentence.child(word, "ccomp", "nsubj")):
            telling = _match(sentence, word, rules, text, outlet)
            if telling is not None:
                found.append(telling)
    return found


def _unreal(sentence: Sentence, word: Word) -> bool:
    """Whether ``word`` is an infinitive ("to say"): something wanted or avoided, not told; unless it goes
    on with what was told ("went on to say")."""
    if not any(mark.lemma.lower() == "to" for mark in sentence.children(word, "mark")):
        return False
    head = sentence.head(word)
    return head is None or head.lemma.lower() not in _GOING_ON


def _match(
    sentence: Sentence, verb: Word, rules: tuple[CueRule, ...], text: str, outlet: Outlet
) -> Telling | None:
    for rule in rules:
        for frame in rule.frames:
            complement = _complement(sentence, verb, frame)
            if complement is not None:
                return _telling(sentence, verb, rule, complement, text, outlet)
    for rule in rules:
        if "clause" in rule.frames or "quote" in rule.frames:
            return _telling(sentence, verb, rule, None, text, outlet)
    return None


def _complement(sentence: Sentence, verb: Word, frame: str) -> Word | None:
    """Head of what ``verb`` reports in construction ``frame``, or ``None`` if it is not in it."""
    if frame == "clause":
        return _clause(sentence, verb)
    infinitive = sentence.child(verb, "xcomp")
    obj = sentence.child(verb, "obj", "iobj")
    if infinitive is not None and not any(
        m.lemma == "to" for m in sentence.children(infinitive, "mark", "aux")
    ):
        predicate, infinitive = infinitive, None
    else:
        predicate = None
    if frame == "infinitive":
        if infinitive is None or obj is not None:
            return None
        if verb.lemma in ("decline", "refuse") and infinitive.lemma.lower() not in _MUTE:
            return None
        return infinitive
    if frame == "object-infinitive":
        clause = infinitive or _infinitive_clause(sentence, verb)
        addressed = obj or sentence.child(verb, "obl") or sentence.child(verb, "nsubj:pass")
        return clause if clause is not None and addressed is not None else None
    if frame == "passive-infinitive":
        return infinitive if infinitive is not None and is_passive(sentence, verb) else None
    if frame == "noun":
        obj = sentence.child(verb, "obj")
        passive = sentence.child(verb, "nsubj:pass")
        if passive is not None and obj is None and agent(sentence, verb) is not None:
            return passive
        if verb.lemma == "deny" and (passive is not None or (obj is not None and obj.lemma in _REFUSABLE)):
            return None
        if obj is not None and obj.upos == "PRON" and verb.lemma in _DENYING:
            return obj
        return obj if obj is not None and obj.upos in ("NOUN", "PROPN") else None
    if frame == "object-predicate":
        return predicate if predicate is not None and (obj or sentence.child(verb, "nsubj:pass")) else None
    if frame == "no-comment":
        obj = sentence.child(verb, "obj", "obl", "ccomp")
        return obj if obj is not None and is_negated(sentence, verb) else None
    if frame == "clear":
        clear = next((w for w in sentence.children(verb, "xcomp", "obj") if w.lemma == "clear"), None)
        return (_clause(sentence, verb) or _clause(sentence, clear)) if clear is not None else None
    if frame == "quote":
        return None
    return _prepositional(sentence, verb, frame)


def _clause(sentence: Sentence, verb: Word) -> Word | None:
    for clause in sentence.children(verb, "ccomp"):
        first = sentence.subtree(clause)[0]
        if verb.lemma == "know" and first.lemma.lower() in _QUESTIONS and not is_negated(sentence, verb):
            return None
        return clause
    for clause in sentence.children(verb, "parataxis"):
        if clause.index > verb.index and sentence.words[clause.index - 2].text in (":", "“", '"'):
            return clause
    return None


def _infinitive_clause(sentence: Sentence, verb: Word) -> Word | None:
    for clause in sentence.children(verb, "advcl", "ccomp", "acl"):
        if clause.index > verb.index and any(m.lemma == "to" for m in sentence.children(clause, "mark")):
            return clause
    return None


def _prepositional(sentence: Sentence, verb: Word, preposition: str) -> Word | None:
    for dependent in sentence.children(verb, "obl", "advcl", "xcomp", "nmod"):
        if dependent.index > verb.index and case_of(sentence, dependent).split(" ")[0] == preposition:
            return dependent
    obj = sentence.child(verb, "obj")
    if obj is not None:
        for dependent in sentence.children(obj, "nmod", "acl"):
            if case_of(sentence, dependent) == preposition and preposition in ("as", "of", "for"):
                return dependent
    return None


def _telling(
    sentence: Sentence, verb: Word, rule: CueRule, complement: Word | None, text: str, outlet: Outlet
) -> Telling | None:
    passive = (is_passive(sentence, verb) and sentence.child(verb, "nsubj") is None) or bool(
        sentence.child(verb, "nsubj:pass")
    )
    speaker = agent(sentence, verb) if passive else subject(sentence, verb)
    if speaker is not None and speaker.lemma.lower() in ("it", "there") and sentence.child(verb, "expl"):
        speaker = None
    if speaker is None and not passive:
        return None
    if speaker is not None and complement is not None and _inside(sentence, speaker, complement):
        return None
    if passive and speaker is None and complement is None:
        return None
    clause_words = _clause_words(sentence, verb, complement, passive=passive)
    content = _content(sentence, verb, rule, complement, clause_words, text, passive=passive)
    link = _told(sentence, verb, speaker, outlet)
    if link is not None and content and content[0][0] < link.end <= content[0][1]:
        rest = [w for w in sentence.words if w.start >= link.end and w.end <= content[0][1]]
        content = ranges_of(rest, text) + content[1:]
    return Telling(
        sentence=sentence,
        rule=rule,
        cue=verb,
        cue_range=_cue_range(sentence, verb, complement),
        source=speaker,
        source_sentence=sentence,
        content=content,
        clause=(clause_words[0].start, clause_words[-1].end),
        complement=complement,
        link=link,
        negated=is_negated(sentence, verb),
        awaits_quote=not content,
    )


def _inside(sentence: Sentence, word: Word, head: Word) -> bool:
    return word.index == head.index or any(a.index == head.index for a in sentence.ancestors(word))


def _clause_words(sentence: Sentence, verb: Word, complement: Word | None, *, passive: bool) -> list[Word]:
    """The telling's own words: verb, subject and adjuncts, one unbroken run around the verb."""
    own = {verb.index}
    for child in sentence.children(verb, *_ADJUNCTS):
        if (complement is not None and _inside(sentence, complement, child)) or (
            passive and child.relation == "nsubj"
        ):
            continue
        own.update(w.index for w in sentence.subtree(child, "acl:relcl", "parataxis"))
    low = high = verb.index
    while low - 1 in own or (low > 2 and low - 2 in own and sentence.word(low - 1).upos == "PUNCT"):
        low -= 1
    while high + 1 in own:
        high += 1
    return list(sentence.words[low - 1 : high])


def _content(
    sentence: Sentence,
    verb: Word,
    rule: CueRule,
    complement: Word | None,
    clause: list[Word],
    text: str,
    *,
    passive: bool,
) -> tuple[Range, ...]:
    if complement is not None:
        left_out = [*clause, *_other_tellings(sentence, complement)]
        content = clause_content(sentence, complement, without=left_out, text=text)
        content = _with_stray_subject(sentence, verb, complement, clause, content)
        obj = sentence.child(verb, "nsubj:pass") if passive else sentence.child(verb, "obj")
        if obj is not None and _inside(sentence, complement, obj):
            content = clause_content(sentence, obj, text=text)
        elif (
            obj is not None
            and complement.index != obj.index
            and not _inside(sentence, obj, complement)
            and (passive or (rule.act in ("evaluates", "asserts") and "clause" not in rule.frames))
            and complement.relation != "ccomp"
        ):
            content = clause_content(sentence, obj, text=text) + content
        return tuple(sorted(content))
    return _outside(sentence, verb, clause, text) or _following(sentence, verb, rule, text)


def _other_tellings(sentence: Sentence, complement: Word) -> list[Word]:
    """Clauses below the content that tell of another speaker: "he left, while the mayor said …"."""
    words: list[Word] = []
    for clause in sentence.children(complement, "advcl", "conj", "parataxis"):
        own = sentence.child(clause, "nsubj")
        if (
            clause.index > complement.index
            and clause.lemma.lower() in verbs()
            and own is not None
            and own.upos in ("NOUN", "PROPN")
            and sentence.child(clause, "ccomp", "parataxis", "xcomp") is not None
        ):
            words.extend(sentence.subtree(clause))
    return words


def _with_stray_subject(
    sentence: Sentence, verb: Word, complement: Word, clause: list[Word], content: tuple[Range, ...]
) -> tuple[Range, ...]:
    """``content`` with the noun phrase before it, where the tree hung the subject of the reported clause
    on the cue ("maintains Moscow and the coalition see …")."""
    stray = sentence.child(verb, "obj")
    if (
        stray is None
        or not content
        or complement.relation != "ccomp"
        or verb.lemma in _HEARERS
        or not verb.index < stray.index < complement.index
        or sentence.child(complement, "nsubj") is not None
    ):
        return content
    start = sentence.subtree(stray)[0].start
    return ((start, content[0][1]), *content[1:]) if verb.end <= start < content[0][0] else content


def _following(sentence: Sentence, verb: Word, rule: CueRule, text: str) -> tuple[Range, ...]:
    """Content of an assertion whose clause the tree missed: everything after the cue (and the hearer), if
    it has a finite verb with something before it."""
    if rule.act != "asserts" or "clause" not in rule.frames or verb.relation == "acl":
        return ()
    rest = list(sentence.words[verb.index :])
    if verb.lemma in _HEARERS:
        proper = 0
        while proper < len(rest) and rest[proper].upos in ("PROPN", "PRON", "DET") and proper < 4:
            proper += 1
        rest = rest[proper:]
    finite = next((at for at, w in enumerate(rest) if w.feature("VerbForm") == "Fin"), None)
    if finite is None or not 0 < finite <= 8:
        return ()
    if any((w.upos == "PUNCT" and w.text not in _QUOTES) or w.lemma.lower() in ("who", "which", "that") for w in rest[:finite]):
        return ()
    if not any(w.upos in ("NOUN", "PROPN", "PRON") for w in rest[:finite]):
        return ()
    return ranges_of(rest, text)


def _outside(sentence: Sentence, verb: Word, clause: list[Word], text: str) -> tuple[Range, ...]:
    """Content of a telling without complement in the tree, set off by a comma: "X, the mayor said" and
    "X, said the mayor, Y". The rest of the sentence before it, and after it if a comma follows."""
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


def _cue_range(sentence: Sentence, verb: Word, complement: Word | None) -> Range:
    """The verb with its particle, and its preposition if that governs the content ("called for")."""
    end = verb.end
    particle = sentence.child(verb, "compound:prt")
    if particle is not None and particle.index == verb.index + 1:
        end = particle.end
    following = sentence.words[verb.index] if verb.index < len(sentence.words) else None
    if complement is not None and following is not None and complement.relation in ("obl", "advcl"):
        case = sentence.child(complement, "case", "mark")
        if case is not None and case.index == following.index:
            end = case.end
    return verb.start, end


def _told(sentence: Sentence, verb: Word, speaker: Word | None, outlet: Outlet) -> Word | None:
    """The outlet that was told: object of "told", "to"/"with" phrase ("confirm to", "in an interview
    with"), or the one the source is "speaking to"."""
    candidates = [*sentence.children(verb, "iobj", "obj"), *sentence.children(verb, "obl", "nsubj:pass")]
    if speaker is not None:
        for participle in sentence.children(speaker, "acl"):
            candidates.extend(sentence.children(participle, "obl"))
    for word in candidates:
        preposition = case_of(sentence, word)
        told = word.relation != "obl" or preposition in _TOLD
        if _crowd(sentence, word):
            continue
        if told and outlet(sentence, word) and (speaker is None or word.index != speaker.index):
            return word
        for nested in sentence.children(word, "nmod") if word.relation == "obl" else ():
            asked = word.lemma.lower() in _OCCASIONS and nested.upos == "PROPN"
            if case_of(sentence, nested) in _TOLD and (asked or outlet(sentence, nested)):
                return nested
    return _hearer(sentence, verb, outlet) if verb.lemma in _HEARERS else None


def _hearer(sentence: Sentence, verb: Word, outlet: Outlet) -> Word | None:
    """The outlet right after the verb, where the tree made it part of what was told ("told Agence
    France-Presse arson was used")."""
    for at in range(verb.index, min(verb.index + 5, len(sentence.words))):
        word = sentence.words[at]
        if word.upos not in ("PROPN", "NOUN", "ADJ", "DET"):
            return None
        if word.upos in ("PROPN", "NOUN") and outlet(sentence, word) and not _crowd(sentence, word):
            following = sentence.words[at + 1] if at + 1 < len(sentence.words) else None
            if following is None or following.upos != "PROPN" or not outlet(sentence, following):
                return word
    return None


def _crowd(sentence: Sentence, word: Word) -> bool:
    """ "the press", "the media": whoever stood there, not an outlet that passes on."""
    return word.lemma.lower() in ("press", "media") and not sentence.children(word, "amod", "compound")
