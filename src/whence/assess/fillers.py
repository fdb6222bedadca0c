"""Fillers of one field that exclude each other, or name the same people with and without judging them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from whence.assess.assertions import Assertion
from whence.assess.denials import by_filler, name_of
from whence.assess.exclusive import MUTUAL, days_apart, exclusive_parties, exclusive_places
from whence.assess.labels import label_of
from whence.assess.told import Field, Item, Told, World, conflict, published, side
from whence.records import Argument, Conflict

EXCLUSIVE: Mapping[Field, float] = {"actor": 0.6, "recipient": 0.5, "place": 0.6, "date": 0.6}
"""That two accounts of one event cannot both be so as worded. Lower for recipients: one strike may hit
several. Judgements; no gold exists."""
NEXT_DAY = 0.4
"""Of two dates a day apart: reports of one night carry two, and so do time zones."""
LABELLED = 0.6
"""That two nouns of different tone are said of the same people."""
_ROLES: tuple[Field, ...] = ("actor", "recipient")
_FIELDS: tuple[Field, ...] = (*_ROLES, "place", "date")


def exclusive_fillers(told: Told, world: World, other: Told | None = None) -> Iterator[Conflict]:
    """Of each field the accounts that exclude each other, in ``told`` and (if given) the event aligned with
    it. Only who could have known counts, and only between them: what rests on nobody named differs easily."""
    held = [(t, a) for t in (told, other) if t is not None for a in t.of_sign("+") if a.root.firm]
    for field in _FIELDS if told.event.type not in MUTUAL else _FIELDS[2:]:
        groups = _by_value(held, field)
        apart: set[int] = set()
        changed, nearest = True, 10**6
        for (i, left), (j, right) in combinations(enumerate(groups), 2):
            gap = _apart(left[1][0][1], right[1][0][1], field, world)
            one = bool({a.root for _, a in left[1]} & {a.root for _, a in right[1]})
            if gap and (not one or _on_other_days(left[1], right[1])):
                apart |= {i, j}
                nearest = min(nearest, gap)
                changed = changed and one
        if not apart:
            continue
        chosen = sorted((groups[i] for i in apart), key=lambda group: (published(group[1]), group[0]))
        sides = [side(value, "+", items) for value, items in chosen]
        why = f"one origin changes the {field}" if changed else f"not compatible as read: the {field} differs"
        probability = NEXT_DAY if field == "date" and nearest == 1 else EXCLUSIVE[field]
        kin = [t for _, items in chosen for t, _ in items]
        yield conflict(told, field, "revision" if changed else "contradiction", why, probability, sides, kin)


def _on_other_days(a: Sequence[Item], b: Sequence[Item]) -> bool:
    """Whether no report of one side appeared on a day of the other's: who says two things on one day speaks
    of two things, who says another later has changed his account."""
    left, right = (
        {item.document.captured or item.document.published for _, item in items} for items in (a, b)
    )
    return left.isdisjoint(right)


def _apart(a: Assertion, b: Assertion, field: Field, world: World) -> int:
    """0 if the two go together, else how far apart they are: days for dates, 2 for anything else."""
    one, other = a.mention, b.mention
    if field == "date":
        return days_apart(one.date, other.date)
    tests: Mapping[Field, Callable[[], bool]] = {
        "actor": lambda: exclusive_parties(one.actors, other.actors, world),
        "recipient": lambda: exclusive_parties(one.recipients, other.recipients, world),
        "place": lambda: exclusive_places(one.place, other.place, world),
    }
    return 2 if tests[field]() else 0


def _by_value(items: Sequence[Item], field: Field) -> list[tuple[str, list[Item]]]:
    if field in _ROLES:
        return by_filler(items, field)
    groups: dict[str, list[Item]] = {}
    for told, item in items:
        place, date = item.mention.place, item.mention.date
        if field == "place" and place is not None:
            groups.setdefault(place.name or place.text, []).append((told, item))
        if field == "date" and date is not None and date.from_ and date.to:
            value = date.from_ if date.from_ == date.to else f"{date.from_} to {date.to}"
            groups.setdefault(value, []).append((told, item))
    return sorted(groups.items())


def labels(told: Told) -> Iterator[Conflict]:
    """Parties that one report calls by a noun that judges and another by one that does not."""
    for field in _ROLES:
        nouns: dict[tuple[str, bool], list[tuple[Argument, Item]]] = {}
        for item in told.of_sign("+"):
            for argument in item.mention.actors if field == "actor" else item.mention.recipients:
                label = label_of(argument.text)
                if label is not None:
                    nouns.setdefault((label.of, label.evaluative), []).append((argument, (told, item)))
        for of in sorted({of for of, _ in nouns}):
            plain, judging = nouns.get((of, False), []), nouns.get((of, True), [])
            reports = [{item.document.document_id for _, (_, item) in found} for found in (plain, judging)]
            if plain and judging and reports[0].isdisjoint(reports[1]):
                sides = [
                    side(name_of(found[0][0]), "+", [item for _, item in found]) for found in (plain, judging)
                ]
                why = f"the same {field} under a noun that judges and one that does not"
                yield conflict(told, field, "labelling", why, LABELLED, sides)
