"""Why a mention is coded as it is: for each field its value, its passage, and what decided."""

from __future__ import annotations

from collections.abc import Iterator

from whence.records import Argument, EventMention
from whence.show import wording


def reasons(mention: EventMention) -> Iterator[str]:
    """One line for each field. An actor that is not told, one that is told and not known ("they"), and a
    known one read differently; the model's line names the type it would have taken next."""
    why = dict(mention.why)
    trigger = mention.trigger
    kind = mention.type if mention.type != "NONE" else f"outside PLOVER: {mention.other}"
    yield f'type {kind}: "{trigger.text}" ({trigger.start}–{trigger.end}), {why.pop("type", "?")}'
    if "model" in why:
        yield f"  the model: {why.pop('model')}"
    if "recoded" in why:
        yield f"  {why.pop('recoded')}"
    if mention.mode:
        yield f"mode {mention.mode}: {why.pop('mode', 'the same')}"
    for role, parties in (("actor", mention.actors), ("recipient", mention.recipients)):
        reason = why.pop(role, "?")
        yield from (f"{role} {_party(party)}, {reason}" for party in parties)
        if not parties:
            yield f"{role}: {reason}"
    if mention.place is not None:
        place = mention.place
        name = place.name if place.place_id else "no known place, text kept"
        yield f'place {name}: "{place.text}" ({place.start}–{place.end}), {why.pop("place", "?")}'
    if mention.date is not None:
        date = mention.date
        read = f'"{date.text}" ({date.start}–{date.end})' if date.text else f"{date.anchor}"
        yield f"date {wording.when(date)}: {read}, {why.pop('time', date.anchor)}"
    yield f"realis {mention.realis}: {why.pop('realis', '?')}"
    sure = ", ".join(f"{field} {share:.2f}" for field, share in mention.confidence.items())
    if sure:
        yield f"how likely read rightly: {sure}"
    for code in mention.codes:
        yield f"code {code.code} of {code.scheme}: {code.why}"
    for field, reason in why.items():
        yield f"{field}: {reason}"


def _party(party: Argument) -> str:
    where = f'"{party.text}" ({party.start}–{party.end})'
    if party.actor_id is None or party.name is None:
        return f"not known, text kept: {where}"
    of = " ".join(filter(None, (party.country, *party.sectors)))
    return f"{party.name}{f' [{of}]' if of else ''}: {where}"
