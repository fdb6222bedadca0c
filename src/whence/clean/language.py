"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

_CODE: Final = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)
_NAMED: Final = {"eng": "en", "english": "en"}

_SHORT: Final = 200
"""Characters below which a guess is weak; py3langid's errors on news are nearly all shorter."""
_CLEAR: Final = 0.9
"""Probability a guess about a short text in Latin letters needs before it may overrule English. Of 171
snippets of English news of 20 to 150 characters, 9 were guessed wrong, none of them above 0.3."""
_SAMPLE: Final = 20_000
"""Characters that are looked at."""


def language_of(text: str, *, stated: str | None = None) -> str:
    """The ISO 639-1 code of the language of ``text``: the one stated with it, else py3langid's guess; a
    short text is taken for English unless the guess is clear."""
    if stated is not None:
        stated = _NAMED.get(stated.strip().lower(), stated.strip())
        if match := _CODE.fullmatch(stated):
            return match[1].lower()
    sample = text[:_SAMPLE]
    if not any(char.isalpha() for char in sample):
        return "en"
    code, probability = _identifier().classify(sample)
    letters = [char for char in sample if char.isalpha()]
    latin = sum(char < "\u0250" for char in letters) > len(letters) / 2
    return "en" if latin and len(letters) < _SHORT and probability < _CLEAR else str(code)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # late: loads a model

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
