import csv
from pathlib import Path

from whence.export.icews_like import COLUMNS, export
from whence.export.view import View
from whence.store import Store


def test_events_with_a_cameo_code_stand_between_tabs(world: Store, tmp_path: Path) -> None:
    view = View(world, include=("planned",))
    plain, apart = export(view, tmp_path / "out")
    assert (plain.name, apart.name) == ("events.icews-like.tsv", "left-out.icews-like.tsv")
    with plain.open(encoding="utf-8", newline="") as file:
        rows = {row["Event ID"]: row for row in csv.DictReader(file, dialect="excel-tab")}
    assert len(COLUMNS) == 20 and list(rows["e-reported"]) == list(COLUMNS)
    assert list(rows) == ["e-disputed", "e-reported", "e-vague"]
    row = rows["e-reported"]
    assert (row["Source Name"], row["Source Sectors"], row["Target Name"]) == ("Libyan army", "MIL", "")
    assert (row["CAMEO Code"], row["Event Text"], row["Intensity"]) == (
        "190",
        "Use conventional military force",
        "-10.0",
    )
    assert (row["Event Date"], row["City"], row["Latitude"]) == ("2020-03-01", "Karm", "31.2")
    assert rows["e-disputed"]["Source Name"] == rows["e-disputed"]["Event Date"] == ""
    assert view.left_out == {"planned": 1, "hypothetical": 2, "denied": 1, "no CAMEO code": 2}
    assert apart.read_text(encoding="utf-8").splitlines()[1].startswith("planned\te-planned\t")
