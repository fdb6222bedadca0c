"""The entities as the tables of ``actors.sqlite``."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from pathlib import Path

from actor_sources.entities import Entity, rows
from actor_sources.labels import named_by_common_words
from actor_sources.readers import OPEN_START

from whence.resolve.names import name_key, short_person_key, surname_key

SCHEMA = """
CREATE TABLE entity (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT,
  sectors TEXT NOT NULL, wikidata TEXT, curated INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE name (
  norm TEXT NOT NULL, entity INTEGER NOT NULL, rank INTEGER NOT NULL,
  PRIMARY KEY (norm, entity)) WITHOUT ROWID;
CREATE TABLE title (id INTEGER PRIMARY KEY, title TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE role (
  entity INTEGER NOT NULL, number INTEGER NOT NULL, title INTEGER NOT NULL, organization TEXT, country TEXT,
  from_ TEXT, to_ TEXT, PRIMARY KEY (entity, number)) WITHOUT ROWID;
CREATE TABLE holder (
  position TEXT NOT NULL, country TEXT NOT NULL, from_ TEXT NOT NULL, entity INTEGER NOT NULL, to_ TEXT,
  surname TEXT NOT NULL, PRIMARY KEY (position, country, from_, entity)) WITHOUT ROWID;
CREATE INDEX holder_entity ON holder (entity);
CREATE TABLE surname (
  surname TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (surname, entity)) WITHOUT ROWID;
CREATE TABLE seat (
  organization TEXT NOT NULL, noun TEXT NOT NULL, from_ TEXT NOT NULL, entity INTEGER NOT NULL, to_ TEXT,
  PRIMARY KEY (organization, noun, from_, entity)) WITHOUT ROWID;
CREATE TABLE agent (noun TEXT PRIMARY KEY, sectors TEXT NOT NULL) WITHOUT ROWID;
"""


DEPUTY = frozenset({"deputy", "vice", "assistant", "acting", "spokesperson", "spokesman"})
"""Words of titles whose holders do not lead."""


def positions(path: Path) -> dict[str, list[tuple[str, str | None]]]:
    """Title as the sources have it → canonical positions, each with the one country it holds for or None."""
    found: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for row in rows(path):
        for item in row["table_positions"].split(";"):
            country, colon, title = item.partition(":")
            if not colon:
                country, title = "", item
            found[title.casefold()].append((row["key"], country or None))
    return found


def write(
    path: Path, entities: list[Entity], agents: dict[str, list[str]], data: Path, words: frozenset[str]
) -> None:
    path.unlink(missing_ok=True)
    table = sqlite3.connect(path)
    table.executescript("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;" + SCHEMA)
    canonical = positions(data / "positions.tsv")
    titles: dict[str, int] = {}
    entities.sort(key=lambda e: e.key)
    names: dict[tuple[str, int], int] = {}
    surnames: set[tuple[str, int]] = set()
    for number, entity in enumerate(entities, start=1):
        table.execute(
            "INSERT INTO entity VALUES (?,?,?,?,?,?,?,?)",
            (
                number,
                entity.key,
                entity.name,
                entity.kind,
                entity.country,
                ";".join(entity.sectors),
                entity.wikidata,
                int(entity.curated),
            ),
        )
        for label, rank in [*entity.aliases.items(), (entity.name, 0)]:
            key = name_key(label)
            if len(key) < 2 or named_by_common_words(label, entity, words):
                continue
            names[key, number] = min(rank, names.get((key, number), 9))
            if entity.kind == "person" and (short := short_person_key(key)) != key and " " in short:
                names.setdefault((short, number), 2)
        for at, (title, organization, country, start, end) in enumerate(
            sorted(set(entity.roles), key=lambda r: tuple(x or "" for x in (r[3], r[0], r[1], r[4], r[2])))
        ):
            title_id = titles.setdefault(title, len(titles) + 1)
            table.execute(
                "INSERT INTO role VALUES (?,?,?,?,?,?,?)",
                (number, at, title_id, organization, country, start, end),
            )
            front = name_key(title.partition(" of ")[0]).split()
            if organization is not None and entity.kind == "person" and not DEPUTY & set(front):
                noun = front[-1]
                table.execute(
                    "INSERT OR IGNORE INTO seat VALUES (?,?,?,?,?)",
                    (name_key(organization), noun, start or "", number, end),
                )
            if organization is not None or country is None:
                continue
            for position, only in canonical.get(title.casefold(), []):
                if only in (None, country) and (end or (start or "") >= OPEN_START):
                    surname = surname_key(name_key(entity.name))
                    table.execute(
                        "INSERT OR IGNORE INTO holder VALUES (?,?,?,?,?,?)",
                        (position, country, start or "", number, end, surname),
                    )
                    surnames.add((surname, number))
    table.executemany("INSERT INTO name VALUES (?,?,?)", sorted((k, n, r) for (k, n), r in names.items()))
    table.executemany("INSERT INTO surname VALUES (?,?)", sorted(surnames))
    table.executemany(
        "INSERT INTO title VALUES (?,?)",
        [(number, title) for title, number in sorted(titles.items(), key=lambda item: item[1])],
    )
    table.executemany(
        "INSERT INTO agent VALUES (?,?)",
        sorted((noun, ";".join(sectors)) for noun, sectors in agents.items()),
    )
    table.commit()
    table.execute("VACUUM")
    table.close()
