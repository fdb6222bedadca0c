"""Large accounts made of small ones: copies of analysed reports with other words in the same places.

Each copy is a world of its own. A word stands for another of the same length that as many reports have, the
same one throughout a world, so that copies are no more alike than any two reports, words are as frequent as
they are in news, and all spans hold. Names change with their words; countries and whoever else the compiled
tables know stay who they are, and worlds share them. Dates move on by ``DAYS`` a world.
"""

from __future__ import annotations

import hashlib
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from whence.link.terms import rarity
from whence.records import Document, own_actor_id, stable_id
from whence.tables import DocumentRecords

DAYS = 3
"""Days by which the reports of a world are later than those of the one before."""
_WORD = re.compile(r"[^\W\d_]+")
_NAMED = frozenset({"name", "lemma", "title", "affiliation", "organization", "byline", "outlet"})
"""Fields beside spans that hold words of the report."""


class Worlds:
    """Worlds made of the reports of one account."""

    def __init__(self, reports: Sequence[DocumentRecords]) -> None:
        counts: Counter[str] = Counter()
        for item in reports:
            counts.update({word.lower() for word in _WORD.findall(item.document.text)})
        self._bands: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
        for word in sorted(counts):
            if rarity(word):  # what is common in all news is the grammar of reports
                self._bands[len(word), counts[word].bit_length()].append(word)
        self._reports = reports

    def world(self, number: int) -> Iterator[DocumentRecords]:
        """The reports in world ``number``; in world 0 they are as they were."""
        words: dict[str, str] = {}
        for band, members in sorted(self._bands.items()):
            others = list(members)
            random.Random(f"{number} {band}").shuffle(others)
            words |= dict(zip(members, others, strict=True))
        for item in self._reports:
            yield _Copy(item, words, number).records if number else item


class _Copy:
    def __init__(self, item: DocumentRecords, words: Mapping[str, str], number: int) -> None:
        self._words = words
        self._number = number
        self._text = self._worded(item.document.text)
        document = item.document
        self._document_id = stable_id("d", document.document_id, number)
        starts: defaultdict[str, list[int]] = defaultdict(list)
        for mention in item.mentions:
            if mention.refers_to:
                starts[mention.refers_to].append(mention.start)
        self._actors = {
            actor.actor_id: own_actor_id(self._document_id, start, self._worded(actor.name))
            for actor in item.actors
            for start in starts[actor.actor_id]
            if own_actor_id(document.document_id, start, actor.name) == actor.actor_id
        }
        published = document.published
        if published:
            later = date.fromisoformat(published[:10]) + timedelta(days=number * DAYS)
            published = later.isoformat() + published[10:]
        made: Document = replace(
            self._of(document),
            document_id=self._document_id,
            text=self._text,
            title=self._worded(document.title) if document.title else None,
            url=f"{document.url}?{number}" if document.url else None,
            published=published,
            sha256=hashlib.sha256(self._text.encode("utf-8", "surrogatepass")).hexdigest(),
            analysis_key=f"{document.analysis_key} {number}",
        )
        tables: dict[str, Any] = {
            field.name: tuple(map(self._of, getattr(item, field.name)))
            for field in fields(item)
            if field.name not in ("document", "tokens", "parse")
        }
        self.records = DocumentRecords(document=made, **tables)

    def _worded(self, text: str) -> str:
        return _WORD.sub(self._word, text)

    def _word(self, match: re.Match[str]) -> str:
        word = match.group()
        other = self._words.get(word.lower(), word)
        return other.upper() if word.isupper() else other.title() if word[0].isupper() else other

    def _of(self, value: Any) -> Any:
        """A record with the ids, words and names of this world."""
        if isinstance(value, tuple):
            return tuple(map(self._of, value))
        if not is_dataclass(value) or isinstance(value, type):
            return value
        changed: dict[str, Any] = {}
        span = getattr(value, "start", None), getattr(value, "end", None)
        for field in fields(value):
            held = getattr(value, field.name)
            if field.name == "text" and isinstance(held, str) and None not in span:
                changed["text"] = self._text[span[0] : span[1]]
            elif field.name == "document_id":
                changed["document_id"] = self._document_id
            elif field.name in ("actor_id", "refers_to"):
                changed[field.name] = self._actors.get(held, held)
            elif field.name.endswith("_id") and held is not None and field.name != "place_id":
                changed[field.name] = stable_id(held.partition("-")[0], held, self._number)
            elif field.name in _NAMED and isinstance(held, str):
                changed[field.name] = self._worded(held)
            elif field.name == "aliases":
                changed["aliases"] = tuple(map(self._worded, held))
            elif isinstance(held, tuple) or is_dataclass(held):
                changed[field.name] = self._of(held)
        return replace(value, **changed)
