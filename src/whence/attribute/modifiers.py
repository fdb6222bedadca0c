"""Cues that are not verbs: "according to", "reportedly", "claims that", "citing", headline colons."""

from __future__ import annotations

from whence.attribute.contents import clause_content, ranges_of
from whence.attribute.noun_cues import noun_telling
from whence.attribute.outlets import Outlet
from whence.attribute.subjects import case_of
from whence.attribute.tables import CueRule, modifiers, nouns, words
from whence.attribute.telling import Telling
from whence.handover import Sentence, Word
from whence.records import Range

_CLAUSAL = ("VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADV")


def modifier_tellings(sentence: Sentence, text: str) -> list[Telling]:
    """Prepositional, adverbial and nominal cues of a sentence, in text order."""
    found = []
    for word in sentence.words:
        lemma = word.lemma.lower()
        if word.upos == "ADV" and lemma in modifiers():
            found.append(_adverb(sentence, word, modifiers()[lemma][0], text))
        elif word.relation == "amod" and (rule := _adjective(word)) is not None:
            found.append(_attribute(sentence, word, rule, text))
        elif word.upos in ("NOUN", "PROPN") and word.lemma.lower() in nouns():
            found.append(noun_telling(sentence, word, nouns()[lemma][0], text))
        if word.upos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM", "VERB"):
            found.append(_prepositional(sentence, word, text))
    return [telling for telling in found if telling is not None and telling.content]


def _prepositional(sentence: Sentence, noun: Word, text: str) -> Telling | None:
    case = case_of(sentence, noun)
    if case not in modifiers() or "modified" not in modifiers()[case][0].frames:
        return None
    if case == "by" and not (
        noun.text.lower() in words("hearsay") and not sentence.children(noun, "det", "nmod")
    ):
        return None
    mark = sentence.child(noun, "case", "mark")
    governor = sentence.head(noun)
    if mark is None or governor is None or (case == "per" and noun.upos == "NOUN" and _unit(sentence, noun)):
        return None
    phrase = sentence.subtree(noun)
    while phrase[0].upos == "PUNCT" and len(phrase) > 1:
        phrase = phrase[1:]
    while phrase[-1].upos == "PUNCT" and len(phrase) > 1:
        phrase = phrase[:-1]
    set_off = _set_off(sentence, phrase)
    governor = _clause_head(sentence, governor, set_off=set_off)
    later = _later_clauses(sentence, governor, phrase) if set_off else ()
    content = clause_content(sentence, governor, without=(*phrase, *later), text=text)
    fixed = sentence.children(mark, "fixed")
    end = fixed[-1].end if fixed else mark.end
    return Telling(
        sentence=sentence,
        rule=modifiers()[case][0],
        cue=mark,
        cue_range=(mark.start, end),
        source=noun,
        source_sentence=sentence,
        content=content,
        clause=(phrase[0].start, phrase[-1].end),
        complement=governor,
        link=None,
        negated=False,
        awaits_quote=False,
    )


def _unit(sentence: Sentence, noun: Word) -> bool:
    """Whether "per" counts ("50 km per hour"): no determiner, no possessor."""
    return not sentence.children(noun, "det", "nmod", "nmod:poss", "compound", "amod")


_NOMINAL = ("nmod", "obl", "obj", "iobj", "compound", "amod", "appos", "flat", "nummod")


def _set_off(sentence: Sentence, phrase: tuple[Word, ...]) -> bool:
    """Whether a comma stands before a phrase and it ends its clause: then it speaks about all before it."""
    first, last = phrase[0].index, phrase[-1].index
    before = sentence.word(first - 1).text if first > 1 else ""
    after = sentence.words[last].text if last < len(sentence.words) else "."
    return before in (",", "”", '"') and after in (".", ",", ";", "”", '"')


def _clause_head(sentence: Sentence, word: Word, *, set_off: bool) -> Word:
    """The clause that a modifier hung on ``word`` speaks about: up from a noun to its predicate, and from a
    complement to the clause it completes where the modifier is set off from it."""
    current = word
    relations = (*_NOMINAL, "xcomp", "ccomp", "advcl", "acl") if set_off else _NOMINAL
    while current.relation in relations or (set_off and _shares(sentence, current)):
        head = sentence.head(current)
        if head is None:
            break
        current = head
    return current


