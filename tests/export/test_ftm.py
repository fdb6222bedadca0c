"""FollowTheMoney entities against what followthemoney's model says of their schemata
(``followthemoney.json``), and against the library itself where it is installed: it needs PyICU, which needs
ICU's headers and a compiler (``pip install '.[ftm]'``)."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from whence.export.ftm import LANGUAGES, SCHEMA, export
from whence.export.view import View
from whence.schema import alpha2
from whence.store import Store

MODEL = json.loads((Path(__file__).parent / "followthemoney.json").read_text(encoding="utf-8"))
LONGEST = {"name": 384, "address": 250, "text": 65_000, "string": 1024, "identifier": 64, "url": 4096}


def entities(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def problems(found: list[dict[str, Any]]) -> Iterator[str]:
    """What the model says against the entities."""
    schema_of = {entity["id"]: entity["schema"] for entity in found}
    if len(schema_of) != len(found):
        yield "two entities have one id"
    for entity in found:
        schema = MODEL["schemata"][entity["schema"]]
        for name in schema["required"]:
            if not entity["properties"].get(name):
                yield f"{entity['id']} lacks {name}"
        for name, values in entity["properties"].items():
            kind, _, range_ = schema["properties"][name].partition(":")
            for value in values:
                if not _valid(kind, range_, value, schema_of):
                    yield f"{entity['id']}: {name} is no {kind}: {value!r}"


def _valid(kind: str, range_: str, value: Any, schema_of: dict[str, str]) -> bool:
    if not isinstance(value, str) or not value or len(value) > LONGEST.get(kind, 10**6):
        return False
    if kind == "entity":
        return range_ in MODEL["schemata"][schema_of[value]]["is_a"]
    if kind == "date":
        return bool(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value))
    allowed = {"country": MODEL["countries"], "language": MODEL["languages"]}.get(kind)
    return value in allowed if allowed else True


def test_every_entity_is_of_the_model(world: Store, example_account: Path, tmp_path: Path) -> None:
    plain, _, apart = export(View(world, include=("planned", "denied", "hypothetical")), tmp_path / "world")
    assert not list(problems([*entities(plain), *entities(apart)]))
    with Store.open(example_account) as store:
        plain, _ = export(store, tmp_path / "example")
    found = entities(plain)
    assert not list(problems(found))
    assert {"Article", "Mention", "Person", "PublicBody", "Organization", "Event"} <= {
        entity["schema"] for entity in found
    }


def test_the_library_reads_every_value(example_account: Path, tmp_path: Path) -> None:
    library = pytest.importorskip("followthemoney", reason="followthemoney is not installed")
    with Store.open(example_account) as store:
        plain, _ = export(store, tmp_path)
    for entity in entities(plain):
        read = library.model.get_proxy(entity).to_dict()["properties"]
        assert {name: sorted(values) for name, values in read.items()} == {
            name: sorted(values) for name, values in entity["properties"].items()
        }
        library.model.get(entity["schema"]).validate(entity)


def test_every_code_and_kind_of_ours_has_one_of_the_model() -> None:
    assert {code.lower() for code in alpha2().values()} <= set(MODEL["countries"])
    assert set(LANGUAGES.values()) <= set(MODEL["languages"])
    assert set(SCHEMA.values()) <= set(MODEL["schemata"])


def test_only_what_somebody_reports_as_happened_is_an_event(world: Store, tmp_path: Path) -> None:
    view = View(world, include=("planned", "denied"))
    plain, statements, apart = export(view, tmp_path / "out")
    events = {e["id"]: e["properties"] for e in entities(plain) if e["schema"] == "Event"}
    assert set(events) == {"e-reported", "e-disputed", "e-vague", "e-death", "e-talks"}
    assert view.left_out == {"planned": 1, "hypothetical": 2, "denied": 1}
    assert {e["id"] for e in entities(apart)} == {"e-planned", "e-denied"}
    assert events["e-reported"]["summary"] == ["reported as happened: according to Ada Brook"]
    assert events["e-reported"]["involved"] == ["a-2"]
    disputed = events["e-disputed"]
    assert not {"involved", "location", "startDate", "country"} & set(disputed)
    assert "accounts differ on the actor" in disputed["name"][0]
    with statements.open(encoding="utf-8", newline="") as file:
        rows = {row["event_id"]: row for row in csv.DictReader(file)}
    assert rows["e-denied"]["says"] == "denies"
    assert rows["e-denied"]["Status"] == "denied; reported as happened by no one here"
    assert rows["e-planned"]["Status"] == "planned"
    assert "e-unsourced" not in rows, "nobody commits to it"


def test_a_title_held_is_a_position_and_its_occupancy(world: Store, tmp_path: Path) -> None:
    plain, _ = export(world, tmp_path / "out")
    found = {entity["schema"]: entity for entity in entities(plain)}
    position, occupancy = found["Position"], found["Occupancy"]["properties"]
    assert position["properties"]["name"] == ["mayor, Karm"]
    assert occupancy == {"holder": ["a-1"], "post": [position["id"]], "startDate": ["2019-01-01"]}
    person = found["Person"]["properties"]
    assert (person["alias"], person["country"], person["wikidataId"]) == (["Ms Brook", "AB"], ["ly"], ["Q1"])


def test_hostile_text_is_inert_and_no_link(world: Store, tmp_path: Path) -> None:
    plain, statements = export(world, tmp_path / "out")
    written = plain.read_text(encoding="utf-8")
    assert "<" not in written and "\u2028" not in written
    article = next(e["properties"] for e in entities(plain) if e["id"] == "d-reported")
    assert "sourceUrl" not in article
    assert article["title"][0].startswith("</script>")
    with statements.open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["event_id"] == "e-reported")
    assert row["outlet"] == "'=Gazette <b>"
    assert row["sign"] == "+"


def test_no_text_and_long_texts(world: Store, tmp_path: Path) -> None:
    plain, _ = export(View(world, no_text=True), tmp_path / "out")
    assert not [e for e in entities(plain) if "bodyText" in e["properties"]]
    from whence.export.ftm import _fitting

    assert [len(part) for part in _fitting("bodyText", "a" * 65_001)] == [65_000, 1]
    assert len(_fitting("name", "a" * 400)[0]) == 384


def test_the_manifest_can_count_what_was_written(world: Store, tmp_path: Path) -> None:
    view = View(world)
    plain, _ = export(view, tmp_path / "out")
    counts = Counter(entity["schema"] for entity in entities(plain))
    assert {name: view.written[name] for name in counts} == counts
