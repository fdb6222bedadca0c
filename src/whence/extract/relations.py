"""Standing ties: who leads, belongs to, backs, fights whom; patterns on the tree, triggers in tables.

Types and direction follow the gold guidelines (decision 12): ``holds_office`` for state offices, ``leads``
for organisations, armed groups and countries, ``supports`` and ``opposes`` for standing stances only.
"""

from __future__ import annotations

from collections.abc import Iterator

from whence.extract.arguments import Phrases
from whence.extract.frames import spread, subjects
from whence.extract.phrases import is_nationality
from whence.extract.polarity import negation_beside
from whence.extract.tables import indexed, mapping, words
from whence.extract.tree import conjuncts, preposition
from whence.handover import Phrase, RelationCandidate, Sentence, Word
from whence.records import RelationType

TYPES: tuple[RelationType, ...] = (
    "leads",
    "member_of",
    "part_of",
    "ally_of",
    "opposes",
    "supports",
    "proxy_of",
    "family_of",
    "holds_office",
    "located_in",
)
Tie = tuple[Word, str, Word, Word, str]
"""(subject, type, object, the word that says so, pattern)."""
INSTITUTIONAL = frozenset({"leads", "member_of", "holds_office", "part_of"})
"""Ties whose object must be named or an institution: a "chief of staff" leads nobody by that."""
OBJECT_PREPOSITIONS = frozenset({"of", "for", "in", "at", "with", "to", "from"})


def relations(sentences: tuple[Sentence, ...], phrases: Phrases) -> tuple[RelationCandidate, ...]:
    """Relation candidates of a document, in text order, each tie of a sentence once."""
    found: list[RelationCandidate] = []
    seen: set[tuple[int, str, int]] = set()
    for sentence in sentences:
        for subject, name, obj, cue, why in sorted(_ties(sentence, phrases), key=lambda t: t[3].index):
            one, other = _phrase(sentence, subject, phrases), _phrase(sentence, obj, phrases)
            kind = next((t for t in TYPES if t == name), None)
            if one is None or other is None or kind is None or one.index == other.index:
                continue
            if (one.index, kind, other.index) in seen:
                continue
            seen.add((one.index, kind, other.index))
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


def _phrase(sentence: Sentence, word: Word, phrases: Phrases) -> Phrase | None:
    phrase = phrases.get((sentence.index, word.index))
    return phrase if phrase is not None and phrase.kind != "time" else None


def _ties(sentence: Sentence, phrases: Phrases) -> Iterator[Tie]:
    for word in sentence.words:
        if word.upos in {"NOUN", "PROPN", "ADJ"}:
            yield from _role(sentence, word, phrases)
            yield from _belonging(sentence, word, phrases)
        if word.upos in {"VERB", "ADJ"}:
            yield from _participle(sentence, word)
            yield from _verb(sentence, word, phrases)
        yield from _prefix(sentence, word)
        yield from _command(sentence, word)


def _role(sentence: Sentence, role: Word, phrases: Phrases) -> Iterator[Tie]:
    """ "Russian *President* Putin", "X, *commander* of Y", "Y's *chief*, X", "X is an *ally* of Y"."""
    row = indexed("relations/roles.tsv", "lemma").get(role.lemma.lower())
    if row is None:
        return
    for holder in _holders(sentence, role, phrases):
        for other in _others(sentence, role, phrases):
            if other.index == holder.index:
                continue
            kind = row[_category(sentence, other, phrases)]
            institution = other.head_type in {"organization", "place"} or is_nationality(other)
            if kind in INSTITUTIONAL and not institution and not _is_named(sentence, other, phrases):
                continue
            if kind:
                yield holder, kind, other, role, f"role {role.lemma}"


