"""The gold articles (``../shared/gold``), and the documents that whence makes of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from whence.clean import document_of
from whence.handover import CleanDocument

FOLDER = Path("../shared/gold")
SPLITS = ("train", "dev")


def articles(path: Path, *, first: int | None = None, sample: int | None = None) -> list[dict[str, Any]]:
    """The articles of a JSON Lines file: all, the first so many, or about so many spread evenly over it."""
    # Not splitlines(): a text may hold U+2028, which ends no line of JSON.
    every = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    if sample is not None:
        every = every[:: max(1, len(every) // sample)][:sample]
    return every[:first]


def document(article: Mapping[str, Any]) -> CleanDocument:
    """The document of an article, as a user would have it read: its passages are found, not given."""
    return document_of(
        article["text"],
        published=article["published"],
        outlet=article.get("outlet"),
        title=article.get("title"),
    )
