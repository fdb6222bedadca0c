"""When two names, spans and sources are the same; matching."""

from itertools import permutations

import pytest
from evals.account.match import (
    common,
    head,
    normal,
    one_to_one,
    same_chain,
    same_name,
    same_source,
    same_span,
)
from evals.account.telling import Source
from hypothesis import given
from hypothesis import strategies as st


def source(text: str | None, start: int | None = 0, name: str | None = None, naming: str = "named") -> Source:
    end = None if start is None or text is None else start + len(text)
    return Source(
        start=start if end else None, end=end, text=text, name=name or text, kind="person", naming=naming
    )


WITHHELD = source(None, None, "unspecified", "withheld")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The U.S.", "us"),
        ("Democratic Party (Hong Kong)", "the Democratic Party"),
        ("Iran’s", "iran"),
        ("  Some  reports", "reports"),
        ("Jean-Yves Le Drian", "jean yves le drian"),
    ],
)
def test_names_that_differ_lightly_are_the_same(a: str, b: str) -> None:
    assert same_name(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("Trump", "Donald Trump"), (None, None), ("", ""), ("The", "(x)"), ("Iran", None)]
)
def test_other_names_and_unknown_ones_are_not(a: str | None, b: str | None) -> None:
    assert not same_name(a, b)


@given(st.text(max_size=60))
def test_any_name_is_normalised_to_something_stable(name: str) -> None:
    assert normal(normal(name)) == normal(name) or normal(name).startswith(("the ", "a ", "an ", "some "))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Iranian troops", "troops"),
        ("the head of the army", "head"),
        ("John Smith, a senior officer", "Smith"),
        ("at least 20 people in Kabul", "people"),
        ("Iran's", "Iran"),
        ("rebels (some of them foreign)", "rebels"),
    ],
)
def test_head_word(text: str, word: str) -> None:
    start, end = head(100, text)
    assert text[start - 100 : end - 100] == word


def test_a_phrase_is_the_same_as_its_head_but_not_as_its_modifier() -> None:
    text = "US Secretary of State Mike Pompeo"
    assert same_span((0, 14, "Iranian troops"), (8, 14, "troops"))
    assert not same_span((0, len(text), text), (0, 2, "US"))
    assert not same_span((0, 5, "Iran "), (5, 9, "Iraq"))


def test_sources_are_the_same_by_span_or_by_name() -> None:
    assert same_source(source("he", 50, "Ali Khan"), source("Ali Khan", 0))
    assert same_source(source("officials", 10, "Russian officials"), source("officials", 10))
    assert not same_source(source("officials", 10), source("residents", 40))


def test_withheld_sources_are_alike_and_unlike_all_others() -> None:
    other = source(None, None, "someone else", "withheld")
    assert same_source(WITHHELD, other)
    assert not same_source(WITHHELD, source("officials", 10))


def test_chains_need_the_same_links_in_order() -> None:
    reuters, sources = source("Reuters", 0), source("sources", 20)
    assert same_chain([], [])
    assert same_chain([sources, reuters], [sources, reuters])
    assert not same_chain([sources, reuters], [reuters, sources])
    assert not same_chain([sources, reuters], [sources])


def test_matching_takes_as_many_pairs_as_it_can() -> None:
    """Greedy matching would give the long span to the first and leave the second alone."""
    left, right = [(0, 10), (8, 12)], [(6, 10), (0, 3)]
    pairs = one_to_one(left, right, lambda a, b: (common(a, b),) if common(a, b) else None)
    assert pairs == [((0, 10), (0, 3)), ((8, 12), (6, 10))]


def test_matching_prefers_higher_scores_in_order_of_importance() -> None:
    scores = {("a", "x"): (1, 0), ("a", "y"): (0, 999), ("b", "x"): (1, 0), ("b", "y"): (1, 1)}
    assert one_to_one("ab", "xy", lambda a, b: scores[a, b]) == [("a", "x"), ("b", "y")]
    assert one_to_one("a", "yx", lambda a, b: scores[a, b]) == [("a", "x")]


spans = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda t: (t[0], t[0] + t[1])), max_size=5
)


@given(spans, spans)
def test_matching_is_one_to_one_and_the_largest_there_is(
    left: list[tuple[int, int]], right: list[tuple[int, int]]
) -> None:
    numbered, others = list(enumerate(left)), list(enumerate(right))
    pairs = one_to_one(numbered, others, lambda a, b: (common(a[1], b[1]),) if common(a[1], b[1]) else None)
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
    assert all(common(a[1], b[1]) for a, b in pairs)
    short, long = sorted((left, right), key=len)
    best = max(
        sum(common(a, b) > 0 for a, b in zip(short, order, strict=False)) for order in permutations(long)
    )
    assert len(pairs) == best
