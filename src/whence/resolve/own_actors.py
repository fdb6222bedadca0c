"""A user's own actors: a tab-separated file in the columns of the curated table, named in its first line::

    kind	name	aliases	country	sectors	title	organization	from	to
    person	Ana Lima	A. Lima;Ana P. Lima	PRT	GOV	mayor	Porto	2019-10

``kind`` is one of the kinds of actors, ``aliases`` and ``sectors`` (PLOVER) are joined by ``;``, ``country``
is ISO 3166-1 alpha-3; ``title``, ``organization``, ``from`` and ``to`` (a year, month or day) are one role:
give a line for each further role. Only ``kind`` and ``name`` must be filled. A row goes before what the table
knows of the name; who has the name of one actor of the table alone is that one, with a role more.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, get_args

from whence.records import ActorKind
from whence.resolve.actor_table import Addition, Entity, Holding, Tenure, entities_named, tenures
from whence.resolve.names import name_key, surname_key
from whence.resolve.nationality import country_coded
from whence.resolve.roles import positions_titled

COLUMNS: Final = ("kind", "name", "aliases", "country", "sectors", "title", "organization", "from", "to")
REQUIRED: Final = ("kind", "name")
LONGEST: Final = 2_000
"""Characters of a cell; longer ones come of a file that is no table."""
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_SECTOR = re.compile(r"[A-Z]{3}")


class ActorFileError(ValueError):
    """A file of actors that cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True)
class ActorFile:
    """``text`` of the file (checked), and its SHA-256."""

    text: str
    digest: str

    @property
    def addition(self) -> Addition:
        return _addition(self.text)


def load_actors(path: Path) -> ActorFile:
    """Raises :class:`ActorFileError` with every line that is wrong, the first ten at most."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise ActorFileError(f"{path}: {error.strerror}. Give the path of a .tsv file of actors.") from error
    except UnicodeDecodeError as error:
        raise ActorFileError(f"{path} is not UTF-8. Save it as UTF-8, tab-separated.") from error
    wrong = [f"{path}:{line}: {why}" for line, why in _wrong(text)][:10]
    if wrong:
        raise ActorFileError("\n".join(wrong))
    return ActorFile(text, hashlib.sha256(data).hexdigest())


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
    for row in reader:
        cells = {key: (value or "").strip() for key, value in row.items() if key in COLUMNS}
        if any(cells.values()):
            yield reader.line_num, {column: cells.get(column, "") for column in COLUMNS}


def _wrong(text: str) -> Iterator[tuple[int, str]]:
    head = text.partition("\n")[0].rstrip("\r").split("\t")
    unknown = [column for column in head if column not in COLUMNS]
    if unknown or not set(REQUIRED) <= set(head):
        yield 1, f"the first line names the columns: {' '.join(COLUMNS)} (tab-separated), found {head!r}"
        return
    for line, row in _rows(text):
        kinds = get_args(ActorKind)
        if row["kind"] not in kinds or not row["name"]:
            yield line, f"kind is one of {', '.join(kinds)}, and name is filled; found {row['kind']!r}"
        if row["country"] and country_coded(row["country"]) is None:
            yield line, f"country is an ISO 3166-1 alpha-3 code, as SYR; found {row['country']!r}"
        if any(not _SECTOR.fullmatch(sector) for sector in row["sectors"].split(";") if sector):
            yield line, f"sectors are PLOVER codes joined by ';', as GOV;MIL; found {row['sectors']!r}"
        if any(row[end] and not _DATE.fullmatch(row[end]) for end in ("from", "to")):
            yield (
                line,
                f"from and to are 2015, 2015-10 or 2015-10-01; found {row['from']!r} and {row['to']!r}",
            )
        if any(len(cell) > LONGEST for cell in row.values()):
            yield line, f"a cell is longer than {LONGEST} characters: is the file tab-separated?"


@lru_cache(maxsize=4)
def _addition(text: str) -> Addition:
    grouped: dict[tuple[str, str], list[dict[str, str]]] = {}
    for _, row in _rows(text):
        grouped.setdefault((row["kind"], name_key(row["name"])), []).append(row)
    found = Addition()
    for number, rows in enumerate(grouped.values(), start=1):
        entity, roles = _entity(-number, rows)
        found.tenures[-number] = roles
        labels = [(row["name"], 0) for row in rows[:1]]
        labels += [(alias, 1) for row in rows for alias in row["aliases"].split(";") if alias.strip()]
        for label, rank in labels:
            found.names.setdefault(name_key(label), []).append((entity, rank))
        for role in roles if entity.kind == "person" else ():
            surname = surname_key(name_key(entity.name))
            if role.organization is not None:
                noun = name_key(role.title.partition(" of ")[0]).split()[-1]
                found.seats.append(Holding(name_key(role.organization), noun, surname, entity, role))
            elif role.country is not None:
                found.offices.extend(
                    Holding(role.country, position, surname, entity, role)
                    for position in positions_titled(role.title)
                )
    return found


def _entity(number: int, rows: list[dict[str, str]]) -> tuple[Entity, tuple[Tenure, ...]]:
    first = rows[0]
    kind: ActorKind = first["kind"]  # type: ignore[assignment]
    alike = [e for e, rank in entities_named(first["name"]) if e.kind == kind and rank == 0]
    known = alike[0] if len(alike) == 1 else None
    sectors = tuple(dict.fromkeys(s for row in rows for s in row["sectors"].split(";") if s))
    country = first["country"] or (known.country if known else None)
    entity = Entity(
        number,
        known.key if known else f"own:{kind}:{name_key(first['name'])}",
        first["name"],
        kind,
        country,
        sectors or (known.sectors if known else ()),
        known.wikidata if known else None,
        True,
    )
    own = tuple(
        Tenure(row["title"], row["organization"] or None, country, row["from"] or None, row["to"] or None)
        for row in rows
        if row["title"]
    )
    return entity, own + (tenures(known.number) if known else ())
