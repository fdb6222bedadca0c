"""Denials that are about one argument only: the occurrence is not at issue, who, whom, where, when, how many
or what for is."""

from __future__ import annotations

from collections.abc import Callable

from whence.attribute.chains import Node
from whence.attribute.stances import argument_row
from whence.attribute.tables import words
from whence.attribute.telling import within
from whence.handover import EventCandidate, Extraction, ParsedDocument, Resolution, StanceCandidate
from whence.records import Range

Values = frozenset[str]
_PURPOSE_GAP = 30
"""Characters between "not" and the purpose it is about ("not specifically to")."""


def narrowed(
    parsed: ParsedDocument,
    extraction: Extraction,
    resolution: Resolution,
    found: list[Node],
    ids: list[str],
    stances: list[StanceCandidate],
) -> list[StanceCandidate]:
    """Argument rows: for denied mentions whose event is told as happened elsewhere with another argument,
    for denied responsibility, and for a purpose that alone is negated."""
    events = {e.index: e for e in extraction.events}
    asserted = sorted(
        {s.event for s in stances if s.scope == "event" and s.sign == "+" and s.certainty != "none"}
    )
    node_of = dict(zip(ids, found, strict=True))
    denied_by: dict[str | None, set[int]] = {}
    for stance in stances:
        if stance.sign == "-" and stance.attribution_id is not None:
            denied_by.setdefault(node_of[stance.attribution_id].source.name, set()).add(stance.event)
    rows: list[StanceCandidate] = []
    for stance in stances:
        event = events[stance.event]
        purpose = _negated_purpose(event) or _not_only_to(parsed, event)
        if purpose is not None:
            if stance.sign == "-":
                rows.append(argument_row(stance, "purpose", purpose, f"{stance.why}+purpose negated"))
            continue
        holder = node_of.get(stance.attribution_id or "")
        if holder is None or event.realis not in ("past", "ongoing"):
            continue
        if stance.sign == "-" and (argument := _disowned(event, holder, extraction)) is not None:
            rows.append(argument_row(stance, "actor", argument, f"{stance.why}+responsibility denied"))
        elif stance.sign == "-" and stance.why.endswith("denies what was told") and _disowning(holder):
            actors = [extraction.phrases[i] for i in event.actors]
            if actors:
                argument = (actors[0].start, actors[0].end)
                rows.append(argument_row(stance, "actor", argument, f"{stance.why}+responsibility denied"))
        elif stance.sign == "-" and within(event.trigger.start, holder.content):
            denied = denied_by[holder.source.name]
            others = [events[i] for i in asserted if i not in denied]
            rows.extend(_by_comparison(stance, event, others, extraction, resolution))
    return rows


def _negated_purpose(event: EventCandidate) -> Range | None:
    """The purpose of an event if the negation stands right before it: "not specifically to target …"."""
    cue = event.polarity_cue
    if event.purpose is None or event.polarity != "-" or cue is None:
        return None
    gap = event.purpose[0] - cue.end
    return event.purpose if cue.start > event.trigger.start and 0 <= gap <= _PURPOSE_GAP else None


def _not_only_to(parsed: ParsedDocument, event: EventCandidate) -> Range | None:
    """The infinitive of an event that is only said not to be the one aim: "not specifically to target X"."""
    if event.polarity != "-" or event.polarity_cue is None:
        return None
    sentence = parsed.sentences[event.sentence]
    verb = sentence.word(event.head)
    mark = next((w for w in sentence.children(verb, "mark") if w.lemma.lower() == "to"), None)
    if mark is None or not 0 <= mark.start - event.polarity_cue.end <= _PURPOSE_GAP:
        return None
    between = parsed.text[event.polarity_cue.end : mark.start].lower().split()
    if not set(between) & words("focus"):
        return None
    clause = [w for w in sentence.subtree(verb) if w.start >= mark.start and w.upos != "PUNCT"]
    return clause[0].start, clause[-1].end


def _disowning(node: Node) -> bool:
    """Whether a denial is about the denier's part in a deed, not about the deed."""
    telling = node.telling
    return (
        telling is not None
        and node.act == "denies"
        and telling.complement is not None
        and telling.complement.lemma.lower() in words("part in a deed")
    )


