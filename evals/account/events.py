"""Measures of event mentions: triggers, types, arguments, dates, realis, stances, quantities, coreference.

Everything but the trigger is measured on mentions that both sides have; :mod:`evals.account.chains` also
counts the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TypeVar

from evals.account.counts import Counts, Tally, overlap, share
from evals.account.match import Score, common, one_to_one, same_name, same_phrase, same_source, same_span
from evals.account.telling import Days, Event, Phrase, Stance, Telling

Pairs = Sequence[tuple[Event, Event]]
V = TypeVar("V")

REALIS = ("past", "ongoing", "future", "conditional", "generic")
SIGNS = ("+", "-", "?")
CERTAINTIES = ("certain", "probable", "possible")
FLAGS = ("historical", "future", "hypothetical", "negation")
OUTSIDE = "NONE"
"""PLOVER's code for an event it has no type for."""


def matched(gold: Telling, told: Telling) -> list[tuple[Event, Event]]:
    """Mentions whose triggers overlap, one to one: as many as can be, then exact ones, then equal types."""
    return one_to_one(gold.events, told.events, _trigger_score)


def _trigger_score(a: Event, b: Event) -> Score | None:
    shared = common((a.start, a.end), (b.start, b.end))
    if not shared:
        return None
    exact = (a.start, a.end) == (b.start, b.end)
    return (2 * exact + (a.type == b.type), min(shared, 99) * 10 + max(0, 9 - abs(a.start - b.start)))


def score(gold: Telling, told: Telling, pairs: Pairs) -> Tally:
    """All measures of this module for one article; ``pairs`` from :func:`matched`."""
    number, count = len(gold.events), len(told.events)
    exact = sum((a.start, a.end) == (b.start, b.end) for a, b in pairs)
    tally = {
        "trigger": overlap(len(pairs), count, number),
        "trigger exact": overlap(exact, count, number),
        "words": Counts(told=told.words, gold=gold.words),
        "type": share(sum(a.type == b.type for a, b in pairs), len(pairs)),
        "realis": share(sum(a.realis == b.realis for a, b in pairs), len(pairs)),
        "sign": share(sum(a.sign == b.sign for a, b in pairs), len(pairs)),
        "certainty": share(sum(a.certainty == b.certainty for a, b in pairs), len(pairs)),
    }
    tally |= _typed(gold, told, pairs)
    tally |= _classes("realis", REALIS, pairs, lambda event: event.realis)
    tally |= _classes("sign", SIGNS, pairs, lambda event: event.sign)
    tally |= _classes("certainty", CERTAINTIES, pairs, lambda event: event.certainty)
    tally |= {
        f"flag: {flag}": overlap(
            sum(flag in a.flags & b.flags for a, b in pairs),
            sum(flag in b.flags for _, b in pairs),
            sum(flag in a.flags for a, _ in pairs),
        )
        for flag in FLAGS
    }
    tally |= _optional("mode", pairs, lambda event: event.mode, lambda a, b: a == b)
    tally |= _optional("place", pairs, lambda event: event.place, same_place)
    tally |= _optional("date", pairs, lambda event: event.date, lambda a, b: a == b)
    tally["date overlaps"] = _share_of_both(pairs, lambda event: event.date, overlapping)
    tally["place name"] = _share_of_both(pairs, lambda event: event.place, named_alike)
    tally["argument name"] = _argument_names(pairs)
    tally["actors"] = _arguments(pairs, lambda event: event.actors)
    tally["recipients"] = _arguments(pairs, lambda event: event.recipients)
    tally["quantities"] = _quantities(pairs)
    tally["other stances"] = _other_stances(pairs)
    return tally | coreference(pairs)


def _typed(gold: Telling, told: Telling, pairs: Pairs) -> Tally:
    right = Counter(a.type for a, b in pairs if a.type == b.type)
    golds, tolds = Counter(e.type for e in gold.events), Counter(e.type for e in told.events)
    tally = {
        f"typed: {name}": overlap(right[name], tolds[name], golds[name])
        for name in sorted(golds.keys() | tolds.keys())
    }
    tally["typed"] = overlap(right.total(), tolds.total(), golds.total())
    tally["typed within PLOVER"] = overlap(
        right.total() - right[OUTSIDE], tolds.total() - tolds[OUTSIDE], golds.total() - golds[OUTSIDE]
    )
    return tally


def _classes(name: str, classes: Sequence[str], pairs: Pairs, value: Callable[[Event], str | None]) -> Tally:
    return {
        f"{name}: {label}": overlap(
            sum(value(a) == label == value(b) for a, b in pairs),
            sum(value(b) == label for _, b in pairs),
            sum(value(a) == label for a, _ in pairs),
        )
        for label in classes
    }


