"""Which entity of the actor table a name in a document means, judged by date, country and title."""

from __future__ import annotations

from whence.resolve.actor_table import (
    Entity,
    Tenure,
    entities_named,
    office_holders,
    offices_of,
    seat_holders,
    tenures,
)
from whence.resolve.names import name_key, surname_key
from whence.resolve.roles import Role, position_sectors, positions_titled

TOP = frozenset(
    {"president", "prime_minister", "chancellor", "monarch", "supreme_leader", "foreign_minister"}
    | {"secretary_of_state", "foreign_secretary", "defence_minister", "defence_secretary", "vice_president"}
    | {"home_secretary", "party_general_secretary"}
)
"""Offices whose holders reports call by bare surname."""
LEADING = ("leader", "head", "chief", "commander", "director", "general")
"""Nouns that reports use of whoever leads a body, by whatever title ("Hezbollah's *leader*")."""
HEADS = frozenset({"president", "prime_minister", "chancellor", "supreme_leader"})
LONG = 5
"""Letters of a surname that alone means the one head of a state or government who has it on the date."""
RECENT_YEARS = 12
"""How long after the last role a name alone, in a document about the country, still means its holder."""
ENOUGH = 3
OFFICIAL = frozenset(
    {"GOV", "LEG", "MIL", "JUD", "SPY", "COP", "PTY", "OPP", "ELI", "REB", "REL", "BUS", "PRM"}
)
"""Sectors that the people of the table are known for; a professor or a suspect is a namesake."""
HIGH = frozenset({"GOV", "ELI", "MIL", "REB"})
"""Sectors of people whose full name alone speaks for them, if nobody else in the table has it."""


def known_person(
    name: str, *, role: Role | None, date: str | None, countries: dict[str, int], country: str | None
) -> Entity | None:
    """The person with this full name, if date, title or country speak for one; namesakes that nothing
    speaks for are left alone. ``countries`` are the countries that the document names."""
    scored: list[tuple[int, int, Entity]] = []
    alone = sum(entity.kind == "person" for entity, _ in entities_named(name)) == 1
    for entity, rank in entities_named(name):
        if entity.kind != "person":
            continue
        roles = tenures(entity.number)
        score = 1 if rank < 2 else 0
        if entity.curated:
            score += 1
        if date is not None:
            holding = [t for t in roles if t.holds_on(date)]
            if holding:
                score += 2
            elif any((t.to or t.from_ or "")[:4] >= str(int(date[:4]) - RECENT_YEARS) for t in roles):
                score += 1
            elif roles:
                score -= 2
            if any(p in TOP for t in holding for p in positions_titled(t.title)):
                score += 2
        if entity.country in countries:
            score += 1
        elif countries and not entity.curated and country is None:
            score -= 1  # a report that names other countries only tells of a namesake more likely
        if country is not None:
            score += 2 if entity.country == country else -3
        stranger = role is not None and role.position is None and role.sectors and not entity.curated
        if stranger and role is not None and not OFFICIAL & set(role.sectors):
            score -= 3
        if role is not None and role.position is not None:
            score += 2 if any(role.position in positions_titled(t.title) for t in roles) else 0
        if alone and rank == 0 and not roles and HIGH & set(entity.sectors):
            score += 2
        scored.append((score, -rank, entity))
    if not scored:
        return None
    scored.sort(key=lambda item: (-item[0], -item[1], item[2].number))
    best = scored[0]
    if best[0] < ENOUGH or (len(scored) > 1 and scored[1][:2] == best[:2] and best[0] < ENOUGH + 3):
        return None
    return best[2]


def known_surname(
    name: str, *, role: Role | None, date: str | None, countries: dict[str, int]
) -> Entity | None:
    """The one top office-holder on the date with this surname whose country or office the document words.
    Without a date only the office speaks, and must have had one such holder ever ("President Mugabe")."""
    found: dict[str, Entity] = {}
    held = offices_of(surname_key(name_key(name)), date)
    if not held and role is None and date is not None and len(name) >= LONG:
        return _former_head(name, date)
    lone = role is None and len(name) >= LONG and sum(position in HEADS for _, position, _ in held) == 1
    for entity, position, country in held:
        if role is not None and role.position is not None:
            if position != role.position or (role.country and role.country.iso3 != country):
                continue
        elif date is None or position not in TOP or (country not in countries and not lone):
            continue
        found[entity.key] = entity
    return next(iter(found.values())) if len(found) == 1 else None


