"""What one actor phrase says on its own, before it is compared with others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from whence.handover import ParsedDocument, Phrase, Sentence, Word
from whence.resolve.actor_lists import given_name_genders, person_noun_genders
from whence.resolve.names import name_key
from whence.resolve.nationality import Country, country_named, leading_country, strip_possessive
from whence.resolve.roles import DETERMINERS, Role, read_role, without_determiner

Number = Literal["one", "several"]
_ACRONYM = re.compile(r"\s?\(([A-Z][A-Za-z.&-]{1,9})\)")
_BRACKETS = str.maketrans("", "", "[]")
SEVERAL = frozenset({"we", "us", "our", "ours", "ourselves", "they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
SPEAKERS = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
ADDRESSEES = frozenset({"you", "your", "yours", "yourself", "yourselves"})
COLLECTIVE = frozenset({"police", "people", "troops", "military", "personnel", "media", "staff"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One phrase. ``name`` is the proper name in it without titles; ``description`` the phrase without
    determiner; ``country`` is worded in it; ``role`` is the title before or after the name, or the phrase itself
    if it describes an office."""

    phrase: Phrase
    sentence: Sentence
    head: Word
    name: str | None
    name_kind: Literal["PER", "ORG", "LOC"] | None
    description: str
    body: str
    """The description without its country: "foreign minister" of "Russia's foreign minister"."""
    lemma: str
    country: Country | None
    role: Role | None
    number: Number
    gender: str | None
    definite: bool
    acronym: str | None
    """A short form given in brackets right after the phrase ("(IRGC)")."""

    @property
    def pronoun(self) -> str | None:
        return self.phrase.text.lower() if self.phrase.form == "pronoun" else None


def read_phrase(parsed: ParsedDocument, sentence: Sentence, phrase: Phrase) -> Reading:
    """The parts of a phrase that identify its referent."""
    head = sentence.word(phrase.head)
    name, kind = _name(parsed, phrase, head)
    description = without_determiner(strip_possessive(phrase.text).translate(_BRACKETS)).strip()
    country, body = _country(description)
    inner = _inner_organization(parsed, sentence, phrase)
    role = None
    if name and kind == "PER" and phrase.name:
        before = parsed.text[phrase.start : phrase.name.start]
        after = parsed.text[phrase.name.end : phrase.end].strip(" ,")
        role = read_role(before, organization=inner) or (
            read_role(after, organization=inner) if after and not after.startswith(("'", "’")) else None
        )
    elif name is None and phrase.form == "nominal":
        role = read_role(description, organization=inner)
    first = phrase.text.split()[0].lower() if phrase.text.split() else ""
    text = phrase.text.lower()
    return Reading(
        phrase=phrase,
        sentence=sentence,
        head=head,
        name=name,
        name_kind=kind,
        description=description,
        body=body,
        lemma=name_key(head.lemma) or head.text.lower(),
        country=country or (role.country if role else None),
        role=role,
        number=_number(head, text, kind),
        gender=_gender(name if kind == "PER" else None, role, head, text),
        definite=first
        in DETERMINERS - {"a", "an", "some", "any", "one", "another", "many", "several", "all"},
        acronym=_acronym(parsed.text, phrase),
    )


def given_gender(name: str) -> str | None:
    """Gender usual for the given name of a full name; None when the list does not know it."""
    words = name_key(name).split()
    return given_name_genders().get(words[0]) if len(words) > 1 else None


def _name(
    parsed: ParsedDocument, phrase: Phrase, head: Word
) -> tuple[str | None, Literal["PER", "ORG", "LOC"] | None]:
    if phrase.name is not None:
        text = parsed.text[phrase.name.start : phrase.name.end].translate(_BRACKETS)
        return " ".join(strip_possessive(text).split()), phrase.name.kind
    if phrase.form == "name" and head.upos == "PROPN":
        kind: Literal["PER", "ORG", "LOC"] | None = {
            "person": "PER",
            "organization": "ORG",
            "place": "LOC",
        }.get(head.head_type or "")  # type: ignore[assignment]
        return " ".join(without_determiner(strip_possessive(phrase.text).translate(_BRACKETS)).split()), kind
    return None, None


def _country(description: str) -> tuple[Country | None, str]:
    words = description.split()
    leading = leading_country(words)
    if leading and leading[1] < len(words):
        return leading[0], " ".join(words[leading[1] :])
    for preposition in (" of ", " in ", " from "):
        front, found, rest = description.rpartition(preposition)
        if found:
            country = country_named(rest)
            if country and front:
                return country, front
    return None, description


def _inner_organization(parsed: ParsedDocument, sentence: Sentence, phrase: Phrase) -> str | None:
    """A name of an organisation inside the phrase that is not the name at its head."""
    for name in parsed.names_in(sentence):
        inside = phrase.start <= name.start and name.end <= phrase.end
        if inside and name != phrase.name and name.kind == "ORG":
            return strip_possessive(parsed.text[name.start : name.end])
    return None


def _number(head: Word, text: str, kind: str | None) -> Number:
    if text in SEVERAL:
        return "several"
    if kind is not None:
        return "one"
    if head.feature("Number") == "Plur" or head.lemma.lower() in COLLECTIVE:
        return "several"
    return "one"


def _gender(name: str | None, role: Role | None, head: Word, text: str) -> str | None:
    if text in MASCULINE:
        return "m"
    if text in FEMININE:
        return "f"
    if role and role.gender:
        return role.gender
    if name:
        return given_gender(name)
    return person_noun_genders().get(head.lemma.lower())


def _acronym(text: str, phrase: Phrase) -> str | None:
    ends = [phrase.end] + ([phrase.name.end] if phrase.name else [])
    for end in ends:
        match = _ACRONYM.match(text, end)
        if match:
            return match.group(1)
    inside = _ACRONYM.search(text, phrase.start, phrase.end)
    return inside.group(1) if inside and phrase.name and inside.start() >= phrase.name.end - 1 else None