def _optional(
    name: str, pairs: Pairs, value: Callable[[Event], V | None], same: Callable[[V, V], bool]
) -> Tally:
    """A field that may be null: precision and recall over the mentions that have it, accuracy where both
    have it, and how often it is told where gold has none."""
    right = told = gold = both = extra = 0
    for a, b in pairs:
        x, y = value(a), value(b)
        told, gold = told + (y is not None), gold + (x is not None)
        extra += x is None and y is not None
        if x is not None and y is not None:
            both += 1
            right += same(x, y)
    return {
        name: overlap(right, told, gold),
        f"{name} where both give one": share(right, both),
        f"{name} told where gold has none": share(extra, len(pairs) - gold),
    }


def _share_of_both(pairs: Pairs, value: Callable[[Event], V | None], same: Callable[[V, V], bool]) -> Counts:
    """Of the mentions in which both sides fill a field, those that agree."""
    both = [(x, y) for a, b in pairs if (x := value(a)) is not None and (y := value(b)) is not None]
    return share(sum(same(x, y) for x, y in both), len(both))


def overlapping(a: Days, b: Days) -> bool:
    """At least one day in common; an open side has no end."""
    return (a.first or "") <= (b.last or "9999") and (b.first or "") <= (a.last or "9999")


def named_alike(a: Phrase, b: Phrase) -> bool:
    """Equal names, up to what encloses a place ("Kabul, Afghanistan" is "Kabul")."""
    return same_name(a.name, b.name) or same_name(_short(a).name, _short(b).name)


def _same_place_best_name(x: Phrase, y: Phrase) -> tuple[int] | None:
    return (int(same_name(x.name, y.name)),) if same_span(_span(x), _span(y)) else None


def _argument_names(pairs: Pairs) -> Counts:
    """Of the actors and recipients whose phrases are matched by place in the text, those of the same name."""
    found = [
        (x, y)
        for a, b in pairs
        for golds, tolds in ((a.actors, b.actors), (a.recipients, b.recipients))
        for x, y in one_to_one(golds, tolds, _same_place_best_name)
    ]
    return share(sum(same_name(x.name, y.name) for x, y in found), len(found))


def _span(phrase: Phrase) -> tuple[int, int, str]:
    return phrase.start, phrase.end, phrase.text


def same_place(a: Phrase, b: Phrase) -> bool:
    """The same phrase, or names alike up to what encloses them ("Kabul, Afghanistan" is "Kabul")."""
    return same_phrase(a, b) or same_phrase(_short(a), _short(b))


def _short(place: Phrase) -> Phrase:
    name = place.name.split(",")[0] if place.name else None
    return Phrase(start=place.start, end=place.end, text=place.text, name=name)


def _arguments(pairs: Pairs, value: Callable[[Event], Sequence[Phrase]]) -> Counts:
    right = sum(
        len(one_to_one(value(a), value(b), lambda x, y: () if same_phrase(x, y) else None)) for a, b in pairs
    )
    return overlap(right, sum(len(value(b)) for _, b in pairs), sum(len(value(a)) for a, _ in pairs))


def _quantities(pairs: Pairs) -> Counts:
    right = sum((Counter(a.numbers) & Counter(b.numbers)).total() for a, b in pairs)
    return overlap(right, sum(len(b.numbers) for _, b in pairs), sum(len(a.numbers) for a, _ in pairs))


def _other_stances(pairs: Pairs) -> Counts:
    """Gold notes another holder only where that holder differs, so only recall means something: some holder
    with the same innermost source takes the same sign."""
    found = sum(_held(stance, b) for a, b in pairs for stance in a.others)
    return Counts(found=found, gold=sum(len(a.others) for a, _ in pairs))


def _held(stance: Stance, event: Event) -> bool:
    held = [*event.others]
    if event.sign is not None:
        held.append(Stance(chain=event.chain, sign=event.sign))
    return any(one.sign == stance.sign and _same_holder(one, stance) for one in held)


def _same_holder(a: Stance, b: Stance) -> bool:
    if not a.chain or not b.chain:
        return not a.chain and not b.chain
    return same_source(a.chain[0], b.chain[0])


def coreference(pairs: Pairs) -> Tally:
    """Pairwise links and B³ (Bagga and Baldwin 1998) over the mentions both sides have."""
    linked_gold = linked_told = linked_both = 0
    for (a, b), (c, d) in combinations(pairs, 2):
        gold, told = a.cluster == c.cluster, b.cluster == d.cluster
        linked_gold, linked_told = linked_gold + gold, linked_told + told
        linked_both += gold and told
    golds, tolds = Counter(a.cluster for a, _ in pairs), Counter(b.cluster for _, b in pairs)
    cells = Counter((a.cluster, b.cluster) for a, b in pairs)
    hits = sum(count * count / tolds[key[1]] for key, count in cells.items())
    found = sum(count * count / golds[key[0]] for key, count in cells.items())
    return {
        "coreference links": overlap(linked_both, linked_told, linked_gold),
        "coreference B3": Counts(hits, len(pairs), found, len(pairs)),
    }
