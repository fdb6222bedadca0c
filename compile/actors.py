"""Compile ``src/whence/data/actors/actors.sqlite`` from the open sources listed in its ``SOURCE.md``.

    python compile/actors.py [--sources ../shared/data/actors] [--data src/whence/data/actors]

The file is the same byte for byte whenever the inputs are: rows are written in a fixed order, nothing
depends on the clock, and the database is vacuumed at the end.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from whence.resolve.names import name_key, short_person_key, surname_key

EARLIEST = "1990"
"""Nobody whose last role ended before this year is kept: reports on the web start about then."""
OPEN_START = "1975"
"""A role without an end is "current or unknown" in Wikidata; with a start before this it is unknown."""

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
CREATE TABLE agent (noun TEXT PRIMARY KEY, sectors TEXT NOT NULL) WITHOUT ROWID;
"""

# CAMEO role codes (Phoenix) → PLOVER sectors. "MED" is media in CAMEO and medicine in PLOVER.
CAMEO_SECTORS = {
    "GOV": "GOV", "MIL": "MIL", "REB": "REB", "INS": "REB", "SEP": "REB", "OPP": "OPP", "PTY": "PTY",
    "AGR": "AGR", "BUS": "BUS", "MNC": "BUS", "CRM": "CRM", "CVL": "CVL", "EDU": "EDU", "ELI": "ELI",
    "MED": "JRN", "JRN": "JRN", "HLH": "MED", "LAB": "LAB", "REF": "REF", "REL": "REL", "LEG": "LEG",
    "JUD": "JUD", "SPY": "SPY", "COP": "COP", "UAF": "UAF", "NGO": "SOC", "HRI": "SOC", "PRM": "PRM",
    "CHR": "REL", "MUS": "REL", "JEW": "REL", "HIN": "REL", "BUD": "REL", "SOC": "SOC", "UNK": "UNK",
    "PRE": "PRE",
}  # fmt: skip
PLOVER_ONLY = {"MED": "MED", "JRN": "JRN"}
PHOENIX_KINDS = {
    "person": "person", "company": "organization", "ngo": "organization", "igo": "organization",
    "armed_group": "armed_group", "actor": "organization", "org": "organization", "media": "outlet",
    "org_gov": "government", "org_military": "government",
}  # fmt: skip
SHORT_FORM = re.compile(r"\b(?:Us|Uk|Un|Eu|Nato|Usa|Uae)\b")
OFFICE_NAME = re.compile(
    r"\b(?:secretary|minister|president|spokes\w+|ambassador|officials?|troops|soldiers|leaders?|envoys?)\b",
    re.I,
)
"""Phoenix lists some offices as organisations."""
GENERIC = frozenset(
    {"national", "department", "service", "agency", "office", "united", "states", "international", "council"}
    | {"commission", "committee", "federal", "american", "group", "party", "force", "movement", "association"}
    | {"organization", "organisation", "front", "union", "federation", "democratic", "peoples", "liberation"}
)
"""Words that two bodies may share without being one."""
GROUPS = frozenset({"group", "party", "force", "movement", "association", "front"})
"""Nouns that a common word before them does not make a name ("aid group")."""
SHORT_NAME = 3
"""Common words; four or more in a row ("Movement for Democracy and Development") are a name."""
OUTLET_NAME = re.compile(
    r"\b(times|news|post|herald|daily|radio|tv|television|journal|gazette|tribune|telegraph|agency|express"
    r"|chronicle|mail|observer|broadcasting|today|standard|guardian|magazine|media|globe|mirror|reporter"
    r"|bulletin|echo|weekly|press|newspaper|courier|dispatch|examiner|inquirer)\b",
    re.I,
)


@dataclass
class Entity:
    key: str
    name: str
    kind: str
    country: str | None
    sectors: list[str] = field(default_factory=list)
    wikidata: str | None = None
    curated: bool = False
    aliases: dict[str, int] = field(default_factory=dict)
    """Alias → rank: 0 the name itself, 1 curated or Wikidata, 2 a machine-recased or derived spelling."""
    roles: list[tuple[str, str | None, str | None, str | None, str | None]] = field(default_factory=list)
    """(title, organization, country, from, to)."""


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def cameo_sectors(code: str) -> list[str]:
    """PLOVER sectors of a CAMEO actor code: "IRQGOVMIL" → GOV, MIL; the first three letters are a country
    or a group (IGO, NGO, MNC, IMG)."""
    found = []
    head = {"NGO": "SOC", "MNC": "BUS", "NGM": "SOC"}.get(code[:3])
    if head:
        found.append(head)
    for at in range(3, len(code) - 2, 3):
        sector = CAMEO_SECTORS.get(code[at : at + 3])
        if sector:
            found.append(sector)
    return list(dict.fromkeys(found))


