"""Conflicts: where accounts of one event differ, as read, and in what way.

``contradiction``: both cannot be so as worded. ``revision``: one origin changed its account, a later capture
has another, or a later report gives another figure and the two origins may be one. ``precision``: one value
lies in the other (12, a dozen). ``labelling``: the same thing under another name (rebels, terrorists) — which
of the two it is no text can settle, so only holders' explicit denials make a contradiction of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from whence.assess.aligned import aligned
from whence.assess.denials import denied_arguments, occurrence
from whence.assess.exclusive import MUTUAL
from whence.assess.figures import figure_conflicts
from whence.assess.fillers import exclusive_fillers, labels
from whence.assess.plans import HAPPENED
from whence.assess.told import Told, World
from whence.records import Conflict

APART = MUTUAL | {"NONE"}
"""Types of which one event says nothing of another: whom one meets is not whom one does not, and what lies
outside PLOVER shares a type in name only."""


def find_conflicts(events: Sequence[Told], world: World) -> list[Conflict]:
    """All conflicts among the assertions of each event, and with what is told of the same doers or in the
    same setting elsewhere in the story; the event a conflict is about comes first in its ``event_ids``."""
    kin: dict[tuple[str, str], list[Told]] = {}
    for told in events:
        kin.setdefault((told.event.story_id, told.event.type), []).append(told)
    found: list[Conflict] = []
    for told in events:
        in_part = told.event.type not in APART and any(a.narrowed for a in told.assertions)
        others = [
            other
            for other in (kin[told.event.story_id, told.event.type] if in_part else ())
            if other is not told and _may_be_the_same(told, other)
        ]
        found += [*occurrence(told), *denied_arguments(told, others), *figure_conflicts(told, world)]
        found += [*exclusive_fillers(told, world), *labels(told)]
    for group in kin.values():
        for told, other, field in aligned(group, world):
            found += [c for c in exclusive_fillers(told, world, other) if c.field == field]
    return list({conflict.conflict_id: conflict for conflict in found}.values())


def _may_be_the_same(told: Told, other: Told) -> bool:
    """Whether an event may be what is left of one that is denied in part: the same doers and kind of act, as
    little planned, and at no other time."""
    lemmas, modes = (
        [{getattr(a.mention, name) for a in item.assertions} - {None} for item in (told, other)]
        for name in ("lemma", "mode")
    )
    if not (lemmas[0] & lemmas[1] or modes[0] & modes[1]):
        return False
    happened = [item.event.realis in HAPPENED for item in (told, other)]
    dates = [item.event.date for item in (told, other)]
    spans = [(date.from_, date.to) for date in dates if date and date.from_ and date.to]
    apart = len(spans) == 2 and (spans[0][1] < spans[1][0] or spans[1][1] < spans[0][0])
    return bool(told.doers & other.doers) and happened[0] == happened[1] and not apart
