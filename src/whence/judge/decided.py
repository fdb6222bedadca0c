"""Which judgements are in force on each field: the latest goes before all earlier ones.

``unsure`` takes back what was decided on a field. An item that is ``added`` to a list, or called ``wrong`` in
it (with the item as value), leaves what was decided on the rest of the list. The order in which judgements
come changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from whence.judge.anchors import SUBJECTS, VALUE_SENTENCE, Identity, identity, value_span
from whence.judge.fields import (
    ATTRIBUTIONS,
    EVENT_LISTS,
    FIELDS,
    NEEDED,
    NONE,
    PLACED,
    SPANS,
    check,
)
from whence.records import Judgement, Review

PAIRS = ("same", "different")
"""Verdicts on two or more rows; they are no matter of fields."""


class Decisions:
    """Judgements on fields, by what they are about. ``lengths`` are those of the texts, by SHA-256."""

    def __init__(self, judgements: Iterable[Judgement], lengths: Mapping[str, int]) -> None:
        about: dict[Identity, dict[str, tuple[Judgement, ...]]] = {}
        self.not_understood: list[Judgement] = []
        """Judgements on fields that cannot be applied: an unknown field, a value that cannot stand there, a
        span that is none of the text."""
        for judgement in sorted(filter(of_field, judgements), key=_order):
            try:
                understand(judgement)
                _inside(judgement, lengths)
            except ValueError:
                self.not_understood.append(judgement)
                continue
            assert judgement.field is not None
            fields = about.setdefault(identity(judgement), {})
            fields[judgement.field] = _after(fields.get(judgement.field, ()), judgement)
        self._about = {
            of: {name: held for name, held in fields.items() if held} for of, fields in about.items()
        }

    @cached_property
    def texts(self) -> frozenset[str]:
        """SHA-256 of every text on which something is in force."""
        return frozenset(of[0].sha256 for of, fields in self._about.items() if fields)

    def on(self, of: Identity) -> Mapping[str, tuple[Judgement, ...]]:
        """Field → the judgements in force on it, in order."""
        return self._about.get(of, {})

    def added(self, sha256: str) -> list[Judgement]:
        """The events that were added to a text, in its order."""
        found = [
            fields["event"][-1]
            for of, fields in self._about.items()
            if of[0].sha256 == sha256 and of[0].field == "event" and "event" in fields
        ]
        added = (judgement for judgement in found if judgement.verdict == "added")
        return sorted(added, key=lambda judgement: (judgement.anchors[0].start, judgement.anchors[0].end))


def of_field(judgement: Judgement) -> bool:
    """Whether it is on a field of an event, an attribution or a stance."""
    about = identity(judgement)
    if not about or about[0].field not in SUBJECTS or judgement.verdict in PAIRS:
        return False
    return about[0].field != "event" or len(about) == 1


def understand(judgement: Judgement) -> None:
    """Raises ``ValueError`` for a judgement on a field that cannot be applied to any text."""
    subject, field = identity(judgement)[0].field, judgement.field or ""
    if field not in FIELDS[subject]:
        raise ValueError(f"{field!r} is no field of an {subject}: {', '.join(FIELDS[subject])}")
    if len({anchor.sha256 for anchor in judgement.anchors}) > 1:
        raise ValueError("The anchors of a field are in one text")
    if judgement.verdict == "unsure":
        return
    if field == subject:
        _understand_whole(judgement, subject)
    elif judgement.verdict in ("corrected", "added"):
        _understand_value(judgement, subject, field)
    elif judgement.verdict == "wrong" and judgement.value is None and (subject, field) in NEEDED:
        raise ValueError(f"{field} cannot be empty: correct it")
    elif judgement.verdict == "wrong" and judgement.value is not None and field not in EVENT_LISTS:
        raise ValueError(f"{field} is no list to take {judgement.value!r} from: correct it")


def _understand_whole(judgement: Judgement, subject: str) -> None:
    if judgement.verdict == "corrected":
        raise ValueError(f"As a whole an {subject} is right or wrong: correct its fields")
    if judgement.verdict == "added":
        if subject != "event" or judgement.value is None or value_span(judgement, VALUE_SENTENCE) is None:
            raise ValueError("Only an event can be added as a whole, with its type and its sentence")
        check(subject, subject, judgement.value)


def _understand_value(judgement: Judgement, subject: str, field: str) -> None:
    value, span = judgement.value, value_span(judgement)
    if value is None or not value.strip():
        raise ValueError(f"Say what the {field} is")
    if field in SPANS and span is None:
        raise ValueError(f"Say where the {field} stands")
    if field in ATTRIBUTIONS:
        if value != NONE and span is None:
            raise ValueError(f"Say which attribution it is, or {NONE}")
    elif span is not None and field not in PLACED:
        raise ValueError(f"The {field} stands at no span of its own")
    else:
        check(subject, field, value)


def _inside(judgement: Judgement, lengths: Mapping[str, int]) -> None:
    """Raises ``ValueError`` if a span is none of its text."""
    for anchor in judgement.anchors:
        if not 0 <= anchor.start < anchor.end <= lengths.get(anchor.sha256, anchor.end):
            raise ValueError(f"There is no span {anchor.start}-{anchor.end} in the text")


def review_of(judgements: Iterable[Judgement], value: str | None) -> Review:
    """What a row says of the judgements on one of its fields; ``value`` is what was read there."""
    *_, last = judgements
    assert last.field is not None
    return Review(field=last.field, verdict=last.verdict, value=value, who=last.who, when=last.when)


def reason(judgement: Judgement) -> str:
    """What ``why`` says of a field that a person decided."""
    when = (judgement.when or "undated")[:10]
    return f"{judgement.verdict} by {judgement.who or 'an unnamed reader'}, {when}"


def _after(held: tuple[Judgement, ...], judgement: Judgement) -> tuple[Judgement, ...]:
    if judgement.verdict == "unsure":
        return ()
    of_item = judgement.verdict == "added" or (judgement.verdict == "wrong" and judgement.value is not None)
    return (*held, judgement) if of_item and judgement.field in EVENT_LISTS else (judgement,)


def _order(judgement: Judgement) -> tuple[str, ...]:
    return (
        judgement.when or "",
        judgement.who or "",
        judgement.verdict,
        judgement.value or "",
        judgement.note or "",
        repr(judgement.anchors),
    )
