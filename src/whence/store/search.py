"""Finding tellings and documents: words over the search index, and conditions on what was read.

Words must all be in the sentence of a telling for it to be found; a document whose words match only
elsewhere is found as a document, with the passage that matched. Conditions hold for a telling.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
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

AT_ONCE = 60
"""Documents looked through together: a page of hits is in the first of them, as a rule."""

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
    documents that match only elsewhere. They are looked for as they are asked for."""
    each = [match(part.text) for part in parts(query) if part.text]
    if not all(each):
        return
    words = " AND ".join(each)
    ordered = _ranked(connection, words) if words else _published(connection, query)
    asked = asks_of_tellings(query)
    meant = _meant(connection, ordered, query) if asked else None
    elsewhere: list[str] = []
    for start in range(0, len(ordered), AT_ONCE):
        some = ordered[start : start + AT_ONCE]
        documents = _documents(connection, some, query)
        told: set[str] = set()
        for hit in _tellings(connection, documents, meant, words):
            told.add(hit.document.document_id)
            yield hit
        elsewhere += (key for key in documents if key not in told)
    if not words or asked:
        return
    for start in range(0, len(elsewhere), AT_ONCE):
        for key, document in _documents(connection, elsewhere[start : start + AT_ONCE], query).items():
            yield Hit(document=document, event_mention=None, snippet=_snippet(connection, key, words))


def _documents(connection: sa.Connection, ids: Sequence[str], query: Query) -> dict[str, Document]:
    """Documents by id, in the order of ``ids``."""
    held = [among(_DOCUMENTS.c.document_id, ids), *of_documents(query)]
    found: dict[str, Document] = {
        one.document_id: one
        for _, one in select(connection, definition.views(), layout.account("documents"), *held)
    }
    return {key: found[key] for key in ids if key in found}


def _meant(connection: sa.Connection, documents: Sequence[str], query: Query) -> set[str]:
    """Ids of the tellings in these documents that meet the conditions."""
    own = _MENTIONS.c
    chosen = sa.select(own.event_mention_id).where(among(own.document_id, documents), *meeting(query))
    return set(connection.execute(chosen).scalars())


def _tellings(
    connection: sa.Connection, documents: Mapping[str, Document], meant: Collection[str] | None, words: str
) -> Iterator[Hit]:
    """The tellings of some documents (of ``meant``, if not all) in whose sentence the words stand, in the
    order of documents and text. Only those that match are read as a whole."""
    own = _MENTIONS.c
    columns = (own.event_mention_id, own.document_id, own.sentence_start, own.sentence_end, own.position)
    place = {key: number for number, key in enumerate(documents)}
    found_in = connection.execute(sa.select(*columns).where(among(own.document_id, documents)))
    rows = sorted(
        (row for row in found_in if meant is None or row.event_mention_id in meant),
        key=lambda row: (place[row.document_id], row.position),
    )
    sentences = [documents[row.document_id].text[row.sentence_start : row.sentence_end] for row in rows]
    found = _matching(sentences, words) if words else range(len(rows))
    chosen = [rows[index].event_mention_id for index in found]
    records: dict[str, EventMention] = {
        one.event_mention_id: one
        for _, one in select(
            connection,
            definition.views(),
            layout.account("event_mentions"),
            among(own.event_mention_id, chosen),
        )
    }
    for index in sorted(found):
        row = rows[index]
        yield Hit(
            document=documents[row.document_id],
            event_mention=records[row.event_mention_id],
            snippet=sentences[index].strip(),
        )


def _ranked(connection: sa.Connection, words: str) -> list[str]:
    """Documents that hold the words, best first."""
    query = (
        f"SELECT document_id FROM document_search JOIN documents ON search_id = document_search.rowid"
        f" WHERE document_search MATCH ? ORDER BY bm25(document_search, {TITLE_WEIGHT}, 1.0), published,"
        " document_id"
    )
    return list(connection.exec_driver_sql(query, (words,)).scalars())


def _published(connection: sa.Connection, query: Query) -> list[str]:
    """Documents with a telling that is asked for, by publication."""
    told = sa.select(_MENTIONS.c.document_id).where(*meeting(query))
    columns = _DOCUMENTS.c
    ordered = sa.select(columns.document_id).order_by(columns.published, columns.document_id)
    return list(connection.execute(ordered.where(columns.document_id.in_(told))).scalars())


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
