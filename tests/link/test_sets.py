"""Who has values in common."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.link.sets import Reports, Sets, numbered

SETS = st.lists(st.frozensets(st.sampled_from("abcdef"), max_size=5), min_size=2, max_size=6)


@given(SETS)
def test_what_two_sets_share_is_counted_whatever_their_size(sets: list[frozenset[str]]) -> None:
    i, j = np.triu_indices(len(sets), 1)
    made = Sets(sets)
    wanted = [len(sets[a] & sets[b]) for a, b in zip(i.tolist(), j.tolist(), strict=True)]
    assert made.common(made, i, j).tolist() == wanted
    assert made.meet(made, i, j).tolist() == [count > 0 for count in wanted]


def test_tellings_of_one_report_are_one_there_where_it_tells_them_as_one() -> None:
    reports = Reports(
        [{"d-1"}, {"d-1", "d-2"}, {"d-2"}],
        [frozenset({"e-1"}), frozenset({"e-1", "e-2"}), frozenset({"e-3"})],
    )
    i, j = np.array([0, 0, 1]), np.array([1, 2, 2])
    together = reports.together(i, j)
    assert together.tolist() == [True, False, True]
    assert reports.one(i, j, together).tolist() == [True, False, False]


def test_values_are_numbered_as_they_are_met() -> None:
    assert numbered(["b", "a", "b"], first=["z"]).tolist() == [1, 2, 1]
