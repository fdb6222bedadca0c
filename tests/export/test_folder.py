from __future__ import annotations

from pathlib import Path

import pytest

from whence.export import ExportError
from whence.export.folder import prepared, replacing


def test_a_file_is_as_it_was_until_the_whole_is_written(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text("before")
    with pytest.raises(RuntimeError), replacing(path) as partial:
        partial.write_text("half")
        raise RuntimeError
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]
    with replacing(path) as partial:
        partial.write_text("whole")
    assert path.read_text() == "whole"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_made_and_a_file_is_none(tmp_path: Path) -> None:
    assert "tokens" not in prepared(tmp_path / "a" / "b", no_text=True, with_tokens=False)
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="is a file"):
        prepared(tmp_path / "file", no_text=False, with_tokens=False)
