import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.clean.cues import cues

PLACES = ("line", "sentence", "list", "references", "start", "lead", "end", "last")
ALL = cues(*PLACES)


def shown(cue, text):
    return f"{text}The army said it left" if cue.where in ("start", "lead") else text


@pytest.mark.parametrize("cue", ALL, ids=[f"{cue.kind}:{cue.matches[:30]}" for cue in ALL])
def test_every_row_matches_its_example_and_not_its_counterexample(cue):
    assert cue.found_in(shown(cue, cue.matches))
    assert not cue.found_in(shown(cue, cue.rejects))


@pytest.mark.parametrize(
    "unit", ["A", "a ", "By A, ", "(", "[", "… ", "Read ", "AB ", "1 Jan ", "- ", "share this ", "."]
)
def test_no_pattern_backtracks_without_bound(unit):
    text = unit * (300 // len(unit))
    began = time.process_time()
    for cue in ALL:
        cue.found_in(text)
        cue.found_in(text * 50)
    assert time.process_time() - began < 2


@given(st.text(max_size=400))
def test_a_match_lies_in_the_text(text):
    for cue in ALL:
        found = cue.found_in(text)
        assert found is None or 0 <= found[0] < found[1] <= len(text)
