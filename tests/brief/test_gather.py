from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from brief_builders import differing, figure, held, origin
from builders import document, event
from whence import __version__
from whence.brief import Brief, gather, moment
from whence.records import Event, Loss, OriginInterval, Side, TimeValue, ValueRange, to_dict
from whence.store import Query, Store

SINCE = moment("2031-03-12")
OLD, NEW, LATER = (
    document(f"d-{day}", published=f"2031-03-{day}", outlet=f"Outlet {day}", sha256=str(day) * 32)
    for day in (11, 12, 13)
)


def lines(brief: Brief, key: str) -> list[str]:
    """Events of a section in the order of its lines."""
    (section,) = [one for one in brief.sections if one.key == key]
    return [line.event.event_id for told in section.stories for line in told.lines]


def left_out(brief: Brief, key: str) -> int:
    (section,) = [one for one in brief.sections if one.key == key]
    return section.left_out


def on(day: str) -> TimeValue:
    return TimeValue(from_=day, to=day, precision="day")


def test_sections_stand_in_their_order_and_lines_by_date(store: Store) -> None:
    days = {"e-1": "2031-03-12", "e-2": "2031-03-01", "e-3": None}
    events = [event(key, document_ids=("d-12",), date=on(day) if day else None) for key, day in days.items()]
    brief = gather(held(store, [OLD, NEW, LATER], events), SINCE)
    assert [section.key for section in brief.sections] == ["new", "figures", "differing", "due", "unplaced"]
    assert lines(brief, "new") == ["e-2", "e-1", "e-3"]
    assert lines(brief, "figures") == lines(brief, "differing") == lines(brief, "due") == []


def test_of_many_lines_the_weightiest_are_made_and_the_others_counted(store: Store) -> None:
    events = [event(f"e-{n}", document_ids=("d-12",), reports=n) for n in range(1, 6)]
    brief = gather(held(store, [OLD, NEW, LATER], events), SINCE, most=2)
    assert (lines(brief, "new"), left_out(brief, "new")) == (["e-4", "e-5"], 3)
    assert (lines(brief, "unplaced"), left_out(brief, "unplaced")) == (["e-4", "e-5"], 3)
    assert len(brief.notes) == 2, "passages of what is shown alone"


def test_passages_are_numbered_as_lines_ask_for_them_and_open_their_words(store: Store) -> None:
    events = [event(f"e-{n}", document_ids=("d-12",), date=on(f"2031-03-0{n}")) for n in (2, 1)]
    held(store, [OLD, NEW, LATER], events)
    brief = gather(store, SINCE)
    texts = {one.document_id: one.text for one in store.table("documents")}
    assert [note.text for note in brief.notes] == ["The army shelled e-1.", "The army shelled e-2."]
    assert all(texts[note.document_id][note.start : note.end] == note.text for note in brief.notes)
    first = brief.sections[0].stories[0].lines[0]
    again = brief.sections[-1].stories[0].lines[0]
    assert first.notes == again.notes == (1,)


def toll(*told: tuple[int, str]) -> Event:
    documents = tuple(dict.fromkeys(document_id for _, document_id in told))
    values = tuple(figure("e-1", number, document_id) for number, document_id in told)
    return event("e-1", document_ids=documents, quantities=values)


def test_a_toll_that_rises_is_told_in_steps(store: Store) -> None:
    told = toll((7, "d-13"), (3, "d-11"), (5, "d-12"))
    brief = gather(held(store, [OLD, NEW, LATER], [told], origins=[origin("e-1", "Ada", "d-11")]), SINCE)
    (line,) = brief.sections[1].stories[0].lines
    assert [(side.value.low, side.told == "new", side.by) for side in line.sides] == [  # type: ignore[union-attr]
        (3, False, ("Ada",)),
        (5, True, ("Ada",)),
        (7, True, ("Ada",)),
    ]
    assert [side.first.published for side in line.sides] == ["2031-03-11", "2031-03-12", "2031-03-13"]
    assert (line.role, line.left_out) == ("killed", 0)


def test_two_figures_of_the_period_alone_have_changed_only_if_one_revises_the_other(store: Store) -> None:
    told = toll((31, "d-12"), (13, "d-13"))
    sides = [
        Side(value=ValueRange(low=n, high=n), sign="+", origin_ids=(), document_ids=(document_id,))
        for n, document_id in ((31, "d-12"), (13, "d-13"))
    ]
    revision = differing("e-1", "quantity", *sides, kind="revision")
    contradiction = replace(revision, conflict_id="c-2", kind="contradiction")
    held(store, [OLD, NEW, LATER], [told], conflicts=[contradiction])
    brief = gather(store, SINCE)
    assert (lines(brief, "figures"), lines(brief, "differing")) == ([], ["e-1"])
    held(store, [OLD, NEW, LATER], [told], conflicts=[revision])
    brief = gather(store, SINCE)
    assert (lines(brief, "figures"), lines(brief, "differing")) == (["e-1"], [])
    assert brief.sections[1].stories[0].lines[0].kinds == ("revision",)


