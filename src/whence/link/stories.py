"""Stories: which documents are about one developing story.

Average-link agglomeration of TF-IDF cosines, damped by the days between publications. Term weights are frozen
(``data/terms``), so the partition is a function of the set of documents alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import cache

import numpy as np

from whence.link.agglomerate import Ints, Row, agglomerate
from whence.link.digest import Digest
from whence.link.likeness import Likeness
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
_NEVER = 0
"""The ordinal of no date of a report."""


def find_stories(digests: Sequence[Digest], reprints: Sequence[Reprint]) -> tuple[Story, ...]:
    """Every document in exactly one story, ordered by story_id, reprints in that of their original."""
    ordered = sorted(digests, key=lambda item: (item.document.published or "9999", item.document.document_id))
    position = {item.document.document_id: i for i, item in enumerate(ordered)}
    copies: dict[int, set[int]] = {}
    for edge in reprints:
        if edge.share >= HELD:
            one, other = position[edge.document_id], position[edge.of_document_id]
            copies.setdefault(one, set()).add(other)
            copies.setdefault(other, set()).add(one)
    groups = agglomerate(len(ordered), _rows(ordered, copies), THRESHOLD)
    stories = [_story([ordered[i] for i in group]) for group in groups]
    return tuple(sorted(stories, key=lambda story: story.story_id))


def _rows(digests: Sequence[Digest], copies: Mapping[int, Collection[int]]) -> Callable[[int], Row]:
    """Of each document those that it is like, and how much."""
    days = np.array([_day(item.document.published) for item in digests], np.int64)
    likeness = Likeness([d.terms.codes for d in digests], [d.terms.weights for d in digests])

    def row(number: int) -> Row:
        products = likeness.products(number)
        # Damping only makes less of it.
        others = np.flatnonzero(products * ALIKE >= NEGLIGIBLE * UNIT**2)
        alike = products[others] * _damping(days[others], days[number]) // UNIT**2
        held = np.array(sorted(copies.get(number, ())), np.int64)
        kept = (alike >= NEGLIGIBLE) & (others != number) & ~np.isin(others, held)
        return np.concatenate([others[kept], held]), np.concatenate([alike[kept], np.full(len(held), ALIKE)])

    return row


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


def _damping(a: Ints, b: np.int64) -> Ints:
    """What the days between two reports leave of their similarity, in ten-thousandths."""
    table = _decay()
    result: Ints = np.where(
        (a == _NEVER) | (b == _NEVER), UNDATED, table[np.minimum(abs(a - b), len(table) - 1)]
    )
    return result


@cache
def _decay() -> Ints:
    """Days apart → what they leave; the last is of all later ones."""
    lasting = int(DECAY * math.log(ALIKE)) + 1
    return np.array([round(ALIKE * math.exp(-days / DECAY)) for days in range(lasting + 1)], np.int64)
