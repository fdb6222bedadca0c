"""The measures of every set but plv, which is in :mod:`evals.events.pairs`: counts of one sentence.

One function scores every coder. What is said twice in a sentence counts once. The measures are those the
peers were measured by; where that leaves something open, the docstring says what was taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from evals.events.coded import Event, Reading
from evals.events.codes import BLANK, Scheme
from evals.events.intervals import Array, Value, f1, macro_f1, precision, recall, share
from evals.events.sets import Annotated, Classed, Null, Tuples, TypedSentence

RowType = TypeVar("RowType")
Counts = tuple[float, ...]

CLASSES = ("0", "1", "2", "3", "4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Generic[RowType]):
    """``counts`` of one sentence (``None``: it is no case of this measure, whatever was coded), and the
    measure ``value`` makes of their sums. ``needs_spans``: coders without phrases have none."""

    name: str
    counts: Callable[[RowType, Reading], Counts | None]
    value: Value
    lower_is_better: bool = False
    needs_spans: bool = False

    def matrix(self, pairs: Iterable[tuple[RowType, Reading]]) -> Array:
        """Counts of the sentences that are cases, one a row."""
        counted = [self.counts(row, reading) for row, reading in pairs]
        return np.array([each for each in counted if each is not None], dtype=np.float64)


def _compared(said: Set[object], gold: Set[object]) -> Counts:
    return len(said & gold), len(said), len(gold)


# plover_gsr


def types(row: TypedSentence, reading: Reading) -> Counts:
    """Right, said and gold types of a sentence; gold has one, so only the principal event is asked for."""
    return _compared({event.type for event in reading.chief}, {row.type})


def political_types(row: TypedSentence, reading: Reading) -> Counts:
    """The same, if a party of it is political."""
    return _compared({event.type for event in reading.chief if event.political}, {row.type})


def all_types(row: TypedSentence, reading: Reading) -> Counts:
    """The same of all events, most of which gold does not have because it takes one from a sentence."""
    return _compared({event.type for event in reading.typed}, {row.type})


def typed_actors(scheme: Scheme) -> Callable[[TypedSentence, Reading], Counts]:
    """Type and country of an actor. An actor without a country is not a thing said, but is one to be found:
    so the peers were scored."""

    def counts(row: TypedSentence, reading: Reading) -> Counts:
        said = {(event.type, scheme.country(side.code)) for event in reading.chief for side in event.actors}
        gold = {(row.type, scheme.country(code)) for code in row.actors}
        return _compared({each for each in said if each[1]}, gold)

    return counts


def typed_dyads(scheme: Scheme) -> Callable[[TypedSentence, Reading], Counts]:
    """Type and both countries, of the sentences whose gold has a recipient. Blanks as in
    :func:`typed_actors`."""

    def counts(row: TypedSentence, reading: Reading) -> Counts:
        said = {
            (event.type, scheme.country(source.code), scheme.country(target.code))
            for event in reading.chief
            for source, target in event.dyads()
        }
        gold = {
            (row.type, scheme.country(source), scheme.country(target))
            for source in row.actors
            for target in row.recipients
        }
        return _compared({each for each in said if each[1] and each[2]}, gold)

    return counts


def gsr_measures(scheme: Scheme) -> tuple[Measure[TypedSentence], ...]:
    actors, dyads = typed_actors(scheme), typed_dyads(scheme)
    return (
        Measure(name="type F1", counts=types, value=f1),
        Measure(name="type P", counts=types, value=precision),
        Measure(name="type R", counts=types, value=recall),
        Measure(name="type F1, political", counts=political_types, value=f1),
        Measure(name="type F1, all events", counts=all_types, value=f1),
        Measure(name="type, actor country F1", counts=actors, value=f1),
        Measure(name="type, both countries R", counts=dyads, value=recall),
    )


# petr2_gsr


def _coded_dyads(reading: Reading) -> set[tuple[str, str, str]]:
    every = {
        (source.code, target.code, event.code) for event in reading.events for source, target in event.dyads()
    }
    return _both_coded(every)


def _both_coded(tuples: Iterable[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
    return {each for each in tuples if BLANK not in each[:2]}


def full_tuples(row: Tuples, reading: Reading) -> Counts:
    """Source, target and CAMEO code, all three equal; on either side only tuples with both actors coded."""
    return _compared(_coded_dyads(reading), _both_coded(row.events))


def tuple_roots(row: Tuples, reading: Reading) -> Counts:
    """CAMEO roots of those tuples."""
    said, gold = _coded_dyads(reading), _both_coded(row.events)
    return _compared({code[:2] for *_, code in said}, {code[:2] for *_, code in gold})


def tuple_countries(scheme: Scheme) -> Callable[[Tuples, Reading], Counts]:
    """Both countries and the root of those tuples; an actor without a country is a blank, equal to others."""

    def reduced(tuples: set[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
        return {(scheme.country(source), scheme.country(target), code[:2]) for source, target, code in tuples}

    def counts(row: Tuples, reading: Reading) -> Counts:
        return _compared(reduced(_coded_dyads(reading)), reduced(_both_coded(row.events)))

    return counts


def tuple_measures(scheme: Scheme) -> tuple[Measure[Tuples], ...]:
    return (
        Measure(name="full tuple F1", counts=full_tuples, value=f1),
        Measure(name="root F1", counts=tuple_roots, value=f1),
        Measure(name="both countries, root F1", counts=tuple_countries(scheme), value=f1),
    )


# null sentences


def coded(_: Null, reading: Reading) -> Counts:
    """Is the principal event of a sentence coded where there is none? A statement (CAMEO 01) and type NONE
    are no events."""
    return bool(reading.chief), 1


def coded_political(_: Null, reading: Reading) -> Counts:
    """The same, if a party of it is political."""
    return any(event.political for event in reading.chief), 1


def any_coded(_: Null, reading: Reading) -> Counts:
    """The same of all events, whoever takes part: coders of news at large tell crimes and trials as well."""
    return bool(reading.typed), 1


def coded_of_annotated(row: Null, reading: Reading) -> Counts | None:
    """The same, of the sentences of cameo_annot alone."""
    return coded_political(row, reading) if row.coders else None


NULL_MEASURES = (
    Measure(name="coded", counts=coded, value=share, lower_is_better=True),
    Measure(name="coded, political", counts=coded_political, value=share, lower_is_better=True),
    Measure(name="political, cameo_annot", counts=coded_of_annotated, value=share, lower_is_better=True),
    Measure(name="any event", counts=any_coded, value=share, lower_is_better=True),
)


# cameo_annot


def roots(row: Annotated, reading: Reading) -> Counts | None:
    """CAMEO roots of a relevant sentence in which the coders agree on some; 01 counts as any other."""
    if not (row.relevant and row.roots):
        return None
    return _compared({event.code[:2] for event in reading.events}, row.roots)


def chief_roots(row: Annotated, reading: Reading) -> Counts | None:
    """The same of statements and principal events alone: the coders agree on 1.2 roots of a sentence."""
    if not (row.relevant and row.roots):
        return None
    told = (event for event in reading.events if event.principal or event.type is None)
    return _compared({event.code[:2] for event in told}, row.roots)


def event_roots(row: Annotated, reading: Reading) -> Counts | None:
    """The same without 01, of the sentences where another is left."""
    gold = row.roots - {"01"}
    if not (row.relevant and gold):
        return None
    return _compared({event.code[:2] for event in reading.typed}, gold)


def coded_of_relevant(row: Annotated, reading: Reading) -> Counts | None:
    """Is an event coded where most coders see one relevant? Read the share of null sentences beside it."""
    return (any(event.political for event in reading.chief), 1) if row.relevant else None


ANNOTATED_MEASURES = (
    Measure(name="root set F1", counts=roots, value=f1),
    Measure(name="root set F1, principal", counts=chief_roots, value=f1),
    Measure(name="root set F1 without 01", counts=event_roots, value=f1),
    Measure(name="relevant coded", counts=coded_of_relevant, value=share),
)


# cameo_penta


def by_class(said: str | None, gold: str | None, classes: tuple[str, ...]) -> Counts:
    """Right, said and gold of each class, one after the other."""
    return tuple(
        float(each) for name in classes for each in (said == gold == name, said == name, gold == name)
    )


def penta(scheme: Scheme, row: Classed, event: Event) -> str:
    """The class of an event; a REQUEST is verbal cooperation as an appeal and verbal conflict as a demand,
    which PLOVER does not tell apart, so it is whichever of them is right."""
    kind = str(event.type)
    return row.penta if kind == "REQUEST" and row.penta in "13" else scheme.quad[kind]


CAMEO_CLASSES = {
    **dict.fromkeys(("01", "02"), "0"),
    **dict.fromkeys(("03", "04", "05"), "1"),
    **dict.fromkeys(("06", "07", "08"), "2"),
    **dict.fromkeys(("09", "10", "11", "12", "13", "16"), "3"),
    **dict.fromkeys(("14", "15", "17", "18", "19", "20"), "4"),
}
"""CAMEO root → class as the set has it, read off the sentences with one plain event. PLOVER 2021 parts
otherwise: CONCEDE is verbal, SANCTION material, and CAMEO's appeals and demands are one type."""


def penta_measures(scheme: Scheme) -> tuple[Measure[Classed], ...]:
    def first(row: Classed, reading: Reading) -> str:
        return penta(scheme, row, reading.typed[0]) if reading.typed else "0"

    def right(row: Classed, reading: Reading) -> Counts:
        return first(row, reading) == row.penta, 1

    def rooted(row: Classed, reading: Reading) -> Counts:
        said = CAMEO_CLASSES[reading.typed[0].code[:2]] if reading.typed else "0"
        return said == row.penta, 1

    def any_right(row: Classed, reading: Reading) -> Counts:
        return row.penta in ({penta(scheme, row, event) for event in reading.typed} or {"0"}), 1

    def classes(row: Classed, reading: Reading) -> Counts:
        return by_class(first(row, reading), row.penta, CLASSES)

    return (
        Measure(name="accuracy, first event", counts=right, value=share),
        Measure(name="macro F1, first event", counts=classes, value=macro_f1),
        Measure(name="accuracy, by CAMEO root", counts=rooted, value=share),
        Measure(name="any event right", counts=any_right, value=share),
    )
