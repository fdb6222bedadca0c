"""Every measure but those of plv on small made-up sentences, counted by hand."""

from dataclasses import replace
from typing import Any

import pytest
from evals.events.coded import Event, Reading, Side
from evals.events.codes import Scheme
from evals.events.measures import (
    CLASSES,
    NULL_MEASURES,
    by_class,
    chief_roots,
    coded,
    coded_of_annotated,
    coded_of_relevant,
    event_roots,
    full_tuples,
    penta_measures,
    roots,
    tuple_countries,
    tuple_roots,
    typed_actors,
    typed_dyads,
    types,
)
from evals.events.sets import Annotated, Classed, Coder, Null, Sentence, Tuples, TypedSentence

SENTENCE = Sentence(id="a", text="Text.")
SCHEME = Scheme(
    countries=frozenset({"USA", "JPN", "IRQ", "FRA"}),
    quad={"AGREE": "1", "AID": "2", "ACCUSE": "3", "REQUEST": "3", "ASSAULT": "4"},
)
STATEMENT = Event(type=None, code="010")
SILENT = Reading()


def event(kind: str | None, code: str, actors: str = "", recipients: str = "") -> Event:
    """Codes of actors and recipients are written with a space between them."""
    return Event(
        type=kind,
        code=code,
        actors=tuple(Side(code=each) for each in actors.split()),
        recipients=tuple(Side(code=each) for each in recipients.split()),
    )


def said(*events: Event) -> Reading:
    return Reading(events=events)


def sentence(kind: str, actors: str, recipients: str = "") -> TypedSentence:
    return TypedSentence(
        sentence=SENTENCE, type=kind, actors=tuple(actors.split()), recipients=tuple(recipients.split())
    )


def test_types_count_once_and_extra_ones_are_said_in_vain() -> None:
    told = said(event("AID", "070"), event("AID", "071"), event("ACCUSE", "112"), STATEMENT)
    assert types(sentence("AID", "USA"), told) == (1, 2, 1)
    assert types(sentence("AGREE", "USA"), told) == (0, 2, 1)
    assert types(sentence("AID", "USA"), said(STATEMENT)) == (0, 0, 1)


def test_a_gold_actor_without_a_country_is_to_be_found_but_cannot_be() -> None:
    counts = typed_actors(SCHEME)
    told = said(event("AID", "070", "USAGOV IGOUNO"), event("AID", "071", "USA"))
    assert counts(sentence("AID", "USA IGO"), told) == (1, 1, 2)
    assert counts(sentence("AID", "JAP"), said(event("AID", "070", "JPNMIL"))) == (1, 1, 1)
    assert counts(sentence("AID", "USA"), said(event("ACCUSE", "110", "USA FRA"))) == (0, 2, 1)


def test_typed_dyads_are_those_of_gold_with_a_recipient() -> None:
    counts = typed_dyads(SCHEME)
    told = said(event("ACCUSE", "112", "USA FRA", "IRQGOV"), event("ACCUSE", "110", "USA", "---REB"))
    assert counts(sentence("ACCUSE", "USA", "IRQ IGO"), told) == (1, 2, 2)
    assert counts(sentence("ACCUSE", "USA FRA"), told) == (0, 2, 0)


def test_an_event_that_two_have_in_common_is_a_dyad_both_ways() -> None:
    assert typed_dyads(SCHEME)(sentence("AGREE", "FRA", "USA"), said(event("AGREE", "030", "USA FRA"))) == (
        1,
        2,
        1,
    )


TUPLES = Tuples(
    sentence=SENTENCE,
    events=frozenset(
        {("USAGOV", "IRQ", "112"), ("USAGOV", "FRA", "042"), ("FRA", "---", "140"), ("---REB", "IRQ", "190")}
    ),
)


def test_full_tuples_have_both_actors_coded() -> None:
    told = said(
        event("ACCUSE", "112", "USAGOV", "IRQ"),
        event("CONSULT", "040", "USAGOV", "FRA"),
        event("PROTEST", "140", "FRA"),
        event("ASSAULT", "190", "---REB", "IRQ"),
        event(None, "010", "USA", "IRQ"),
    )
    # Right: USAGOV IRQ 112 and ---REB IRQ 190. Said: those, 040 and the statement. Gold: all but FRA ---.
    assert full_tuples(TUPLES, told) == (2, 4, 3)
    # Roots said 11 04 19 01, gold 11 04 19.
    assert tuple_roots(TUPLES, told) == (3, 4, 3)
    # Said and gold: USA IRQ 11, USA FRA 04, blank IRQ 19; said also USA IRQ 01.
    assert tuple_countries(SCHEME)(TUPLES, told) == (3, 4, 3)


def test_nothing_said_of_tuples() -> None:
    assert full_tuples(TUPLES, SILENT) == (0, 0, 3)


