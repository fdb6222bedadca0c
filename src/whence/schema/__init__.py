"""The coding schemes as data: PLOVER 2021, CAMEO and ACLED beside it, and the labels of other events.

``plover.yaml`` and ``cameo.yaml`` are CC BY-SA 4.0 (Open Event Data Alliance); ``countries.tsv`` has the
codes of ISO 3166-1 as Unicode CLDR lists them (Unicode-3.0). Each is read on first use.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml reads the same ten times faster
POLITICAL = frozenset(
    {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PRM", "PTY", "REB", "UAF", "OPP", "PRE", "ELI", "REF", "REL"}
)
"""PLOVER sectors of those whose deeds event coders take up whatever their country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    name: str
    definition: str
    score: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """A PLOVER event type."""

    name: str
    definition: str
    quad: str
    """``verbal_cooperation``, ``material_cooperation``, ``verbal_conflict`` or ``material_conflict``."""
    score: float | None
    """PLOVER score of the type, −10 (conflict) to 10 (cooperation); ``None`` where the manual errs."""
    needs_recipient: bool
    modes: Mapping[str, Mode]
    decisions: tuple[str, ...]
    """What the manual says on borderline cases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plover:
    types: Mapping[str, EventType]
    contexts: Mapping[str, str]
    """Context → definition."""
    sectors: Mapping[str, str]
    """Sector of an actor → definition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    code: str
    label: str
    goldstein: float | None
    type: str | None
    """PLOVER type; ``None`` for CAMEO 01 (statements), which are attributions here."""
    mode: str | None
    contexts: tuple[str, ...]
    corrected: str | None
    """Why this row differs from the official CAMEO2PLOVER-2021 table, if it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence that shows how something is coded."""

    marked: str
    """The sentence, its trigger between asterisks."""
    mode: str | None
    rule: str | None
    """Which rule of the manual it shows, if one."""

    @property
    def text(self) -> str:
        return self.marked.replace("*", "")

    @property
    def trigger(self) -> tuple[int, int]:
        """Where the trigger stands in :attr:`text`."""
        start = self.marked.index("*")
        return start, self.marked.index("*", start + 1) - 1


def _read(name: str) -> Any:
    return yaml.load(resources.files(__name__).joinpath(name).read_bytes(), Loader=Loader)


@cache
def plover() -> Plover:
    """PLOVER 2021: 16 types, 67 modes, 37 contexts, 25 sectors."""
    content = _read("plover.yaml")
    return Plover(
        types={
            name: EventType(
                name=name,
                definition=entry["definition"],
                quad=entry["quad"],
                score=entry["score"],
                needs_recipient=entry["needs_recipient"],
                modes={mode: Mode(name=mode, **fields) for mode, fields in entry["modes"].items()},
                decisions=tuple(entry["decisions"]),
            )
            for name, entry in content["types"].items()
        },
        contexts=content["contexts"],
        sectors=content["sectors"],
    )


@cache
def cameo() -> Mapping[str, CameoCode]:
    """CAMEO code ("0841") → its label and PLOVER coding."""
    return {
        code: CameoCode(
            code=code,
            label=entry["label"],
            goldstein=entry["goldstein"],
            type=entry["type"],
            mode=entry["mode"],
            contexts=tuple(entry["contexts"]),
            corrected=entry.get("corrected"),
        )
        for code, entry in _read("cameo.yaml").items()
    }


@cache
def other_events() -> Mapping[str, str]:
    """Label of an event outside PLOVER (type ``NONE``) → what it covers."""
    labels: Mapping[str, str] = _read("other.yaml")
    return labels


@cache
def examples() -> Mapping[str, tuple[Example, ...]]:
    """PLOVER type → sentences that are coded as it."""
    return {
        name: tuple(Example(marked=row["text"], mode=row.get("mode"), rule=row.get("rule")) for row in rows)
        for name, rows in _read("examples.yaml").items()
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class AcledCode:
    """Event and sub-event type of ACLED (Armed Conflict Location & Event Data, codebook of 2023)."""

    event_type: str
    sub_event_type: str


@cache
def acled() -> Mapping[tuple[str, str | None, str | None], AcledCode]:
    """(PLOVER type, mode, recipient) → the ACLED sub-event that it is.

    ``recipient`` is ``"civilian"`` or ``"armed"`` where it decides, else ``None``. What is not in the mapping
    has no counterpart, or one that PLOVER does not tell: words, sanctions and meetings are outside ACLED.
    """
    lines = resources.files(__name__).joinpath("acled.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {
        (row["type"], row["mode"] or None, row["recipient"] or None): AcledCode(
            event_type=row["event_type"], sub_event_type=row["sub_event_type"]
        )
        for row in rows
        if row["event_type"]
    }


@cache
def alpha2() -> Mapping[str, str]:
    """ISO 3166-1 alpha-3 → alpha-2 of every country that a place or an actor can be of; Kosovo is XKX, XK."""
    lines = resources.files(__name__).joinpath("countries.tsv").read_text(encoding="utf-8").splitlines()
    return {row["alpha3"]: row["alpha2"] for row in csv.DictReader(lines, delimiter="\t")}


@cache
def speech_acts() -> frozenset[str]:
    """Lemmas of acts that are done by saying so ("condemn", "apology"); each has an example in the table."""
    text = resources.files(__name__).joinpath("speech_acts.tsv").read_text(encoding="utf-8")
    return frozenset(line.split("\t")[0] for line in text.splitlines()[1:])


__all__ = [
    "AcledCode",
    "CameoCode",
    "EventType",
    "Example",
    "Mode",
    "Plover",
    "acled",
    "alpha2",
    "cameo",
    "examples",
    "other_events",
    "plover",
    "speech_acts",
]
