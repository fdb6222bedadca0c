"""Digests: what linking keeps of each document while it goes through all of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whence.link.descriptions import named
from whence.link.direction import credit_text, is_brief
from whence.link.fingerprints import Shingles, fingerprint_of
from whence.link.terms import Terms, terms_of
from whence.names import normal_name
from whence.records import Actor, Document
from whence.tables import DocumentRecords


@dataclass(slots=True, kw_only=True)
class Digest:
    document: Document
    """Without its text."""
    length: int
    """Characters of the text."""
    title: str
    """What a story is called that begins with it."""
    shingles: Shingles
    """See :attr:`whence.link.fingerprints.Fingerprint.distinct`; none once reprints are found."""
    terms: Terms
    """None once stories are found."""
    credit: str
    """Everything in which it credits an agency."""
    brief: bool
    """Whether it says whose report it gives."""
    actors: tuple[Actor, ...]
    places: frozenset[str]
    """Names of the places it mentions, in normal form."""


class Sharing:
    """Of equal actors and places in digests one is held: those of the table are in thousands of documents."""

    def __init__(self) -> None:
        self._actors: dict[Actor, Actor] = {}
        self._places: dict[frozenset[str], frozenset[str]] = {}
        self._words: dict[str, str] = {}

    def of(self, item: Digest) -> Digest:
        item.actors = tuple([self._actors.setdefault(actor, actor) for actor in item.actors])
        places = frozenset(self._words.setdefault(word, word) for word in item.places)
        item.places = self._places.setdefault(places, places)
        return item


def digest(item: DocumentRecords, *, whole: bool = False) -> Digest:
    """``whole``: with actors that have no name, for a document on which something is judged."""
    document = item.document
    return Digest(
        document=replace(document, text=""),
        length=len(document.text),
        title=_title(item),
        shingles=fingerprint_of(item).distinct,
        terms=terms_of(item),
        credit=credit_text(item),
        brief=is_brief(document),
        actors=item.actors if whole else named(item),
        places=frozenset(normal_name(m.text) for m in item.mentions if m.kind == "place"),
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