def test_a_denial_that_a_conflict_tells_of_is_told_once(store: Store) -> None:
    events = [event(f"e-{n}", document_ids=("d-11", "d-12"), status="disputed") for n in (1, 2)]
    origins = [origin(f"e-{n}", "Bo", "d-12", sign="-") for n in (1, 2)]
    sides = [
        Side(value="happened", sign="+", origin_ids=(), document_ids=("d-11",)),
        Side(value="did not happen", sign="-", origin_ids=("o-e-1-Bo",), document_ids=("d-12",)),
    ]
    conflicts = [differing("e-1", "occurrence", *sides)]
    brief = gather(held(store, [OLD, NEW, LATER], events, origins=origins, conflicts=conflicts), SINCE)
    assert lines(brief, "differing") == ["e-1", "e-2"]
    one, other = brief.sections[2].stories[0].lines
    assert [(side.by, side.told == "new") for side in one.sides] == [((), False), (("Bo",), True)]
    assert other.conflict is None and other.notes, "the passage in which it is denied"


def test_a_plan_has_what_follows_it(store: Store) -> None:
    plan = event("e-1", document_ids=("d-11",), status="planned", realis="future", date=on("2031-03-13"))
    done = event("e-2", document_ids=("d-13",), follows="e-1")
    brief = gather(held(store, [OLD, NEW, LATER], [plan, done]), SINCE)
    (line,) = brief.sections[3].stories[0].lines
    assert line.due == "2031-03-13"
    assert [one.event.event_id for one in line.followed_by] == ["e-2"]
    assert line.followed_by[0].notes


def test_the_head_counts_reports_and_names_the_account(store: Store) -> None:
    again = replace(NEW, document_id="d-again", captured="2031-03-14T08:00")
    undated = document("d-undated")
    held(store, [OLD, NEW, LATER, again, undated], [], version_of={"d-again": "d-12"})
    brief = gather(store, SINCE, query=Query(type="AID"))
    assert (brief.reports, brief.before, brief.within, brief.undated, brief.after) == (4, 1, 2, 1, 0)
    assert brief.outlets == (("Outlet 12", 1), ("Outlet 13", 1)), "two captures are one report"
    assert (brief.since, brief.until, brief.filter) == ("2031-03-12", "2031-03-13", Query(type="AID"))
    hashes = [one.sha256 for one in store.table("documents")]
    assert brief.account == hashlib.sha256("".join(f"{one}\n" for one in hashes).encode()).hexdigest()
    assert brief.version == __version__


def test_what_was_not_read_is_counted_and_listed(store: Store) -> None:
    arabic, old = (
        replace(NEW, document_id="d-ar", language="ar"),
        replace(OLD, document_id="d-fr", language="fr"),
    )

    def loss(path: str, reason: str) -> Loss:
        return Loss(path=path, document_id=None, stage="read", reason=reason, detail="")

    losses = [loss("a.txt", "language"), *(loss(f"{n:02}.bin", "binary") for n in range(22))]
    unread = gather(held(store, [OLD, NEW, arabic, old], [], losses=losses), SINCE).unread
    assert (unread.languages, unread.reports) == ((("ar", 1), ("fr", 1)), 4)
    assert (unread.languages_within, unread.reports_within) == ((("ar", 1),), 2)
    assert unread.reasons == (("binary", 22), ("language", 1))
    assert [one.path for one in unread.losses] == [f"{n:02}.bin" for n in range(20)]
    assert unread.left_out == 2


def test_an_empty_account_has_an_empty_brief(store: Store) -> None:
    brief = gather(store, SINCE)
    assert all(not section.stories and not section.left_out for section in brief.sections)
    assert (brief.reports, brief.until, brief.notes) == (0, None, ())


def test_the_same_question_gives_the_same_brief_whatever_the_order_of_reading(
    store: Store, tmp_path_factory: pytest.TempPathFactory
) -> None:
    many = OriginInterval(low=2, expected=2.0, high=2)
    events = [event(f"e-{n}", document_ids=("d-11", "d-12"), origins=many) for n in range(5)]
    origins = [origin("e-1", name, "d-12", sign="-") for name in ("Bo", "Ada")]
    brief = gather(held(store, [OLD, NEW, LATER], events, origins=origins), SINCE)
    with Store.open(tmp_path_factory.mktemp("other") / "other.db", create=True) as other:
        held(other, [LATER, NEW, OLD], events[::-1], origins=origins[::-1])
        second = gather(other, SINCE)
    assert to_dict(second) == to_dict(brief)
