"""Versions: captures of one address, which are one report however often it was updated."""

from __future__ import annotations

from collections.abc import Iterable

from whence.records import Document


def find_versions(documents: Iterable[Document]) -> dict[str, str]:
    """document_id of every later capture → that of the earliest of the same url, by capture, publication,
    id."""
    first: dict[str, str] = {}
    versions: dict[str, str] = {}
    ordered = sorted(documents, key=lambda d: (d.captured or d.published or "9999", d.document_id))
    for document in ordered:
        if document.url is None:
            continue
        original = first.setdefault(document.url, document.document_id)
        if original != document.document_id:
            versions[document.document_id] = original
    return versions
