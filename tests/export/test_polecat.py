"""POLECAT, read back as its loaders read it."""

import csv
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from whence.export import ExportError
from whence.export.polecat import COLUMNS, export
from whence.export.view import View
from whence.store import Store

HEAD = (
    "Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, "
    "Actor Country, Actor COW, Primary Actor Sector, Actor Sectors, Actor Title, Actor Name Raw, "
    "Wikipedia Actor ID, "
    "Recipient Name, Recipient Country, Recipient COW, Primary Recipient Sector, Recipient Sectors, "
    "Recipient Title, Recipient Name Raw, Wikipedia Recipient ID, Placename, City, District, Province, "
    "Country, Latitude, Longitude, GeoNames ID, Raw Placename, Feature Type, Source, Publication Date, "
    "Story People, Story Organizations, Story Locations, Language, Version"
)
"""As the public loaders have it."""


def rows(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["Event ID"]: row for row in csv.DictReader(file, dialect="excel-tab")}


def test_the_columns_are_the_forty_of_the_loaders(world: Store, tmp_path: Path) -> None:
    (path,) = export(world, tmp_path / "out")
    assert len(COLUMNS) == 40
    assert ", ".join(COLUMNS) == HEAD
    assert path.read_text(encoding="utf-8").splitlines()[0].split("\t") == list(COLUMNS)
    assert list(pd.read_csv(path, sep="\t").columns) == list(COLUMNS)


def test_only_what_somebody_reports_as_happened_has_a_row(world: Store, tmp_path: Path) -> None:
    view = View(world)
    (path,) = export(view, tmp_path / "out")
    assert list(rows(path)) == sorted(["e-reported", "e-disputed", "e-vague", "e-talks"])
    assert view.left_out == {"planned": 1, "hypothetical": 2, "denied": 1, "outside PLOVER": 1}
    assert view.written == {"events": 4}
    assert world.count("events") == view.written["events"] + view.left_out.total()


def test_what_is_included_stands_in_a_file_of_its_own_and_says_so(world: Store, tmp_path: Path) -> None:
    plain, apart = export(View(world, include=("planned", "denied")), tmp_path / "out")
    assert apart.name == "left-out.polecat.tsv"
    with apart.open(encoding="utf-8", newline="") as file:
        head, *held = csv.reader(file, dialect="excel-tab")
    assert head == ["Status", *COLUMNS]
    assert {(row[0], row[1]) for row in held} == {
        ("planned", "e-planned"),
        ("denied; reported as happened by no one here", "e-denied"),
    }
    assert not {"e-planned", "e-denied"} & set(rows(plain))
    export(world, tmp_path / "out")
    assert not apart.exists(), "the folder holds one export"


def test_a_row_is_filled_from_the_event_and_its_tellings(world: Store, tmp_path: Path) -> None:
    (path,) = export(world, tmp_path / "out")
    row = rows(path)["e-reported"]
    expected = {
        "Event Date": "2020-03-01",
        "Event Type": "ASSAULT",
        "Intensity": "-9.0",
        "Quad Code": "MATERIAL CONFLICT",
        "Actor Name": "Libyan army",
        "Actor Country": "LBY",
        "Primary Actor Sector": "MIL",
        "Actor Name Raw": "army",
        "Placename": "Karm",
        "City": "Karm",
        "Province": "Sirte",
        "Latitude": "31.2",
        "GeoNames ID": "7",
        "Publication Date": "2020-03-01",
        "Story People": "Ada Brook",
        "Language": "en",
    }
    assert {name: row[name] for name in expected} == expected
    assert row["Actor COW"] == row["Wikipedia Actor ID"] == row["District"] == ""


def test_what_accounts_differ_on_or_is_not_one_value_is_empty_and_counted(
    world: Store, tmp_path: Path
) -> None:
    view = View(world)
    (path,) = export(view, tmp_path / "out")
    disputed, vague = (rows(path)[key] for key in ("e-disputed", "e-vague"))
    for name in ("Event Date", "Actor Name", "Actor Country", "Placename", "City", "Latitude", "Longitude"):
        assert disputed[name] == ""
    assert (vague["Placename"], vague["Country"], vague["Latitude"], vague["Event Date"]) == (
        "Libya",
        "LBY",
        "",
        "",
    )
    assert view.left_empty["actor: accounts differ"] == 1
    assert view.left_empty["date: not known to the day"] == 1
    assert view.left_empty["coordinates: of a country or region"] == 1


def test_hostile_text_is_one_inert_cell(world: Store, tmp_path: Path) -> None:
    (path,) = export(world, tmp_path / "out")
    row = rows(path)["e-reported"]
    assert row["Source"] == "'=Gazette <b>"
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 5 and all(len(line.split("\t")) == 40 for line in lines)


def test_no_tokens(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="leave out --with-tokens"):
        export(store, tmp_path / "out", with_tokens=True)


def test_the_same_account_gives_the_same_bytes(example_account: Path, tmp_path: Path) -> None:
    with Store.open(example_account) as store:
        one: Any = [path.read_bytes() for path in export(store, tmp_path / "one")]
        two: Any = [path.read_bytes() for path in export(store, tmp_path / "two")]
    assert one == two
