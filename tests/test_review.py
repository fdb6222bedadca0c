"""What people decide: kept with the text, applied on every run, taken back by a later verdict."""

from pathlib import Path

import pytest

import whence
from whence.records import Event
from whence.review import apply, judge, lost, questions
from whence.store import Store, StoreError

MARKET = "Gunmen shot three traders at the market in Karm on Monday, police said."
OTHER = "A bus carrying pupils fell into the river near Lomi on Tuesday. Rescuers arrested the driver."


@pytest.fixture
def account(tmp_path: Path) -> Path:
    reports = tmp_path / "in"
    reports.mkdir()
    (reports / "a.txt").write_text(MARKET, encoding="utf-8")
    (reports / "b.txt").write_text(OTHER, encoding="utf-8")
    whence.read(reports, into=tmp_path / "account.db", published="2020-03-03")
    return tmp_path / "account.db"


def events(store: Store) -> dict[str, Event]:
    """Type → event."""
    return {event.type: event for event in store.table("events")}


def test_events_judged_the_same_are_one_whatever_is_read_and_can_be_parted_again(account: Path) -> None:
    with Store.open(account) as store:
        found = events(store)
        assert {"ASSAULT", "COERCE"} <= found.keys()
        ids = (found["ASSAULT"].event_id, found["COERCE"].event_id)
        told = {m.event_mention_id for i in ids for m in store.table("event_mentions", event_id=i)}
        judge(store, "same", ids, who="reader")
        apply(store)
        (one,) = {m.event_id for m in store.table("event_mentions") if m.event_mention_id in told}
        changed = [change.kind for change in store.table("changes") if change.table == "events"]
        assert "merged" in changed
        mentions = [m.event_mention_id for m in store.table("event_mentions", event_id=one)]
        judge(store, "unsure", (mentions[0], mentions[-1]), who="reader")
        apply(store)
        assert {events(store)[kind].event_id for kind in ("ASSAULT", "COERCE")} == set(ids)


def test_a_judgement_outlives_reading_again_and_is_lost_with_its_text(account: Path, tmp_path: Path) -> None:
    with Store.open(account) as store:
        found = events(store)
        judgement = judge(store, "same", (found["ASSAULT"].event_id, found["COERCE"].event_id), note="seen")
    (tmp_path / "c.txt").write_text("Nothing else happened in Karm.", encoding="utf-8")
    whence.read(tmp_path / "c.txt", into=account)
    with Store.open(account) as store:
        assert (
            len({m.event_id for m in store.table("event_mentions") if m.type in ("ASSAULT", "COERCE")}) == 1
        )
        assert lost(store) == []
    other = tmp_path / "other.db"
    whence.read(tmp_path / "c.txt", into=other)
    with Store.open(other) as store:
        store.add_judgements([judgement])
        apply(store)
        assert lost(store) == [judgement]


def test_only_two_or_more_of_a_kind_can_be_judged(account: Path) -> None:
    with Store.open(account) as store:
        event = events(store)["ASSAULT"].event_id
        actor = next(iter(store.table("actors"))).actor_id
        with pytest.raises(StoreError, match="two ids or more"):
            judge(store, "same", (event, event))
        with pytest.raises(StoreError, match="actors only, of events only"):
            judge(store, "same", (event, actor))
        with pytest.raises(StoreError, match="Nothing in"):
            judge(store, "same", (event, "e-zzzzz"))
        assert store.count("judgements") == 0


def test_actors_that_only_a_name_speaks_for_are_asked_about(tmp_path: Path) -> None:
    into = tmp_path / "account.db"
    for name, published, text in (
        ("a", "2015-01-05", "Defence minister Tarek Wessing said troops had left the northern port of Karm."),
        ("b", "2020-03-03", "Doctor Tarek Wessing said a rare flu had spread among pupils in Lomi."),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        whence.read(tmp_path / f"{name}.txt", into=into, published=published)
    with Store.open(into) as store:
        ((one, other),) = questions(store)
        assert (one.name, other.name) == ("Tarek Wessing", "Tarek Wessing")
        judge(store, "same", (one.actor_id, other.actor_id))
        apply(store)
        assert questions(store) == []
        assert [actor.name for actor in store.table("actors")].count("Tarek Wessing") == 1
