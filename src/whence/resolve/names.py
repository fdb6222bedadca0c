"""One spelling per name: the key under which names and aliases are looked up.

Both the compiled actor table (``compile/actors.py``) and the look-ups use :func:`name_key`, so a change
here needs the table to be rebuilt.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = re.compile(r"['’‘`ʼʻ´]")
_POSSESSIVE = re.compile(r"['’]s?$")
_INITIAL_DOTS = re.compile(r"(?<=\b\w)\.(?=\w\b|\s|$)")
_SEPARATORS = re.compile(r"[^\w]+", re.UNICODE)
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"}
)
KEYS = 1 << 16
"""Spellings whose key is remembered; titles and nationalities come again and again."""
ARABIC_ARTICLES = frozenset({"al", "el", "ash", "as", "ad", "an", "ar", "at", "az"})


@lru_cache(KEYS)
def name_key(name: str) -> str:
    """Case, accents, hyphens, dots of initials, apostrophes and a leading "the" taken away.

    >>> name_key("The U.S. Army"), name_key("Bashar al-Assad’s"), name_key("Élysée Palace")
    ('us army', 'bashar al assad', 'elysee palace')
    """
    text = _POSSESSIVE.sub("", name.strip())
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_LETTERS))
        text = "".join(c for c in text if not unicodedata.combining(c))
    text = _INITIAL_DOTS.sub("", _APOSTROPHES.sub("", text))
    key = _SEPARATORS.sub(" ", text).strip().casefold()
    return key[4:] if key.startswith("the ") and len(key) > 4 else key


def short_person_key(key: str) -> str:
    """A person's key without articles of Arabic names and without middle initials.

    >>> short_person_key("bashar al assad"), short_person_key("george w bush")
    ('bashar assad', 'george bush')
    """
    words = key.split()
    kept = [
        word
        for number, word in enumerate(words)
        if not (word in ARABIC_ARTICLES and len(words) > 2)
        and not (len(word) == 1 and 0 < number < len(words) - 1)
    ]
    return " ".join(kept)


def surname_key(key: str) -> str:
    """The last word of a person's key, generation suffixes left out ("sammy davis jr" → "davis")."""
    words = [word for word in key.split() if word not in {"jr", "sr", "ii", "iii", "iv"}]
    return words[-1] if words else key
