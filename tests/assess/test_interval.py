"""[low, expected, high], worked out by hand for small groups."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import document, mention
from whence.assess.assertions import Assertion
from whence.assess.dependence import SAME_ROOM, UNNAMED, UNSOURCED
from whence.assess.interval import count_origins, interval
from whence.assess.roots import Root
from whence.records import OriginInterval, Reprint, Span

ADA = Root("person", ("ada brook",), "Ada Brook")
BORIS = Root("person", ("boris lund",), "Boris Lund")
MINISTRY = Root("statement", ("ministry",), "Ministry")
REPORT = Root("document", ("report",), "a report")
REUTERS = Root("newsroom", ("reuters",), "Reuters")
OFFICIAL = Root("anonymous", ("reuters", "official"), "officials (Reuters)")
DIPLOMAT = Root("anonymous", ("reuters", "diplomat"), "diplomats (Reuters)")
RESIDENT = Root("anonymous", ("gazette", "resident"), "residents (Gazette)")
GAZETTE = Root("unknown", ("outlet", "gazette"), "Gazette")
COURIER = Root("unknown", ("outlet", "courier"), "Courier")
LEAFLET = Root("unknown", ("document", "d-3"), "leaflet.txt")
HEDGE = Root("unknown", ("withheld", "outlet", "gazette"), "source withheld (Gazette)")
ALL = (ADA, BORIS, MINISTRY, REPORT, REUTERS, OFFICIAL, DIPLOMAT, RESIDENT, GAZETTE, COURIER, LEAFLET, HEDGE)


def told(key: str, root: Root, document_id: str, start: int = 9) -> Assertion:
    trigger = Span(text="shelled", start=start, end=start + 7)
    return Assertion(
        mention=mention(key, document_id=document_id, trigger=trigger),
        document=document(document_id),
        sign="+",
        root=root,
        chain=(),
        narrowed=frozenset(),
    )


def reprint(probability: float) -> Reprint:
    return Reprint(
        document_id="d-2", of_document_id="d-1", direction="known", kind="verbatim", share=1.0,
        spans=((0, 100, 0, 100),), evidence="test", probability=probability,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("roots", "low", "expected", "high"),
    [
        ((), 0, 0, 0),
        ((ADA,), 1, 1, 1),
        ((GAZETTE,), 1, 1, 1),
        ((ADA, BORIS, MINISTRY, REPORT), 4, 4, 4),
        # Firm roots, plus one if there is any other; the first other always counts.
        ((ADA, OFFICIAL), 2, 2, 2),
        ((OFFICIAL, RESIDENT), 1, 1 + (1 - UNNAMED), 2),
        ((OFFICIAL, DIPLOMAT), 1, 1 + (1 - SAME_ROOM), 2),
        ((GAZETTE, COURIER), 1, 1 + (1 - UNSOURCED), 2),
        # Nobody knows whose own voice it is: it never raises low, alone or beside others.
        ((LEAFLET,), 0, 1, 1),
        ((ADA, LEAFLET), 1, 2, 2),
        ((ADA, GAZETTE), 2, 2, 2),
        # The two of one newsroom have most to do with others: one counts; the other unless it is the first;
        # residents unless they are either.
        (
            (OFFICIAL, DIPLOMAT, RESIDENT),
            1,
            1 + (1 - SAME_ROOM) + (1 - UNNAMED) * (1 - UNNAMED),
            3,
        ),
    ],
)  # fmt: skip
def test_intervals(roots: Sequence[Root], low: int, expected: float, high: int) -> None:
    found = interval(roots)
    assert (found.low, found.high) == (low, high)
    assert found.expected == pytest.approx(expected, abs=0.05 + 1e-9)


def test_expected_is_rounded_to_a_tenth_half_up() -> None:
    assert interval((OFFICIAL, RESIDENT)).expected == 1.9  # 1.85


def test_expected_does_not_depend_on_what_outlets_are_called() -> None:
    def count(shared: str, other: str) -> float:
        rooms = [(shared, "official"), (shared, "diplomat"), (other, "resident")]
        return interval([Root("anonymous", key) for key in rooms]).expected

    assert count("reuters", "gazette") == count("gazette", "reuters")


def test_a_probable_copy_takes_nothing_from_those_that_were_there() -> None:
    """Residents of a merged report may be the officials or the diplomats (0.9 each, so at most 0.1 more);
    those two are no less two for it."""
    before = interval((OFFICIAL, DIPLOMAT)).expected
    copies = {(RESIDENT, OFFICIAL): 0.9, (RESIDENT, DIPLOMAT): 0.9}
    assert before <= interval((OFFICIAL, DIPLOMAT, RESIDENT), copies).expected <= before + 0.1


def test_an_uncertain_reprint_lowers_expected_alone() -> None:
    """Residents and an official: 1.85 for themselves; 1 + .85 · .2 if one is the other's text with 0.8."""
    for pair in ((RESIDENT, OFFICIAL), (OFFICIAL, RESIDENT)):
        assert interval((OFFICIAL, RESIDENT), {pair: 0.8}) == OriginInterval(low=1, expected=1.2, high=2)


