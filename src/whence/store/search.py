"""Finding tellings and documents: words over the search index, and conditions on what was read.

Words must all be in the sentence of a telling for it to be found; a document whose words match only
elsewhere is found as a document, with the passage that matched. Conditions hold for a telling.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from whence.records import Document, EventMention
from whence.store import definition, layout
from whence.store.filters import asks_of_tellings, meeting, of_documents
from whence.store.query import Query, parts
from whence.store.select import among, select

SNIPPET_TOKENS = 24
"""Length of a document's passage in tokens; about two lines of a terminal."""

TITLE_WEIGHT = 4.0
"""A word of the title counts as four in the text: a title has a few dozen characters, and BM25 does not
weigh columns by their length."""

_MENTIONS = definition.views().tables["event_mentions"]
_DOCUMENTS = definition.views().tables["documents"]
_WORDS = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A telling (``event_mention``), or a document in which the words stand elsewhere (``None``)."""

    document: Document
    event_mention: EventMention | None
    snippet: str
    """The telling's sentence, or the passage that matched."""


def match(text: str) -> str:
    """``text`` as an FTS5 query: every word, and every quoted phrase, must be there. What FTS5 would take
    for an operator is a word like any other; a word that ends in ``*`` is a prefix."""
    terms = []
    for phrase, word in _WORDS.findall(text.replace("\x00", " ")):
        term = (phrase or word).replace('"', "")
        prefix = "*" if word.endswith("*") and term.strip("*") else ""
        if any(character.isalnum() for character in term):
            terms.append(f'"{term.rstrip("*")}"{prefix}')
    return " AND ".join(terms)


def find(connection: sa.Connection, query: Query) -> Iterator[Hit]:
    """Hits, best first: with words by the index's rank (BM25), without by publication; tellings before the
    documents that match only elsewhere."""
    each = [match(part.text) for part in parts(query) if part.text]
    if not all(each):
        return
    words = " AND ".join(each)
    ranks = _ranks(connection, words) if words else None
    conditions = list(meeting(query))
    if ranks is not None:
        conditions.append(among(_MENTIONS.c.document_id, ranks))
    views = definition.views()
    tellings = [one for _, one in select(connection, views, layout.account("event_mentions"), *conditions)]
    candidates = {one.document_id for one in tellings}
    if ranks is not None and not asks_of_tellings(query):
        candidates |= ranks.keys()
    held = [among(_DOCUMENTS.c.document_id, candidates), *of_documents(query)]
    documents: dict[str, Document] = {
        one.document_id: one for _, one in select(connection, views, layout.account("documents"), *held)
    }
    sentences = [documents[one.document_id].text[slice(*one.sentence)] for one in tellings]
    found = _matching(sentences, words) if words else range(len(tellings))
    for index in sorted(found, key=lambda index: (ranks[tellings[index].document_id] if ranks else 0, index)):
        telling = tellings[index]
        document = documents[telling.document_id]
        yield Hit(document=document, event_mention=telling, snippet=sentences[index].strip())
    if ranks is not None:
        told = {tellings[index].document_id for index in found}
        for one in sorted(documents.keys() - told, key=lambda one: (ranks[one], one)):
            snippet = _snippet(connection, one, words)
            yield Hit(document=documents[one], event_mention=None, snippet=snippet)


def _ranks(connection: sa.Connection, words: str) -> dict[str, float]:
    query = (
        f"SELECT document_id, bm25(document_search, {TITLE_WEIGHT}, 1.0) FROM document_search"
        " JOIN documents ON search_id = document_search.rowid WHERE document_search MATCH ?"
    )
    return {str(row[0]): float(row[1]) for row in connection.exec_driver_sql(query, (words,))}


def _snippet(connection: sa.Connection, document_id: str, words: str) -> str:
    query = (
        f"SELECT snippet(document_search, -1, '', '', '…', {SNIPPET_TOKENS}) FROM document_search"
        " JOIN documents ON search_id = document_search.rowid"
        " WHERE document_search MATCH ? AND document_id = ?"
    )
    return str(connection.exec_driver_sql(query, (words, document_id)).scalar_one())


def _matching(sentences: Sequence[str], words: str) -> list[int]:
    """Which sentences hold the words, by the tokenizer and query of the index."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute(f"CREATE VIRTUAL TABLE told USING fts5(text, tokenize='{definition.TOKENIZER}')")
        connection.executemany("INSERT INTO told(rowid, text) VALUES (?, ?)", enumerate(sentences))
        return [one for (one,) in connection.execute("SELECT rowid FROM told WHERE told MATCH ?", (words,))]
    finally:
        connection.close()
