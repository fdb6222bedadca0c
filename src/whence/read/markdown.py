"""Markdown: one report per file, its metadata in a sidecar, a manifest or its own front matter."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import yaml

from whence.handover import Capture
from whence.read import bounds
from whence.read.encoding import decode
from whence.read.fields import Metadata, match_columns, metadata_of
from whence.read.text import capture_text
from whence.records import Loss

_FRONT_MATTER: Final = re.compile(r"\s{0,20}---[ \t]*\r?\n(.{0,8000}?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def read_markdown(path: str, data: bytes, metadata: Metadata) -> Capture | Loss:
    """The report in a Markdown file; the text is kept as it is, front matter included."""
    text = decode(data)
    if text is None:
        return bounds.binary(path)
    capture = capture_text(path, None, text, metadata.over(front_matter(text)))
    return replace(capture, media_type="text/markdown") if isinstance(capture, Capture) else capture


def front_matter(text: str) -> Metadata:
    """The metadata of a YAML block between ``---`` lines at the start (Jekyll, Hugo, Obsidian)."""
    match = _FRONT_MATTER.match(text)
    if match is None or "&" in match[1] or "*" in match[1]:  # no YAML aliases: they can grow without bound
        return Metadata()
    try:
        block = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        return Metadata()
    if not isinstance(block, dict):
        return Metadata()
    record = {str(key): value for key, value in block.items()}
    return metadata_of(record, match_columns(record))
