import os
from pathlib import Path

import pytest

from whence.handover import Capture
from whence.read import InputError, bounds, captures, notes
from whence.records import Loss

EXAMPLES = Path(__file__).parents[2] / "examples"


def write(folder, files):
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder


def read(*inputs, **options):
    found = list(captures(inputs, **options))
    return (
        {item.path: item for item in found if isinstance(item, Capture)},
        {item.path: item.reason for item in found if isinstance(item, Loss)},
    )


def test_a_folder_is_read_in_sorted_order(tmp_path):
    write(tmp_path, {"b.txt": "B.", "a/z.txt": "Z.", "a.md": "A.", "c.html": "<p>C", "d.csv": "text\nD\n"})
    assert [item.path for item in captures([tmp_path])] == ["a/z.txt", "a.md", "b.txt", "c.html", "d.csv"]


def test_a_single_file_is_called_by_its_name(tmp_path):
    write(tmp_path, {"x/a.txt": "A."})
    assert set(read(tmp_path / "x" / "a.txt")[0]) == {"a.txt"}


def test_every_file_is_a_document_or_a_loss(tmp_path):
    write(
        tmp_path,
        {
            "a.txt": "A.",
            "empty.txt": "",
            "junk.txt": b"\x00\x01",
            "scan.pdf": "%PDF",
            "old.docx": "PK",
            "photo.jpg": b"\xff\xd8",
            "README": "x",
            ".hidden": "x",
            ".git/config": "x",
        },
    )
    documents, losses = read(tmp_path)
    assert set(documents) == {"a.txt"}
    assert losses == {
        "empty.txt": "empty",
        "junk.txt": "binary",
        "scan.pdf": "format",
        "old.docx": "format",
        "photo.jpg": "format",
        "README": "format",
        ".hidden": "hidden",
        ".git": "hidden",
    }


def test_a_format_that_is_not_read_says_what_to_convert_to(tmp_path):
    write(tmp_path, {"scan.pdf": "%PDF"})
    (loss,) = captures([tmp_path])
    assert "pdftotext" in loss.detail
    assert ".html" in loss.detail


def test_an_empty_folder(tmp_path):
    assert [item.reason for item in captures([tmp_path])] == ["empty"]


def test_a_file_over_the_bound_is_not_opened(tmp_path):
    with (tmp_path / "a.txt").open("wb") as stream:
        stream.truncate(bounds.FILE_BYTES + 1)
    assert read(tmp_path)[1] == {"a.txt": "size"}


def test_the_sidecar_beats_the_manifest_and_the_manifest_the_argument(tmp_path):
    write(
        tmp_path,
        {
            "a.txt": "A.",
            "a.json": '{"published": "2015-01-01"}',
            "b.txt": "B.",
            "c.txt": "C.",
            "reports.csv": "path,published,outlet\na.txt,2016-01-01,Post\nb.txt,2016-01-01,\n",
        },
    )
    documents, losses = read(tmp_path, published="2017-01-01", outlet="Default")
    assert losses == {}
    assert {name: (item.published, item.outlet) for name, item in documents.items()} == {
        "a.txt": ("2015-01-01", "Post"),
        "b.txt": ("2016-01-01", "Default"),
        "c.txt": ("2017-01-01", "Default"),
    }


def test_files_named_one_by_one_keep_their_sidecar_and_manifest(tmp_path):
    write(
        tmp_path,
        {"a.txt": "A.", "a.json": '{"title": "T"}', "reports.csv": "path,published\na.txt,2016-01-01\n"},
    )
    documents, losses = read(*sorted(tmp_path.iterdir()))
    assert losses == {}
    assert (documents["a.txt"].title, documents["a.txt"].published) == ("T", "2016-01-01")


def test_a_broken_sidecar_is_a_loss_and_the_report_is_read(tmp_path):
    write(tmp_path, {"a.txt": "A.", "a.json": "{"})
    documents, losses = read(tmp_path)
    assert set(documents) == {"a.txt"}
    assert losses == {"a.json": "sidecar"}


