"""Names blotted out of everything that is exported, character for character, so that spans still slice.

A name is found in any capitals, as whole words, whatever stands between its words: "Ada Brook" in
``/ada-brook-resigns`` too. With it go the aliases of every actor of the account that bears it, and the names
by which reports mention that actor. An alias in capitals is found as it is written only: "IS" is not "is".
What is not words stays: ids, hashes, dates and codes, Wikidata's among them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from whence.export.folder import ExportError
from whence.records import Range

if TYPE_CHECKING:
    from whence.store import Store

BLOT = "\N{FULL BLOCK}"
_WORD = re.compile(r"[^\W_]+")
_BETWEEN = r"(?:[\W_]{1,3}|%20)"
"""Between two words of a name: a space, a hyphen, a line end, a full stop and a space, as in an address."""


class Redaction:
    """The names to blot out of one account, and where they stand in its reports."""

    def __init__(self, store: Store, names: Sequence[str]) -> None:
        """Goes through the reports once. Raises :class:`ExportError` for a name without a letter or digit."""
        for name in names:
            if not _WORD.search(name):
                raise ExportError(f"{name!r} has no letter or digit: name whom to redact, as 'Ada Brook'.")
        self.names = len(names)
        self._pattern = _pattern(names, _aliases(store, names))
        self._places: dict[str, list[Range]] = {}
        self.occurrences = 0
        """In the titles and texts of the account's reports."""
        for document in store.table("documents"):
            places = [match.span() for match in self._pattern.finditer(document.text)]
            self.occurrences += len(places) + len(self._pattern.findall(document.title or ""))
            if places:
                self._places[document.document_id] = places
        self._report_of = self._tellings(store) if self._places else {}

    def words(self, text: str) -> str:
        """``text`` with every name in it blotted out."""
        return self._pattern.sub(lambda match: BLOT * len(match[0]), text)

    def span(self, text: str, key: str | None, start: int | None) -> str:
        """``text`` that stands at ``start`` of a report (``key`` is the report's id, or that of a telling):
        what the report's text has blotted there is blotted, and any name by itself."""
        report = self._report_of.get(key or "", key or "")
        for first, last in self._places.get(report, ()) if start is not None else ():
            low, high = max(first - (start or 0), 0), min(last - (start or 0), len(text))
            if low < high:
                text = text[:low] + BLOT * (high - low) + text[high:]
        return self.words(text)

    def _tellings(self, store: Store) -> dict[str, str]:
        """event_mention_id → document_id, of the reports with a name in them: a stance has no other."""
        told = store.table("event_mentions", document_id=sorted(self._places))
        return {mention.event_mention_id: mention.document_id for mention in told}


def _aliases(store: Store, names: Sequence[str]) -> Iterator[str]:
    """The names of every actor that has one of ``names``."""
    wanted = {_key(name) for name in names}
    actors = [a for a in store.table("actors") if wanted & {_key(name) for name in (a.name, *a.aliases)}]
    for actor in actors:
        yield from (actor.name, *actor.aliases)
    if actors:
        for mention in store.table("mentions", refers_to=sorted(actor.actor_id for actor in actors)):
            if mention.form == "name":
                yield mention.text


def _key(name: str) -> str:
    return " ".join(_WORD.findall(name.casefold()))


def _pattern(names: Iterable[str], aliases: Iterable[str]) -> re.Pattern[str]:
    """Longer spellings first, so that a surname does not stop a full name from being found."""
    free = {spelled for name in names for spelled in _spelled(name)}
    strict: set[str] = set()
    for alias in aliases:
        (strict if alias.isupper() else free).update(_spelled(alias))
    strict -= free
    longest = sorted(free, key=lambda spelled: (-len(spelled), spelled))
    exact = sorted(strict, key=lambda spelled: (-len(spelled), spelled))
    found = "|".join([*(f"(?i:{one})" for one in longest), *exact])
    return re.compile(rf"(?<![^\W_])(?:{found})(?![^\W_])")


def _spelled(name: str) -> Iterator[str]:
    """Patterns of a name: with its accents as one character each, and as marks of their own."""
    for form in ("NFC", "NFD"):
        words = _WORD.findall(unicodedata.normalize(form, name))
        if len("".join(words)) > 1:
            yield _BETWEEN.join(re.escape(word) for word in words)
