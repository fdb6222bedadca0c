"""Coreference of event mentions within a document: precise rather than greedy.

A mention joins the latest earlier cluster it is compatible with, if something ties the two: the same word, a
definite noun ("the attack"), or a toll verb beside its cause ("killed" … "the bombing": gold guidelines, 14).
Names are compared as words; the resolved values are not known yet.
"""

from __future__ import annotations

from dataclasses import replace

from whence.extract.tables import mapping
from whence.handover import EventCandidate, Phrase, Sentence

MAX_DISTANCE = 12
"""Sentences between two mentions of one event; further apart a shared word says little."""
TOLL = frozenset({"killed", "injured"})
Words = frozenset[str]


def clustered(
    events: tuple[EventCandidate, ...], phrases: tuple[Phrase, ...], sentences: tuple[Sentence, ...]
) -> tuple[EventCandidate, ...]:
    """The events with ``cluster`` set to the first mention of the same event."""
    by_index = {sentence.index: sentence for sentence in sentences}
    clusters: dict[int, list[EventCandidate]] = {}
    found: list[EventCandidate] = []
    for event in events:
        home = next(
            (
                first
                for first, members in sorted(clusters.items(), key=lambda item: -item[1][-1].index)
                if all(compatible(event, member, phrases) for member in members)
                and any(tied(event, member, phrases, by_index) for member in members)
            ),
            event.index,
        )
        event = replace(event, cluster=home)
        clusters.setdefault(home, []).append(event)
        found.append(event)
    return tuple(found)


def compatible(one: EventCandidate, other: EventCandidate, phrases: tuple[Phrase, ...]) -> bool:
    """Whether nothing told of two mentions speaks against one event."""
    if one.sentence - other.sentence > MAX_DISTANCE or one.polarity != other.polarity:
        return False
    if {one.realis, other.realis} in ({"past", "future"}, {"past", "conditional"}, {"ongoing", "future"}):
        return False
    if "generic" in {one.realis, other.realis}:
        return False
    if not (one.type == other.type and one.other == other.other) and not _toll_and_cause(one, other):
        return False
    slots = [(one.actors, other.actors)]
    if not _toll_and_cause(one, other):
        slots.append((one.recipients, other.recipients))
    for mine, theirs in slots:
        if mine and theirs and not _share(_names(mine, phrases), _names(theirs, phrases)):
            return False
    if one.place is not None and other.place is not None:
        here, there = _names((one.place,), phrases), _names((other.place,), phrases)
        if here and there and not _share(here, there) and one.type != "MOBILIZE":
            return False
    if one.time is not None and other.time is not None:
        when, then = phrases[one.time].text.lower(), phrases[other.time].text.lower()
        if (
            when != then
            and one.sentence != other.sentence
            and not _share(frozenset(when.split()), frozenset(then.split()))
        ):
            return False
    return not _different_counts(one, other)


def tied(
    one: EventCandidate, other: EventCandidate, phrases: tuple[Phrase, ...], sentences: dict[int, Sentence]
) -> bool:
    """Whether something says that two mentions are one event."""
    if _toll_and_cause(one, other):
        return one.sentence - other.sentence <= 2 or _is_definite(one, sentences)
    shared = bool(
        _share(_names(one.actors, phrases), _names(other.actors, phrases))
        or _share(_names(one.recipients, phrases), _names(other.recipients, phrases))
    )
    if one.sentence == other.sentence and one.lemma == other.lemma and not shared:
        return False
    if _root(one.lemma) == _root(other.lemma):
        return shared or _is_definite(one, sentences)
    if one.mode != other.mode and one.mode and other.mode:
        return False
    if one.type == "NONE":
        return one.other == other.other and (shared or _is_definite(one, sentences))
    return (shared and one.sentence != other.sentence) or _is_definite(one, sentences)


def _toll_and_cause(one: EventCandidate, other: EventCandidate) -> bool:
    roles = mapping("quantities/roles.tsv", "lemma", "role")
    tolls = [roles.get(e.lemma) in TOLL for e in (one, other)]
    attacks = [e.type == "ASSAULT" for e in (one, other)]
    return (tolls[0] != tolls[1]) and all(attacks)


def _is_definite(event: EventCandidate, sentences: dict[int, Sentence]) -> bool:
    """Whether a noun points back ("the attack", "this raid")."""
    sentence = sentences[event.sentence]
    word = sentence.word(event.head)
    if word.upos not in {"NOUN", "PROPN"} or sentence.children(word, "nmod", "acl"):
        return False
    return any(
        d.text.lower() in {"the", "this", "that", "these", "those"} for d in sentence.children(word, "det")
    )


def _names(indices: tuple[int, ...], phrases: tuple[Phrase, ...]) -> Words:
    """Words of the names and nouns of phrases that can be compared; pronouns have none."""
    found: set[str] = set()
    for index in indices:
        phrase = phrases[index]
        if phrase.form == "pronoun":
            return frozenset()
        text = phrase.name and phrase.text[phrase.name.start - phrase.start : phrase.name.end - phrase.start]
        found.update(
            w.strip(".,'\"“”’").lower().removesuffix("'s").removesuffix("’s")
            for w in (text or phrase.text).split()
        )
    return frozenset(
        w for w in found if len(w) > 3 and w not in {"people", "others", "some", "other", "with"}
    )


def _share(one: Words, other: Words) -> bool:
    """Whether two bags of words meet, singular and plural alike."""
    mine, theirs = ({w.removesuffix("s") for w in words} for words in (one, other))
    return bool(mine & theirs)


def _root(lemma: str) -> str:
    """A verb and its noun alike, roughly: the first five letters ("shoot", "shooting"; "arrest")."""
    return lemma[:5]


def _different_counts(one: EventCandidate, other: EventCandidate) -> bool:
    """Whether both count the same kind of people and their ranges do not meet."""
    for mine in one.quantities:
        for theirs in other.quantities:
            if mine.role == theirs.role and mine.role in TOLL:
                low = max(mine.low or 0, theirs.low or 0)
                highs = [h for h in (mine.high, theirs.high) if h is not None]
                if highs and low > min(highs):
                    return True
    return False
