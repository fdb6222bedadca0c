"""Figures for one role: whom they count, and how they differ."""

from builders import document, event, mention
from whence.assess.assertions import Assertion
from whence.assess.figures import figure_conflicts
from whence.assess.roots import Root
from whence.assess.told import Told, World
from whence.records import Argument, Conflict, Quantity

ADA = Root("person", ("ada brook",), "Ada Brook")
BORIS = Root("person", ("boris lund",), "Boris Lund")
OWN = Root("unknown", ("outlet", "gazette"), "Gazette")


def says(root: Root, number: int, noun: str, *, key: str = "", about: bool = False) -> Assertion:
    words = f"{number} {noun}"
    whom = Argument(
        text=words, start=0, end=len(words), actor_id=None, name=words, country=None, sectors=(), title=None
    )
    count = Quantity(
        role="killed", text=str(number), start=0, end=2, low=number, high=number, approximate=about
    )
    name = f"{root.name}{number}{key}"
    return Assertion(
        mention=mention(f"n-{name}", recipients=(whom,), quantities=(count,)),
        document=document(f"d-{name}", published="2020-03-01", captured=key or None),
        sign="+",
        root=root,
        chain=(),
        narrowed=frozenset(),
    )


def found(*group: Assertion, version_of: dict[str, str] | None = None) -> list[Conflict]:
    told = Told(event=event("e-1"), assertions=group, doers=frozenset(), origin_ids={})
    world = World(actors={}, actor_of={}, places={}, version_of=version_of or {})
    return list(figure_conflicts(told, world))


def kinds(*group: Assertion) -> list[str]:
    return [conflict.kind for conflict in found(*group)]


def test_figures_that_count_others_do_not_differ() -> None:
    assert kinds(says(ADA, 12, "soldiers"), says(BORIS, 3, "civilians")) == []
    assert kinds(says(ADA, 12, "people"), says(BORIS, 3, "children")) == [], "they may be three of the twelve"


def test_a_part_is_not_larger_than_the_whole() -> None:
    assert kinds(says(ADA, 12, "people"), says(BORIS, 31, "children")) == ["contradiction"]
    assert kinds(says(ADA, 12, "people"), says(BORIS, 31, "persons")) == ["contradiction"]


def test_a_number_and_about_that_number_differ_in_precision() -> None:
    assert kinds(says(ADA, 12, "people"), says(BORIS, 12, "people", about=True)) == ["precision"]
    assert kinds(says(ADA, 12, "people"), says(BORIS, 12, "people")) == []


def test_a_later_capture_with_another_figure_shows_both_captures() -> None:
    first = says(OWN, 31, "people", key="2020-03-01")
    later = says(OWN, 12, "people", key="2020-03-02")
    ids = [item.document.document_id for item in (first, later)]
    (conflict,) = found(later, first, version_of={ids[1]: ids[0]})
    assert (conflict.kind, conflict.field) == ("revision", "quantity")
    assert "later capture" in conflict.why
    assert [side.document_ids for side in conflict.sides] == [(ids[0],), (ids[1],)], "the earlier first"
