"""Comparing names and actors: the one normal form and the one notion of the same doer that stages agree
on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from whence.records import Actor, Argument

_PREFIX = re.compile(r"\b(?:al|el|as|ash|ad|ar|at|an)[-\s](?=\w)")
_PUNCTUATION = re.compile(r"[^\w\s]")


@lru_cache(1 << 16)
def normal_name(name: str) -> str:
    """Lower case, without accents, punctuation, a leading article or the Arabic one: "Al-Jubeir" →
    "jubeir"."""
    folded = "".join(
        c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)
    ).casefold()
    folded = _PUNCTUATION.sub(" ", _PREFIX.sub("", folded)).strip()
    return " ".join(folded.removeprefix("the ").split())


def actor_keys(
    arguments: Iterable[Argument], actors: Mapping[str, Actor], actor_of: Mapping[str, str]
) -> frozenset[str]:
    """What arguments are compared by: the account-wide actor id, the name where none was identified, and for
    a country or its government the state ("Moscow", "Russia" and "the Russian government" act as one).

    ``actors`` may be keyed by local or by account-wide ids.
    """
    keys: set[str] = set()
    for argument in arguments:
        local = argument.actor_id
        actor_id = actor_of.get(local, local) if local else None
        actor = actors.get(actor_id or "") or actors.get(local or "")
        if actor and actor.country and actor.kind in ("country", "government"):
            keys.add(f"state:{actor.country}")
        else:
            keys.add(actor_id or normal_name(argument.name or argument.text))
    return frozenset(keys)


def is_name(text: str) -> bool:
    """Whether words are a proper name: the last, or one of few, has a capital ("a spokesman" has none)."""
    words = text.split()
    return bool(words) and any(c.isupper() for c in words[-1]) and not text.startswith(("a ", "an "))