def agent_sectors(code: str, source: str) -> list[str]:
    table = {**CAMEO_SECTORS, **(PLOVER_ONLY if source == "plover" else {})}
    parts = [table.get(code[at : at + 3]) for at in range(0, len(code) - 2, 3)]
    return list(dict.fromkeys(part for part in parts if part))


def alive(roles: list[dict[str, str]]) -> bool:
    for role in roles:
        end, start = role.get("end", ""), role.get("start", "")
        if (end and end >= EARLIEST) or (not end and start >= OPEN_START):
            return True
    return False


def recased(name: str) -> str:
    """Phoenix names were upper case and re-cased by rule: put short forms of states and bodies right."""
    return SHORT_FORM.sub(lambda match: match.group().upper(), name)


def same_body(name: str, alias: str) -> bool:
    """Whether an alias of an organisation is another wording of its name: initials, or a longer word shared.
    Phoenix also lists parts and neighbours of a body among its aliases ("National Park Service", "National
    Transportation Safety Board"): two longer words must be shared, or all of one."""
    words, other = name_key(name).split(), name_key(alias).split()
    initials = "".join(word[0] for word in words)
    long, longer = ({w for w in side if len(w) > 4} - GENERIC for side in (words, other))
    shared = long & longer
    return "".join(other) == initials or len(shared) > 1 or (bool(shared) and shared in (long, longer))


def staged(path: Path) -> Iterator[Entity]:
    """Wikidata office-holders and Phoenix names."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line)
            if raw["sources"] == ["curated"]:
                continue
            roles, codes = raw.get("roles", []), raw.get("codes", [])
            if raw["type"] == "person":
                if roles and not alive(roles):
                    continue
                if not roles and not any(c.get("to", "9999") >= EARLIEST for c in codes):
                    continue
            qid = raw.get("qid")
            name = raw["name"] if qid else recased(raw["name"])
            if raw["type"] != "person" and OFFICE_NAME.search(name):
                continue
            if len(name_key(name)) < 2 or (not qid and raw["type"] == "person" and " " not in name):
                continue
            sectors: list[str] = []
            for code in codes:
                if code.get("to", "9999") >= EARLIEST:
                    sectors.extend(cameo_sectors(code["code"]))
            if raw["type"] == "company":
                sectors.append("BUS")
            entity = Entity(
                key=qid or f"phoenix:{name_key(name)}:{raw.get('country') or ''}",
                name=name,
                kind=PHOENIX_KINDS[raw["type"]],
                country=raw.get("country"),
                sectors=list(dict.fromkeys(sectors))[:3],
                wikidata=qid,
            )
            derived = 1 if qid and raw["sources"] == ["wikidata"] else 2
            entity.aliases = {
                recased(alias): derived
                for alias in raw.get("aliases", [])
                if raw["type"] == "person" or same_body(name, alias)
            }
            entity.roles = [
                (r["position"], None, r.get("country"), r.get("start") or None, r.get("end") or None)
                for r in roles
            ]
            yield entity


def common_words(path: Path) -> frozenset[str]:
    """English words other than names, from the lemma table."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(row[0] for row in rows if row[0].islower() and row[1] not in ("X", "INTJ", "SYM"))


def named_by_common_words(label: str, entity: Entity, words: frozenset[str]) -> bool:
    """Whether a label reads as a description and not as a name: translations and short forms in the list of
    armed conflicts ("Resistance", "Southern Front"), one common word ("Fan"), "aid group"."""
    key = name_key(label).split()
    if entity.curated or entity.kind == "person" or not set(key) <= words:
        return False
    if len(key) == 1:
        return entity.kind != "organization" or label != entity.name
    if entity.kind == "armed_group":
        return len(key) <= SHORT_NAME and (entity.country is None or label != entity.name)
    return entity.kind == "organization" and len(key) == 2 and key[-1] in GROUPS


def curated(path: Path) -> list[Entity]:
    found: dict[tuple[str, str], Entity] = {}
    for row in rows(path):
        key = (row["kind"], row["name"])
        entity = found.setdefault(
            key,
            Entity(
                key=f"curated:{name_key(row['name'])}",
                name=row["name"],
                kind=row["kind"],
                country=row["country"] or None,
                curated=True,
            ),
        )
        entity.sectors = list(dict.fromkeys([*entity.sectors, *filter(None, row["sectors"].split(";"))]))
        entity.aliases.update({alias: 1 for alias in row["aliases"].split(";") if alias})
        if row["title"]:
            entity.roles.append(
                (
                    row["title"],
                    row["organization"] or None,
                    row["country"] or None,
                    row["from"] or None,
                    row["to"] or None,
                )
            )
    return list(found.values())


