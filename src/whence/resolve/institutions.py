"""Bodies that every country has: "the Iranian army", "Samoa's government", "the US Supreme Court".

They have one id per country, so that two documents that name them mean one actor; a curated row of the
actor table ("US Senate") goes before the general pattern."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from whence.records import ActorKind
from whence.resolve.actor_lists import rows
from whence.resolve.actor_table import Entity, entities_named
from whence.resolve.names import name_key
from whence.resolve.nationality import Country

ARTICLED = frozenset(
    {
        "Kingdom",
        "States",
        "Emirates",
        "Republic",
        "Islands",
        "Philippines",
        "Netherlands",
        "Bahamas",
        "Maldives",
    }
    | {"Comoros", "Seychelles", "Gambia"}
)
"""Words of country names that take the article."""
LOCAL = frozenset({"police", "authorities", "embassy", "army", "navy", "air force", "coast guard"})


@dataclass(frozen=True, slots=True)
class Institution:
    """``key`` is the identity in every document; ``entity`` is set when the actor table has it."""

    key: str
    name: str
    kind: ActorKind
    sectors: tuple[str, ...]
    entity: Entity | None


def institution_worded(body: str) -> bool:
    """Whether the words without their country name a body that is one per country."""
    return name_key(body) in _rows()


def is_national(body: str) -> bool:
    """Whether the bare word means the body of the country that a report is about ("the government"); local
    ones ("police", "authorities", "embassy") do not."""
    row = _rows().get(name_key(body))
    return row is not None and row["institution"] not in LOCAL


def institution(body: str, country: Country) -> Institution | None:
    """The body of a country: ``institution("foreign ministry", Russia)``. A row without a name pattern
    ("congress") only holds for countries whose body the actor table has."""
    row = _rows().get(name_key(body))
    if row is None:
        return None
    for wording in dict.fromkeys([name_key(body), *_wordings()[row["institution"]]]):
        for adjective in country.adjectives:
            for entity, _ in entities_named(f"{adjective} {wording}"):
                if entity.kind != "person" and entity.country == country.iso3 and entity.curated:
                    return Institution(entity.key, entity.name, entity.kind, entity.sectors, entity)
    if not row["name"]:
        return None
    name = row["name"].format(
        country=country.name, the_country=with_article(country.name), adjective=country.adjective
    )
    kind: ActorKind = "government"
    return Institution(
        f"institution:{country.iso3}:{row['institution']}", name, kind, tuple(row["sectors"].split(";")), None
    )


def with_article(country: str) -> str:
    """ "the United Kingdom", "the Philippines", but "Iran"."""
    return f"the {country}" if ARTICLED & set(country.split()) else country


@cache
def _wordings() -> dict[str, list[str]]:
    """Institution → every wording of it, in the order of the table."""
    found: dict[str, list[str]] = {}
    for written, row in _rows().items():
        found.setdefault(row["institution"], []).append(written)
    return found


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {name_key(row["written"]): row for row in rows("institutions.tsv")}
