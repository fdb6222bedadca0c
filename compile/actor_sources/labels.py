"""Labels that read as plain words and name nobody."""

from __future__ import annotations

from pathlib import Path

from actor_sources.entities import Entity

from whence.resolve.names import name_key

GROUPS = frozenset({"group", "party", "force", "movement", "association", "front"})
"""Nouns that a common word before them does not make a name ("aid group")."""
SHORT_NAME = 3
"""Common words; four or more in a row ("Movement for Democracy and Development") are a name."""


def common_words(path: Path) -> frozenset[str]:
    """English words other than names, from the lemma table."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(row[0] for row in rows if row[0].islower() and row[1] not in ("X", "INTJ", "SYM"))


def named_by_common_words(label: str, entity: Entity, words: frozenset[str]) -> bool:
    """Whether a label reads as a description and not as a name: translations and short forms in the list of
    armed conflicts ("Resistance", "Southern Front"), one common word ("Fan"), "aid group"."""
    key = name_key(label).split()
    if entity.curated or entity.kind == "person" or not set(key) <= words:
        return False
    if len(key) == 1:
        return entity.kind != "organization" or label != entity.name
    if entity.kind == "armed_group":
        return len(key) <= SHORT_NAME and (entity.country is None or label != entity.name)
    return entity.kind == "organization" and len(key) == 2 and key[-1] in GROUPS
