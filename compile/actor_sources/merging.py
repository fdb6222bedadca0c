"""One entity for what several sources hold."""

from __future__ import annotations

from actor_sources.entities import Entity

from whence.resolve.names import name_key


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
