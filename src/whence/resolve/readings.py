"""What one actor phrase says on its own, before it is compared with others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from whence.handover import ParsedDocument, Phrase, Sentence, Word
from whence.records import Range
from whence.resolve.actor_lists import given_name_genders, person_noun_genders
from whence.resolve.names import name_key
from whence.resolve.nationality import (
    Country,
    country_named,
    country_of_adjective,
    leading_country,
    strip_possessive,
)
from whence.resolve.roles import DETERMINERS, Role, read_role, title_row, without_determiner

Number = Literal["one", "several"]
NameKind = Literal["PER", "ORG", "LOC"]
_KINDS: dict[str, NameKind] = {"person": "PER", "organization": "ORG", "place": "LOC"}
_ACRONYM = re.compile(r"\s?\(([A-Z][A-Za-z.&-]{1,9})\)")
_POST_NOMINAL = re.compile(r"(?<=\w)(?:,?\s(?:QC|KC|MP|MEP|MLA|MSP|OBE|CBE|MBE|PhD|MD|Jr\.?|Sr\.?))+$")
_BELONGS = re.compile(r"\s(?:of|from|at|with)\s")
_BRACKETS = str.maketrans("", "", "[]")
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
SEVERAL = PLURAL | {"we", "us", "our", "ours", "ourselves"}
OUTSIDERS = frozenset(
    {"critic", "critics", "opponent", "opponents", "ally", "allies", "victim", "victims", "enemy", "enemies"}
    | {
        "foe",
        "foes",
        "rival",
        "rivals",
        "neighbour",
        "neighbours",
        "neighbor",
        "neighbors",
        "friend",
        "friends",
    }
)
"""Nouns whose "of" names whom they are not of: "critics of Israel"."""
NEUTER = frozenset({"it", "its", "itself"})
MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
SPEAKERS = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
ADDRESSEES = frozenset({"you", "your", "yours", "yourself", "yourselves"})
PERSONAL = MASCULINE | FEMININE | NEUTER | PLURAL
NOBODY = frozenset({"nobody", "none", "noone", "no one"})
MODIFIERS = 5
"""Words before a nationality that are looked past."""
BARRIERS = frozenset({"in", "from", "for", "to", "with", "at", "by", "on", "against", "and", "or", "backed"})
QUANTITIES = frozenset(
    {
        "ten",
        "hundred",
        "dozen",
        "thousand",
        "million",
        "score",
        "number",
        "most",
        "some",
        "many",
        "majority",
        "handful",
    }
)
"""Nouns that count what follows "of": the phrase is about that."""
COLLECTIVE = frozenset({"police", "people", "troops", "military", "personnel", "media", "staff"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One phrase. ``name`` is the proper name in it without titles; ``description`` the phrase without
    determiner; ``country`` is worded in it; ``role`` is the title before or after the name, or the phrase
    itself if it describes an office."""

    phrase: Phrase
    sentence: Sentence
    head: Word
    name: str | None
    name_at: Range
    name_kind: NameKind | None
    description: str
    body: str
    """The description without its country: "foreign minister" of "Russia's foreign minister"."""
    lemma: str
    country: Country | None
    role: Role | None
    organization: str | None
    """A body worded with a person: in the title or after the name ("Ana Lima of the Coastal Fund")."""
    number: Number
    gender: str | None
    definite: bool
    acronym: str | None
    """A short form given in brackets right after the phrase ("(IRGC)")."""

    @property
    def pronoun(self) -> str | None:
        return self.head.text.lower() if self.phrase.form == "pronoun" else None


