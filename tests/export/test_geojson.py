"""GeoJSON against the rules of RFC 7946 that concern it."""

import json
from pathlib import Path
from typing import Any

from whence.export.geojson import export
from whence.export.view import View
from whence.store import Store


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def check(collection: dict[str, Any]) -> None:
    """RFC 7946, 3.1.1, 3.1.2, 3.2, 3.3, 4, 7.1."""
    assert collection["type"] == "FeatureCollection"
    assert not {"geometry", "coordinates", "geometries", "properties", "crs"} & set(collection)
    ids = [feature["id"] for feature in collection["features"]]
    assert len(set(ids)) == len(ids)
    for feature in collection["features"]:
        assert feature["type"] == "Feature"
        assert isinstance(feature["properties"], dict)
        assert not {"coordinates", "geometries", "features"} & set(feature)
        assert feature["geometry"]["type"] == "Point"
        lon, lat = feature["geometry"]["coordinates"]
        assert -180 <= lon <= 180 and -90 <= lat <= 90


def test_events_with_a_known_place_are_points(world: Store, tmp_path: Path) -> None:
    view = View(world)
    (path,) = export(view, tmp_path / "out")
    collection = read(path)
    check(collection)
    features = {feature["id"]: feature for feature in collection["features"]}
    assert list(features) == ["e-denied", "e-planned", "e-reported"]
    told = features["e-reported"]
    assert told["geometry"]["coordinates"] == [16.6, 31.2]
    properties = told["properties"]
    assert (properties["precision"], properties["from"], properties["date_precision"]) == (
        "city",
        "2020-03-01",
        "day",
    )
    assert properties["quantities"] == [{"role": "killed", "amount": "12"}]
    assert view.written == {"features": 3}


def test_what_is_not_reported_as_happened_says_so(world: Store, tmp_path: Path) -> None:
    (path,) = export(world, tmp_path / "out")
    titles = {feature["id"]: feature["properties"]["title"] for feature in read(path)["features"]}
    assert titles["e-planned"] == "Libyan army: ASSAULT at Karm · undated · planned"
    assert titles["e-reported"] == "Libyan army: ASSAULT at Karm · 2020-03-01"
    status = {feature["id"]: feature["properties"]["status"] for feature in read(path)["features"]}
    assert status == {
        "e-reported": "reported as happened",
        "e-planned": "planned",
        "e-denied": "denied; reported as happened by no one here",
    }


def test_events_without_a_point_are_counted(world: Store, tmp_path: Path) -> None:
    view = View(world)
    (path,) = export(view, tmp_path / "out")
    unplaced = read(path)["whence:unplaced"]
    assert unplaced == {
        "a country or region only": 1,
        "accounts differ on the place": 1,
        "no known place": 4,
    }
    assert view.left_out == unplaced
    assert world.count("events") == view.written["features"] + sum(unplaced.values())


def test_hostile_text_is_inert_and_no_link(world: Store, tmp_path: Path) -> None:
    (path,) = export(world, tmp_path / "out")
    assert "<" not in path.read_text(encoding="utf-8")
    properties = {f["id"]: f["properties"] for f in read(path)["features"]}
    assert properties["e-reported"]["addresses"] == []
    assert properties["e-planned"]["addresses"] == ["https://gazette.example/ada-brook-planned"]


def test_an_account_of_real_reports_and_one_of_none(example_account: Path, tmp_path: Path) -> None:
    with Store.open(example_account) as store:
        (path,) = export(store, tmp_path / "out")
        check(read(path))
    with Store.open(tmp_path / "empty.db", create=True) as store:
        (path,) = export(store, tmp_path / "none")
    assert read(path) == {"type": "FeatureCollection", "features": [], "whence:unplaced": {}}
