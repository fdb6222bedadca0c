"""Places told without their name at the head: "the outskirts of Hama", "the Syrian capital", "the city"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from whence.handover import Name, ParsedDocument, Phrase, Sentence, Word
from whence.records import Place, PlaceKind
from whence.resolve.gazetteer import Entry, capital_of, look_up
from whence.resolve.toponym_wording import Toponym, country_of_word

TAKING_UP: dict[str, tuple[PlaceKind, ...]] = {
    "city": ("city",),
    "country": ("country",),
    "county": ("admin2",),
    "district": ("admin2", "admin1"),
    "governorate": ("admin1",),
    "island": ("region",),
    "nation": ("country",),
    "province": ("admin1",),
    "river": ("river",),
    "state": ("admin1",),
    "town": ("city",),
    "village": ("city",),
}
"""Lemma of a noun → the kinds of places it takes up."""
DEFINITE = frozenset({"the", "this", "that"})
_BARE = frozenset({"det", "punct", "case"})
REACH = 3_000
"""Characters back to the names that "the city" may take up."""


def qualifying_name(parsed: ParsedDocument, phrase: Phrase) -> Toponym | None:
    """The place name that a described place is to be read by: "the US state of *Alabama*" before "the *Idlib*
    countryside", and "the capital, *San Juan*" before nothing."""
    sentence = parsed.sentences[phrase.sentence]
    head = sentence.word(phrase.head)
    found: list[tuple[int, Name]] = []
    for name in parsed.names_in(sentence):
        if name.kind != "LOC":
            continue
        inside = phrase.start <= name.start < name.end <= phrase.end
        for word in sentence.words[name.first - 1 : name.last]:
            rank = _rank(sentence, head, word)
            if rank is not None and (inside or word.relation == "appos"):
                found.append((rank, name))
    if not found:
        return None
    name = min(found, key=lambda item: (item[0], item[1].start))[1]
    return Toponym(name.start, name.end, parsed.text[name.start : name.end])


def _rank(sentence: Sentence, head: Word, word: Word) -> int | None:
    if word.head != head.index or word.relation not in ("compound", "nmod", "appos"):
        return None
    case = sentence.child(word, "case")
    return 0 if word.relation == "nmod" and case is not None and case.text.lower() == "of" else 1


def capital_told(parsed: ParsedDocument, phrase: Phrase) -> Entry | None:
    """ "The Syrian capital" and "Syria's capital"."""
    sentence = parsed.sentences[phrase.sentence]
    head = sentence.word(phrase.head)
    if head.lemma.lower() != "capital":
        return None
    for word in sentence.children(head, "amod", "compound", "nmod"):
        country = country_of_word(word.text)
        if country is None and word.deprel == "nmod:poss":
            country = next((e.country for e in look_up(word.text) if e.kind == "country"), None)
        entry = capital_of(country) if country is not None else None
        if entry is not None:
            return entry
    return None


class Mentions:
    """The places of a document by where they are named."""

    def __init__(self, mentions: Iterable[tuple[int, Place]]) -> None:
        self._named = sorted(mentions, key=lambda mention: (mention[0], mention[1].place_id))
        self._starts = [start for start, _ in self._named]

    def taken_up(self, parsed: ParsedDocument, phrase: Phrase) -> Place | None:
        """The place of a fitting kind that is named most before "the city"; none if the phrase says more."""
        sentence = parsed.sentences[phrase.sentence]
        head = sentence.word(phrase.head)
        kinds = TAKING_UP.get(head.lemma.lower(), ())
        children = list(sentence.children(head))
        definite = any(child.text.lower() in DEFINITE for child in children)
        if not kinds or not definite or any(child.relation not in _BARE for child in children):
            return None
        end = bisect_left(self._starts, phrase.start)
        begin = bisect_left(self._starts, phrase.start - REACH)
        counts = Counter(place.place_id for _, place in self._named[begin:end] if place.kind in kinds)
        # The one named most often; of equals the last.
        best = max(
            (at for at in range(begin, end) if self._named[at][1].kind in kinds),
            key=lambda at: (counts[self._named[at][1].place_id], at),
            default=None,
        )
        return self._named[best][1] if best is not None else None
