"""A predicate and what fills its slots, read from the tree: the unit that is coded as an event.

``frames`` builds them, ``coding`` looks them up in the event lexicon, ``arguments`` turns the slots of a
coded frame into actors and recipients.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from whence.handover import Sentence, TriggerScore, Word
from whence.records import Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Slots are heads of phrases, conjuncts included, already normalised for voice: for "the town was shelled
    by rebels" and "the rebels' shelling of the town" ``agents`` holds "rebels" and ``patients`` "town"."""

    sentence: Sentence
    head: Word
    """Verb, event noun or predicative adjective; with a light verb the noun ("carried out an *attack*")."""
    lemma: str
    """Lemma of the head, with its particle ("shoot_down") if it has one."""
    nominal: bool
    passive: bool
    light_verb: Word | None
    agents: tuple[Word, ...]
    patients: tuple[Word, ...]
    indirect: tuple[Word, ...]
    """Indirect objects ("gave *rebels* weapons")."""
    obliques: tuple[tuple[str, Word], ...]
    """(preposition lemma, head) of oblique and nominal modifiers, in text order."""
    complement: Word | None
    """Head of a clausal complement or open complement ("agreed to *withdraw*")."""
    modifiers: tuple[Word, ...]
    """Adjectives and compounds of a nominal head ("*air* strike", "*suicide* bombing")."""
    governor: Word | None
    """The predicate that this one is controlled by ("*plans* to attack"), if any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What a frame is an event of, and which of its words are the parties."""

    type: str
    mode: str | None
    other: str | None
    """Label of an event outside PLOVER (``type`` is then ``NONE``)."""
    contexts: tuple[str, ...]
    cameo: str | None
    polarity: Literal["+", "-"]
    """``-`` if the predicate itself negates the event it is a trigger of."""
    trigger: tuple[Word, ...]
    """The head and its particle, in text order."""
    actors: tuple[Word, ...]
    """Heads of the phrases that act."""
    recipients: tuple[Word, ...]
    why: Mapping[str, str]
    """``type``: id of the lexicon row, "model", or a line of the user's codebook; ``mode``: what decided it,
    if not that; ``actor``, ``recipient``: the slots that fill them; ``model``: what the model sees."""
    codes: tuple[Code, ...] = ()
    """Codes of the user's own scheme."""
    certain: bool | None = None
    """Whether the row it is coded by is certain; ``None`` if no row is."""
    score: TriggerScore | None = None
    """What the model sees in the head."""
