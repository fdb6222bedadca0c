"""Choosing what a page shows, against what all records say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import whence
from whence.records import Event
from whence.store import Store, browse
from whence.store.browse import Wanted

EXAMPLE = Path(__file__).parents[2] / "examples/marsa-talun-2031"


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("browse") / "example.db"
    whence.read(EXAMPLE, into=path).close()
    with Store.open(path) as store:
        yield store


@pytest.fixture(scope="module")
def events(account: Store) -> list[Event]:
    return list(account.table("events"))


def found(account: Store, wanted: Wanted) -> set[str]:
    with account.reading() as connection:
        ids, total = browse.events(connection, wanted, most=1000)
    assert len(ids) == total
    return set(ids)


def test_nothing_asked_is_every_event(account: Store, events: list[Event]) -> None:
    assert found(account, Wanted()) == {event.event_id for event in events}
    assert Wanted().everything and not Wanted(type="ASSAULT").everything


def test_each_condition_keeps_the_events_that_meet_it(account: Store, events: list[Event]) -> None:
    def those(meets: object) -> set[str]:
        return {event.event_id for event in events if meets(event)}  # type: ignore[operator]

    actor = next(party for event in events for party in event.actors if party.actor_id)
    in_events = those(lambda e: actor.actor_id in {p.actor_id for p in (*e.actors, *e.recipients)})
    assert found(account, Wanted(actor=actor.actor_id)) == in_events
    assert found(account, Wanted(actor=actor.name)) >= in_events - those(lambda e: actor.name not in str(e))
    assert found(account, Wanted(type="assault")) == those(lambda e: "assault" in (e.type or "").lower())
    assert found(account, Wanted(mark="denied")) == those(lambda e: e.denials.high > 0)
    assert found(account, Wanted(mark="planned")) == those(lambda e: e.status == "planned")
    assert found(account, Wanted(mark="reported")) == those(
        lambda e: e.status in ("reported", "corroborated")
    )
    outlets = {d.document_id: d.outlet for d in account.table("documents")}
    assert found(account, Wanted(outlet="Thornby Dispatch")) == those(
        lambda e: "Thornby Dispatch" in {outlets[key] for key in e.document_ids}
    )
    revised = {key for c in account.table("conflicts") if c.kind == "revision" for key in c.event_ids}
    assert found(account, Wanted(mark="revised")) == revised != set()


def test_of_two_parties_one_acts_on_the_other(account: Store, events: list[Event]) -> None:
    with account.reading() as connection:
        tie = browse.ties(connection, Wanted(), most=1)[0][0]
    both = found(account, Wanted(actor=tie.actor_id, recipient=tie.recipient_id))
    assert both == {
        event.event_id
        for event in events
        if tie.actor_id in {party.actor_id for party in event.actors}
        and tie.recipient_id in {party.actor_id for party in event.recipients}
    }
    assert len(both) >= tie.events


def test_dates_are_compared_as_far_as_both_are_told(account: Store, events: list[Event]) -> None:
    late = found(account, Wanted(from_="2031-03-12"))
    early = found(account, Wanted(to="2031-03-11"))
    dated = {e.event_id: e.date for e in events if e.date and e.date.from_ and e.date.from_ == e.date.to}
    assert {key for key, date in dated.items() if (date.from_ or "") >= "2031-03-12"} <= late
    assert not {key for key, date in dated.items() if (date.from_ or "") >= "2031-03-12"} & early


def test_of_each_story_the_leading_events_come_first(account: Store, events: list[Event]) -> None:
    with account.reading() as connection:
        ids, total = browse.stories(connection, Wanted(), offset=0, most=10)
        leading = browse.leading(connection, Wanted(), ids, most=3)
    assert (len(ids), total) == (1, account.count("stories"))
    chosen, count = leading[ids[0]]
    assert count == len(events)
    by_id = {event.event_id: event for event in events}
    first = [(by_id[key].status != "disputed", -by_id[key].reports) for key in chosen]
    rest = [(e.status != "disputed", -e.reports) for e in events if e.event_id not in chosen]
    assert first == sorted(first) and max(first) <= min(rest)


def test_tallies_actors_ties_sites_and_days_count_events_once(account: Store, events: list[Event]) -> None:
    with account.reading() as connection:
        assert browse.tally(connection, "planned") == sum(e.status == "planned" for e in events)
        actors, total = browse.actors(connection, named=None, order="acts", offset=0, most=1000)
        ties, pairs = browse.ties(connection, Wanted(), most=1000)
        sites, places, unknown = browse.sites(connection, Wanted(), most=1000)
        days = dict(browse.days(connection, Wanted()))
    acts = Counter(p.actor_id for e in events for p in e.actors if p.actor_id)
    assert {a.actor_id: a.acts for a in actors if a.acts} == dict(acts)
    assert len(actors) == total and [a.acts for a in actors] == sorted((a.acts for a in actors), reverse=True)
    happened = [e for e in events if e.status not in ("planned", "hypothetical")]
    expected = Counter(
        (a.actor_id, r.actor_id)
        for e in happened
        for a in e.actors
        for r in e.recipients
        if a.actor_id and r.actor_id and a.actor_id != r.actor_id
    )
    assert {(t.actor_id, t.recipient_id): t.events for t in ties} == dict(expected)
    assert len(ties) == pairs
    assert sum(site.events for site in sites) + unknown == len(events)
    assert len(sites) == places
    dates = [e.date for e in events if e.date and e.date.precision in ("hour", "day")]
    told = Counter(date.from_[:10] for date in dates if date.from_)
    assert set(told) < {e.date.from_[:10] for e in events if e.date and e.date.from_}
    assert days == dict(told)


def test_an_order_that_is_none_is_an_error(account: Store) -> None:
    with account.reading() as connection, pytest.raises(KeyError):
        browse.actors(connection, named=None, order="wealth", offset=0, most=1)


def test_statements_are_those_of_the_actor(account: Store) -> None:
    said = Counter(a.source.actor_id for a in account.table("attributions") if a.source.actor_id)
    key, times = said.most_common(1)[0]
    with account.reading() as connection:
        ids, total = browse.statements(connection, str(key), most=2)
    assert (len(ids), total) == (2, times)
