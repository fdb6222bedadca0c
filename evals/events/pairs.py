"""The measures of plv: what one marked phrase of a sentence does to another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

from evals.events.coded import Event, Reading, Side, Span
from evals.events.intervals import macro_f1, share
from evals.events.measures import Counts, Measure, by_class
from evals.events.sets import YIELD, Pair

ROOTS = (
    *("ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE"),
    *("PROTEST", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD"),
)
"""The 15 types of plv."""

Answer = Callable[[Pair, Reading], str | None]
"""The type a coder gives a pair; ``None`` if it does not code it."""


def _meets(side: Side, mark: Span, *, anywhere: bool) -> bool:
    spans = ((side.span,) if side.span else ()) + (side.others if anywhere else ())
    return any(start < mark[1] and mark[0] < end for start, end in spans)


def _covers(event: Event, source: Span, target: Span, *, anywhere: bool, placed: bool = False) -> bool:
    def meets(side: Side, mark: Span) -> bool:
        return _meets(side, mark, anywhere=anywhere)

    if event.recipients:
        return any(meets(side, source) for side in event.actors) and any(
            meets(side, target) for side in event.recipients
        )
    if placed and event.place is not None and any(meets(side, source) for side in event.actors):
        start, end = event.place
        return start < target[1] and target[0] < end
    return any(meets(a, source) and meets(b, target) for a, b in permutations(event.actors, 2))


def root15(kind: str | None) -> str | None:
    """A PLOVER type as plv has it."""
    return "YIELD" if kind in YIELD else kind


def first_covering(
    row: Pair, reading: Reading, *, anywhere: bool = False, placed: bool = False
) -> str | None:
    """The type of the first event, in the order of the text, whose actor shares a character with the mark of
    the source and whose recipient does with that of the target; of an event without a recipient two of its
    actors, either way round. A pair with one mark only is covered by nothing. ``anywhere``: what is marked
    may also be another mention of the same actor. ``placed``: of an event without a recipient the target may
    be its place."""
    if row.source is None or row.target is None:
        return None
    for event in reading.typed:
        if _covers(event, row.source, row.target, anywhere=anywhere, placed=placed):
            return root15(event.type)
    return None


def given(row: Pair, _: Reading) -> str:
    """The answer of ZSP, which every pair has."""
    return row.zsp


def _covered_anywhere(row: Pair, reading: Reading) -> Counts:
    return first_covering(row, reading, anywhere=True) is not None, 1


def _right_anywhere(row: Pair, reading: Reading) -> Counts:
    return first_covering(row, reading, anywhere=True) == row.type, 1


ANYWHERE = (
    Measure(name="covered, any mention", counts=_covered_anywhere, value=share, needs_spans=True),
    Measure(name="right of all, any mention", counts=_right_anywhere, value=share, needs_spans=True),
)
"""The same where another mention of the actor is marked: peers' figures are of their own phrase alone."""


def _covered_placed(row: Pair, reading: Reading) -> Counts:
    return first_covering(row, reading, anywhere=True, placed=True) is not None, 1


def _right_placed(row: Pair, reading: Reading) -> Counts:
    return first_covering(row, reading, anywhere=True, placed=True) == row.type, 1


PLACED = (
    Measure(name="covered, or placed", counts=_covered_placed, value=share, needs_spans=True),
    Measure(name="right of all, or placed", counts=_right_placed, value=share, needs_spans=True),
)
"""Of any mention, where a place may be the target too, as it is in a tenth of the pairs ("agreed to a
ceasefire *in Syria*"); whence has it as the place, as PLOVER's own fields do."""


def pair_measures(answer: Answer) -> tuple[Measure[Pair], ...]:
    def covered(row: Pair, reading: Reading) -> Counts:
        return answer(row, reading) is not None, 1

    def right_of_covered(row: Pair, reading: Reading) -> Counts:
        told = answer(row, reading)
        return told == row.type, told is not None

    def right_of_all(row: Pair, reading: Reading) -> Counts:
        return answer(row, reading) == row.type, 1

    def classes_of_covered(row: Pair, reading: Reading) -> Counts:
        told = answer(row, reading)
        return by_class(told, row.type if told else None, ROOTS)

    def classes_of_all(row: Pair, reading: Reading) -> Counts:
        return by_class(answer(row, reading), row.type, ROOTS)

    return (
        Measure(name="pairs covered", counts=covered, value=share, needs_spans=True),
        Measure(name="right of covered", counts=right_of_covered, value=share, needs_spans=True),
        Measure(name="macro F1, covered", counts=classes_of_covered, value=macro_f1, needs_spans=True),
        Measure(name="right of all", counts=right_of_all, value=share, needs_spans=True),
        Measure(name="macro F1, all", counts=classes_of_all, value=macro_f1, needs_spans=True),
    )


def _in_sentence(row: Pair, reading: Reading) -> Counts:
    return row.type in {root15(event.type) for event in reading.typed}, 1


IN_SENTENCE = Measure(name="type in sentence", counts=_in_sentence, value=share)
"""Any event of the sentence has the pair's type, whoever does it: what records without phrases allow."""