def _later_clauses(sentence: Sentence, governor: Word, phrase: tuple[Word, ...]) -> tuple[Word, ...]:
    """Clauses after a phrase that closes the one before: "X left, according to Y, but Z stayed"."""
    if phrase[0].index < governor.index:
        return ()
    found: list[Word] = []
    for clause in sentence.children(governor, "conj", "parataxis"):
        if clause.index > phrase[-1].index and sentence.child(clause, "nsubj", "expl") is not None:
            found.extend(sentence.subtree(clause))
    return tuple(found)


def _shares(sentence: Sentence, word: Word) -> bool:
    """Whether a conjoined verb goes on with the clause before it: no subject of its own, no comma."""
    first = sentence.child(word, "cc")
    return (
        word.relation == "conj"
        and sentence.child(word, "nsubj") is None
        and first is not None
        and first.index > 1
        and sentence.word(first.index - 1).upos != "PUNCT"
    )


def _adverb(sentence: Sentence, adverb: Word, rule: CueRule, text: str) -> Telling | None:
    head = sentence.head(adverb)
    if head is None:
        return None
    if head.relation in ("nummod", "amod", "advmod", "det"):
        head = sentence.head(head) or head
    without: list[Word] = [adverb]
    for clause in sentence.children(head, "conj", "parataxis", "cc", "advcl", "mark"):
        if clause.upos in ("VERB", "AUX", "CCONJ", "SCONJ"):
            without.extend(sentence.subtree(clause))
    return Telling(
        sentence=sentence,
        rule=rule,
        cue=adverb,
        cue_range=(adverb.start, adverb.end),
        source=None,
        source_sentence=sentence,
        content=clause_content(sentence, head, without=without, text=text),
        clause=(adverb.start, adverb.end),
        complement=head,
        link=None,
        negated=False,
        awaits_quote=False,
    )


def _adjective(word: Word) -> CueRule | None:
    rows = modifiers().get(word.text.lower(), ())
    return next((rule for rule in rows if "attributive" in rule.frames), None)


def _attribute(sentence: Sentence, adjective: Word, rule: CueRule, text: str) -> Telling | None:
    """A noun of which only others say that it is one: "an alleged murder weapon"."""
    noun = sentence.head(adjective)
    if noun is None or noun.upos not in ("NOUN", "PROPN") or noun.index < adjective.index:
        return None
    own = [
        w for w in sentence.subtree(noun, "acl", "conj", "cc", "appos", "punct") if w.index > adjective.index
    ]
    return Telling(
        sentence=sentence,
        rule=rule,
        cue=adjective,
        cue_range=(adjective.start, adjective.end),
        source=None,
        source_sentence=sentence,
        content=ranges_of(own, text),
        clause=(adjective.start, adjective.end),
        complement=noun,
        link=None,
        negated=False,
        awaits_quote=False,
    )


def headline_telling(sentence: Sentence, text: str, rule: CueRule, outlet: Outlet) -> Telling | None:
    """ "X: claim" in a headline: what stands before a colon is the source, if it is a bare noun phrase."""
    colon = next((w for w in sentence.words if w.text == ":"), None)
    if colon is None or not 2 <= colon.index <= 8 or colon.index == len(sentence.words):
        return None
    before = sentence.words[: colon.index - 1]
    after = list(sentence.words[colon.index :])
    if any(w.upos in ("VERB", "AUX", "ADP", "SCONJ") for w in before):
        return None
    source = next((w for w in reversed(before) if w.upos in ("NOUN", "PROPN")), None)
    if source is None or not (outlet(sentence, source) or any(w.upos == "VERB" for w in after)):
        return None
    clause: Range = (before[0].start, before[-1].end)
    return Telling(
        sentence=sentence,
        rule=rule,
        cue=None,
        cue_range=None,
        source=source,
        source_sentence=sentence,
        content=ranges_of(after, text),
        clause=clause,
        complement=None,
        link=None,
        negated=False,
        awaits_quote=False,
    )
