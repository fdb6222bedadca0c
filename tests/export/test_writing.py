"""What holds of every format: one text rule, one redaction, one manifest, whatever the format."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from whence.cli.export import FORMATS
from whence.export import ExportError
from whence.export.manifest import FILE
from whence.export.writing import TELL_ALL, write
from whence.store import Store

PLAIN = ("polecat", "icews-like", "acled-like")


def values(path: Path) -> Iterator[str]:
    """Every value in a file of any format, as text."""
    if path.suffix == ".html":
        shown = re.sub(r"<style>.*?</style>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        blocks = re.split(r"</?(?:p|li|h\d|td|th|blockquote|section|dd|dt|text|div|summary)\b[^>]*>", shown)
        yield from (html.unescape(re.sub(r"<[^>]*>", "", block)) for block in blocks)
        return
    data = path.read_bytes()
    if path.suffix == ".parquet":
        yield from strings(pq.read_table(path).to_pylist())
    elif path.suffix == ".xlsx":
        for sheet in openpyxl.load_workbook(path).worksheets:
            for row in sheet.iter_rows(values_only=True):
                yield from (value for value in row if isinstance(value, str))
    elif path.suffix in (".csv", ".tsv"):
        delimiter = "\t" if path.suffix == ".tsv" else ","
        for row in csv.reader(io.StringIO(data.decode(), newline=""), delimiter=delimiter):
            yield from row
    elif path.suffix == ".jsonl" or path.name.endswith(".ftm.json"):
        for line in data.decode().split("\n"):
            yield from strings(json.loads(line)) if line else ()
    else:
        yield from strings(json.loads(data))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


@pytest.mark.parametrize("to", FORMATS)
def test_a_redacted_name_is_in_no_file(world: Store, tmp_path: Path, to: str) -> None:
    include = () if to in TELL_ALL else ("planned", "denied", "hypothetical")
    write(world, tmp_path / "out", to=to, redact=["Ada Brook"], include=include)
    name = re.compile(r"ada.brook|ms.brook|\bAB\b", re.IGNORECASE)
    files = list((tmp_path / "out").iterdir())
    for path in files:
        # "ab" in small letters is a word, not the alias.
        assert not [v for v in values(path) if name.search(v.replace("; ab was", ""))], path.name
    assert any("█" in value for path in files for value in values(path)) is (to != "icews-like")


@pytest.mark.parametrize("to", FORMATS)
def test_without_the_text_no_value_quotes_more_than_the_limit(
    two_outlets: Path, tmp_path: Path, to: str
) -> None:
    with Store.open(two_outlets) as store:
        write(store, tmp_path, to=to, no_text=True, quote_limit=40)
        texts = [" ".join(document.text.split()) for document in store.table("documents")]
    # On a page a quote stands between words of ours, whose spaces it may have too.
    most = 42 if to == "html" else 40
    runs = {text[i : i + most + 1] for text in texts for i in range(len(text) - most)}
    for path in tmp_path.iterdir():
        for value in values(path):
            shown = " ".join(value.split())
            pieces = (shown[i : i + most + 1] for i in range(len(shown) - most))
            found = [piece for piece in pieces if piece in runs]
            assert not found, (path.name, found[:1])


@pytest.mark.parametrize("to", FORMATS)
def test_the_manifest_names_the_files_and_the_bytes_are_the_same_again(
    two_outlets: Path, tmp_path: Path, to: str
) -> None:
    with Store.open(two_outlets) as store:
        _, written = write(store, tmp_path / "one", to=to)
        write(store, tmp_path / "two", to=to)
    assert written[-1].name == FILE
    assert json.loads(written[-1].read_text(encoding="utf-8"))["files"] == [p.name for p in written[:-1]]
    assert sorted(written) == sorted((tmp_path / "one").iterdir())
    for path in written:
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


@pytest.mark.parametrize("to", [*PLAIN, "ftm"])
def test_no_plan_and_no_denied_event_stands_as_a_plain_row(
    two_outlets: Path, marsa_talun: Path, tmp_path: Path, to: str
) -> None:
    for account in (two_outlets, marsa_talun):
        out = tmp_path / account.stem
        with Store.open(account) as store:
            view, (first, *_) = write(store, out, to=to)
            ids = {e.event_id: e for e in store.table("events")}
        text = first.read_text(encoding="utf-8")
        stand = {key for key in ids if re.search(rf'(?m)(^|"id": "){key}\b', text)}
        assert stand, "some events are reported as happened"
        for key in stand:
            assert ids[key].status not in ("planned", "hypothetical", "denied")
            assert ids[key].realis in ("past", "ongoing")
            assert ids[key].origins.high >= 1
        assert len(stand) + view.left_out.total() == len(ids)


@pytest.mark.parametrize(
    ("options", "advice"),
    [
        ({"to": "csv", "quote_limit": 100}, "add --no-text"),
        ({"to": "csv", "no_text": True, "quote_limit": 19}, "20 or more"),
        ({"to": "csv", "with_tokens": True, "redact": ["Ada"]}, "leave out --with-tokens or --redact"),
        ({"to": "polecat", "include": ["gone"]}, "planned, hypothetical, denied, not 'gone'"),
        ({"to": "geojson", "include": ["planned"]}, "leave out --include"),
        ({"to": "ftm", "with_tokens": True}, "leave out --with-tokens"),
        ({"to": "csv", "redact": ["–"]}, "no letter or digit"),
    ],
)
def test_what_does_not_go_together_says_what_to_do(
    store: Store, tmp_path: Path, options: dict[str, Any], advice: str
) -> None:
    with pytest.raises(ExportError, match=re.escape(advice)):
        write(store, tmp_path / "out", **options)
    assert not (tmp_path / "out").exists()


def test_no_word_of_ours_says_what_is_so(marsa_talun: Path, tmp_path: Path) -> None:
    with Store.open(marsa_talun) as store:
        texts = " ".join(d.text for d in store.table("documents"))
        for to in FORMATS:
            write(store, tmp_path / to, to=to)
    word = re.compile(r"\b(verified|confirmed|true|facts?)\b", re.IGNORECASE)
    theirs = {found.casefold() for found in word.findall(texts)}
    for path in tmp_path.rglob("*"):
        if path.is_file():
            said = {found.casefold() for value in values(path) for found in word.findall(value)}
            # "true" is also how a column of yes and no is written.
            assert said <= theirs | {"true"}, (path.name, said)
