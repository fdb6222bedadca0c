"""Reading many texts: in one process or several, with progress, each text once."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable

from evals.events.coded import Reading, analysed
from evals.events.sets import Sentence
from whence.run.local import ordered_map

EVERY = 200
"""Texts between two lines of progress."""

Text = tuple[str, str | None]
"""Text and date of publication."""


def read(sentences: Iterable[Sentence], *, workers: int = 1) -> dict[Text, Reading]:
    """The reading of each text. A text that stands in several sets with one date is read once."""
    texts = list(dict.fromkeys((each.text, each.published) for each in sentences))
    found: dict[Text, Reading] = {}
    started = time.monotonic()
    for number, (text, result) in enumerate(
        zip(texts, ordered_map(_analysed, texts, workers=workers), strict=True), start=1
    ):
        found[text] = result
        if number % EVERY == 0 or number == len(texts):
            rate = number / max(time.monotonic() - started, 0.001)
            print(f"{number} of {len(texts)} texts read, {rate:.0f} a second", file=sys.stderr, flush=True)
    return found


def _analysed(text: Text) -> Reading:
    return analysed(*text)