def test_a_suffix_in_capitals(tmp_path):
    write(tmp_path, {"A.TXT": "A.", "A.json": '{"title": "T"}'})
    documents, losses = read(tmp_path)
    assert ({name: item.title for name, item in documents.items()}, losses) == ({"A.TXT": "T"}, {})


def test_what_cannot_be_opened_is_a_loss(tmp_path, monkeypatch):
    write(tmp_path, {"a.txt": "A.", "a.json": "{}", "b.txt": "B.", "closed/c.txt": "C."})
    read_bytes, iterdir = Path.read_bytes, Path.iterdir

    def refused(path):
        if path.name in ("a.json", "b.txt"):
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    def refused_folder(path):
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return iterdir(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    monkeypatch.setattr(Path, "iterdir", refused_folder)
    documents, losses = read(tmp_path)
    assert set(documents) == {"a.txt"}
    assert losses == {"a.json": "unreadable", "b.txt": "unreadable", "closed": "unreadable"}


def test_a_manifest_below_holds_for_its_folder(tmp_path):
    write(tmp_path, {"x/a.txt": "A.", "a.txt": "B.", "x/reports.csv": "path,outlet\na.txt,X\ngone.txt,X\n"})
    documents, losses = read(tmp_path)
    assert (documents["x/a.txt"].outlet, documents["a.txt"].outlet) == ("X", None)
    assert losses == {"x/reports.csv": "manifest"}


def test_json_beside_no_report_is_a_table(tmp_path):
    write(tmp_path, {"a.json": '[{"text": "A."}]'})
    assert read(tmp_path)[0]["a.json"].record == 1


def test_links_end_and_do_not_lead_out(tmp_path):
    folder = write(tmp_path / "in", {"sub/a.txt": "A."})
    write(tmp_path, {"out.txt": "secret"})
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "out.txt").symlink_to(tmp_path / "out.txt")
    (folder / "gone.txt").symlink_to(tmp_path / "gone.txt")
    (folder / "same.txt").symlink_to(folder / "sub" / "a.txt")
    documents, losses = read(folder)
    assert set(documents) == {"sub/a.txt", "same.txt"}
    assert losses == {"sub/loop": "duplicate", "out.txt": "link", "gone.txt": "missing"}


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.txt")
    assert read(tmp_path)[1] == {"a.txt": "format"}


def test_a_deep_folder(tmp_path):
    deep = tmp_path
    for _ in range(200):
        deep = deep / "d"
    write(deep, {"a.txt": "A."})
    assert len(read(tmp_path)[0]) == 1


def test_a_name_that_is_not_utf8(tmp_path):
    with open(os.fsencode(tmp_path) + b"/\xff.txt", "w") as stream:  # noqa: PTH123
        stream.write("A.")
    assert set(read(tmp_path)[0]) == {"�.txt"}


def test_arguments_are_checked_before_anything_is_read(tmp_path):
    write(tmp_path, {"a.txt": "A."})
    with pytest.raises(InputError):
        captures([tmp_path, "https://example.org/a"])
    with pytest.raises(InputError):
        captures([tmp_path], published="soon")
    with pytest.raises(InputError):
        captures([tmp_path], columns={"when": "x"})


def test_one_date_for_several_files_is_noted(tmp_path):
    write(tmp_path, {"a.txt": "A.", "b.txt": "B.", "c.txt": "C.", "c.json": '{"published": "2015-01-01"}'})
    (note,) = notes([tmp_path], published="2015-10-01")
    assert "2015-10-01" in note
    assert "2 files" in note
    assert notes([tmp_path]) == []
    assert notes([tmp_path / "a.txt"], published="2015-10-01") == []


def test_the_bundled_reports():
    documents, losses = read(EXAMPLES / "hong-kong-2019")
    assert len(documents) == 6
    assert losses == {}
    for name, item in documents.items():
        assert name.startswith(item.published)
        assert item.outlet == "Wikinews"
        assert item.url.startswith("https://en.wikinews.org/wiki/")
