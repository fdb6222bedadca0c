"""Countries as reports word them: names, adjectives, peoples, and seats of government that stand for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from whence.resolve.actor_lists import rows
from whence.resolve.names import name_key

LONGEST = 80
"""Characters; no name of a country is longer."""
SHORT = 4
"""Forms up to this length ("US", "UK", "CAR", "U.S.") only count as written: "us" is a pronoun."""


@dataclass(frozen=True, slots=True)
class Country:
    """``iso3`` is ISO 3166-1 alpha-3; ``adjective`` the usual one ("Iranian")."""

    iso3: str
    name: str
    adjective: str
    adjectives: tuple[str, ...]


def country_named(text: str) -> Country | None:
    """The country that a name stands for: "Iran", "the UK", "Islamic Republic of Iran"."""
    return _found("name", text)


def country_of_adjective(text: str) -> Country | None:
    """The country of an adjective or an attributive name: "Iranian", "US"."""
    return _found("adjective", text) or _found("name", text)


def country_of_people(text: str) -> Country | None:
    """The country whose people are named: "Iranians", "the Dutch"."""
    return _found("people", text)


def country_by_metonym(text: str) -> Country | None:
    """The country that its seat of government stands for: "Moscow", "Washington"."""
    return _found("metonym", text)


def country_coded(iso3: str | None) -> Country | None:
    """The country with this code."""
    return _codes().get(iso3 or "")


def leading_country(words: list[str]) -> tuple[Country, int] | None:
    """The country named or meant by the first one to four words, and how many words say it. A possessive
    mark may follow ("Russia's foreign minister")."""
    for size in range(min(4, len(words)), 0, -1):
        country = country_of_adjective(strip_possessive(" ".join(words[:size])))
        if country:
            return country, size
    return None


def strip_possessive(text: str) -> str:
    """ "Russia's" → "Russia", "the United States'" → "the United States"."""
    for mark in ("'s", "’s", "'", "’"):
        if text.endswith(mark) and len(text) > len(mark):
            return text[: -len(mark)].rstrip()
    return text


def _found(kind: str, text: str) -> Country | None:
    return _looked_up(kind, text.strip()) if len(text) <= LONGEST else None


@lru_cache(1 << 15)
def _looked_up(kind: str, text: str) -> Country | None:
    table = _tables()[kind]
    written = text[4:] if text[:4].lower() == "the " else text
    if not written[:1].isupper() and written[:3] != "ni-":
        return None
    if len(written) <= SHORT and written in table:
        return table[written]
    country = table.get(name_key(written))
    return country if country and (len(written) > SHORT or not written.isupper()) else None


@cache
def _tables() -> dict[str, dict[str, Country]]:
    tables: dict[str, dict[str, Country]] = {"name": {}, "adjective": {}, "people": {}, "metonym": {}}
    for row in rows("nationalities.tsv"):
        country = _codes()[row["iso3"]]
        forms = {
            "name": [row["name"], *row["other_names"].split(";")],
            "adjective": row["adjectives"].split(";"),
            "people": row["people"].split(";"),
            "metonym": row["metonyms"].split(";"),
        }
        for kind, written in forms.items():
            for form in filter(None, written):
                # "Dominican", "Congolese": the first row of the file wins.
                if len(form) <= SHORT:
                    tables[kind].setdefault(form, country)
                if len(form) > SHORT or not form.isupper():
                    tables[kind].setdefault(name_key(form), country)
    return tables


@cache
def _codes() -> dict[str, Country]:
    return {
        row["iso3"]: Country(
            row["iso3"],
            row["name"],
            row["adjectives"].split(";")[0],
            tuple(row["adjectives"].split(";")),
        )
        for row in rows("nationalities.tsv")
    }