def _disowned(event: EventCandidate, node: Node, extraction: Extraction) -> Range | None:
    """The actor of an event for which responsibility is denied: as worded, else the denier."""
    if not _disowning(node) or not within(event.trigger.start, node.content):
        return None
    if event.actors:
        phrase = extraction.phrases[event.actors[0]]
        return phrase.start, phrase.end
    source = node.source
    return (source.start, source.end) if source.start is not None and source.end is not None else None


def _by_comparison(
    stance: StanceCandidate,
    event: EventCandidate,
    others: list[EventCandidate],
    extraction: Extraction,
    resolution: Resolution,
) -> list[StanceCandidate]:
    """The first argument in which the denied mention differs from one told as happened while the actors
    agree: there only that argument is at issue."""
    scopes: tuple[tuple[str, Callable[[EventCandidate], Values], Range | None], ...] = (
        (
            "quantity",
            _amounts,
            (event.quantities[0].start, event.quantities[0].end) if event.quantities else None,
        ),
        (
            "recipient",
            lambda e: _names(e.recipients, extraction, resolution),
            _first(event.recipients, extraction),
        ),
        ("place", lambda e: _places(e, resolution), _first(_one(event.place), extraction)),
        ("date", lambda e: _dates(e, resolution), _first(_one(event.time), extraction)),
    )
    for other in others:
        if not _comparable(event, other, extraction, resolution):
            continue
        for scope, values, argument in scopes:
            mine, theirs = values(event), values(other)
            told = mine and (theirs or scope == "recipient")
            if (
                argument is not None
                and told
                and not mine & theirs
                and _else_agree(event, other, scope, resolution)
            ):
                return [argument_row(stance, scope, argument, f"{stance.why}+occurrence told elsewhere")]
    return []


def _comparable(
    event: EventCandidate, other: EventCandidate, extraction: Extraction, resolution: Resolution
) -> bool:
    if other.type != event.type or other.realis not in ("past", "ongoing"):
        return False
    mine, theirs = _actors(event, extraction, resolution), _actors(other, extraction, resolution)
    if event.lemma == other.lemma and not mine and not theirs:
        return bool(event.quantities and other.quantities)
    return bool(theirs) and (not mine or bool(mine & theirs))


def _else_agree(event: EventCandidate, other: EventCandidate, scope: str, resolution: Resolution) -> bool:
    """Whether place and date, where both mentions have them and they are not at issue, are the same: else the
    mentions tell different events."""
    pairs = (
        ("place", _places(event, resolution), _places(other, resolution)),
        ("date", _dates(event, resolution), _dates(other, resolution)),
    )
    return all(scope == name or not mine or not theirs or bool(mine & theirs) for name, mine, theirs in pairs)


def _one(index: int | None) -> tuple[int, ...]:
    return () if index is None else (index,)


def _first(indices: tuple[int, ...], extraction: Extraction) -> Range | None:
    if not indices:
        return None
    phrase = extraction.phrases[indices[0]]
    return phrase.start, phrase.end


def _amounts(event: EventCandidate) -> Values:
    return frozenset(f"{q.role}:{q.low}-{q.high}" for q in event.quantities)


def _places(event: EventCandidate, resolution: Resolution) -> Values:
    referent = resolution.referents.get(event.place) if event.place is not None else None
    return frozenset({referent.name}) if referent is not None else frozenset()


def _dates(event: EventCandidate, resolution: Resolution) -> Values:
    date = resolution.times.get(event.time) if event.time is not None else None
    return frozenset({f"{date.from_}/{date.to}"}) if date is not None else frozenset()


def _actors(event: EventCandidate, extraction: Extraction, resolution: Resolution) -> Values:
    """Countries and names of the actors: "Russia" and "Russian planes" are compatible."""
    found: set[str] = set()
    for index in event.actors:
        referent = resolution.referents.get(index)
        actor = (
            resolution.actor.get(referent.actor_id) if referent is not None and referent.actor_id else None
        )
        if actor is not None:
            found.add(actor.country or actor.actor_id)
        else:
            found.add(extraction.phrases[index].text.lower())
    return frozenset(found)


def _names(indices: tuple[int, ...], extraction: Extraction, resolution: Resolution) -> Values:
    return frozenset(
        referent.name if (referent := resolution.referents.get(i)) is not None else extraction.phrases[i].text
        for i in indices
    )