def _holders(sentence: Sentence, role: Word, phrases: Phrases) -> tuple[Word, ...]:
    """Whom a role noun is said of: the name it stands before, its apposition, or the subject of "is"."""
    head = sentence.head(role)
    if role.deprel == "nmod:desc" and head is not None:
        return (head,)
    if (
        role.relation == "appos"
        and head is not None
        and role.head_type in {"person", "organization", "place"}
    ):
        return (head,)
    named = tuple(
        child
        for child in sentence.children(role, "appos", "flat")
        if child.upos == "PROPN" and _phrase(sentence, child, phrases) is not None
    )
    if named:
        return named
    if sentence.child(role, "cop") is not None:
        return spread(sentence, sentence.children(role, "nsubj"))
    return ()


def _others(sentence: Sentence, role: Word, phrases: Phrases) -> tuple[Word, ...]:
    """The other side of a role noun: possessor, nationality or name before it, "of" or "for" after it."""
    found: list[Word] = []
    for child in sentence.children(role, "nmod", "amod", "compound", "obl"):
        case = preposition(sentence, child)
        if child.deprel == "nmod:desc" or (
            case and child.deprel != "nmod:poss" and case not in OBJECT_PREPOSITIONS
        ):
            continue
        found.extend(w for w in conjuncts(sentence, child) if _phrase(sentence, w, phrases) is not None)
    return tuple(found)


def _is_named(sentence: Sentence, word: Word, phrases: Phrases) -> bool:
    phrase = _phrase(sentence, word, phrases)
    return phrase is not None and phrase.name is not None


def _category(sentence: Sentence, word: Word, phrases: Phrases) -> str:
    """Column of the role table for the other side."""
    phrase = _phrase(sentence, word, phrases)
    name = phrase.name if phrase else None
    if is_nationality(word) or word.head_type == "place" or (name is not None and name.kind == "LOC"):
        return "place"
    single = word.head_type == "person" and word.feature("Number") != "Plur"
    if single or (name is not None and name.kind == "PER"):
        return "person"
    return "organization"


def _belonging(sentence: Sentence, word: Word, phrases: Phrases) -> Iterator[Tie]:
    """ "Jeremy Corbyn of *Labour*", "*DAB*'s Starry Lee": member; "the Quds Force of the *Guard*": part;
    "Hezbollah from *Lebanon*": located."""
    phrase = _phrase(sentence, word, phrases)
    if phrase is None or phrase.name is None or phrase.name.kind == "LOC":
        return
    kind = "member_of" if phrase.name.kind == "PER" else "part_of"
    for child in sentence.children(word, "nmod"):
        other = _phrase(sentence, child, phrases)
        case = preposition(sentence, child)
        if other is None or other.name is None or other.name.kind == "PER":
            continue
        if other.name.kind == "LOC":
            if case == "from":
                yield word, "located_in", child, word, "from"
        elif kind == "part_of" and word.lemma.lower() not in words("relations/units.tsv", "lemma"):
            continue
        elif child.deprel == "nmod:poss" or (case in {"of", "from"} and _is_close(sentence, word, child)):
            yield word, kind, child, word, "possessor" if child.deprel == "nmod:poss" else case


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
                typed = _category(sentence, patient, phrases)
                if typed != "person" or kind != "leads":
                    yield agent, kind, patient, verb, f"verb {verb.lemma}"


def _prefix(sentence: Sentence, word: Word) -> Iterator[Tie]:
    """ "*anti*-Assad rebels", "a *pro*-Beijing councillor"."""
    kind = mapping("relations/prefixes.tsv", "prefix", "type").get(word.text.lower())
    if (
        kind is None
        or word.index + 2 > len(sentence.words)
        or sentence.word(word.index + 1).text not in {"-", "–"}
    ):
        return
    other = sentence.word(word.index + 2)
    noun: Word | None = other
    for _ in range(3):
        noun = sentence.head(noun) if noun is not None else None
        if noun is not None and noun.upos in {"NOUN", "PROPN"} and noun.index > other.index:
            yield noun, kind, other, word, f"prefix {word.text.lower()}"
            return


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
