"""Standing ties: who leads, belongs to, backs, fights whom; patterns on the tree, triggers in tables.

Types and direction follow the gold guidelines (decision 12): ``holds_office`` for state offices, ``leads``
for organisations, armed groups and countries, ``supports`` and ``opposes`` for standing stances only.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from whence.extract.arguments import Phrases
from whence.extract.frames import spread, subjects
from whence.extract.phrases import is_nationality, stance_prefix, thing
from whence.extract.polarity import negation_beside
from whence.extract.roles import Tie, category, holders, office_ties, others, party, role_ties
from whence.extract.stances import stance_ties
from whence.extract.tables import indexed, mapping, words
from whence.extract.tree import conjuncts, preposition
from whence.handover import Phrase, RelationCandidate, Sentence, Word
from whence.records import RelationType

TYPES: tuple[RelationType, ...] = get_args(RelationType)


def offices(
    text: str, sentences: tuple[Sentence, ...], phrases: Phrases, first: int
) -> dict[tuple[int, int], Phrase]:
    """(sentence, role noun) → the office as a thing, for ties without a country; indices from ``first``."""
    found: dict[tuple[int, int], Phrase] = {}
    for sentence in sentences:
        for word in sentence.words:
            if any(True for _ in office_ties(sentence, word, phrases)):
                found[sentence.index, word.index] = thing(text, sentence, word, first + len(found))
    return found


def relations(
    sentences: tuple[Sentence, ...], phrases: Phrases, offices: Phrases
) -> tuple[RelationCandidate, ...]:
    """Relation candidates of a document, in text order; what is told of a name again is left out."""
    found: list[RelationCandidate] = []
    seen: set[tuple[int, str, int]] = set()
    told: set[tuple[str, str, str]] = set()
    holders: set[str] = set()
    for sentence in sentences:
        for subject, name, obj, cue, why in sorted(_ties(sentence, phrases), key=lambda t: t[3].index):
            one, other = party(sentence, subject, phrases), party(sentence, obj, phrases)
            if name == "holds_office" and obj == cue:
                other = offices.get((sentence.index, cue.index))
            kind = next((t for t in TYPES if t == name), None)
            if one is None or other is None or kind is None or one.index == other.index:
                continue
            again = (_surname(one), kind, cue.lemma if kind == "holds_office" else other.text.lower())
            known = one.form == "name" or why.startswith("prefix")
            if (one.index, kind, other.index) in seen or (known and again in told):
                continue
            if other.kind == "thing" and one.name is not None and _surname(one) in holders:
                continue
            seen.add((one.index, kind, other.index))
            told.add(again)
            if kind == "holds_office" and one.name is not None:
                holders.update(one.text.lower().split())
            negated = negation_beside(sentence, cue) is not None and sentence.child(cue, "cop") is not None
            found.append(
                RelationCandidate(
                    subject=one.index,
                    type=kind,
                    object=other.index,
                    start=min(one.start, other.start, cue.start),
                    end=max(one.end, other.end, cue.end),
                    sentence=sentence.index,
                    sign="-" if negated else "+",
                    why=why,
                )
            )
    return tuple(found)


def _surname(phrase: Phrase) -> str:
    """Last word of the name at the head of a phrase, else of the phrase."""
    if phrase.name is None:
        return phrase.text.lower().split()[-1]
    parts = phrase.text[: phrase.name.end - phrase.start].lower().split()
    return parts[-1] if parts else phrase.text.lower()


def _ties(sentence: Sentence, phrases: Phrases) -> Iterator[Tie]:
    for word in sentence.words:
        if word.upos in {"NOUN", "PROPN", "ADJ"}:
            yield from role_ties(sentence, word, phrases)
            yield from office_ties(sentence, word, phrases)
            yield from _belonging(sentence, word, phrases)
            yield from stance_ties(sentence, word, phrases)
        if word.upos in {"VERB", "ADJ"}:
            yield from _participle(sentence, word)
            yield from _verb(sentence, word, phrases)
            if word.upos == "VERB":
                yield from stance_ties(sentence, word, phrases)
        yield from _prefix(sentence, word)
        yield from _command(sentence, word)
        yield from _in_charge(sentence, word, phrases)


def _belonging(sentence: Sentence, word: Word, phrases: Phrases) -> Iterator[Tie]:
    """ "Jeremy Corbyn of *Labour*", "*DAB*'s Starry Lee": member; "the Quds Force of the *Guard*": part;
    "Hezbollah from *Lebanon*": located."""
    phrase = party(sentence, word, phrases)
    if phrase is None or (phrase.name is None and not _is_named_unit(sentence, word)):
        return
    if phrase.name is not None and phrase.name.kind == "LOC":
        return
    kind = "member_of" if phrase.name is not None and phrase.name.kind == "PER" else "part_of"
    for child in sentence.children(word, "nmod"):
        other = party(sentence, child, phrases)
        case = preposition(sentence, child)
        if other is None or other.name is None or other.name.kind == "PER":
            continue
        if other.name.kind == "LOC":
            if case == "from":
                yield word, "located_in", child, word, "from"
            unit = word.lemma.lower() in words("relations/units.tsv", "lemma")
            if kind == "part_of" and unit and child.deprel == "nmod:poss":
                yield word, kind, child, word, "possessor"
        elif kind == "part_of" and word.lemma.lower() not in words("relations/units.tsv", "lemma"):
            continue
        elif child.deprel == "nmod:poss" or (case in {"of", "from"} and _is_close(sentence, word, child)):
            yield word, kind, child, word, "possessor" if child.deprel == "nmod:poss" else case


def _is_named_unit(sentence: Sentence, word: Word) -> bool:
    """Whether the words name a unit though no name was found ("Iran's *Quds Force*")."""
    unit = word.text[:1].isupper() and word.lemma.lower() in words("relations/units.tsv", "lemma")
    named = any(w.upos == "PROPN" for w in (word, *sentence.children(word, "compound")))
    return unit and named and word.head_type == "organization"


def _is_close(sentence: Sentence, word: Word, other: Word) -> bool:
    """Whether no comma or "and" stands between two words."""
    between = sentence.words[word.index : other.index - 1]
    return not any(w.upos in {"PUNCT", "CCONJ"} for w in between if w.text != "-")


def _participle(sentence: Sentence, word: Word) -> Iterator[Tie]:
    """ "US-*backed* rebels", "the Britain-*based* Observatory", "Iranian *backed* group"."""
    row = indexed("relations/participles.tsv", "lemma").get(word.lemma.lower())
    noun = sentence.head(word)
    if row is None or noun is None or word.relation not in {"amod", "acl"} or word.index > noun.index:
        return
    before = [c for c in sentence.children(word, "obl", "compound", "nmod", "amod") if c.index < word.index]
    if not before and word.index > 1 and is_nationality(sentence.word(word.index - 1)):
        before = [sentence.word(word.index - 1)]
    for child in before:
        for other in conjuncts(sentence, child):
            pair = (other, noun) if row["subject"] == "modifier" else (noun, other)
            yield pair[0], row["type"], pair[1], word, f"participle {word.lemma}"


def _verb(sentence: Sentence, verb: Word, phrases: Phrases) -> Iterator[Tie]:
    """ "X *leads* Y", "Y, *headed* by X"."""
    kind = mapping("relations/verbs.tsv", "lemma", "type").get(verb.lemma.lower())
    if kind is None or verb.upos != "VERB":
        return
    if verb.xpos == "VBN" and verb.relation in {"acl"}:
        noun = sentence.head(verb)
        for agent in spread(sentence, sentence.children(verb, "obl:agent")):
            if noun is not None:
                yield agent, kind, noun, verb, f"verb {verb.lemma}"
    elif verb.xpos in {"VBZ", "VBP"}:
        for agent in subjects(sentence, verb):
            for patient in spread(sentence, sentence.children(verb, "obj")):
                typed = category(sentence, patient, phrases)
                if typed != "person" or kind != "leads":
                    yield agent, kind, patient, verb, f"verb {verb.lemma}"


def _prefix(sentence: Sentence, word: Word) -> Iterator[Tie]:
    """ "*anti*-Assad rebels", "a *pro*-Beijing councillor", in one word or three."""
    text = word.text.lower()
    kind = mapping("relations/prefixes.tsv", "prefix", "type").get(text[: stance_prefix(word) - 1] or text)
    other = word if stance_prefix(word) else _after_hyphen(sentence, word)
    if kind is None or other is None:
        return
    noun: Word | None = other
    for _ in range(3):
        noun = sentence.head(noun) if noun is not None else None
        if noun is not None and noun.upos in {"NOUN", "PROPN"} and noun.index > other.index:
            yield noun, kind, other, word, f"prefix {text}"
            return


def _after_hyphen(sentence: Sentence, word: Word) -> Word | None:
    """The second word after ``word`` if a hyphen stands between."""
    if word.index + 2 > len(sentence.words) or sentence.word(word.index + 1).text not in {"-", "–"}:
        return None
    return sentence.word(word.index + 2)


def _command(sentence: Sentence, word: Word) -> Iterator[Tie]:
    """ "forces under the *command* of X"."""
    if (
        word.lemma.lower() not in {"command", "leadership", "control"}
        or preposition(sentence, word) != "under"
    ):
        return
    leaders = [
        w
        for w in sentence.children(word, "nmod")
        if preposition(sentence, w) == "of" or w.deprel == "nmod:poss"
    ]
    head = sentence.head(word)
    if sentence.child(word, "nsubj") is not None:
        led = spread(sentence, sentence.children(word, "nsubj"))
    elif head is not None and head.upos in {"NOUN", "PROPN"}:
        led = (head,)
    else:
        led = subjects(sentence, head) if head is not None else ()
    for leader in spread(sentence, leaders):
        for group in led:
            yield leader, "leads", group, word, f"under {word.lemma} of"


def _in_charge(sentence: Sentence, charge: Word, phrases: Phrases) -> Iterator[Tie]:
    """ "X, the Y commander *in charge* of Z's operations": Y is part of the body whose work it does; "in
    *charge* of Y": leads."""
    case = sentence.child(charge, "case")
    if charge.lemma.lower() != "charge" or case is None or case.text.lower() != "in" or case.index < 2:
        return
    # The parser hangs "in charge" high; the noun right before it is whose charge it is.
    before = sentence.word(case.index - 1)
    role = before if before.upos == "NOUN" else sentence.head(charge)
    if role is None:
        return
    for work in sentence.children(charge, "nmod", "obl"):
        if preposition(sentence, work) != "of":
            continue
        led = [w for w in spread(sentence, (work,)) if category(sentence, w, phrases) == "organization"]
        for holder in holders(sentence, role, phrases):
            for group in led:
                yield holder, "leads", group, charge, "in charge of"
        for owner in spread(sentence, sentence.children(work, "nmod:poss")):
            for unit in others(sentence, role, phrases):
                if category(sentence, unit, phrases) == "organization":
                    yield unit, "part_of", owner, charge, "in charge of"
