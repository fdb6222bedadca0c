"""Stories: which documents are about one developing story.

Average-link agglomeration of TF-IDF cosines, damped by the days between publications. Term weights are frozen
(``data/terms``), so the partition is a function of the set of documents alone.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain

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
_NEVER = 0
"""The ordinal of no date of a report."""


def find_stories(digests: Sequence[Digest], reprints: Sequence[Reprint]) -> tuple[Story, ...]:
    """Every document in exactly one story, ordered by story_id, reprints in that of their original.

    Clusters that are merged have a pair at least as alike as their average, so pairs over the threshold say
    what hangs together, and all others are only looked at inside of that: of unrelated reports so many share
    some words that a large account could not hold them."""
    ordered = sorted(digests, key=lambda item: (item.document.published or "9999", item.document.document_id))
    position = {item.document.document_id: i for i, item in enumerate(ordered)}
    copies: dict[int, set[int]] = {}
    for edge in reprints:
        if edge.share >= HELD:
            one, other = sorted((position[edge.document_id], position[edge.of_document_id]))
            copies.setdefault(one, set()).add(other)
    first, second, _ = similar(ordered, THRESHOLD)
    near = zip(first.tolist(), second.tolist(), strict=True)
    held = ((one, other) for one, others in copies.items() for other in others)
    stories = [
        _story([ordered[i] for i in group])
        for together in _components(len(ordered), chain(near, held))
        for group in _clusters(together, ordered, copies)
    ]
    return tuple(sorted(stories, key=lambda story: story.story_id))


def similar(digests: Sequence[Digest], least: int) -> tuple[Pairs, Pairs, Pairs]:
    """Pairs ``i < j`` of documents that are at least so alike, and how alike they are."""
    days = np.array([_day(item.document.published) for item in digests], np.int64)
    postings = Postings([d.terms.codes for d in digests], [d.terms.weights for d in digests])
    found = [(np.zeros(0, np.int32),) * 3]
    for i, j, products in postings.products():
        value = products * _damping(days[i], days[j]) // UNIT**2
        kept = value >= least
        found.append(tuple(column[kept].astype(np.int32) for column in (i, j, value)))  # type: ignore[arg-type]
    first, second, alike = (np.concatenate(column) for column in zip(*found, strict=True))
    return first, second, alike


def _components(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Numbers under ``count`` that pairs connect, each list in order, by their least."""
    root = list(range(count))

    def of(number: int) -> int:
        while root[number] != number:
            root[number] = number = root[root[number]]
        return number

    for pair in pairs:
        low, high = sorted(map(of, pair))
        root[high] = low
    found: dict[int, list[int]] = {}
    for number in range(count):
        found.setdefault(of(number), []).append(number)
    return list(found.values())


def _clusters(
    together: Sequence[int], ordered: Sequence[Digest], copies: Mapping[int, Collection[int]]
) -> list[list[int]]:
    """Numbers of documents that hang together, by story."""
    if len(together) == 1:
        return [list(together)]
    place = {number: at for at, number in enumerate(together)}
    held = {(place[one], place[other]) for one in together for other in copies.get(one, ())}
    first, second, alike = similar([ordered[number] for number in together], NEGLIGIBLE)
    codes = first.astype(np.int64) * len(together) + second
    other = ~np.isin(codes, [one * len(together) + two for one, two in held])
    own = np.array(sorted(held), np.int32).reshape(-1, 2)
    pairs = (np.concatenate([first[other], own[:, 0]]), np.concatenate([second[other], own[:, 1]]))
    values = np.concatenate([alike[other], np.full(len(own), ALIKE, np.int32)])
    groups = agglomerate(len(together), pairs, values, THRESHOLD)
    return [[together[at] for at in group] for group in groups]


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
