"""The small hand-made lists beside the actor table, read once per process (``data/actors/*.tsv``)."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

from whence.resolve.names import name_key


@cache
def rows(file: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/actors/<file>`` as dicts; the files are tab-separated without quoting."""
    path = resources.files("whence") / "data" / "actors" / file
    with path.open(encoding="utf-8") as lines:
        return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def person_noun_genders() -> dict[str, str | None]:
    """Lemma of a noun for one person → ``m``, ``f`` or None."""
    return {row["noun"]: row["gender"] or None for row in rows("person_nouns.tsv")}


@cache
def given_name_genders() -> dict[str, str]:
    """Key of a given name → ``m`` or ``f``; names given to both are not listed."""
    return {
        name_key(name): row["gender"] for row in rows("given_names.tsv") for name in row["names"].split(";")
    }


@cache
def member_nouns() -> frozenset[str]:
    """Lemmas of nouns for the people and possessions of a fighting body ("Hezbollah *fighters*")."""
    return frozenset(row["noun"] for row in rows("member_nouns.tsv"))


@cache
def group_nouns() -> dict[str, frozenset[str]]:
    """Lemma that takes up a named body ("the *company*") → the kinds of actor it can take up."""
    return {row["noun"]: frozenset(row["kinds"].split(";")) for row in rows("group_nouns.tsv")}
