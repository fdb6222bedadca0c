from __future__ import annotations

import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from whence.store.changes import Groups, changes, keep

ENGINE = sa.create_engine("sqlite://")


def found(before: dict[str, str], after: dict[str, str]) -> list[tuple[str, str | None, str | None]]:
    """(kind, old, new) for groups written as id → letters of their members."""
    groups = Groups(table="held", group="of", member="one")
    with ENGINE.connect() as connection:

        def hold(held: dict[str, str]) -> None:
            connection.exec_driver_sql("DROP TABLE IF EXISTS held")
            connection.exec_driver_sql("CREATE TABLE held (one TEXT PRIMARY KEY, of TEXT)")
            for of, members in held.items():
                for one in members:
                    connection.exec_driver_sql("INSERT INTO held VALUES (?, ?)", (one, of))

        hold(before)
        was = keep(connection, groups)
        hold(after)
        rows = list(changes(connection, was, groups, table="events", run_id="r"))
    assert all(row.table == "events" and row.run_id == "r" for row in rows)
    return [(row.kind, row.old_id, row.new_id) for row in rows]


def test_nothing_before_is_all_new_and_nothing_after_all_gone() -> None:
    assert found({}, {"e2": "b", "e1": "a"}) == [("new", None, "e1"), ("new", None, "e2")]
    assert found({"e1": "a"}, {}) == [("gone", "e1", None)]


def test_members_that_join_or_leave_a_group_that_keeps_its_id_change_nothing() -> None:
    assert found({"e1": "ab"}, {"e1": "bc"}) == []
    assert found({"e1": "ab"}, {"e1": "c"}) == []


def test_an_earlier_member_renames() -> None:
    assert found({"e2": "b"}, {"e1": "ab"}) == [("renamed", "e2", "e1")]


def test_two_become_one() -> None:
    assert found({"e1": "a", "e2": "b"}, {"e1": "ab"}) == [("merged", "e2", "e1")]
    assert found({"e1": "a", "e2": "b"}, {"e0": "zab"}) == [("merged", "e1", "e0"), ("merged", "e2", "e0")]


def test_one_becomes_two() -> None:
    assert found({"e1": "ab"}, {"e1": "a", "e2": "b"}) == [("split", "e1", "e2")]
    assert found({"e1": "abc"}, {"e2": "b", "e3": "c"}) == [("split", "e1", "e2"), ("split", "e1", "e3")]


def test_a_part_that_moves_to_another_group() -> None:
    assert found({"e1": "ab", "e2": "c"}, {"e1": "a", "e2": "bc"}) == [("merged", "e1", "e2")]


GROUPS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["e1", "e2", "e3"])).map(
    lambda of: {group: "".join(sorted(m for m in of if of[m] == group)) for group in of.values()}
)


@given(GROUPS, GROUPS)
def test_every_id_that_comes_or_goes_is_in_a_row_and_the_same_again_is_none(
    before: dict[str, str], after: dict[str, str]
) -> None:
    rows = found(before, after)
    assert {new for _, _, new in rows if new} >= after.keys() - before.keys()
    assert {old for _, old, _ in rows if old} >= before.keys() - after.keys()
    assert found(after, after) == []
