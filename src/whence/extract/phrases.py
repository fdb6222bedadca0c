"""Referring expressions: every phrase that could be an actor, a place or a time, one per head word."""

from __future__ import annotations

import re
from typing import Literal

from whence.extract.tables import words
from whence.extract.times import is_time
from whence.extract.tree import argument_relation, noun_phrase, preposition
from whence.handover import Name, Phrase, Sentence, Word
from whence.records import Form

Kind = Literal["actor", "place", "time"]

ACTOR_TYPES = frozenset({"person", "organization"})
NOMINAL = frozenset({"NOUN", "PROPN"})
ACTING = frozenset(
    {"nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl:agent", "nmod:poss", "vocative"}
)
"""Relations in which a place name stands for its government or people."""
STANCE = re.compile(r"(?:[Aa]nti|[Pp]ro)[-–](?=[A-Z])")
INSIDE_NAME = frozenset({"flat", "compound", "goeswith", "fixed", "list"})


def phrases(text: str, sentences: tuple[Sentence, ...], names: tuple[Name, ...]) -> tuple[Phrase, ...]:
    """All phrases of the sentences of a document's ``text``, in text order of their head words."""
    found: list[Phrase] = []
    named: dict[int, list[Name]] = {}
    for name in names:
        named.setdefault(name.sentence, []).append(name)
    for sentence in sentences:
        inside = tuple(named.get(sentence.index, ()))
        for word in sentence.words:
            head_name = name_headed(sentence, word, inside)
            kind = phrase_kind(sentence, word, head_name)
            if kind is None or (head_name is None and in_place_name(word, inside)):
                continue
            first, last = phrase_edges(sentence, word, kind=kind)
            if head_name is not None and head_name.kind == "LOC":
                first = min(first, sentence.word(head_name.first), key=lambda w: w.index)
                last = max(last, sentence.word(head_name.last), key=lambda w: w.index)
            prefix = stance_prefix(word)
            found.append(
                Phrase(
                    index=len(found),
                    sentence=sentence.index,
                    head=word.index,
                    start=first.start + prefix,
                    end=last.end,
                    text=text[first.start + prefix : last.end],
                    kind=kind,
                    form="name" if prefix else form(word, head_name),
                    name=head_name,
                )
            )
    return tuple(found)


def thing(text: str, sentence: Sentence, word: Word, index: int) -> Phrase:
    """The noun phrase of a word that is no actor, place or time, as phrase ``index``."""
    first, last = noun_phrase(sentence, word)
    return Phrase(
        index=index,
        sentence=sentence.index,
        head=word.index,
        start=first.start,
        end=last.end,
        text=text[first.start : last.end],
        kind="thing",
        form="name" if word.upos == "PROPN" else "nominal",
        name=None,
    )


def name_headed(sentence: Sentence, word: Word, names: tuple[Name, ...]) -> Name | None:
    """The proper name whose syntactic head is ``word``: the one word of the name whose own head lies
    outside it (the first, if the tree disagrees with the name)."""
    for name in names:
        if name.first <= word.index <= name.last:
            outside = [
                w for w in sentence.words[name.first - 1 : name.last] if not name.first <= w.head <= name.last
            ]
            return name if outside and outside[0].index == word.index else None
    return None


def in_place_name(word: Word, names: tuple[Name, ...]) -> bool:
    """Whether the word is a piece of a place's name that another word heads ("New *Hampshire*" in a list),
    not a name of its own that qualifies ("*Fargo* Police")."""
    if word.relation == "compound" or is_nationality(word):
        return False
    return any(name.kind == "LOC" and name.first <= word.index <= name.last for name in names)


def phrase_kind(sentence: Sentence, word: Word, name: Name | None) -> Kind | None:
    """What the phrase headed by ``word`` could refer to; None if it is no referring expression."""
    if is_time(sentence, word):
        return "time"
    if stance_prefix(word):
        return "actor"
    if word.upos in {"ADJ", "PROPN", "NOUN"} and is_nationality(word) and word.deprel != "flat":
        return "actor"
    if word.deprel == "nmod:desc":
        return None
    if word.relation in {"compound", "amod"} and is_adjectival_name(word):
        return "actor"
    if word.relation in INSIDE_NAME and not is_modifier_actor(word) and is_inside(sentence, word, name):
        return None
    if word.upos == "PRON":
        return "actor" if is_pronoun_actor(sentence, word) else None
    if word.upos in {"NUM", "ADJ", "DET"} and name is None:
        return "actor" if is_people_counted(sentence, word) else None
    if name is not None and word.upos in {"NOUN", "PROPN", "ADJ", "X", "VERB", "NUM"}:
        if name.kind == "LOC":
            return "actor" if is_acting(sentence, word) else "place"
        return "actor"
    if word.upos not in NOMINAL:
        return None
    if word.head_type in ACTOR_TYPES or (
        word.lemma.lower() in agent_nouns() and word.head_type not in {"place", "event", "time"}
    ):
        return "actor"
    if word.head_type == "place":
        proper = word.upos == "PROPN"
        return "actor" if proper and is_acting(sentence, word) else "place"
    return None