def armed_groups(path: Path, countries: dict[str, str]) -> Iterator[Entity]:
    for row in rows(path):
        if row["org"] == "4" or row["name"].startswith(("Government of", "Civilians")):
            continue
        where = {countries.get(name_key(part.split("(")[0])) for part in row["location"].split(",")}
        country = where.pop() if len(where) == 1 else None
        names = [row[c] for c in ("name_full_eng", "name_full") if row[c] and row[c] not in ("n/a", "")]
        yield Entity(
            key=f"ucdp:{row['ucdp_actor_id']}",
            name=row["name"],
            kind="armed_group",
            country=country,
            sectors=["REB"],
            aliases={name: 1 for name in names if name != row["name"]},
        )


def outlets(path: Path, iso3: dict[str, str]) -> Iterator[Entity]:
    for row in rows(path):
        if OUTLET_NAME.search(row["name"]):
            yield Entity(
                key=f"outlet:{row['domain']}",
                name=row["name"].strip(),
                kind="outlet",
                country=iso3.get(row["country_iso2"].upper()),
                sectors=["JRN"],
            )


def merge(curated_entities: list[Entity], others: list[Entity]) -> list[Entity]:
    """A curated row takes over what an open source holds under the same name, kind and country."""
    by_name: dict[tuple[str, bool, str | None], Entity] = {}
    organisations: dict[str, Entity] = {}
    for entity in curated_entities:
        for label in [entity.name, *entity.aliases]:
            by_name.setdefault((name_key(label), entity.kind == "person", entity.country), entity)
            if entity.kind != "person":
                organisations.setdefault(name_key(label), entity)
    merged: dict[str, Entity] = {entity.key: entity for entity in curated_entities}
    for entity in others:
        person = entity.kind == "person"
        # An organisation's aliases in Phoenix include its departments; a person's are spellings.
        labels = [name_key(label) for label in ([entity.name, *entity.aliases] if person else [entity.name])]
        home = next(
            (by_name[key] for label in labels if (key := (label, person, entity.country)) in by_name), None
        )
        if home is None and not person:
            home = organisations.get(labels[0])
        if home is None:
            kept = merged.setdefault(entity.key, entity)
            if kept is not entity:
                kept.aliases.update(entity.aliases)
            continue
        if entity.wikidata and home.wikidata is None:
            home.wikidata = entity.wikidata
        if person:
            held = {(r[0].casefold(), (r[3] or "")[:4]) for r in home.roles}
            home.roles.extend(r for r in entity.roles if (r[0].casefold(), (r[3] or "")[:4]) not in held)
        for alias, rank in {entity.name: 1, **entity.aliases}.items():
            if person or (rank == 1 and name_key(alias) != name_key(home.name)):
                home.aliases.setdefault(alias, rank)
    return list(merged.values())


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


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--sources", type=Path, default=Path("../shared/data/actors"))
    arguments.add_argument("--data", type=Path, default=Path("src/whence/data/actors"))
    given = arguments.parse_args()
    iso3: dict[str, str] = {}
    territories: set[str] = set()
    with (given.sources / "countries.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            territory = json.loads(line)
            territories |= {name_key(label) for label in [territory["name"], *territory.get("aliases", [])]}
            if territory.get("is_country"):
                iso3[territory["code"]] = territory["iso3"]
    countries = {
        name_key(name): row["iso3"]
        for row in rows(given.data / "nationalities.tsv")
        for name in [row["name"], *row["other_names"].split(";")]
        if name
    }
    agents: dict[str, list[str]] = {}
    # PLOVER's own list wins over the older CAMEO one where both have a noun.
    for row in sorted(rows(given.sources / "agents.tsv"), key=lambda r: r["source"] != "plover"):
        sectors = agent_sectors(row["code"], row["source"])
        if sectors and sectors != ["UNK"]:
            for noun in (row["noun"], row["plural"]):
                if noun:
                    agents.setdefault(name_key(noun), sectors)
    for row in rows(given.data / "agents.tsv"):
        agents[name_key(row["noun"])] = row["sectors"].split(";")
    others = [
        *staged(given.sources / "entities.jsonl"),
        *armed_groups(given.sources / "ucdp_actors.tsv", countries),
        *outlets(given.sources / "media_outlets.tsv", iso3),
    ]
    # Phoenix has territories among its organisations ("Guam"), UCDP the sides of old wars ("Tibet").
    others = [e for e in others if e.kind == "person" or name_key(e.name) not in territories]
    entities = merge(curated(given.data / "curated.tsv"), others)
    words = common_words(given.data.parent / "lemmas" / "attested.tsv")
    write(given.data / "actors.sqlite", entities, agents, given.data, words)


if __name__ == "__main__":
    main()
