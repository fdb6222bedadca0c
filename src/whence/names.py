"""Comparing names as written: the one normal form that stages agree on."""

from __future__ import annotations

import re
import unicodedata

_PREFIX = re.compile(r"\b(?:al|el|as|ash|ad|ar|at|an)[-\s](?=\w)")
_PUNCTUATION = re.compile(r"[^\w\s]")


def normal_name(name: str) -> str:
    """Lower case, without accents, punctuation, a leading article or the Arabic one: "Al-Jubeir" →
    "jubeir"."""
    folded = "".join(
        c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)
    ).casefold()
    folded = _PUNCTUATION.sub(" ", _PREFIX.sub("", folded)).strip()
    return " ".join(folded.removeprefix("the ").split())
