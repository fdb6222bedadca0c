"""What the model makes of the parties that the rules found, and whom it sees where they found none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from whence.handover import Phrase, TriggerScore

SEEN_ALONE: Final = {"actor": 0.6, "recipient": 0.4}
"""Probability from which the model alone fills a role. On dev 13 of 21 such actors and 20 of 34 recipients
were right."""
MOVING: Final = frozenset({"RETREAT", "MOBILIZE", "AID"})
"""Types of which a place is where somebody or something goes."""


def weighed(
    kind: str,
    role: str,
    held: tuple[int, ...],
    score: TriggerScore | None,
    phrases: Mapping[tuple[int, int], Phrase],
) -> tuple[tuple[int, ...], str | None]:
    """Indices of the phrases that fill a role of an event of type ``kind``, and what changed them: ``held``
    are those of the rules."""
    if score is None:
        return held, None
    shares: dict[int, float] = {}
    for argument in score.arguments:
        phrase = phrases.get((argument.sentence, argument.word))
        if argument.role == role and phrase is not None and phrase.kind != "time":
            shares[phrase.index] = argument.probability
    kinds = {phrase.index: phrase.kind for phrase in phrases.values()}
    doubted = [
        i
        for i in held
        if role == "recipient" and shares.get(i, 0.0) < SEEN_ALONE[role] and doubtful(kind, kinds[i])
    ]
    held = tuple(index for index in held if index not in doubted)
    if held or not shares:
        return held, "doubted by the model" if doubted and not held else None
    best = max(shares, key=lambda index: (shares[index], -index))
    return ((best,), f"model {shares[best]:.2f}") if shares[best] >= SEEN_ALONE[role] else ((), None)


def doubtful(kind: str, phrase: str) -> bool:
    """Whether a recipient needs the model as one of its own does: of things, of goals of a movement and
    outside PLOVER the rules are seldom right. On dev recipients had F1 63.7 with this; 62.3 if the model
    need only think them possible (.2, what it hands on); 60.2 if it is not asked."""
    return kind == "NONE" or phrase == "thing" or (phrase == "place" and kind in MOVING)
