"""Walks the inputs: every file is a document, the metadata of one, or a loss."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from whence.handover import Capture
from whence.read import bounds
from whence.read.fields import Metadata
from whence.read.html import read_html
from whence.read.inputs import check_columns, check_inputs, check_published
from whence.read.manifest import Manifest, is_manifest, read_manifest
from whence.read.markdown import read_markdown
from whence.read.sidecar import SUFFIX, read_sidecar, sidecar_of
from whence.read.tables import read_csv, read_json, read_jsonl
from whence.read.text import read_text
from whence.records import Loss

_REPORTS: Final = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}
_TABLES: Final = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
}
_READABLE: Final = (
    "text (.txt), Markdown (.md), HTML (.html), CSV (.csv, .tsv), JSON Lines (.jsonl) and JSON (.json)"
)
_CONVERT: Final = {
    ".pdf": "save its text as .txt (pdftotext report.pdf)",
    ".doc": "save it as plain text (.txt) in your word processor",
    ".docx": "save it as plain text (.txt) in your word processor",
    ".odt": "save it as plain text (.txt) in your word processor",
    ".rtf": "save it as plain text (.txt) in your word processor",
    ".epub": "save its text as .txt",
    ".xls": "save the sheet as .csv",
    ".xlsx": "save the sheet as .csv",
    ".ods": "save the sheet as .csv",
    ".zip": "unpack it and read the folder",
    ".gz": "unpack it and read what was in it",
    ".mht": "save the page as HTML only (.html)",
    ".mhtml": "save the page as HTML only (.html)",
    "": "give it the suffix .txt if it is plain text",
}

Columns = Mapping[str, str] | None


def captures(
    inputs: Sequence[str | Path],
    *,
    published: str | None = None,
    outlet: str | None = None,
    columns: Columns = None,
) -> Iterator[Capture | Loss]:
    """The reports in files and folders, in the order given, folders in sorted order.

    ``published`` (ISO 8601) and ``outlet`` hold for every report that says nothing itself in a sidecar,
    a manifest or a column; ``columns`` maps fields (:data:`whence.read.fields.FIELDS`) to columns of tables.

    Raises:
        InputError: at once, before anything is read, if an argument cannot be read at all.
    """
    check_published(published)
    check_columns(columns)
    return _captures(check_inputs(inputs), Metadata(published=published, outlet=outlet), columns)


def notes(inputs: Sequence[str | Path], *, published: str | None = None) -> list[str]:
    """Warnings for the person who typed the arguments, as full sentences.

    Raises:
        InputError: as :func:`captures`.
    """
    check_published(published)
    if published is None:
        return []
    dated = sum(
        file.path.suffix.lower() in _REPORTS and _metadata(file).published is None
        for argument in check_inputs(inputs)
        for file in _files(argument)
        if isinstance(file, _File)
    )
    if dated < 2:
        return []
    return [
        f"One date, {published}, was given for {dated} files. Relative times (“on Thursday”) are counted "
        "from it in each of them. Give each its own date with a sidecar "
        '(report.json: {"published": "2015-10-01"}) or one reports.csv with the columns path and published.'
    ]


def _captures(arguments: Sequence[Path], given: Metadata, columns: Columns) -> Iterator[Capture | Loss]:
    for argument in arguments:
        for file in _files(argument):
            if isinstance(file, Loss):
                yield file
            else:
                yield from _read(file, given, columns)


@dataclass(frozen=True, slots=True)
class _File:
    """A file, its name for people (relative to the argument), and the manifests that hold for it, nearest
    first."""

    path: Path
    name: str
    manifests: tuple[Manifest, ...] = ()


@dataclass(slots=True)
class _Walk:
    """One argument that is a folder; ``seen`` are the real folders entered, so that links end."""

    root: Path
    real_root: str
    seen: set[str] = field(default_factory=set)


def _files(argument: Path) -> Iterator[_File | Loss]:
    """The files of one argument that are to be read, and losses for those that are not."""
    if not argument.is_dir():
        beside = argument.with_name("reports.csv")
        if is_manifest(argument):
            yield from read_manifest(argument.name, argument).losses
        elif not _is_sidecar(argument):
            yield _File(
                argument,
                _printable(argument.name),
                (read_manifest(beside.name, beside),) if is_manifest(beside) else (),
            )
        return
    walk = _Walk(argument, os.path.realpath(argument))
    count = 0
    for file in _walk(walk):
        count += 1
        yield file
    if count == 0:
        yield bounds.empty(_printable(argument.name or str(argument)))


def _walk(walk: _Walk) -> Iterator[_File | Loss]:
    # A stack instead of recursion: the depth of a folder is input.
    stack: list[tuple[Path, tuple[Manifest, ...]]] = [(walk.root, ())]
    while stack:
        path, manifests = stack.pop()
        name = _printable(path.relative_to(walk.root).as_posix())
        try:
            problem = _problem(path, name, walk)
            folder = problem is None and path.is_dir()
            children = sorted(path.iterdir(), key=lambda child: child.name, reverse=True) if folder else []
        except OSError as error:
            yield bounds.unreadable(name, error)
            continue
        if problem is not None:
            yield problem
        elif folder:
            manifest = path / "reports.csv"
            if is_manifest(manifest):
                own = read_manifest(_printable(manifest.relative_to(walk.root).as_posix()), manifest)
                yield from own.losses
                manifests = (own, *manifests)
                children.remove(manifest)
            stack.extend((child, manifests) for child in children)
        elif not _is_sidecar(path):
            yield _File(path, name, manifests)


def _problem(path: Path, name: str, walk: _Walk) -> Loss | None:
    """Why a path of a folder is not followed."""
    if path != walk.root and path.name.startswith("."):
        return bounds.loss(
            name, "hidden", "Hidden files and folders are not read. Rename it if it is a report."
        )
    real = os.path.realpath(path)
    if path.is_symlink():
        if not path.exists():
            return bounds.loss(name, "missing", "The link points to nothing.")
        if not Path(real).is_relative_to(walk.real_root):
            return bounds.loss(
                name, "link", "The link leads out of the folder. Pass what it points to instead."
            )
    if path.is_dir():
        if real in walk.seen:
            return bounds.loss(name, "duplicate", "The link leads to a folder that is read elsewhere.")
        walk.seen.add(real)
    return None


def _is_sidecar(path: Path) -> bool:
    return path.suffix.lower() == SUFFIX and any(
        path.with_suffix(written).is_file() for suffix in _REPORTS for written in (suffix, suffix.upper())
    )


def _read(file: _File, given: Metadata, columns: Columns) -> Iterator[Capture | Loss]:
    suffix = file.path.suffix.lower()
    if suffix not in _REPORTS and suffix not in _TABLES:
        advice = _CONVERT.get(suffix, "save it in one of these")
        yield bounds.loss(file.name, "format", f"Read are {_READABLE}; {advice}.")
        return
    if not file.path.is_file():
        yield bounds.loss(file.name, "format", "This is not an ordinary file.")
        return
    try:
        size = file.path.stat().st_size
        if size > bounds.FILE_BYTES:
            yield bounds.too_large(file.name, size)
            return
        data = file.path.read_bytes()
    except OSError as error:
        yield bounds.unreadable(file.name, error)
        return
    if not data:
        yield bounds.empty(file.name)
        return
    if suffix in _TABLES:
        yield from _TABLES[suffix](file.name, data, given, columns)
        return
    metadata = _metadata(file)
    sidecar = sidecar_of(file.path)
    if sidecar is not None:
        beside = read_sidecar(str(Path(file.name).with_suffix(SUFFIX)), sidecar)
        if isinstance(beside, Loss):
            yield beside
    yield _REPORTS[suffix](file.name, data, metadata.over(given))


def _metadata(file: _File) -> Metadata:
    """What sidecar and manifests say of a report: the sidecar first, then the nearest manifest."""
    metadata = Metadata()
    sidecar = sidecar_of(file.path)
    if sidecar is not None:
        beside = read_sidecar(file.name, sidecar)
        if isinstance(beside, Metadata):
            metadata = beside
    real = file.path.resolve()
    for manifest in file.manifests:
        metadata = metadata.over(manifest.metadata.get(real, Metadata()))
    return metadata


def _printable(name: str) -> str:
    """A file name as text: bytes that are not UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")
