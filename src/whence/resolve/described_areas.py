"""Places that are told by a country and have no point of their own: "the Turkish border", "the border between
Iraq and Iran", "the Somali coast", "Lebanese territory"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from whence.handover import ParsedDocument, Phrase, Sentence, Word
from whence.records import Place, stable_id
from whence.resolve.nationality import country_coded, country_named
from whence.resolve.toponym_wording import country_of_word

STRIPS = {
    "airspace": "airspace",
    "border": "border",
    "borderland": "border",
    "boundary": "border",
    "coast": "coast",
    "coastline": "coast",
    "frontier": "border",
    "shore": "coast",
    "sky": "airspace",
    "water": "waters",
}
"""Lemma of the head → what the place is called. The middle of the country is nowhere near."""
SOIL = frozenset({"land", "soil", "territory"})
"""Heads that say no more than the country."""
_REACH = frozenset({"compound", "amod", "nmod", "conj", "flat", "nmod:poss", "appos", "punct"})
_WITH = re.compile(r"\s+with\s+(?:the\s+)?", re.IGNORECASE)
"""What the tree may hang on the verb: "gathered at the border *with* Jordan"."""
_PREPOSITIONS = frozenset({"of", "with", "between", "and", "to"})


def countries_worded(parsed: ParsedDocument, phrase: Phrase) -> tuple[str, ...]:
    """ISO 3166-1 alpha-3 codes of the countries at the head of a place phrase, in order; none if the head is
    no strip of a country and not its soil."""
    sentence = parsed.sentences[phrase.sentence]
    head = sentence.word(phrase.head)
    if head.lemma.lower() not in STRIPS and head.lemma.lower() not in SOIL:
        return ()
    found: list[str] = []
    for word in sorted(_about(sentence, head), key=lambda w: w.index):
        found += filter(None, map(_country, word.text.split("-")))
    about = {word.index for word in _about(sentence, head)}
    beside = _WITH.match(parsed.text, phrase.end)
    for name in parsed.names_in(sentence):
        inside = about & {*range(name.first, name.last + 1)} or (beside and name.start == beside.end())
        if inside and (country := country_named(parsed.text[name.start : name.end])) is not None:
            found.append(country.iso3)
    codes = tuple(dict.fromkeys(found))
    # "Palestinian and Syrian territory" is two places, which one phrase cannot be.
    return () if head.lemma.lower() in SOIL and len(codes) > 1 else codes


def _about(sentence: Sentence, word: Word) -> Iterator[Word]:
    for child in sentence.children(word):
        case = sentence.child(child, "case")
        fits = case is None or case.text.lower() in _PREPOSITIONS
        if child.relation in _REACH and fits and child.index != word.index:
            yield child
            yield from _about(sentence, child)


def _country(word: str) -> str | None:
    country = country_named(word)
    return country.iso3 if country is not None else country_of_word(word)


def strip_of(parsed: ParsedDocument, phrase: Phrase, countries: tuple[str, ...]) -> Place:
    """The area that a phrase tells, without coordinates: nothing says where along it."""
    sentence = parsed.sentences[phrase.sentence]
    what = STRIPS[sentence.word(phrase.head).lemma.lower()]
    codes = sorted(countries)
    names = [country.name for code in codes if (country := country_coded(code)) is not None]
    return Place(
        place_id=stable_id("p", what, *codes),
        name=f"{what} of {' and '.join(names)}",
        kind="region",
        country=codes[0] if len(codes) == 1 else None,
        admin1=None,
        lat=None,
        lon=None,
        precision="region",
        geonames=None,
    )