def is_inside(sentence: Sentence, word: Word, name: Name | None) -> bool:
    """Whether a modifier is only a piece of the name it stands in ("*Hong* Kong"), not a name before a title
    or a noun ("*Labour* MP Tom Watson")."""
    if name is None or word.index == len(sentence.words):
        return True
    follower = sentence.word(word.index + 1)
    title = follower.lemma.lower() in agent_nouns()
    return word.head_type is None and name.first == name.last and follower.upos == "PROPN" and not title


def stance_prefix(word: Word) -> int:
    """Length of "anti-" or "pro-" before a name in one qualifying word ("*anti-*Assad rebels")."""
    match = STANCE.match(word.text) if word.relation in {"amod", "compound"} else None
    return match.end() if match else 0


def phrase_edges(sentence: Sentence, word: Word, *, kind: Kind) -> tuple[Word, Word]:
    """First and last word of the phrase."""
    if (word.upos == "ADJ" and is_nationality(word)) or stance_prefix(word):
        return word, word
    return noun_phrase(sentence, word, with_asides=kind == "time")


def form(word: Word, name: Name | None) -> Form:
    """Whether the phrase names, describes or only points."""
    if word.upos == "PRON":
        return "pronoun"
    if name is not None or word.upos == "PROPN" or (word.upos == "ADJ" and is_nationality(word)):
        return "name"
    return "nominal"


def word_class(name: str) -> frozenset[str]:
    """A closed word class: `pronoun` (refer to somebody), `group` (stand for people when an argument),
    `acting` (prepositions after which a place name stands for its government or people)."""
    return words("phrases/word_classes.tsv", "word", **{"class": name})


def agent_nouns() -> frozenset[str]:
    """Lemmas of nouns that name people or groups of people."""
    return words("phrases/agent_nouns.tsv", "lemma")


def is_nationality(word: Word) -> bool:
    """Whether the word names a people or belongs to a country ("Russian", "Russians")."""
    known = words("phrases/nationalities.tsv", "word", use="any")
    text = word.text
    return text in known or (text.endswith("s") and text[:-1] in known and len(text) > 4)


def is_adjectival_name(word: Word) -> bool:
    """Whether a name before a noun is used like a nationality ("*US* troops")."""
    return word.relation in {"compound", "amod", "obl", "nmod"} and word.text in words(
        "phrases/nationalities.tsv", "word", use="modifier"
    )


def is_modifier_actor(word: Word) -> bool:
    """Whether a compound modifier is itself an actor ("*police* raid", "*rebel* positions")."""
    return word.relation == "compound" and (
        (word.lemma.lower() in agent_nouns() and word.upos == "NOUN")
        or (word.head_type in {"person", "organization", "place"} and word.upos == "PROPN")
    )


def is_acting(sentence: Sentence, word: Word) -> bool:
    """Whether a place name stands where an actor would: subject, object, possessor, with "by", "against"."""
    relation, _ = argument_relation(sentence, word)
    case = preposition(sentence, word)
    if case:
        return case in word_class("acting")
    return relation in ACTING or is_backing(sentence, word)


def is_backing(sentence: Sentence, word: Word) -> bool:
    """Whether a name qualifies a participle as who acts ("*US*-backed")."""
    head = sentence.head(word)
    return (
        head is not None
        and head.xpos == "VBN"
        and word.relation in {"obl", "compound", "nmod"}
        and word.index < head.index
    )


def is_pronoun_actor(sentence: Sentence, word: Word) -> bool:
    """Whether a pronoun refers to somebody; expletive, relative and interrogative ones do not."""
    if word.relation in {"expl", "det", "mark"} or word.feature("PronType") in {"Rel", "Int"}:
        return False
    text = word.text.lower()
    return text in word_class("pronoun") or (
        text in word_class("group") and is_people_counted(sentence, word)
    )


def is_people_counted(sentence: Sentence, word: Word) -> bool:
    """Whether a number or an adjective without a noun is an argument and so stands for people ("killing
    *seven*", "the *wounded*")."""
    relation, governor = argument_relation(sentence, word)
    if (
        relation not in {"nsubj", "nsubj:pass", "obj", "obl:agent"}
        or governor is None
        or governor.upos != "VERB"
    ):
        return False
    if word.upos == "NUM":
        # "Protests, *one of which* …" counts what goes before.
        relative = any(w.text.lower() in {"which", "whom"} for w in sentence.children(word, "nmod"))
        return word.text[:1].isalnum() and not relative and not is_measured(sentence, word)
    if word.upos == "ADJ":
        return sentence.child(word, "det") is not None or word.text.lower() in word_class("group")
    return word.text.lower() in word_class("group")


def is_measured(sentence: Sentence, word: Word) -> bool:
    """Whether a number counts a unit or money rather than people."""
    near = sentence.words[max(0, word.index - 2) : word.index + 1]
    return any(w.upos == "SYM" or w.text in {"$", "€", "£", "%", "percent"} for w in near)
