"""Stories: which documents are about one developing story.

Average-link agglomeration of TF-IDF cosines, damped by the days between publications. Term weights are frozen
(``data/terms``), so the partition is a function of the set of documents alone.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files

from whence.link.agglomerate import agglomerate
from whence.records import Reprint, Story, stable_id
from whence.tables import DocumentRecords

LEAD = 250
"""Words of the body that count: the lead says what a report is about."""
TITLE = 3.0
"""Weight of a word of the title against one of the lead."""
THRESHOLD = 0.14
"""Least average similarity of one story: of .08 to .20 the best on the 194 articles of newscluster (B³ F1
.945), and with ``UNDATED`` on ECB+ dev (.884; `python -m evals.stories`)."""
UNDATED = 0.65
"""What is left of a similarity where a date is missing: nothing says that two reports are of one time."""
HELD = 0.5
"""Share of a reprint that puts it into the story of what it was taken from. A paragraph of background is
reprinted in the next story too. B³ F1 at .3, .5, .7: newscluster .949, .945, .945; ECB+ .880, .884, .884."""
WORDS = 80
"""Heaviest words of a document that are compared: they carry its subject (as good as all words), and
comparing stays fast."""
DECAY = 180.0
"""Days over which similarity falls to 1/e: a story may develop over months."""

_WORD = re.compile(r"[^\W\d_]{2,}")


def find_stories(analyses: Sequence[DocumentRecords], reprints: Sequence[Reprint]) -> tuple[Story, ...]:
    """Every document in exactly one story, ordered by story_id, reprints in that of their original."""
    ordered = sorted(
        analyses, key=lambda item: (item.document.published or "9999", item.document.document_id)
    )
    position = {item.document.document_id: i for i, item in enumerate(ordered)}
    vectors = [vector(item) for item in ordered]
    days = [_day(item.document.published) for item in ordered]
    similar = {
        pair: cosine * _damping(days[pair[0]], days[pair[1]]) for pair, cosine in _cosines(vectors).items()
    }
    for edge in reprints:
        pair = tuple(sorted((position[edge.document_id], position[edge.of_document_id])))
        if edge.share >= HELD:
            similar[pair[0], pair[1]] = 1.0
    stories = [_story([ordered[i] for i in group]) for group in agglomerate(len(ordered), similar, THRESHOLD)]
    return tuple(sorted(stories, key=lambda story: story.story_id))


def vector(item: DocumentRecords) -> Mapping[str, float]:
    """Unit TF-IDF vector of the title and the lead."""
    counts: dict[str, float] = {}
    document = item.document
    for word in _WORD.findall(document.title or ""):
        counts[word.lower()] = counts.get(word.lower(), 0.0) + TITLE
    lead = 0
    for passage in item.passages:
        if passage.kind not in ("headline", "body"):
            continue
        for match in _WORD.finditer(document.text, passage.start, passage.end):
            word = match.group().lower()
            counts[word] = counts.get(word, 0.0) + 1
            lead += 1
            if lead >= LEAD:
                break
        if lead >= LEAD:
            break
    weights = [((1 + math.log(count)) * rarity(word), word) for word, count in counts.items()]
    heaviest = sorted(((-weight, word) for weight, word in weights if weight))[:WORDS]
    norm = math.sqrt(sum(weight * weight for weight, _ in heaviest))
    return {word: -weight / norm for weight, word in sorted(heaviest, key=lambda pair: pair[1])}


@cache
def _frequencies() -> tuple[int, Mapping[str, int]]:
    lines = (files("whence.data") / "terms/document_frequency.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    return int(rows[0][1]), {word: int(count) for word, count in rows[1:]}


def rarity(word: str) -> float:
    """Weight of a word: the natural logarithm of one over the share of texts with it, 0 of the commonest."""
    total, counts = _frequencies()
    count = counts.get(word, 1)
    # Words in over a fifth of all texts say nothing about the subject.
    return 0.0 if count > total / 5 else math.log(total / count)


def _cosines(vectors: Sequence[Mapping[str, float]]) -> dict[tuple[int, int], float]:
    """Cosine of every pair that shares a word, in a fixed order of summation."""
    postings: dict[str, list[tuple[int, float]]] = {}
    for index, weights in enumerate(vectors):
        for word, weight in weights.items():
            if weight:
                postings.setdefault(word, []).append((index, weight))
    cosines: dict[tuple[int, int], float] = {}
    for word in sorted(postings):
        posting = postings[word]
        for k, (i, left) in enumerate(posting):
            for j, right in posting[k + 1 :]:
                cosines[i, j] = cosines.get((i, j), 0.0) + left * right
    return cosines


def _story(items: Sequence[DocumentRecords]) -> Story:
    """``items`` in order of publication; the story is named after the first."""
    first = items[0].document
    dates = [item.document.published for item in items if item.document.published]
    return Story(
        story_id=stable_id("s", first.document_id),
        title=_title(items[0]),
        from_=min(dates, default=None),
        to=max(dates, default=None),
        document_ids=tuple(item.document.document_id for item in items),
    )


def _title(item: DocumentRecords) -> str:
    """The title, else the headline, else the first words."""
    document = item.document
    if document.title:
        return document.title
    for kind in ("headline", "body"):
        for passage in item.passages:
            if passage.kind == kind:
                words = document.text[passage.start : passage.end].split()
                return " ".join(words[:16]) + (" …" if len(words) > 16 else "")
    return document.path or document.document_id


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _damping(a: int | None, b: int | None) -> float:
    return UNDATED if a is None or b is None else math.exp(-abs(a - b) / DECAY)
