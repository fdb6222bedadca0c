"""Actors and places by name."""

from dataclasses import replace
from itertools import permutations
from typing import Any

from builders import Claim, filled, report
from whence.judge.known import Known, with_actor, with_place
from whence.records import Actor, Place

EARLY, LATE = (
    report(name, [Claim()], published=day) for name, day in (("A", "2020-01-01"), ("B", "2020-02-01"))
)


def actor(actor_id: str, name: str, *aliases: str, **fields: Any) -> Actor:
    made: Actor = filled(Actor, actor_id=actor_id, name=name, aliases=aliases, kind="organization", **fields)
    return made


def test_the_documents_own_goes_before_the_accounts_and_the_earliest_of_these_first() -> None:
    first, later, own = actor("a-1", "Karm"), actor("a-2", "Karm"), actor("a-3", "Karm Province", "Karm")
    early, late = replace(EARLY, actors=(first,)), replace(LATE, actors=(later,))
    other = replace(LATE, document=replace(LATE.document, document_id="d-other"), actors=())
    for order in permutations((early, late, other)):
        known = Known(order)
        assert known.actor("KARM", other) == first
        assert known.actor("Karm", late) == later
        assert known.actor("the Karm", replace(other, actors=(own,))) == own


def test_a_name_goes_before_an_alias() -> None:
    army, state = actor("a-1", "Karmian Army", "Karm"), actor("a-2", "Karm")
    known = Known([replace(EARLY, actors=(army,)), replace(LATE, actors=(state,))])
    assert known.actor("Karm", replace(EARLY, actors=())) == state


def test_what_nothing_knows_has_one_id_in_a_document() -> None:
    known = Known([])
    one, again = known.actor("Blue Brigade", EARLY), known.actor("the blue brigade", EARLY)
    assert one.actor_id == again.actor_id != known.actor("Blue Brigade", LATE).actor_id
    assert known.place("Lomi", EARLY) is None


def test_an_actor_or_place_is_added_once() -> None:
    karm = filled(Place, place_id="p-1", name="Karm")
    assert with_place(with_place((), karm), karm) == (karm,)
    state = actor("a-1", "Karm")
    assert with_actor(with_actor((), state), state) == (state,)


def test_what_no_document_names_is_looked_up_on_its_date() -> None:
    asked: list[tuple[str, str | None]] = []

    def named(name: str, date: str | None) -> Actor | None:
        asked.append((name, date))
        return actor("a-known", "France") if name == "France" else None

    known = Known([replace(EARLY, actors=(actor("a-1", "Karm"),))], named)
    assert known.actor("France", EARLY).actor_id == "a-known"
    assert known.actor("Karm", EARLY).actor_id == "a-1"
    assert known.actor("Blue Brigade", LATE).kind == "group"
    assert asked == [("France", "2020-01-01"), ("Blue Brigade", "2020-02-01")]
