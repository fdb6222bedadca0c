"""The scorer of conflicts on a few made-up pairs, and the pairs themselves."""

from pathlib import Path

import pytest
import yaml
from evals.conflicts.__main__ import read, scored

from builders import filled
from whence.records import Conflict, Side

PAIRS = Path(__file__).parents[2] / "evals/conflicts"
HALVES = {half: yaml.safe_load((PAIRS / f"{half}.yaml").read_text("utf-8")) for half in ("dev", "check")}


def said(kind: str, field: str) -> Conflict:
    side: Side = filled(Side, value="x", sign="+")
    made: Conflict = filled(Conflict, kind=kind, field=field, why="w", sides=(side,))
    return made


def expected(*labels: tuple[str, str]) -> dict[str, object]:
    return {
        "name": "n",
        "why": "y",
        "conflicts": [{"kind": kind, "field": field} for kind, field in labels],
    }


def test_right_missed_wrong_and_none() -> None:
    toll, place = ("contradiction", "quantity"), ("contradiction", "place")
    pairs = [expected(toll, place), expected(), expected()]
    lines = list(scored("dev", pairs, [[said(*toll), said(*toll)], [], [said(*place)]], errors=False))
    # One of two tolls said is right; the place of the first pair is missed, that of the third is wrong.
    assert lines[0].endswith("P  33.3% R  50.0% (1 right, 3 said, 2 expected)")
    assert lines[1].endswith("none 1 of 2 pairs")
    assert any("place" in line and "P   0.0% R   0.0%" in line for line in lines[2:])


def test_pairs_that_are_not_as_expected_are_listed_with_the_reason() -> None:
    lines = list(scored("dev", [expected(("revision", "date"))], [[]], errors=True))
    assert lines[-3:] == ["  n: y", "    expected [('revision', 'date')]", "    said none"]


@pytest.mark.parametrize("half", HALVES)
def test_both_halves_have_pairs_with_and_without_conflicts(half: str) -> None:
    pairs = HALVES[half]
    assert len(pairs) == 20 and len({pair["name"] for pair in pairs}) == 20
    assert sum(not pair["conflicts"] for pair in pairs) == 8
    assert all(len(pair["reports"]) == 2 and pair["why"] for pair in pairs)


def test_a_report_is_read_with_what_is_told_of_it() -> None:
    pair = next(pair for pair in HALVES["dev"] if "url" in pair["reports"][0])
    document = read("0.txt", pair["reports"][1]).document
    assert (document.outlet, document.url) == ("Gazette", "https://gazette.example/bomb")
    assert (document.published, document.captured) == ("2020-03-02", "2020-03-03")
