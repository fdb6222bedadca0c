"""Coreference of event mentions within a document: precise rather than greedy.

A mention joins the latest earlier cluster that nothing speaks against, if something ties the two: the same
word beside a shared participant, a noun of the same root, a noun that points back ("the attack"), the news
of the lead told again, a noun that does what its verb tells ("airstrikes targeted"), or a toll verb beside
its cause ("killed" … "the bombing": gold guidelines, 14). Names are compared as words;
resolved values are not known yet.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from whence.extract.arguments import OWN_CLAUSE
from whence.extract.tables import mapping, words
from whence.handover import EventCandidate, Phrase, Sentence

LEAD = 2
"""Sentences from the top that tell the news itself; headline and lead tell it twice."""
NEAR = 2
"""Sentences within which a toll belongs to the attack told beside it."""
ROOT = 5
"""Letters in which a verb and its noun agree ("shoot", "shooting"; "resign", "resignation")."""
TOLL = frozenset({"killed", "injured"})
FURTHER = ("another ", "a second ", "a third ", "other ", "others", "more ", "a further ")
"""Openings of phrases that tell of somebody not told of before."""
FIGURE = re.compile(r"\d[\d,.]{0,12}")
MAX_CLUSTERS = 50
"""Clusters of a type that a mention is compared with, the latest first; keeps long pages linear."""
POINTING = frozenset({"the", "this", "that", "these", "those"})
Words = frozenset[str]
WIDE = re.compile(r"^(?:the )?\d{4}s?$|\b(?:year|decade|century|night|morning|afternoon|evening)$")
"""Times that may hold the day another mention names in other words ("last night", "on Monday")."""


def clustered(
    events: tuple[EventCandidate, ...], phrases: tuple[Phrase, ...], sentences: tuple[Sentence, ...]
) -> tuple[EventCandidate, ...]:
    """The events with ``cluster`` set to the first mention of the same event."""
    by_index = {sentence.index: sentence for sentence in sentences}
    kinds: dict[tuple[str, str | None], dict[int, list[EventCandidate]]] = {}
    found: list[EventCandidate] = []
    for event in events:
        clusters = kinds.setdefault((event.type, event.other), {})
        home = next(
            (
                first
                for first, members in islice(reversed(clusters.items()), MAX_CLUSTERS)
                if all(compatible(event, member, phrases) for member in members)
                and not any(is_counted_apart(event, member, by_index) for member in members)
                and any(tied(event, member, phrases, by_index) for member in members)
            ),
            event.index,
        )
        event = replace(event, cluster=home)
        clusters[home] = [*clusters.pop(home, []), event]  # the latest cluster stands last
        found.append(event)
    return tuple(found)


def dated(events: tuple[EventCandidate, ...]) -> tuple[EventCandidate, ...]:
    """The events with the date told of an earlier mention of the same event where they tell none (gold
    guidelines, 18): only past ones, and only from a mention that is dated in its own clause."""
    told: dict[int, list[EventCandidate]] = {}
    found: list[EventCandidate] = []
    for event in events:
        before = told.setdefault(event.cluster, [])
        if event.time is not None:
            before.append(event)
        elif event.realis == "past" and before and all(e.time == before[0].time for e in before):
            source = before[0]
            if source.realis == "past" and source.why.get("time") == OWN_CLAUSE:
                why = {**event.why, "time": f"as {source.trigger.text}"}
                evidence = {**event.evidence, "date": source.evidence["date"]}
                event = replace(event, time=source.time, time_inherited=True, why=why, evidence=evidence)
        found.append(event)
    return tuple(found)


def compatible(one: EventCandidate, other: EventCandidate, phrases: tuple[Phrase, ...]) -> bool:
    """Whether nothing told of two mentions speaks against one event."""
    if one.polarity != other.polarity or "generic" in {one.realis, other.realis}:
        return False
    if {one.realis, other.realis} in ({"past", "future"}, {"past", "conditional"}, {"ongoing", "future"}):
        return False
    toll = _toll_and_cause(one, other)
    if _differ(one.actors, other.actors, phrases):
        return False
    if not toll and _differ(one.recipients, other.recipients, phrases):
        return False
    places = tuple((e.place,) if e.place is not None else () for e in (one, other))
    if one.type != "MOBILIZE" and _differ(places[0], places[1], phrases):
        return False
    if one.time is not None and other.time is not None and one.sentence != other.sentence:
        when, then = (phrases[i].text.lower() for i in (one.time, other.time))
        if not (set(when.split()) & set(then.split()) or WIDE.search(when) or WIDE.search(then)):
            return False
    return not _different_counts(one, other)


def is_counted_apart(one: EventCandidate, other: EventCandidate, sentences: dict[int, Sentence]) -> bool:
    """Whether one mention is a noun in the singular and the other in the plural ("the raid", "raids")."""
    words_ = [sentences[e.sentence].word(e.head) for e in (one, other)]
    numbers = {w.feature("Number") for w in words_ if w.upos == "NOUN"}
    return all(w.upos == "NOUN" for w in words_) and len(numbers) > 1


def tied(
    one: EventCandidate, other: EventCandidate, phrases: tuple[Phrase, ...], sentences: dict[int, Sentence]
) -> bool:
    """Whether something says that the mention ``one`` is the earlier ``other``."""
    if _is_one_clause(one, other, sentences):
        return True
    pointing = _points_back(one, sentences)
    apart = one.sentence - other.sentence
    lead = other.sentence - min(sentences) < LEAD
    if _toll_and_cause(one, other):
        return apart <= (NEAR if pointing else 1)
    noun = sentences[one.sentence].word(one.head).upos == "NOUN"
    if apart and lead and (pointing or (noun and one.type == "NONE")):
        return True
    root = one.lemma[:ROOT] == other.lemma[:ROOT] and (noun or one.type != "NONE")
    if one.lemma != other.lemma and not root:
        generic = one.lemma in words("clusters/generic_nouns.tsv", "lemma")
        return pointing and generic and one.type != "NONE" and apart <= NEAR
    shared = _same(one.actors, other.actors, phrases) or _same(one.recipients, other.recipients, phrases)
    if shared or pointing:
        return apart > 0 or shared
    singular = noun and sentences[one.sentence].word(one.head).feature("Number") != "Plur"
    return apart > 0 and (lead or singular)


def _is_one_clause(one: EventCandidate, other: EventCandidate, sentences: dict[int, Sentence]) -> bool:
    """Whether one mention is a noun that does or undergoes the other ("Russian *airstrikes targeted* rebels",
    "launched the *attack* that *killed* twelve": gold guidelines, 14)."""
    if one.sentence != other.sentence:
        return False
    sentence = sentences[one.sentence]
    pair = (sentence.word(one.head), sentence.word(other.head))
    for noun, verb in (pair, pair[::-1]):
        under = noun.head == verb.index and (noun.relation in {"nsubj", "obj"} or noun.deprel == "obl:agent")
        above = verb.head == noun.index and verb.relation == "acl"
        told = verb.lemma.lower() in words("frames/telling.tsv", "lemma")
        if noun.upos == "NOUN" and verb.upos == "VERB" and not told and (under or above):
            return True
    return False


def _toll_and_cause(one: EventCandidate, other: EventCandidate) -> bool:
    roles = mapping("quantities/roles.tsv", "lemma", "role")
    tolls = [roles.get(e.lemma) in TOLL for e in (one, other)]
    attacks = [e.type == "ASSAULT" for e in (one, other)]
    return (tolls[0] != tolls[1]) and all(attacks)


def _points_back(event: EventCandidate, sentences: dict[int, Sentence]) -> bool:
    """Whether a noun points back ("the attack", "this raid")."""
    sentence = sentences[event.sentence]
    word = sentence.word(event.head)
    if word.upos not in {"NOUN", "PROPN"} or sentence.children(word, "nmod", "acl"):
        return False
    return any(d.text.lower() in POINTING for d in sentence.children(word, "det"))


def _same(mine: tuple[int, ...], theirs: tuple[int, ...], phrases: tuple[Phrase, ...]) -> bool:
    """Whether a participant of one mention shares a word with one of the other."""
    return any(_words(phrases[i]) & _words(phrases[j]) for i in mine for j in theirs)


def _differ(mine: tuple[int, ...], theirs: tuple[int, ...], phrases: tuple[Phrase, ...]) -> bool:
    """Whether both sides are named and no name is the other's, or the later one is somebody further ("a
    second man"); other descriptions and pronouns leave it open."""
    if any(phrases[i].text.lower().startswith(FURTHER) for i in mine) or _counts_differ(
        mine, theirs, phrases
    ):
        return True
    named = [[i for i in side if phrases[i].form == "name"] for side in (mine, theirs)]
    return all(named) and not _same(mine, theirs, phrases)


def _counts_differ(mine: tuple[int, ...], theirs: tuple[int, ...], phrases: tuple[Phrase, ...]) -> bool:
    """Whether both sides count in figures and no figure is the same ("900 people", "700 people")."""
    figures = [{w for i in side for w in FIGURE.findall(phrases[i].text)} for side in (mine, theirs)]
    return all(figures) and not figures[0] & figures[1]


def _words(phrase: Phrase) -> Words:
    """Words of a name, or of a description, that can be compared, singular and plural alike."""
    if phrase.form == "pronoun":
        return frozenset()
    text = phrase.text
    if phrase.name is not None:
        text = text[max(0, phrase.name.start - phrase.start) : max(0, phrase.name.end - phrase.start)] or text
    words = (w.strip(".,'\"“”’").lower() for w in text.split())
    bare = (w.removesuffix("'s").removesuffix("’s").removesuffix("s") for w in words)
    return frozenset(
        w
        for w in bare
        if len(w) > 2 and w.isalpha() and w not in {"the", "people", "other", "some", "with", "and"}
    )


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
