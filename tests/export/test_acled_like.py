from pathlib import Path

import pandas as pd
import pytest

from whence.export.acled_like import COLUMNS, _bearing, _time_precision, export
from whence.export.view import View
from whence.records import Argument, TimeValue
from whence.store import Store


def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False).set_index("event_id_cnty", drop=False)


def test_a_row_says_who_says_so_and_has_no_number_that_is_not_one(world: Store, tmp_path: Path) -> None:
    view = View(world)
    (path,) = export(view, tmp_path / "out")
    assert path.name == "events.acled-like.csv"
    found = read(path)
    assert len(COLUMNS) == 31 and list(found.columns) == list(COLUMNS)
    assert list(found.index) == ["e-disputed", "e-reported", "e-vague"]
    row = found.loc["e-reported"]
    assert (row.event_date, row.year, row.time_precision, row.geo_precision) == (
        "2020-03-01",
        "2020",
        "1",
        "1",
    )
    assert (row.actor1, row.location, row.admin1, row.fatalities) == ("Libyan army", "Karm", "Sirte", "12")
    assert row.notes == "according to Ada Brook: “Ada Brook said the army shelled Karm.”"
    assert row.tags == "reported as happened"
    vague = found.loc["e-vague"]
    assert (vague.event_date, vague.year, vague.time_precision) == ("", "2020", "3")
    assert (vague.fatalities, vague.latitude, vague.location) == ("", "", "")
    disputed = found.loc["e-disputed"]
    assert (disputed.fatalities, disputed.event_date, disputed.latitude, disputed.actor1) == ("", "", "", "")
    assert "accounts differ" in disputed.tags
    assert view.left_empty["fatalities: accounts differ"] == 2
    assert view.left_out == {"planned": 1, "hypothetical": 2, "denied": 1, "outside ACLED": 2}


@pytest.mark.parametrize(
    ("from_", "to", "code"),
    [
        ("2020-03-01", "2020-03-01", 1),
        ("2020-03-01", "2020-03-07", 2),
        ("2020-03-01", "2020-03-08", 3),
        ("2020-03-01", "2020-03-31", 3),
        ("2020-03-01", "2020-04-01", None),
        (None, "2020-04-01", None),
    ],
)
def test_time_precision(from_: str | None, to: str, code: int | None) -> None:
    assert _time_precision(TimeValue(from_=from_, to=to, precision="range")) == code


@pytest.mark.parametrize(
    ("sectors", "bearing"),
    [
        ([("CVL",), ("JRN",)], "civilian"),
        ([("MIL",), ("REB",)], "armed"),
        ([("CVL",), ("MIL",)], None),
        ([("CVL",), ()], None),
        ([("GOV",)], None),
        ([], None),
    ],
)
def test_who_was_hit_is_civilian_or_armed_only_if_all_are(
    sectors: list[tuple[str, ...]], bearing: str | None
) -> None:
    parties = [
        Argument(text="", start=0, end=0, actor_id=None, name=None, country=None, sectors=one, title=None)
        for one in sectors
    ]
    assert _bearing(parties) == bearing