def test_a_statement_is_no_event_in_a_null_sentence() -> None:
    row = Null(sentence=SENTENCE)
    assert coded(row, said(STATEMENT)) == (0, 1)
    assert coded(row, said(STATEMENT, event("AID", "070"))) == (1, 1)
    assert all(measure.lower_is_better for measure in NULL_MEASURES)


def test_null_sentences_of_the_annotated_set_alone() -> None:
    coder = Coder(relevant=False, roots=frozenset())
    assert coded_of_annotated(Null(sentence=SENTENCE), SILENT) is None
    assert coded_of_annotated(Null(sentence=SENTENCE, coders=(coder,)), SILENT) == (0, 1)


def annotated(*gold: str, relevant: bool = True) -> Annotated:
    return Annotated(sentence=SENTENCE, relevant=relevant, roots=frozenset(gold), coders=())


def test_root_sets_hold_statements_too() -> None:
    told = said(event("ASSAULT", "1831"), event("ASSAULT", "190"), STATEMENT)
    assert roots(annotated("01", "18"), told) == (2, 3, 2)
    assert event_roots(annotated("01", "18"), told) == (1, 2, 1)


def test_the_principal_roots_leave_out_what_a_sentence_tells_beside() -> None:
    beside = replace(event("AID", "070"), principal=False)
    told = said(STATEMENT, event("ASSAULT", "180"), beside)
    assert roots(annotated("01", "18"), told) == (2, 3, 2)
    assert chief_roots(annotated("01", "18"), told) == (2, 2, 2)


def test_sentences_without_agreed_roots_are_no_case() -> None:
    assert roots(annotated(), SILENT) is None
    assert roots(annotated("11", relevant=False), SILENT) is None
    assert event_roots(annotated("01"), SILENT) is None
    assert coded_of_relevant(annotated(), said(event("AID", "070"))) == (1, 1)
    assert coded_of_relevant(annotated(relevant=False), SILENT) is None


def test_counts_by_class() -> None:
    assert by_class("1", "1", ("1", "2")) == (1, 1, 1, 0, 0, 0)
    assert by_class("2", "1", ("1", "2")) == (0, 0, 1, 0, 1, 0)
    assert by_class(None, "1", ("1", "2")) == (0, 0, 1, 0, 0, 0)


@pytest.mark.parametrize(
    ("gold", "events", "first", "any_right"),
    [
        ("0", (), 1, 1),
        ("0", (STATEMENT,), 1, 1),
        ("4", (STATEMENT, event("ASSAULT", "190")), 1, 1),
        ("4", (event("AID", "070"), event("ASSAULT", "190")), 0, 1),
        ("0", (event("AID", "070"),), 0, 0),
        ("1", (event("REQUEST", "020"),), 1, 1),
        ("3", (event("REQUEST", "100"),), 1, 1),
        ("4", (event("REQUEST", "100"),), 0, 0),
    ],
)
def test_the_class_of_a_sentence_is_that_of_its_first_event(
    gold: str, events: tuple[Event, ...], first: int, any_right: int
) -> None:
    row: Any = Classed(sentence=SENTENCE, penta=gold)
    accuracy, classes, _, oracle = penta_measures(SCHEME)
    assert accuracy.counts(row, said(*events)) == (first, 1)
    assert oracle.counts(row, said(*events)) == (any_right, 1)
    counted = classes.counts(row, said(*events))
    assert counted is not None
    assert sum(counted) == (3 if first else 2), (
        "right, said and gold of one class, or said of one and gold of another"
    )
    assert counted[3 * CLASSES.index(gold) + 2] == 1


@pytest.mark.parametrize(
    ("gold", "events", "right"),
    [
        ("0", (), 1),
        ("0", (event("REQUEST", "020"),), 1),
        ("3", (event("REQUEST", "100"),), 1),
        ("0", (event("REQUEST", "100"),), 0),
        ("2", (event("CONCEDE", "081"),), 1),
        ("3", (event("SANCTION", "163"),), 1),
    ],
)
def test_the_class_by_the_root_of_cameo(gold: str, events: tuple[Event, ...], right: int) -> None:
    row: Any = Classed(sentence=SENTENCE, penta=gold)
    (measure,) = (m for m in penta_measures(SCHEME) if m.name == "accuracy, by CAMEO root")
    assert measure.counts(row, said(*events)) == (right, 1)


def test_a_matrix_has_a_row_for_every_case() -> None:
    (measure,) = (m for m in NULL_MEASURES if m.name == "political, cameo_annot")
    coder = Coder(relevant=False, roots=frozenset())
    rows = [Null(sentence=SENTENCE), Null(sentence=SENTENCE, coders=(coder,))]
    assert measure.matrix([(row, SILENT) for row in rows]).tolist() == [[0, 1]]