@given(st.lists(st.sampled_from(ALL), max_size=8))
def test_low_is_at_most_expected_is_at_most_high(roots: list[Root]) -> None:
    found = interval(roots)
    assert found.low <= found.expected <= found.high == len(set(roots))
    assert interval(list(reversed(roots))) == found


def test_the_institution_of_a_person_may_be_told_in_one_report_only() -> None:
    bare, officer = Root("person", ("igor lund",)), Root("person", ("igor lund",), "Igor Lund", "ministry")
    group = [told("n-1", bare, "d-1"), told("n-2", MINISTRY, "d-2"), told("n-3", officer, "d-3")]
    for order in (group, group[::-1]):
        assert count_origins("e-1", "+", order, {}).interval.high == 1


def test_a_certain_copy_has_the_origins_of_what_it_was_taken_from() -> None:
    group = [told("n-1", GAZETTE, "d-1"), told("n-2", COURIER, "d-2")]
    count = count_origins("e-1", "+", group, {"d-2": [reprint(0.97)]})
    assert count.interval == OriginInterval(low=1, expected=1.0, high=1)
    assert count.origin_of[COURIER] == GAZETTE
    assert set(count.ids) == {GAZETTE}


def test_a_probable_copy_stays_an_origin_that_counts_for_less() -> None:
    group = [told("n-1", GAZETTE, "d-1"), told("n-2", COURIER, "d-2")]
    apart = count_origins("e-1", "+", group, {}).interval
    near = count_origins("e-1", "+", group, {"d-2": [reprint(0.6)]}).interval
    assert (near.low, near.high) == (apart.low, apart.high) == (1, 2)
    assert 1 < near.expected < apart.expected


def test_a_root_that_a_copy_adds_itself_counts() -> None:
    """The copy's reprinted sentence adds nothing; a witness it has besides does."""
    group = [told("n-1", GAZETTE, "d-1"), told("n-2", COURIER, "d-2"), told("n-3", ADA, "d-2", 500)]
    count = count_origins("e-1", "+", group, {"d-2": [reprint(0.97)]})
    assert (count.interval.low, count.interval.high) == (2, 2)


def test_two_documents_taken_from_each_other_have_an_origin_still() -> None:
    back = Reprint(
        document_id="d-1", of_document_id="d-2", direction="undecided", kind="verbatim", share=1.0,
        spans=((0, 100, 0, 100),), evidence="test", probability=0.97,
    )  # fmt: skip
    group = [told("n-1", ADA, "d-1"), told("n-2", ADA, "d-2")]
    count = count_origins("e-1", "+", group, {"d-2": [reprint(0.97)], "d-1": [back]})
    assert (count.interval.low, count.interval.high) == (1, 1)


def test_origin_ids_depend_on_event_sign_and_root_alone() -> None:
    group = [told("n-1", ADA, "d-1")]
    (first,) = count_origins("e-1", "+", group, {}).ids.values()
    (moved,) = count_origins("e-1", "+", [told("n-5", ADA, "d-3")], {}).ids.values()
    assert first == moved
    assert first not in count_origins("e-1", "-", group, {}).ids.values()
    assert first not in count_origins("e-2", "+", group, {}).ids.values()


def test_nothing_told_is_no_origin() -> None:
    count = count_origins("e-1", "-", [], {})
    assert count.interval == OriginInterval(low=0, expected=0.0, high=0)
    assert not count.ids
