"""Stories: which documents are about one developing story.

Average-link agglomeration of TF-IDF cosines, damped by the days between publications. Term weights are frozen
(``data/terms``), so the partition is a function of the set of documents alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from whence.link.agglomerate import Ints, agglomerate
from whence.link.digest import Digest
from whence.link.postings import Postings
from whence.link.terms import UNIT
from whence.records import Reprint, Story, stable_id

ALIKE = 10_000
"""Similarity of two reports in the same words on one day; all others are in its ten-thousandths."""
THRESHOLD = 1400
"""Least average similarity of one story: of 800 to 2000 the best on the 194 articles of newscluster (B³ F1
.945), and with ``UNDATED`` on ECB+ dev (.884; `python -m evals.stories`)."""
NEGLIGIBLE = 500
"""Similarity under which two reports count as unlike. Up to 600 both sets are grouped as at 0, at 800
newscluster is not; of its pairs that share a word one in ten is left."""
UNDATED = 6500
"""What is left of a similarity where a date is missing: nothing says that two reports are of one time."""
HELD = 0.5
"""Share of a reprint that puts it into the story of what it was taken from. A paragraph of background is
reprinted in the next story too. B³ F1 at .3, .5, .7: newscluster .949, .945, .945; ECB+ .880, .884, .884."""
DECAY = 180.0
"""Days over which similarity falls to 1/e: a story may develop over months."""
Pairs = NDArray[np.int32]
NO_PAIRS: Pairs = np.zeros((0, 2), np.int32)
_NEVER = 0
"""The ordinal of no date of a report."""


def find_stories(digests: Sequence[Digest], reprints: Sequence[Reprint]) -> tuple[Story, ...]:
    """Every document in exactly one story, ordered by story_id, reprints in that of their original."""
    ordered = sorted(digests, key=lambda item: (item.document.published or "9999", item.document.document_id))
    position = {item.document.document_id: i for i, item in enumerate(ordered)}
    held = {
        (min(pair), max(pair))
        for edge in reprints
        for pair in ((position[edge.document_id], position[edge.of_document_id]),)
        if edge.share >= HELD
    }
    copies = np.array(sorted(held), np.int32).reshape(-1, 2)
    first, second, alike = similar(ordered, without=copies)
    pairs = (np.concatenate([first, copies[:, 0]]), np.concatenate([second, copies[:, 1]]))
    values = np.concatenate([alike, np.full(len(copies), ALIKE, np.int32)])
    del first, second, alike
    groups = agglomerate(len(ordered), pairs, values, THRESHOLD)
    stories = [_story([ordered[i] for i in group]) for group in groups]
    return tuple(sorted(stories, key=lambda story: story.story_id))


def similar(digests: Sequence[Digest], *, without: Pairs = NO_PAIRS) -> tuple[Pairs, Pairs, Pairs]:
    """Pairs ``i < j`` of documents that are not unlike, and how alike they are; ``without`` are rows of pairs
    that are left out, in order. Of a large account these are the most that is held at a time: 32 bits do."""
    known = without[:, 0].astype(np.int64) * len(digests) + without[:, 1]
    days = np.array([_day(item.document.published) for item in digests], np.int64)
    postings = Postings([d.terms.codes for d in digests], [d.terms.weights for d in digests])
    found = [(np.zeros(0, np.int32),) * 3]
    for i, j, products in postings.products():
        value = products * _damping(days[i], days[j]) // UNIT**2
        kept = value >= NEGLIGIBLE
        if len(known):
            codes = i * len(digests) + j
            kept &= known[np.minimum(np.searchsorted(known, codes), len(known) - 1)] != codes
        found.append(tuple(column[kept].astype(np.int32) for column in (i, j, value)))  # type: ignore[arg-type]
    first, second, alike = (np.concatenate(column) for column in zip(*found, strict=True))
    return first, second, alike


def _story(items: Sequence[Digest]) -> Story:
    """``items`` in order of publication; the story is named after the first."""
    first = items[0].document
    dates = [item.document.published for item in items if item.document.published]
    return Story(
        story_id=stable_id("s", first.document_id),
        title=items[0].title,
        from_=min(dates, default=None),
        to=max(dates, default=None),
        document_ids=tuple(item.document.document_id for item in items),
    )


def _day(published: str | None) -> int:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return _NEVER


def _damping(a: Ints, b: Ints) -> Ints:
    """What the days between two reports leave of their similarity, in ten-thousandths."""
    apart = np.abs(a - b)
    lasting = int(DECAY * math.log(ALIKE)) + 1
    table = np.array([round(ALIKE * math.exp(-days / DECAY)) for days in range(lasting + 1)], np.int64)
    result: Ints = np.where((a == _NEVER) | (b == _NEVER), UNDATED, table[np.minimum(apart, lasting)])
    return result