def _former_head(name: str, date: str) -> Entity | None:
    """The one head of state or government of late who has a surname that nobody in office has ("Trump" in
    2022)."""
    heads = {
        e.key: e for e, position, _ in offices_of(surname_key(name_key(name)), None) if position in HEADS
    }
    since = str(int(date[:4]) - RECENT_YEARS)
    late = [e for e in heads.values() if any((t.to or t.from_ or "")[:4] >= since for t in tenures(e.number))]
    begun = [e for e in late if any((t.from_ or "") <= date for t in tenures(e.number))]
    return begun[0] if len(begun) == 1 else None


def country_held(name: str, role: Role | None, date: str | None) -> str | None:
    """The one country whose holders of an office have this surname ("President Bush"), who may be several."""
    if role is None or role.position is None or role.country is not None:
        return None
    held = offices_of(surname_key(name_key(name)), date)
    countries = {country for _, position, country in held if position == role.position}
    return countries.pop() if len(countries) == 1 else None


def holder_of(role: Role, *, date: str | None) -> Entity | None:
    """Who held the office of a description with its country ("Russia's foreign minister") on the date."""
    if date is None or role.position is None or role.country is None or role.former:
        return None
    holders = office_holders(role.position, role.country.iso3, date)
    # Two holders on one day are a hand-over known to the month or year only: not decided.
    return holders[0] if len(holders) == 1 else None


def head_of(organization: str, noun: str, *, date: str | None, countries: dict[str, int]) -> Entity | None:
    """Who was the "commander", "governor" or, by whatever title, "leader" of a body or place on the date."""
    if date is None:
        return None
    body = known_body(organization, countries=countries)
    name = body.name if body else organization
    for title in LEADING if noun in LEADING else (noun,):
        holders = seat_holders(name, title, date)
        if len(holders) == 1:
            return holders[0]
    return None


def known_body(name: str, *, countries: dict[str, int]) -> Entity | None:
    """The organisation, group or outlet with this name, if name and document speak for it: see
    :func:`_supported`. Of namesakes in one kind of source the one whose country the document words."""
    found = [(e, rank) for e, rank in entities_named(name) if _supported(e, rank, name, countries)]
    if not found:
        return None
    first, best = found[0]
    namesakes = [entity for entity, rank in found if rank == best and not entity.curated]
    if first.curated or len(namesakes) == 1:
        return first
    near = [entity for entity in namesakes if entity.country in countries]
    return near[0] if len(near) == 1 else None


def _supported(entity: Entity, rank: int, name: str, countries: dict[str, int]) -> bool:
    """Whether a body of the table may be meant. A name that several countries have ("Supreme Court", marked
    by a bracket in the table) needs the country in the document, and so does an armed group that only the
    list of conflicts knows ("National Front"); a short form needs a curated row; words without a capital
    are a description ("an independent") unless they are a curated body of several words."""
    key = name_key(name)
    if entity.kind == "person":
        return False
    if "(" in entity.name and entity.country not in countries:
        return False
    if name == name.lower() and (not entity.curated or " " not in key or entity.kind == "outlet"):
        return False
    if entity.curated:
        return len(key) > 4 or sum(letter.isupper() for letter in name) > 1
    if entity.kind == "armed_group" and entity.country is not None and entity.country not in countries:
        return False
    if rank == 2 and entity.kind == "outlet":
        return False
    return len(key) > 4 and (" " in key or rank == 0)


def tenure_on(entity: Entity, date: str | None) -> Tenure | None:
    """The role to show for a day: a listed office before others, mere membership last, the latest first."""
    if date is None:
        return None
    holding = [t for t in tenures(entity.number) if t.holds_on(date)]
    if not holding:
        return None
    return max(
        holding,
        key=lambda t: (
            any(p in TOP for p in positions_titled(t.title)),
            bool(positions_titled(t.title)),
            t.organization is not None,
            not t.title.lower().startswith("member of"),
            t.from_ or "",
            t.title,
        ),
    )


def sectors_on(entity: Entity, tenure: Tenure | None, date: str | None = None) -> tuple[str, ...]:
    """PLOVER sectors of an entity in a role; without one what the table says of it. A person whose roles had
    all ended by ``date`` is one of the former elite."""
    if tenure is None and date is not None and entity.kind == "person":
        roles = tenures(entity.number)
        if roles and all(t.to is not None and t.to[: len(date)] < date[: len(t.to)] for t in roles):
            return ("ELI",)
    if tenure is not None:
        for position in positions_titled(tenure.title):
            return position_sectors(position)
        title = tenure.title.lower()
        if (
            title.startswith(("member of", "senator", "united states senator", "deputy of ", "deputy to "))
            and not entity.sectors
        ):
            return ("LEG",)
        if not entity.sectors:
            return ("GOV",)
    return entity.sectors
