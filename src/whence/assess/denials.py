"""What one holder asserts and another denies: that the event took place, or an argument of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from whence.assess.plans import HAPPENED
from whence.assess.told import Field, Item, Told, conflict, side
from whence.names import normal_name
from whence.records import Argument, Conflict

EXPLICIT = 0.9
"""A holder denies what another asserts, in so many words."""
_ARGUMENTS: tuple[Literal["actor", "recipient"], ...] = ("actor", "recipient")


def occurrence(told: Told) -> Iterator[Conflict]:
    """Opposite signs of different origins; an origin that says both has changed its account."""
    plus = [(told, a) for a in told.of_sign("+")]
    minus = [(told, a) for a in told.of_sign("-") if not a.narrowed]
    if plus and minus:
        happened = told.event.realis in HAPPENED
        yes, no = ("happened", "did not happen") if happened else ("is to happen", "is not to happen")
        sides = (side(yes, "+", plus), side(no, "-", minus))
        one = {a.root for _, a in plus} == {a.root for _, a in minus}
        why = "one origin asserts and denies it" if one else "asserted and denied"
        yield conflict(told, "occurrence", "revision" if one else "contradiction", why, EXPLICIT, sides)


def denied_arguments(told: Told, others: Sequence[Told]) -> Iterator[Conflict]:
    """A denial narrowed to one argument, against those who tell of the event with another filler; of the
    recipient also in other events of the same doers (``others``), as they are what is not denied."""
    for field in _ARGUMENTS:
        denied = by_filler([(told, a) for a in told.assertions if field in a.narrowed], field)
        if not denied:
            continue
        tellers = (told, *others) if field == "recipient" else (told,)
        held = by_filler([(t, a) for t in tellers for a in t.of_sign("+")], field)
        # The denied filler elsewhere is of another event; only here it is asserted against the denial.
        names = {name for name, _ in denied}
        here = {name for name, items in held if any(t is told for t, _ in items)}
        held = [(name, items) for name, items in held if name not in names or name in here]
        if not held:
            continue
        sides = [side(name, "+", items) for name, items in held]
        sides += [side(name, "-", items) for name, items in denied]
        kin = [t for _, items in held for t, _ in items]
        why = f"the {field} as worded is denied"
        yield conflict(told, field, "contradiction", why, EXPLICIT, sides, kin)


def by_filler(items: Iterable[Item], field: Field) -> list[tuple[str, list[Item]]]:
    """(actors or recipients in words, who tells of them), by name."""
    groups: dict[str, list[Item]] = {}
    names: dict[str, str] = {}
    for told, item in items:
        arguments = item.mention.actors if field == "actor" else item.mention.recipients
        if arguments:
            key = " ".join(sorted(normal_name(name_of(argument)) for argument in arguments))
            names.setdefault(key, " and ".join(name_of(argument) for argument in arguments))
            groups.setdefault(key, []).append((told, item))
    return [(names[key], groups[key]) for key in sorted(groups)]


def name_of(argument: Argument) -> str:
    return argument.name or argument.text
