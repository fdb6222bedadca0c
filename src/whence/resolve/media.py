"""Which bodies are outlets: by a word of their name, or by a noun beside it."""

from __future__ import annotations

import re

from whence.resolve.readings import Reading

_OUTLET_WORDS = frozenset(
    {"times", "news", "herald", "tribune", "gazette", "telegraph", "newspaper", "tv", "radio", "television"}
    | {"broadcasting", "chronicle", "observer", "magazine", "daily", "post", "journal", "enquirer"}
    | {"inquirer", "ilbo", "shimbun", "sinmun", "zeitung", "pravda"}
)
"""Words in the names of outlets; few other bodies have them."""
_BEFORE = re.compile(r"\b(?:newspaper|magazine|tabloid|broadcaster|news (?:agency|site|channel)) $")
_AFTER = re.compile(r" (?:newspaper|magazine|channel|radio|TV|television|news (?:agency|service|site))\b")
_REACH = 16
"""Characters before a name that hold the longest of these."""
MEDIA_NOUNS = frozenset(
    {"newspaper", "news agency", "news service", "magazine", "television", "tv", "radio", "channel"}
    | {"website", "news website", "news channel", "news network", "daily", "broadcaster", "network"}
    | {"news site"}
)


def outlet_named(key: str) -> bool:
    """Whether a name, as a key, is an outlet's: "karm times"."""
    return not _OUTLET_WORDS.isdisjoint(key.split())


def outlet_described(text: str, reading: Reading) -> bool:
    """Whether a noun beside the name says that it is an outlet: "the South Korean *newspaper* Chosun Ilbo",
    "Tass *news agency*". ``text`` is the document's."""
    start, end = reading.name_at
    return bool(_BEFORE.search(text, max(0, start - _REACH), start) or _AFTER.match(text, end))
