"""Events that the model sees where the lexicon knows none: the model's type, the slots of the frame."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from whence.extract.contexts import contexts
from whence.extract.frame import Coding, Frame
from whence.extract.requests import asked
from whence.handover import TriggerScore, Word

SEEN: Final = 0.6
"""The least probability at which the model alone speaks for an event. On dev typed F1 is 61.4 at .5, 62.2
at .6 and 62.3 at .65, trigger F1 78.0, 77.4 and 76.9, with 91, 84 and 80 events in 1,000 words (gold 79)."""
CLASSIFIED: Final = 0.75
"""The least probability at which a noun that classifies another is an event all the same."""
SURE: Final = 0.8
"""The share of its first type at which the model goes before a row of an event outside PLOVER."""
OUTSIDE: Final = 0.3
"""The least probability at which a row tells of an event outside PLOVER: below it 6 of 30 were events on
dev, above it 109 of 145."""
UNNAMED: Final = "unclassified"
"""Label of an event outside PLOVER that no row of the lexicon names (``schema/other.yaml``)."""
_TOWARDS: Final[Mapping[str, tuple[str, ...]]] = {
    "ACCUSE": ("against", "at", "for"),
    "AGREE": ("with", "to"),
    "AID": ("to", "for"),
    "ASSAULT": ("on", "against", "at"),
    "COERCE": ("on", "against"),
    "CONCEDE": ("to",),
    "CONSULT": ("with", "to"),
    "COOPERATE": ("with", "to"),
    "MOBILIZE": ("against", "to"),
    "PROTEST": ("against",),
    "REJECT": ("against", "to"),
    "REQUEST": ("to", "from", "on"),
    "RETREAT": ("from", "to"),
    "SANCTION": ("on", "against", "from"),
    "SUPPORT": ("for", "with", "to"),
    "THREATEN": ("against", "to"),
}
"""Type → prepositions of who or what it is directed at, where there is no object."""


def probability(score: TriggerScore | None) -> float:
    """How sure the model is that a word tells an event; 0 if it did not think of it."""
    return score.probability if score is not None else 0.0


def share(score: TriggerScore | None) -> float:
    """How sure the model is of the first of its types; 0 if it sees none."""
    return next(iter(score.types.values()), 0.0) if score is not None else 0.0


def described(score: TriggerScore) -> str:
    """What the model saw, for people: "event .92: ASSAULT .83, NONE .10"."""
    types = ", ".join(f"{name} {_short(share)}" for name, share in list(score.types.items())[:2])
    return f"event {_short(score.probability)}: {types}"


def _short(share: float) -> str:
    return f"{share:.2f}".removeprefix("0")


def seen(frame: Frame, score: TriggerScore | None, trigger: tuple[Word, ...]) -> Coding | None:
    """The event that the model sees in a frame, or ``None`` if it is not sure enough."""
    if score is None or score.probability < SEEN or not score.types:
        return None
    kind = next(iter(score.types))
    directed = tuple(word for name, word in frame.obliques if name in _TOWARDS.get(kind, ()))
    recipients = frame.patients or frame.indirect or directed
    return Coding(
        type=kind,
        mode=score.mode,
        other=UNNAMED if kind == "NONE" else None,
        contexts=contexts(frame, ()),
        cameo=asked(kind, frame),
        polarity="+",
        trigger=trigger,
        actors=frame.agents,
        recipients=tuple(word for word in recipients if word not in frame.agents),
        why={"type": "model", "actor": "slot agent", "recipient": "slot patient /what it is directed at"},
    )
