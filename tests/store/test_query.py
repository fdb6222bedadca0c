from __future__ import annotations

from whence.store.query import CONDITIONS, Query, asks, narrowed, parts

WIDE, NARROW = Query(actor="Russia", from_="2015-09-30"), Query(place="Idlib")


def test_every_field_but_the_wider_query_is_a_condition() -> None:
    assert len(CONDITIONS) == 9
    assert not asks(Query())
    for name in CONDITIONS:
        assert asks(Query(**{name: "named"}))  # type: ignore[arg-type]
    assert asks(Query(within=WIDE))


def test_what_narrows_keeps_the_wider_query_whole() -> None:
    both = narrowed(NARROW, WIDE)
    assert [(part.actor, part.place) for part in parts(both)] == [(None, "Idlib"), ("Russia", None)]
    assert [part.actor for part in parts(narrowed(Query(actor="Iran"), both))] == ["Iran", None, "Russia"]
    assert [part.type for part in parts(narrowed(both, Query(type="AID")))] == [None, None, "AID"]


def test_nothing_more_narrows_nothing() -> None:
    assert narrowed(Query(), WIDE) == WIDE
