"""Country and sectors of actors named alone, as the tests of NGEC (Halterman et al.) expect them.

Each mention is put into a plain sentence ("On Monday … met the mayor.") dated as its test, because whence
reads reports. Codes that are no country (UNO, IGO) and sectors outside PLOVER 2021 are no cases.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import whence
from whence.resolve.nationality import country_coded

FOLDER = Path("../shared/data/events")
FILE = "ngec_actor_resolution_dev.jsonl"
BEFORE, AFTER = "On Monday ", " met the mayor."
UNDATED = "2022-06-01"
"""Date of a mention whose test gives none: about when the tests were written."""
SECTORS = frozenset(
    {"AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "OPP"}
    | {"PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF"}
)


@dataclass(frozen=True, slots=True)
class Coded:
    """What is expected of a mention and what was read; ``None`` where nothing is expected or read."""

    text: str
    country: str | None
    sector: str | None
    read_country: str | None
    read_sectors: tuple[str, ...]


def coded(rows: Iterable[Mapping[str, Any]]) -> Iterator[Coded]:
    """One row for every mention of which a country or a sector is expected."""
    for row in rows:
        expected = row["expected"]
        country = expected.get("country") or expected.get("cc")
        country = country if country and country_coded(country) else None
        sector = expected.get("code_1")
        sector = sector if sector in SECTORS else None
        if country is None and sector is None:
            continue
        read = _read(row["text"], row["kwargs"].get("query_date") or UNDATED)
        yield Coded(
            text=row["text"],
            country=country,
            sector=sector,
            read_country=read[0],
            read_sectors=read[1],
        )


def _read(text: str, date: str) -> tuple[str | None, tuple[str, ...]]:
    """Country and sectors of the longest actor read in the mention."""
    told = whence.analyse(f"{BEFORE}{text}{AFTER}", published=date, title=None)
    first, last = len(BEFORE), len(BEFORE) + len(text)
    actors = {actor.actor_id: actor for actor in told.actors}
    inside = [
        m
        for m in told.mentions
        if m.kind == "actor" and m.refers_to in actors and first <= m.start and m.end <= last
    ]
    if not inside:
        return None, ()
    actor = actors[max(inside, key=lambda m: (m.end - m.start, -m.start)).refers_to or ""]
    return actor.country, actor.sectors


def lines(found: Iterable[Coded], *, errors: int = 0) -> Iterator[str]:
    """Shares that are right, and the first ``errors`` that are not."""
    rows = tuple(found)
    for name, right in (
        ("country", [row.read_country == row.country for row in rows if row.country]),
        ("sector", [row.sector in row.read_sectors for row in rows if row.sector]),
    ):
        yield f"coded {name:26} {sum(right):5}/{len(right):<5} {sum(right) / max(len(right), 1):6.1%}"
    wrong = [
        row
        for row in rows
        if (row.country and row.read_country != row.country)
        or (row.sector and row.sector not in row.read_sectors)
    ]
    for row in wrong[:errors]:
        read = f"{row.read_country} {'/'.join(row.read_sectors)}"
        yield f"{row.text!r}: {row.country or '–'} {row.sector or '–'}, read {read}"
