"""B³ of partitions."""

from evals.stories.__main__ import b_cubed


def test_the_worked_example_of_bagga_and_baldwin() -> None:
    # Figure 2 of their paper: the first response joins the two last chains, the second the first and last.
    key = ["a"] * 5 + ["b"] * 2 + ["c"] * 5
    first = ["a"] * 5 + ["b"] * 7
    assert b_cubed(key, first).startswith("B³ P 0.762 R 1.000")
    second = ["a"] * 5 + ["b"] * 2 + ["a"] * 5
    assert b_cubed(key, second).startswith("B³ P 0.583 R 1.000")


def test_a_partition_is_perfect_against_itself() -> None:
    assert b_cubed(["a", "b", "a"], ["x", "y", "x"]) == "B³ P 1.000 R 1.000 F1 1.000"
