"""The open sources, each as entities."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from actor_sources.entities import Entity, rows
from actor_sources.sectors import cameo_sectors

from whence.resolve.names import name_key

EARLIEST = "1990"
"""Nobody whose last role ended before this year is kept: reports on the web start about then."""
OPEN_START = "1975"
"""A role without an end is "current or unknown" in Wikidata; with a start before this it is unknown."""
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
OUTLET_NAME = re.compile(
    r"\b(times|news|post|herald|daily|radio|tv|television|journal|gazette|tribune|telegraph|agency|express"
    r"|chronicle|mail|observer|broadcasting|today|standard|guardian|magazine|media|globe|mirror|reporter"
    r"|bulletin|echo|weekly|press|newspaper|courier|dispatch|examiner|inquirer)\b",
    re.I,
)


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
