"""Evidence that two tellings are of one event: what agrees, what differs, what forbids it.

Each kind of evidence has a weight in hundredths of log-odds (``data/linking/weights.tsv``); their sum is the
log-odds of one event, as in the waterfall of record linkage (Fellegi and Sunter 1969). Weights are learned
(``training/linking.py``), those of kinds that no corpus shows are judgements. Sums of integers are exact, so
the same pairs are linked on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np

from whence.link.meanings import likeness
from whence.link.sets import Bools, Ints, Sets, numbered
from whence.link.tellings import Telling
from whence.link.terms import rarity
from whence.schema import speech_acts

BIAS = "tellings of one story"
"""Holds of every pair."""
ALIKE = (10, 20, 30, 40, 50, 60, 70)
"""Cosines of two triggers, in per cent, at which the evidence changes."""
COMPARED = 30
"""Triggers less alike than this, of no common type, are never compared: a judgement that bounds the time. Of
pairs of a common type that are less alike 7 to 14 % are one event (``weights.tsv``)."""
RARE = 3.0
"""Rarity (natural logarithm of one over the share of texts with the word) from which a trigger says much."""
SLACK = timedelta(days=1).days
"""Days by which dates may differ: reports of one night's events carry two dates, and time zones differ."""
WINDOW = timedelta(days=6).days
"""Without a date of its own an event is taken to lie in the week before its report."""
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""PLOVER types of what two sides do together: "A met B", "B met A" and "A and B met" tell of one meeting."""
_HAPPENED, _PLANNED = 1, 2
_REALIS = {"past": _HAPPENED, "ongoing": _HAPPENED, "future": _PLANNED, "conditional": 4, "generic": 8}
_BLOCK = 50_000
"""Pairs weighed at a time, which bounds memory."""


class Tellings:
    """Tellings of one story, encoded for comparing many pairs at once."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self.count = len(tellings)
        names = sorted({t.lemma for t in tellings})
        self._lemma = numbered([t.lemma for t in tellings], names)
        self._like = likeness(names)
        self._rare = np.array([rarity(name.partition("_")[0]) >= RARE for name in names], bool)
        self._type = numbered([(t.type, t.other) for t in tellings])
        self._typed = np.array([t.type != "NONE" for t in tellings], bool)
        self._mutual = np.array([t.type in MUTUAL for t in tellings], bool)
        said = speech_acts()
        self._speech = np.array([t.lemma in said for t in tellings], bool)
        self._mode = numbered([t.mode for t in tellings], (None,))
        parties = [t.actors | t.recipients for t in tellings]
        self._actors = Sets([t.actors for t in tellings], of=parties)
        self._recipients = Sets([t.recipients for t in tellings], of=parties)
        self._parties = Sets(parties)
        self._kinds = Sets([t.actor_kinds for t in tellings])
        persons = [t.persons | t.targets for t in tellings]
        self._persons = Sets([t.persons for t in tellings], of=persons)
        self._targets = Sets([t.targets for t in tellings], of=persons)
        areas = [t.places | t.within for t in tellings]
        self._places = Sets([t.places for t in tellings], of=areas)
        self._within = Sets([t.within for t in tellings], of=areas)
        self._located = np.array([t.located for t in tellings], bool)
        self._figures = Sets([t.figures for t in tellings])
        self._free = {
            field: np.array([field in t.contested for t in tellings], bool)
            for field in ("recipient", "place")
        }
        self._realis = np.array([_REALIS[t.realis] for t in tellings], np.int64)
        self._dated = np.array([t.dates is not None for t in tellings], bool)
        self._published = np.array([t.published is not None for t in tellings], bool)
        windows = [_window(t) for t in tellings]
        self._from = np.array([low for low, _ in windows], np.int64)
        self._to = np.array([high for _, high in windows], np.int64)

    def candidates(self) -> Iterator[tuple[Ints, Ints]]:
        """Pairs ``i < j`` that are worth comparing, each once: of one type, or with triggers alike in
        meaning; some at a time, which bounds memory."""
        kinds = numbered(list(zip(self._type.tolist(), self._lemma.tolist(), strict=True)))
        members = [np.flatnonzero(kinds == kind) for kind in range(int(kinds.max(initial=-1)) + 1)]
        first = np.array([group[0] for group in members], np.int64)
        waiting: list[tuple[Ints, Ints]] = []
        size = 0
        for number, group in enumerate(members):
            others = first[number:]
            here = np.full(len(others), first[number])
            near = (self._type[here] == self._type[others]) & self._typed[here]
            near |= self._lemma[here] == self._lemma[others]
            near |= self._like[self._lemma[here], self._lemma[others]] >= COMPARED
            opposite = [members[place] for place in (np.flatnonzero(near[1:]) + number + 1).tolist()]
            later = np.concatenate([group[:0], *opposite])
            for place, one in enumerate(group.tolist()):
                other = np.concatenate([group[place + 1 :], later])
                waiting.append((np.minimum(one, other), np.maximum(one, other)))
                size += len(other)
                if size >= _BLOCK:
                    yield _joined(waiting)
                    waiting, size = [], 0
        yield _joined(waiting)

    def evidence(self, i: Ints, j: Ints, together: Bools, one: Bools) -> dict[str, Bools]:
        """Kind of evidence → of which pairs it holds. ``together`` are pairs of one document, ``one`` those
        that it tells as one event."""
        found: dict[str, Bools] = {BIAS: np.ones(len(i), bool)}
        same = self._lemma[i] == self._lemma[j]
        rare = same & self._rare[self._lemma[i]]
        found["same trigger, a rare word"] = rare
        found["same trigger, a common word"] = same & ~rare
        alike = self._like[self._lemma[i], self._lemma[j]]
        for low, high in pairwise((-100, *ALIKE, 101)):
            found[f"triggers alike {max(low, 0)} %"] = ~same & (low <= alike) & (alike < high)
        typed = self._typed[i], self._typed[j]
        agree = self._type[i] == self._type[j]
        found["same type"] = agree & typed[0]
        found["other type"] = ~agree & typed[0] & typed[1]
        found["type of one only"] = typed[0] ^ typed[1]
        both = (self._mode[i] > 0) & (self._mode[j] > 0)
        modes = self._mode[i] == self._mode[j]
        found["same mode"], found["other mode"] = both & modes, both & ~modes
        found |= self._slots(i, j)
        # "They did not hit ISIS" takes for granted a strike on someone that was told of elsewhere, and not
        # any other attack.
        found["recipient denied"] &= same | found["same mode"] | found["same actor"]
        found |= self._circumstances(i, j)
        found["one report"] = together
        found["one report, same trigger"] = together & same
        found["told as one"] = one
        found["one report, not told as one"] = together & ~one
        return found

    def apart(self, i: Ints, j: Ints) -> Bools:
        """Pairs that cannot be one event: done to persons of other names, at other places, on other days, or
        a plan and its fulfilment: those are two events, joined by ``follows``."""
        result: Bools = (self._realis[i] | self._realis[j]) == _HAPPENED | _PLANNED
        # Groups and places go by many names, persons by one: two arrests of one day are two events.
        persons: Bools = self._targets.both(i, j)
        persons = (
            persons & ~self._targets.meet(self._persons, i, j) & ~self._targets.meet(self._persons, j, i)
        )
        result |= persons & ~self._free["recipient"][i] & ~self._free["recipient"][j]
        # What two persons or bodies say is two acts, however alike.
        said = self._speech[i] & self._speech[j] & ~(self._mutual[i] & self._mutual[j])
        result |= said & self._actors.both(i, j) & ~self._actors.meet(self._actors, i, j)
        # Other names of places nobody has looked up may be of one: "the hospital" and "Tarsk".
        places = self._located[i] & self._located[j] & ~self._near(i, j)
        result |= places & ~self._free["place"][i] & ~self._free["place"][j]
        result |= self._dated[i] & self._dated[j] & ~self._overlap(i, j, SLACK)
        return result

    def _slots(self, i: Ints, j: Ints) -> dict[str, Bools]:
        """Who did it and to whom; of what sides do together it matters not who is named first."""
        mutual = self._mutual[i] & self._mutual[j]
        shared = self._parties.common(self._parties, i, j)
        doer = np.where(mutual, shared > 0, self._actors.meet(self._actors, i, j))
        target = np.where(mutual, shared > 1, self._recipients.meet(self._recipients, i, j))
        doers = np.where(mutual, self._parties.both(i, j), self._actors.both(i, j))
        several = (self._parties.size[i] > 1) & (self._parties.size[j] > 1)
        targets = np.where(mutual, several, self._recipients.both(i, j))
        like = self._kinds.meet(self._kinds, i, j)
        free = self._free["recipient"][i] | self._free["recipient"][j]
        person = self._persons.meet(self._persons, i, j)
        crossed = self._actors.meet(self._recipients, i, j) | self._actors.meet(self._recipients, j, i)
        return {
            "same actor": doer,
            "like actor": doers & ~doer & like,
            "other actor": doers & ~doer & ~like,
            "actor of one only": ~mutual & (self._actors.filled(i) ^ self._actors.filled(j)),
            "same recipient": target,
            "recipient denied": targets & ~target & free,
            "other recipient": targets & ~target & ~free,
            "recipient of one only": ~mutual & (self._recipients.filled(i) ^ self._recipients.filled(j)),
            "actor of one is recipient of the other": ~mutual & crossed,
            "same person": person,
            "other person": self._persons.both(i, j) & ~person,
        }

    def _circumstances(self, i: Ints, j: Ints) -> dict[str, Bools]:
        """Where and when, and how many."""
        same = self._places.meet(self._places, i, j)
        dated = self._dated[i] & self._dated[j]
        day = (self._from[i] == self._from[j]) & (self._to[i] == self._to[j])
        real = (self._realis[i] == _HAPPENED) ^ (self._realis[j] == _HAPPENED)
        known = (self._dated | self._published)[i] & (self._dated | self._published)[j]
        figures, figure = self._figures.both(i, j), self._figures.meet(self._figures, i, j)
        return {
            "same place": same,
            "place in place": self._places.both(i, j) & ~same & self._near(i, j),
            "other place": self._places.both(i, j) & ~self._near(i, j),
            "same day": dated & day,
            "dates overlap": dated & ~day & self._overlap(i, j, SLACK),
            "undated, reports apart": ~dated & known & ~self._overlap(i, j, SLACK),
            "happened by one only": real,
            "same figure": figure,
            "other figure": figures & ~figure,
        }

    def _near(self, i: Ints, j: Ints) -> Bools:
        held = self._places.meet(self._within, i, j) | self._places.meet(self._within, j, i)
        return held | self._places.meet(self._places, i, j)

    def _overlap(self, i: Ints, j: Ints, slack: int) -> Bools:
        result: Bools = (self._from[i] <= self._to[j] + slack) & (self._from[j] <= self._to[i] + slack)
        return result


def _window(telling: Telling) -> tuple[int, int]:
    if telling.dates is not None:
        return telling.dates[0].toordinal(), telling.dates[1].toordinal()
    if telling.published is not None:
        day = telling.published.toordinal()
        return day - WINDOW, day
    return 0, 0


def weigh(found: Mapping[str, Bools]) -> Ints:
    """Log-odds of one event of each pair, in hundredths."""
    table = weights()
    result: Ints = np.zeros(len(found[BIAS]), np.int64)
    for name, holds in found.items():
        result[holds] += table[name]
    return result


@cache
def weights() -> Mapping[str, int]:
    """Kind of evidence → weight, in hundredths of log-odds."""
    lines = (files("whence.data") / "linking/weights.tsv").read_text(encoding="utf-8").splitlines()
    return {name: int(weight) for name, weight, *_ in (line.split("\t") for line in lines[1:])}


def _joined(pairs: Sequence[tuple[Ints, Ints]]) -> tuple[Ints, Ints]:
    none = np.zeros(0, np.int64)
    first, second = (
        (np.concatenate([none, *side]) for side in zip(*pairs, strict=True)) if pairs else (none, none)
    )
    return first, second
