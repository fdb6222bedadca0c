import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from whence.export import ExportError
from whence.export.manifest import FILE, account_hash
from whence.export.writing import write
from whence.pipeline import read_into
from whence.records import Anchor, Judgement
from whence.store import Store

TWO = Path(__file__).parents[1] / "stories/two_outlets"


def manifest(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / FILE).read_text(encoding="utf-8"))
    return found


def test_it_says_what_was_written_and_left_out(world: Store, tmp_path: Path) -> None:
    write(world, tmp_path / "out", to="acled-like", include=["planned"], redact=["Ada Brook", "Nobody Else"])
    told = manifest(tmp_path / "out")
    assert told["format"] == "acled-like"
    assert "not ACLED data" in told["label"]
    assert told["files"] == ["events.acled-like.csv", "left-out.acled-like.csv"]
    assert told["written"] == {"events": 3, "left_out": 1}
    assert told["left_out"] == {"denied": 1, "hypothetical": 2, "outside ACLED": 2, "planned": 1}
    assert told["options"]["include"] == ["planned"]
    assert told["redacted"] == {"names": 2, "occurrences": 35}
    assert told["tables"]["documents"] == 9
    assert "Brook" not in (tmp_path / "out" / FILE).read_text(encoding="utf-8")


def test_two_runs_over_the_same_documents_give_the_same_bytes(two_outlets: Path, tmp_path: Path) -> None:
    with Store.open(tmp_path / "again.db", create=True) as store:
        # One report at a time, the later first: another number of runs and changes.
        for name in ("harbour-post.txt", "evening-mirror.txt"):
            folder = tmp_path / name.removesuffix(".txt")
            folder.mkdir()
            shutil.copy(TWO / name, folder)
            shutil.copy(TWO / "reports.csv", folder)
            read_into(store, [folder])
        write(store, tmp_path / "two", to="polecat")
        assert store.count("runs") == 2
    with Store.open(two_outlets) as store:
        write(store, tmp_path / "one", to="polecat")
    one, two = manifest(tmp_path / "one"), manifest(tmp_path / "two")
    # The manifest of the reports names a file that is not there in either half: a loss.
    assert {key: one[key] for key in one if key != "tables"} == {
        key: two[key] for key in two if key != "tables"
    }
    for name in one["tables"].keys() - {"losses"}:
        assert one["tables"][name] == two["tables"][name]


def test_the_same_account_gives_the_same_manifest(world: Store, tmp_path: Path) -> None:
    for to in ("jsonl", "geojson", "xlsx"):
        write(world, tmp_path / "one" / to, to=to)
        write(world, tmp_path / "two" / to, to=to)
        assert (tmp_path / "one" / to / FILE).read_bytes() == (tmp_path / "two" / to / FILE).read_bytes()


def test_the_hash_is_of_texts_and_judgements(world: Store) -> None:
    before = account_hash(world)
    judged = Judgement(
        anchors=(Anchor(sha256="0", start=0, end=1, field="event"),), verdict="wrong", field="event",
        value=None, who="A. Nowak", when="2031-02-03", note=None,
    )  # fmt: skip
    world.add_judgements([judged])
    one = account_hash(world)
    world.add_judgements([replace(judged, when="2031-02-04")])
    assert len({before, one, account_hash(world)}) == 3
    world.add_judgements([judged])
    assert len(before) == 64


def test_who_reviewed_is_named(store: Store, tmp_path: Path) -> None:
    judged = Judgement(
        anchors=(Anchor(sha256="0", start=0, end=1, field="event"),), verdict="wrong", field="event",
        value=None, who="A. Nowak", when="2031-02-03", note=None,
    )  # fmt: skip
    store.add_judgements([judged])
    write(store, tmp_path / "out", to="csv")
    assert manifest(tmp_path / "out")["reviewed"] == {
        "judgements": 1,
        "by": ["A. Nowak"],
        "rows": {"event_mentions": 1},
    }


def test_a_folder_is_of_one_format(store: Store, tmp_path: Path) -> None:
    write(store, tmp_path / "out", to="csv")
    write(store, tmp_path / "out", to="csv", no_text=True)
    with pytest.raises(ExportError, match="holds an export to csv"):
        write(store, tmp_path / "out", to="jsonl")
    assert not (tmp_path / "out" / "documents.jsonl").exists()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / FILE).write_text("[1]", encoding="utf-8")
    with pytest.raises(ExportError, match="not of an export"):
        write(store, tmp_path / "mine", to="jsonl")
    assert (tmp_path / "mine" / FILE).read_text(encoding="utf-8") == "[1]"
