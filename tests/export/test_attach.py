import json
from pathlib import Path

import pytest

from whence.export import ExportError
from whence.export.attach import attach
from whence.export.writing import write
from whence.store import Store

REPORTS = Path(__file__).parents[1] / "stories/two_outlets"


@pytest.fixture
def without(two_outlets: Path, tmp_path: Path) -> Path:
    """An export of two reports without their text."""
    with Store.open(two_outlets) as store:
        write(store, tmp_path / "out", to="jsonl", no_text=True)
    return tmp_path / "out"


def test_the_text_comes_back_where_it_is_the_same(without: Path, two_outlets: Path, tmp_path: Path) -> None:
    done = attach(without, [REPORTS])
    assert (len(done.filled), done.there, done.missing) == (2, (), ())
    with Store.open(two_outlets) as store:
        write(store, tmp_path / "full", to="jsonl")
    assert (without / "documents.jsonl").read_bytes() == (tmp_path / "full/documents.jsonl").read_bytes()
    assert json.loads((without / "manifest.json").read_text(encoding="utf-8"))["texts_attached"] == 2
    again = attach(without, [REPORTS])
    assert (again.filled, len(again.there)) == ((), 2)


def test_a_text_that_differs_is_not_found_and_said_so(without: Path, tmp_path: Path) -> None:
    before = (without / "documents.jsonl").read_bytes()
    (tmp_path / "a.txt").write_text("Another report.", encoding="utf-8")
    done = attach(without, [tmp_path / "a.txt"])
    assert done.filled == ()
    assert {title for _, title in done.missing} == {
        "More Turkish soldiers arrive in Libya",
        "Turkey and Qatar join forces in Libya",
    }
    assert (without / "documents.jsonl").read_bytes() == before


def test_a_redacted_export_stays_redacted(two_outlets: Path, tmp_path: Path) -> None:
    with Store.open(two_outlets) as store:
        write(store, tmp_path / "out", to="jsonl", no_text=True, redact=["Hakan Demir"])
    with pytest.raises(ExportError, match="redacted"):
        attach(tmp_path / "out", [REPORTS])


def test_what_is_no_export_says_what_to_do(without: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="whence export --to jsonl"):
        attach(tmp_path, [REPORTS])
    (without / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(ExportError, match="Export again"):
        attach(without, [REPORTS])
    (without / "manifest.json").unlink()
    (without / "documents.jsonl").write_text("[]\n", encoding="utf-8")
    with pytest.raises(ExportError, match="Line 1"):
        attach(without, [REPORTS])
