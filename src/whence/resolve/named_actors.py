"""An actor by its name alone, as a person gives it who corrects a reading."""

from __future__ import annotations

from whence.records import Actor, Role, stable_id
from whence.resolve.actor_table import entities_named, tenures
from whence.resolve.known import sectors_on, tenure_on
from whence.resolve.nationality import country_named


def actor_named(name: str, date: str | None) -> Actor | None:
    """The country of that name, or the one actor of the table whose own name it is (of several the one that
    was curated), with the id that it has in every document and its sectors on ``date``."""
    country = country_named(name)
    if country is not None:
        return Actor(
            actor_id=stable_id("a", f"country:{country.iso3}"),
            name=country.name,
            aliases=(),
            kind="country",
            country=country.iso3,
            sectors=(),
            wikidata=None,
            roles=(),
        )
    found = [entity for entity, rank in entities_named(name) if rank == 0]
    chosen = found if len(found) == 1 else [entity for entity in found if entity.curated]
    if len(chosen) != 1:
        return None
    (entity,) = chosen
    return Actor(
        actor_id=stable_id("a", entity.key),
        name=entity.name,
        aliases=(),
        kind=entity.kind,
        country=entity.country,
        sectors=sectors_on(entity, tenure_on(entity, date), date),
        wikidata=entity.wikidata,
        roles=tuple(
            Role(title=t.title, organization=t.organization, from_=t.from_, to=t.to)
            for t in tenures(entity.number)
        ),
    )
