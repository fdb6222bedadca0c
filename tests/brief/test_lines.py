from __future__ import annotations

from collections.abc import Callable

import pytest

from brief_builders import differing, figure, held, origin
from builders import Claim, document, event, report
from whence.brief import gather
from whence.brief.lines import CITED, QUOTE, SIDES, Lines
from whence.brief.model import Brief
from whence.brief.period import moment, period
from whence.records import Event, Side
from whence.store import Store, told

DAYS = [document(f"d-{day}", published=f"2031-03-{day}", outlet=f"O{day}") for day in range(10, 20)]
IDS = tuple(one.document_id for one in DAYS)


def made(store: Store, *events: Event, since: str = "2031-03-12") -> Lines:
    with store.reading() as connection:
        reports = told.dated(connection)
    return Lines(store, reports, period(reports, moment(since)), [one.event_id for one in events])


def documents(lines: Lines) -> list[str]:
    return [note.document_id for note in lines.notes()]


def test_a_line_has_the_first_passage_of_each_origin(store: Store) -> None:
    one = event("e-1", document_ids=IDS)
    held(store, DAYS, [one], origins=[origin("e-1", "Ada", *IDS[1:5]), origin("e-1", "Bo", *IDS[3:])])
    lines = made(store, one)
    assert lines.event(one).notes == (1, 2)
    assert documents(lines) == ["d-11", "d-13"]


def test_passages_may_be_of_the_period_alone(store: Store) -> None:
    one = event("e-1", document_ids=IDS)
    held(store, DAYS, [one], origins=[origin("e-1", "Ada", *IDS)])
    lines = made(store, one)
    lines.event(one, within=True)
    assert documents(lines) == ["d-12"]
    lines.event(one)
    assert documents(lines) == ["d-12", "d-10"], "numbers stay as they are"


def test_of_many_origins_some_are_cited(store: Store) -> None:
    one = event("e-1", document_ids=IDS)
    held(store, DAYS, [one], origins=[origin("e-1", f"Source {n}", key) for n, key in enumerate(IDS)])
    assert len(made(store, one).event(one).notes) == CITED


def test_without_an_origin_the_first_telling_is_cited(store: Store) -> None:
    one = event("e-1", document_ids=IDS)
    held(store, DAYS, [one])
    lines = made(store, one)
    assert lines.event(one).notes == (1,)
    assert documents(lines) == ["d-10"]


def test_a_denial_cites_who_denies(store: Store) -> None:
    one = event("e-1", document_ids=IDS)
    origins = [origin("e-1", "Ada", "d-10"), origin("e-1", "Bo", "d-14", sign="-")]
    held(store, DAYS, [one], origins=origins)
    lines = made(store, one)
    line = lines.denial(one, ["o-e-1-Bo"])
    assert documents(lines) == ["d-14"]
    assert {o.source for o in line.origins} == {"Ada", "Bo"}, "both are said"


def test_of_many_values_the_latest_are_shown(store: Store) -> None:
    one = event("e-1", document_ids=IDS, quantities=tuple(figure("e-1", n, key) for n, key in enumerate(IDS)))
    held(store, DAYS, [one])
    told_in = {at: {key} for at, key in enumerate(IDS)}
    line = made(store, one).figures(one, "killed", told_in, [])
    assert [side.value.low for side in line.sides] == list(range(2, 10))  # type: ignore[union-attr]
    assert (len(line.sides), line.left_out) == (SIDES, 2)


def test_a_later_capture_has_its_figure_in_place_of_the_earlier_one(store: Store) -> None:
    early, late = (
        document(f"d-{hour}", published="2031-03-12", captured=f"2031-03-12T{hour}:00") for hour in (17, 21)
    )
    other = document("d-other", published="2031-03-12", captured="2031-03-12T18:00")
    told_by = {31: "d-17", 11: "d-other", 13: "d-21"}
    one = event(
        "e-1",
        document_ids=("d-17", "d-21", "d-other"),
        quantities=tuple(figure("e-1", number, key) for number, key in told_by.items()),
    )
    held(store, [early, late, other], [one], version_of={"d-21": "d-17"})
    told_in = {at: {key} for at, key in enumerate(told_by.values())}
    sides = made(store, one, since="2031-03-12T20:00").figures(one, "killed", told_in, []).sides
    assert [(side.value.low, side.told) for side in sides] == [  # type: ignore[union-attr]
        (31, "before"),
        (11, "before"),
        (13, "new"),
    ]
    assert [[one.low for one in side.in_place_of] for side in sides] == [[], [], [31]]


def test_of_many_accounts_denials_and_new_ones_are_shown(store: Store) -> None:
    one = event("e-1", document_ids=IDS)
    sides = [
        Side(value=f"v{n}", sign="-" if n == 9 else "+", origin_ids=(), document_ids=(key,))
        for n, key in enumerate(IDS)
    ]
    conflict = differing("e-1", "actor", *sides)
    held(store, DAYS, [one], conflicts=[conflict])
    line = made(store, one, since="2031-03-18").conflict(one, conflict)
    assert [side.value for side in line.sides] == ["v0", "v1", "v2", "v3", "v4", "v5", "v8", "v9"]
    assert line.left_out == 2


def briefed(store: Store, since: str = "2020-03-02") -> Brief:
    return gather(store, moment(since))


def test_a_denial_of_one_argument_is_told_by_its_holder(account: Callable[..., Store]) -> None:
    store = account(
        report("A", [Claim(voice="Ada Brook")], published="2020-03-01"),
        report("B", [Claim(voice="Bo Lund", sign="-", narrowed=True)], published="2020-03-02"),
    )
    (line,) = briefed(store).sections[2].stories[0].lines
    assert line.conflict is not None and line.conflict.field == "recipient"
    denied = [side for side in line.sides if side.sign == "-"]
    assert [side.by for side in denied] == [("Bo Lund",)]
    assert denied[0].notes, "the passage that denies it"


@pytest.mark.parametrize("words", [10, 2000])
def test_a_long_sentence_is_cut_around_its_trigger(account: Callable[..., Store], words: int) -> None:
    store = account(report("A", [Claim(voice="Ada " + "x " * words + "Brook")], published="2020-03-02"))
    (note,) = briefed(store).notes
    assert len(note.text) <= QUOTE and "shelled" in note.text
    assert (note.begins, note.ends) == (words == 10, True)
    text = next(iter(store.table("documents"))).text
    assert text[note.start : note.end] == note.text
