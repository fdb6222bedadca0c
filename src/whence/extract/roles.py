"""Ties that a role noun tells: "*president* of X", "Y's *chief*", "a Russian *ally*", offices and kin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whence.extract.arguments import Phrases
from whence.extract.frames import spread
from whence.extract.phrases import is_nationality
from whence.extract.tables import indexed
from whence.extract.tree import conjuncts, preposition
from whence.handover import Phrase, Sentence, Word

Tie = tuple[Word, str, Word, Word, str]
"""(subject, type, object, the word that says so, pattern)."""
INSTITUTIONAL = frozenset({"leads", "member_of", "holds_office", "part_of"})
"""Ties whose object must be named or an institution: a "chief of staff" leads nobody by that."""
FORMER = frozenset({"former", "ex", "late", "then", "would-be", "onetime"})
STANCES = frozenset({"supports", "opposes", "ally_of", "proxy_of"})
PARTS = frozenset({"arm", "branch", "wing", "unit", "division", "part", "section", "force", "affiliate"})
MAX_TITLE = 4
"""Words from an office to the name it stands before."""
OBJECT_PREPOSITIONS = frozenset({"of", "for", "in", "at", "with", "to", "from"})


def party(sentence: Sentence, word: Word, phrases: Phrases) -> Phrase | None:
    """The phrase of a word that may be a side of a tie."""
    phrase = phrases.get((sentence.index, word.index))
    return phrase if phrase is not None and phrase.kind not in {"time", "thing"} else None


def role_row(sentence: Sentence, role: Word) -> Mapping[str, str] | None:
    """The row of a role noun, first by the word before it and itself ("*attorney general*")."""
    rows = indexed("relations/roles.tsv", "lemma")
    before = sentence.word(role.index - 1).lemma.lower() if role.index > 1 else ""
    return rows.get(f"{before} {role.lemma.lower()}") or rows.get(role.lemma.lower())


def role_ties(sentence: Sentence, role: Word, phrases: Phrases) -> Iterator[Tie]:
    """ "Russian *President* Putin", "X, *commander* of Y", "Y's *chief*, X", "X is an *ally* of Y"."""
    row = role_row(sentence, role)
    if row is None:
        return
    for holder in holders(sentence, role, phrases):
        for other in others(sentence, role, phrases):
            if other.index == holder.index or (holder.index == role.index and other.upos == "PRON"):
                continue
            kind = row[category(sentence, other, phrases)]
            institution = other.head_type in {"organization", "place"} or is_nationality(other)
            plural = other.upos == "PROPN" and other.feature("Number") == "Plur"  # "the *Guards*"
            named = plural or _is_named(sentence, other, phrases)
            if kind in INSTITUTIONAL and not institution and not named:
                continue
            if kind == "holds_office" and _is_portfolio(sentence, role, other, phrases):
                continue
            if kind:
                yield holder, kind, other, role, f"role {role.lemma}"


def office_ties(sentence: Sentence, role: Word, phrases: Phrases) -> Iterator[Tie]:
    """ "*Prime Minister* Anna Berg": an office of state told without its country is the object."""
    row = role_row(sentence, role)
    if row is None or not row["office"] or (row["office"] == "capital" and not role.text[:1].isupper()):
        return
    bodies = others(sentence, role, phrases)
    if role.feature("Number") == "Plur" or not all(
        _is_portfolio(sentence, role, other, phrases) for other in bodies
    ):
        return
    for holder in holders(sentence, role, phrases):
        phrase = party(sentence, holder, phrases)
        described = (*sentence.children(role), *sentence.children(holder, "amod", "advmod", "nummod"))
        former = any(w.relation == "nummod" or w.lemma.lower() in FORMER for w in described)
        body = role.lemma.lower() == "president" and any(
            w.lemma.lower() != "vice" for w in sentence.children(role, "compound")
        )
        far = role.deprel == "nmod:desc" and not 0 < holder.index - role.index <= MAX_TITLE
        if former or body or far:
            continue
        if phrase is not None and phrase.name is not None and phrase.name.kind == "PER":
            yield holder, "holds_office", role, role, f"office {role.lemma}"


def holders(sentence: Sentence, role: Word, phrases: Phrases) -> tuple[Word, ...]:
    """Whom a role noun is said of: the name it stands before, its apposition, or the subject of "is"."""
    head = sentence.head(role)
    if role.deprel == "nmod:desc" and head is not None:
        return (head,)
    if (
        role.relation == "appos"
        and head is not None
        and (role.head_type in {"person", "organization", "place"} or role.lemma.lower() in PARTS)
    ):
        return (head,)
    named = tuple(
        child
        for child in sentence.children(role, "appos", "flat")
        if child.upos == "PROPN" and party(sentence, child, phrases) is not None
    )
    if named:
        return named
    if sentence.child(role, "cop") is not None:
        return spread(sentence, sentence.children(role, "nsubj"))
    row = role_row(sentence, role)
    group = role.feature("Number") == "Plur" or role.lemma.lower() == "opposition"
    if row is not None and row["person"] in STANCES and group and party(sentence, role, phrases) is not None:
        return (role,)  # "Assad's *supporters* marched"
    return ()


def others(sentence: Sentence, role: Word, phrases: Phrases) -> tuple[Word, ...]:
    """The other side of a role noun: possessor, nationality or name before it, "of" or "for" after it."""
    found: list[Word] = []
    row = role_row(sentence, role)
    doubled = row is not None and " " in row["lemma"]  # "US *Attorney General*"
    parts = [
        w
        for w in sentence.children(role, "compound")
        if (doubled and w.index == role.index - 1) or party(sentence, w, phrases) is None
    ]
    beside = [w for part in parts for w in sentence.children(part, "nmod", "amod", "compound")]
    own = [w for w in sentence.children(role, "nmod", "amod", "compound", "obl") if w not in parts]
    for child in (*beside, *own):
        case = preposition(sentence, child)
        if child.deprel == "nmod:desc" or (
            case and child.deprel != "nmod:poss" and case not in OBJECT_PREPOSITIONS
        ):
            continue
        found.extend(w for w in conjuncts(sentence, child) if party(sentence, w, phrases) is not None)
    return tuple(found)


def _is_portfolio(sentence: Sentence, role: Word, other: Word, phrases: Phrases) -> bool:
    """Whether what follows "of" or "for" is a minister's field ("Secretary of *State*"), not a country."""
    if role.lemma.lower() not in {"minister", "secretary", "undersecretary"} or is_nationality(other):
        return False
    phrase = party(sentence, other, phrases)
    named = phrase is not None and phrase.name is not None and phrase.name.kind == "LOC"
    after = other.index > role.index and preposition(sentence, other) in {"of", "for"}
    body = other.head_type == "organization" and sentence.child(other, "det") is not None
    return after and not named and not body and other.head_type not in {"place", "person"}


def _is_named(sentence: Sentence, word: Word, phrases: Phrases) -> bool:
    phrase = party(sentence, word, phrases)
    return phrase is not None and phrase.name is not None


def category(sentence: Sentence, word: Word, phrases: Phrases) -> str:
    """Column of the role table for the other side."""
    phrase = party(sentence, word, phrases)
    name = phrase.name if phrase else None
    if is_nationality(word) or word.head_type == "place" or (name is not None and name.kind == "LOC"):
        return "place"
    single = word.head_type == "person" and word.feature("Number") != "Plur"
    if single or (name is not None and name.kind == "PER"):
        return "person"
    return "organization"