def read_phrase(
    parsed: ParsedDocument, sentence: Sentence, phrase: Phrase, surnames: frozenset[str] = frozenset()
) -> Reading:
    """The parts of a phrase that identify its referent. ``surnames`` are keys of surnames of the document's
    persons: a name among them is a person's, even where the tagger took it for a place."""
    head = sentence.word(phrase.head)
    name, at, kind = _name(parsed, sentence, phrase, head)
    description = without_determiner(strip_possessive(phrase.text).translate(_BRACKETS)).strip()
    country, body = _country(description)
    inner = _inner_organization(parsed, sentence, phrase)
    role = None
    if name and kind == "PER":
        before = parsed.text[phrase.start : at[0]]
        after = parsed.text[at[1] : phrase.end].strip(" ,")
        role = read_role(before, organization=inner) or (
            read_role(after, organization=inner) if after and not after.startswith(("'", "’")) else None
        )
    elif name is None and phrase.form != "pronoun":
        role = read_role(description, organization=inner)
    organization = role.organization if role else None
    if organization is None and kind == "PER" and inner and _BELONGS.match(parsed.text, at[1], phrase.end):
        organization = inner
    first = phrase.text.split()[0].lower() if phrase.text.split() else ""
    text = head.text.lower()
    if phrase.name is not None and phrase.name.kind == "LOC" and name_key(name or "") in surnames:
        kind = "PER"
    return Reading(
        phrase=phrase,
        name_at=at,
        sentence=sentence,
        head=head,
        name=name,
        name_kind=kind,
        description=description,
        body=body,
        lemma=_lemma(sentence, head),
        country=country or (role.country if role else None),
        role=role,
        organization=organization,
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
    parsed: ParsedDocument, sentence: Sentence, phrase: Phrase, head: Word
) -> tuple[str | None, Range, NameKind | None]:
    """The proper name of a phrase, where it stands and what it names. A person's name at the end of a phrase
    headed by a title ("Undersecretary for Education Mr. Toccafondi") goes before the head."""
    inner = [
        n
        for n in parsed.names_in(sentence)
        if n.kind == "PER" and phrase.start < n.start and phrase.end - 2 <= n.end <= phrase.end
    ]
    name = phrase.name
    if (
        inner
        and (name is None or name.kind != "PER")
        and read_role(parsed.text[phrase.start : inner[0].start])
    ):
        name = inner[0]
    if name is not None:
        start = name.start
        if name.kind == "ORG" and start > phrase.start:
            start = _capitalised_from(parsed.text, phrase.start, start)
        text = parsed.text[start : name.end].translate(_BRACKETS)
        if name.kind == "PER":
            text = _POST_NOMINAL.sub("", text)
            if titled := _after_title(text):
                start, text = start + titled, text[titled:]
            words = text.split()
            if (leading := leading_country(words)) and len(words) - leading[1] > 1:
                text = " ".join(words[leading[1] :])
        return " ".join(strip_possessive(text).split()), (start, name.end), name.kind
    if phrase.form == "name" and head.upos == "PROPN" and head.feature("Number") != "Plur":
        written = without_determiner(strip_possessive(phrase.text).translate(_BRACKETS))
        role = read_role(phrase.text)
        title = name_key(head.text) in person_noun_genders() or title_row(head.text)
        if role and (role.position or title_row(written) or title or not head.text[:1].isupper()):
            return None, (phrase.start, phrase.end), None
        if titled := _after_title(phrase.text):
            start, words = phrase.start + titled, phrase.text[titled:].split()
            if (leading := leading_country(words)) and len(words) - leading[1] > 1:
                words = words[leading[1] :]
            return " ".join(words), (start, phrase.end), "PER"
        return " ".join(written.split()), (phrase.start, phrase.end), _KINDS.get(head.head_type or "")
    return None, (phrase.start, phrase.end), None


def _after_title(text: str) -> int | None:
    """Offset of a person's name after a title that the tagger did not see ("U.S. District Judge | Gray
    Miller"): one to four capitalised words after the last noun for a person."""
    words = list(re.finditer(r"\S+", text))
    for number in range(len(words) - 2, -1, -1):
        word = words[number].group().rstrip(".,")
        if name_key(word) in person_noun_genders() or title_row(word):
            rest = words[number + 1 :]
            named = len(rest) <= 4 and all(w.group()[:1].isupper() for w in rest)
            return rest[0].start() if named else None
    return None


def _capitalised_from(text: str, first: int, start: int) -> int:
    """Where the run of capitalised words before a name begins ("*California* Department of …");
    nationalities, determiners and possessors stay out."""
    at = start
    for match in reversed(list(re.finditer(r"\S+", text[first:start]))):
        word = match.group()
        if (
            not word[0].isupper()
            or strip_possessive(word) != word
            or word.lower() in DETERMINERS
            or word[-1] == ","
        ):
            break
        if country_of_adjective(word):
            break
        at = first + match.start()
    return at


def _country(description: str) -> tuple[Country | None, str]:
    """The country that a description words and the rest. Quantities and plain adjectives may come before a
    nationality ("hundreds of new *Iranian* troops")."""
    words = description.split()
    for at in range(min(MODIFIERS, len(words))):
        leading = leading_country(words[at:])
        if leading and at + leading[1] < len(words):
            return leading[0], " ".join(words[at + leading[1] :])
        if (words[at][:1].isupper() and at > 0) or words[at].lower() in BARRIERS:
            break
    for preposition in (" of ", " in ", " from "):
        front, found, rest = description.rpartition(preposition)
        if found:
            country = country_named(rest)
            abroad = preposition == " of " and front.split()[-1:] and front.split()[-1].lower() in OUTSIDERS
            if country and front and not abroad:
                return country, front
    return None, description


def _inner_organization(parsed: ParsedDocument, sentence: Sentence, phrase: Phrase) -> str | None:
    """A name of an organisation inside the phrase that is not the name at its head."""
    for name in parsed.names_in(sentence):
        inside = phrase.start <= name.start and name.end <= phrase.end
        if inside and name != phrase.name and name.kind == "ORG":
            return strip_possessive(parsed.text[name.start : name.end])
    return None


def noun_counted(sentence: Sentence, head: Word) -> Word:
    """What a quantity counts ("tens of thousands of *fighters*"), else the head itself."""
    while head.lemma.lower() in QUANTITIES and (counted := sentence.child(head, "nmod")) is not None:
        head = counted
    return head


def _lemma(sentence: Sentence, head: Word) -> str:
    head = noun_counted(sentence, head)
    return name_key(head.lemma) or head.text.lower()


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


def _begins_alike(acronym: str, phrase: str) -> bool:
    """Whether a short form can be that of the phrase: "(ISW)" is not that of "the Study of War" alone."""
    return without_determiner(phrase)[:1].lower() == acronym[:1].lower()


def _acronym(text: str, phrase: Phrase) -> str | None:
    ends = [phrase.end] + ([phrase.name.end] if phrase.name else [])
    for end in ends:
        match = _ACRONYM.match(text, end)
        if match and _begins_alike(match.group(1), text[phrase.start : end]):
            return match.group(1)
    inside = _ACRONYM.search(text, phrase.start, phrase.end)
    return inside.group(1) if inside and phrase.name and inside.start() >= phrase.name.end - 1 else None
