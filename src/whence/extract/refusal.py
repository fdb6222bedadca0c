"""Refusals without a verb of refusing: "said it *will not accept* the refugees" (PLOVER 2021: all rejections
and refusals are REJECT; gold guidelines, decision 6: "would not consider")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from whence.extract.frame import Coding, Frame

VOLITION: Final = frozenset({"will", "wo", "would"})
"""Auxiliaries by which somebody says what they mean to do."""
REFUSED: Final[Mapping[str, str | None]] = {
    "AGREE": None,
    "AID": "assist",
    "CONCEDE": "yield",
    "CONSULT": "meet",
    "COOPERATE": "assist",
    "RETREAT": "yield",
    "SUPPORT": None,
}
"""Types of what can be refused, and the mode of the refusal."""


def refuses(frame: Frame, coding: Coding) -> bool:
    """Whether a negated event is the refusal of whoever would do it."""
    verb = frame.light_verb if frame.nominal else frame.head
    if verb is None or frame.passive or not coding.actors or coding.type not in REFUSED:
        return False
    if any(mark.text.lower() != "that" for mark in frame.sentence.children(verb, "mark")):
        return False  # "if they will not leave" refuses nothing yet
    auxiliaries = frame.sentence.children(verb, "aux")
    perfect = any(a.lemma == "have" for a in auxiliaries)
    return not perfect and any(a.text.lower() in VOLITION for a in auxiliaries)


def refused(coding: Coding) -> Coding:
    """The refusal of what ``coding`` is an event of."""
    mode = REFUSED[coding.type]
    why = {**coding.why, "recoded": f"{coding.type} that somebody will not do is REJECT"}
    why.pop("mode", None)
    return replace(coding, type="REJECT", mode=mode, cameo=None, why=why)
