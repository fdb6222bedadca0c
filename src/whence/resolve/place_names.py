"""Place names in the form in which the gazetteer stores and looks them up."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h", "ə": "a"}
)
"""Latin letters that Unicode does not decompose."""
_EXPANSIONS = {
    "st": "saint",
    "ste": "sainte",
    "mt": "mount",
    "mtn": "mountain",
    "mts": "mountains",
    "ft": "fort",
}
_APOSTROPHES = re.compile(r"[’‘'ʻʼʿʾ`´.]")
_SEPARATORS = re.compile(r"[\W_]+")
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul"})
"""The Arabic article and its assimilated forms: sources write "Raqqa", "al-Raqqa" and "Ar Raqqah"."""


def normalise(name: str) -> str:
    """Lower case without accents, points, apostrophes and hyphens; ``St.`` → ``saint``; no leading "the"."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold().translate(_LETTERS))
    text = "".join(c for c in text if not unicodedata.combining(c))
    words = _SEPARATORS.sub(" ", _APOSTROPHES.sub("", text)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_EXPANSIONS.get(word, word) if len(words) > 1 else word for word in words)


def without_article(name: str) -> str:
    """A normalised name without a leading Arabic article."""
    first, _, rest = name.partition(" ")
    return rest if rest and first in _ARTICLES else name


def forms(name: str, *, main: bool) -> dict[str, int]:
    """The normal forms that the gazetteer keeps of a name: itself, with 1 if it is the place's own name, and
    without an Arabic article. None of a name too short or too long to look up."""
    form = normalise(name)
    if not 2 <= len(form) <= 60:
        return {}
    bare = without_article(form)
    return ({bare: 0} if len(bare) >= 4 else {}) | {form: int(main)}


def useful(alternate: str) -> bool:
    """Whether an alternate name may stand in English text: Latin script, capitalised, no airport code and
    no letter-by-letter transliteration ("lwndwn")."""
    return (
        3 <= len(alternate) <= 40
        and alternate[0].isupper()
        and not (alternate.isupper() and len(alternate) <= 4)
        and not any(c.isdigit() for c in alternate)
        and len(alternate.split()) <= 4
        and is_latin(alternate)
    )


def is_latin(name: str) -> bool:
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name)
