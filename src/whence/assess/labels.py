"""Neutral and evaluative nouns for the same people (``data/labels``)."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from whence.names import normal_name

_FOLLOWED = re.compile(r",| (?:in|at|near|of|from|on|who|including|with|around|across)\b")
"""What ends a noun phrase after its head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """``of`` is what the noun calls people: two nouns of one kind may be said of the same."""

    noun: str
    of: str
    evaluative: bool


def head(text: str) -> str:
    """The last word of a phrase before what is added to it: "three armed *men* near the town"."""
    words = normal_name(_FOLLOWED.split(text)[0]).split()
    return words[-1] if words else ""


def singular(noun: str) -> str:
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")


def label_of(text: str) -> Label | None:
    """The label that heads a phrase, if it is one."""
    noun = head(text)
    return _labels().get(noun) or _labels().get(singular(noun))


@cache
def _labels() -> dict[str, Label]:
    text = files("whence").joinpath("data/labels/labels.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return {
        row["noun"]: Label(noun=row["noun"], of=row["of"], evaluative=row["tone"] == "evaluative")
        for row in rows
    }
