"""Actors named alone, against the codes that are expected of them."""

from typing import Any

from evals.actors.coded import Coded, coded, lines


def row(text: str, **expected: str) -> dict[str, Any]:
    return {"text": text, "kwargs": {"query_date": "2015-10-01"}, "expected": expected}


def test_what_is_expected_beside_what_is_read() -> None:
    (found,) = coded([row("Iranian troops", country="IRN", code_1="MIL")])
    assert (found.country, found.sector) == ("IRN", "MIL")
    assert found.read_country == "IRN"
    assert "MIL" in found.read_sectors


def test_codes_of_no_country_and_no_plover_sector_are_no_cases() -> None:
    assert list(coded([row("the U.N.", country="UNO"), row("yesterday", code_1="JNK")])) == []


def test_shares_are_of_what_is_expected() -> None:
    right = Coded(text="a", country="IRN", sector="MIL", read_country="IRN", read_sectors=("MIL",))
    wrong = Coded(text="b", country="IRN", sector=None, read_country=None, read_sectors=())
    told = list(lines([right, wrong], errors=5))
    assert [line.split()[-1] for line in told[:2]] == ["50.0%", "100.0%"]
    assert told[2].startswith("'b'")
