"""Accounts that differ, and in what way."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from builders import document, event, mention
from whence.assess.assertions import Assertion
from whence.assess.conflicts import find_conflicts
from whence.assess.roots import Root
from whence.assess.told import Told, World
from whence.records import Argument, Conflict, Quantity, Sign, TimeValue, ValueRange

ADA = Root("person", ("ada brook",), "Ada Brook")
BORIS = Root("person", ("boris lund",), "Boris Lund")
OFFICIALS = Root("anonymous", ("gazette", "official"), "officials (Gazette)")
WORLD = World(actors={}, actor_of={}, places={}, version_of={})


def party(name: str) -> Argument:
    return Argument(
        text=name, start=0, end=len(name), actor_id=None, name=name, country=None, sectors=(), title=None
    )


def killed(low: int | None, high: int | None, *, approximate: bool = False, role: str = "killed") -> Quantity:
    return Quantity(role=role, text="?", start=0, end=1, low=low, high=high, approximate=approximate)  # type: ignore[arg-type]


def says(
    root: Root,
    sign: Sign = "+",
    *,
    published: str = "2020-03-01",
    quantities: Sequence[Quantity] = (),
    target: str = "Karm",
    narrowed: str | None = None,
) -> Assertion:
    key = f"{root.name} {published}"
    return Assertion(
        mention=mention(
            f"n-{key}", quantities=tuple(quantities), actors=(party("army"),), recipients=(party(target),)
        ),
        document=document(f"d-{key}", published=published),
        sign=sign,
        root=root,
        chain=(),
        narrowed=frozenset({narrowed} if narrowed else ()),
    )


def told(*assertions: Assertion, event_id: str = "e-1") -> Told:
    ids = {(a.sign, a.root): f"o-{a.root.name}{a.sign}" for a in assertions if not a.narrowed}
    return Told(
        event=event(event_id), assertions=assertions, doers=frozenset({"army"}), origin_ids=ids
    )  # fmt: skip


def only(*assertions: Assertion) -> Conflict:
    (conflict,) = find_conflicts([told(*assertions)], WORLD)
    return conflict


def kinds(*assertions: Assertion) -> list[str]:
    return [conflict.kind for conflict in find_conflicts([told(*assertions)], WORLD)]


def test_agreement_is_no_conflict() -> None:
    assert kinds(says(ADA), says(BORIS)) == []
    assert kinds(says(ADA, "-"), says(BORIS, "-")) == []
    toll = [killed(12, 12)]
    assert kinds(says(ADA, quantities=toll), says(BORIS, quantities=toll)) == []


def test_asserted_and_denied() -> None:
    conflict = only(says(ADA), says(BORIS, "-"))
    assert (conflict.field, conflict.kind, conflict.event_ids) == ("occurrence", "contradiction", ("e-1",))
    assert [(side.sign, side.origin_ids) for side in conflict.sides] == [
        ("+", ("o-Ada Brook+",)),
        ("-", ("o-Boris Lund-",)),
    ]


def test_a_denial_of_the_target_leaves_occurrence_alone() -> None:
    conflict = only(says(ADA), says(BORIS, "-", target="rebels", narrowed="recipient"))
    assert conflict.field == "recipient"
    assert {(side.value, side.sign) for side in conflict.sides} == {("Karm", "+"), ("rebels", "-")}


def test_a_denied_target_that_nobody_tells_is_no_conflict() -> None:
    assert kinds(says(BORIS, "-", target="rebels", narrowed="recipient")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (killed(12, 12), killed(24, None)),  # 12 and "dozens"
        (killed(12, 12), killed(30, 40)),
        (killed(None, 10), killed(12, 12)),  # "up to ten"
    ],
)
def test_figures_of_one_day_that_no_reading_reconciles_contradict(one: Quantity, other: Quantity) -> None:
    conflict = only(says(ADA, quantities=[one]), says(BORIS, quantities=[other]))
    assert (conflict.field, conflict.kind) == ("quantity", "contradiction")
    assert {side.value for side in conflict.sides} == {
        ValueRange(low=one.low, high=one.high),
        ValueRange(low=other.low, high=other.high),
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (killed(20, None), killed(31, 31)),  # "at least 20" and 31
        (killed(12, 12, approximate=True), killed(13, 13)),  # "about a dozen" and 13
        (killed(24, None), killed(200, None)),  # "dozens" and "hundreds"
        (killed(36, 40), killed(39, 39)),
    ],
)
def test_figures_that_can_both_hold_differ_in_precision(one: Quantity, other: Quantity) -> None:
    assert kinds(says(ADA, quantities=[one]), says(BORIS, quantities=[other])) == ["precision"]


def test_about_a_dozen_and_500_cannot_both_hold() -> None:
    group = (
        says(ADA, quantities=[killed(12, 12, approximate=True)]),
        says(BORIS, quantities=[killed(500, 500)]),
    )
    assert kinds(*group) == ["contradiction"]


def test_one_origin_with_two_figures_revises() -> None:
    group = (
        says(ADA, quantities=[killed(12, 12)]),
        says(ADA, published="2020-03-02", quantities=[killed(31, 31)]),
    )
    assert kinds(*group) == ["revision"]


def test_another_figure_on_a_later_day_revises_unless_the_origins_are_surely_two() -> None:
    first = says(OFFICIALS, quantities=[killed(12, 12)])
    assert kinds(first, says(BORIS, published="2020-03-02", quantities=[killed(31, 31)])) == ["revision"]
    ada = says(ADA, quantities=[killed(12, 12)])
    assert kinds(ada, says(BORIS, published="2020-03-02", quantities=[killed(31, 31)])) == ["contradiction"]


def test_a_whole_and_its_part_in_one_telling_do_not_differ() -> None:
    assert kinds(says(ADA, quantities=[killed(12, 12), killed(3, 3)])) == []


def test_a_denied_plan_is_not_said_to_have_happened() -> None:
    plan = told(says(ADA), says(BORIS, "-"))
    (conflict,) = find_conflicts([replace(plan, event=replace(plan.event, realis="future"))], WORLD)
    assert [side.value for side in conflict.sides] == ["is to happen", "is not to happen"]


def test_figures_of_two_roles_or_denied_ones_are_not_compared() -> None:
    injured = [killed(31, 31, role="injured")]
    assert kinds(says(ADA, quantities=[killed(12, 12)]), says(BORIS, quantities=injured)) == []
    denied = says(BORIS, "-", quantities=[killed(31, 31)])
    found = find_conflicts([told(says(ADA, quantities=[killed(12, 12)]), denied)], WORLD)
    assert [conflict.field for conflict in found] == ["occurrence"]


def test_sides_do_not_depend_on_the_order_of_assertions() -> None:
    group = [says(ADA, quantities=[killed(12, 12)]), says(BORIS, quantities=[killed(31, 31)])]
    assert find_conflicts([told(*group)], WORLD) == find_conflicts([told(*reversed(group))], WORLD)


def test_what_is_left_of_a_partly_denied_event_may_be_told_as_another() -> None:
    """Boris denies that rebels were hit; elsewhere in the story Ada tells whom the army did hit. A plan, an
    attack of another day, one by others, or one on the denied target itself answers nothing."""
    denial = told(says(BORIS, "-", target="rebels", narrowed="recipient"))
    strike = told(says(ADA), event_id="e-2")

    def fields(other: Told) -> list[str]:
        return [conflict.field for conflict in find_conflicts([denial, other], WORLD)]

    (conflict,) = find_conflicts([denial, strike], WORLD)
    assert (conflict.event_ids, conflict.field) == (("e-1", "e-2"), "recipient")
    assert fields(replace(strike, event=replace(strike.event, realis="future"))) == []
    assert fields(replace(strike, doers=frozenset({"navy"}))) == []
    assert fields(told(says(ADA, target="rebels"), event_id="e-2")) == []
    days = [TimeValue(from_=day, to=day, precision="day") for day in ("2020-03-01", "2020-03-09")]
    dated = [
        replace(item, event=replace(item.event, date=day))
        for item, day in zip((denial, strike), days, strict=True)
    ]
    assert find_conflicts(dated, WORLD) == []
    apart = [replace(item, event=replace(item.event, type="CONSULT")) for item in (denial, strike)]
    assert find_conflicts(apart, WORLD) == [], "whom one meets is not whom one does not"
