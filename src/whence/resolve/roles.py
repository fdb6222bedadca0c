"""Titles and offices as worded: "Russia's foreign minister", "Col.", "the Quds Force commander"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from whence.resolve.actor_lists import person_noun_genders, rows
from whence.resolve.actor_table import noun_sectors
from whence.resolve.names import name_key
from whence.resolve.nationality import Country, country_named, leading_country, strip_possessive

DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "some", "any", "his", "her", "their", "its", "our"}
    | {"my", "your", "one", "another", "both", "all", "many", "several", "every", "each", "same", "said"}
)
OUT_OF_OFFICE = frozenset(
    {"former", "ex", "late", "onetime", "erstwhile", "then", "would-be", "deposed", "ousted", "retired"}
)
LEFT = frozenset({"former", "ex", "ousted", "deposed", "retired"})
"""Those that may follow another adjective ("a disgraced *former* minister")."""
QUALIFIERS = 3
"""Words of a description among which they are looked for."""
_COUNT = re.compile(
    r"^(?:more than |over |about |around |some |at least |up to |nearly |almost |roughly |many |several )?"
    r"(?:(?:(?:tens|hundreds) of )?(?:hundreds|dozens|thousands|scores|millions|a number) of |more (?!than))"
    r"(?:the |these |those |other )?(?=\w)",
    re.I,
)
PORTFOLIO = frozenset(
    {"minister", "secretary", "undersecretary", "professor", "attorney", "ambassador", "mother"}
)
"""Nouns whose "of" names a field or a place, not a body."""
_OF_OR_FOR = re.compile(r"\b(?:of|for|to|from|at|in)\s+(.+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a title says. ``title`` is spelt out; ``position`` a key of ``positions.tsv`` when it is one of
    the offices that are listed by country; ``former`` if it says that the office was left."""

    title: str
    position: str | None
    country: Country | None
    organization: str | None
    sectors: tuple[str, ...]
    gender: str | None
    former: bool

    @property
    def canonical(self) -> str:
        """The office's own name where it is a listed one, else the title as worded."""
        return position_title(self.position) if self.position and not self.former else self.title


def without_determiner(text: str) -> str:
    """The phrase without leading determiners: "some of the Iranian troops" → "Iranian troops"."""
    words = text.split()
    if len(words) > 3 and words[1].lower() == "of" and words[0].lower() in DETERMINERS:
        words = words[2:]
    while len(words) > 1 and words[0].lower() in DETERMINERS:
        words.pop(0)
    return _COUNT.sub("", " ".join(words))


def read_role(text: str, *, organization: str | None = None) -> Role | None:
    """The role a title or description words; None if its head is no role.

    ``organization`` is a name found inside the text ("Quds Force" in "the Quds Force commander")."""
    written = without_determiner(" ".join(text.split())).strip(" ,;:")
    if not written:
        return None
    country: Country | None = None
    words = written.split()
    former = False
    if any(name_key(word) in LEFT for word in words[1:QUALIFIERS]):
        # "A disgraced *former* minister", "the long-serving *former* president".
        words = words[next(i for i, word in enumerate(words) if name_key(word) in LEFT) :]
    while (words and name_key(words[0]) in OUT_OF_OFFICE) or (words and words[0].lower().startswith("ex-")):
        former = True
        words[0] = words[0][3:] if words[0].lower().startswith("ex-") else ""
        words = [word for word in words if word]
    leading = leading_country(words)
    if leading and leading[1] < len(words):
        country, size = leading
        words = words[size:]
    if words and name_key(words[0]) in OUT_OF_OFFICE:
        former, words = True, words[1:]
    body = " ".join(words)
    whole = position_worded(body)
    if organization and organization in body:
        body = body.replace(organization, " ")
        body = " ".join(strip_possessive(w) for w in body.split() if w not in {"'s", "’s", "'", "’"})
        body = re.sub(r"\s+(?:of|for|at|in|with|from|to)?(?:\s+the)?\s*$", "", body).strip()
    front, of, last = body.rpartition(" of ")
    if of and (named := country_named(last)):
        country, body = country or named, front.strip()
    elif organization is None and whole is None:
        organization = _organization_worded(body)
    body = body.strip(" ,;:")
    position = whole or position_worded(body)
    head = head_noun(body)
    known = title_row(body)
    if position is None and known is None and head is None:
        return None
    sectors = position_sectors(position) if position else ()
    if not sectors and known and known["sectors"]:
        sectors = tuple(known["sectors"].split(";"))
    if not sectors:
        sectors = noun_sectors(body) or (noun_sectors(head) if head else ())
    if former:
        sectors = ("ELI",)
    gender = (known["gender"] if known else None) or (person_noun_genders().get(head) if head else None)
    title = spelt_out(body)
    if not title and position is None:
        return None
    return Role(
        title=title or position_title(position or ""),
        position=position,
        country=country,
        organization=organization,
        sectors=sectors,
        gender=gender or None,
        former=former,
    )


def _organization_worded(body: str) -> str | None:
    """The body that a title speaks for: "spokesman for the *harbour police*", "*fire service* spokesman"."""
    match = _OF_OR_FOR.search(body)
    front = (body[: match.start()] if match else body).split()
    head = name_key(front[-1]) if front else ""
    if head in PORTFOLIO or head not in person_noun_genders():
        return None
    if match:
        return without_determiner(match.group(1))
    before = " ".join(front[:-1])
    speaks = head.startswith("spokes") and before.lower() not in {"", "deputy", "chief", "former", "press"}
    return without_determiner(before) if speaks else None


def head_noun(title: str) -> str | None:
    """The noun for a person at the head of a title: "foreign minister" → "minister", "commander of the
    Quds Force" → "commander"."""
    front = re.split(r"\s(?:of|for|to|in|at|from|on|with)\s", f" {title} ", maxsplit=1)[0]
    for word in reversed(front.split()):
        lemma = name_key(word)
        if lemma in person_noun_genders():
            return lemma
        known = title_row(lemma)
        if known and known["title"]:
            return name_key(known["title"].split()[-1])
    return None


def title_row(text: str) -> dict[str, str] | None:
    """The row of ``titles.tsv`` for a rank or form of address, however abbreviated ("Maj. Gen.")."""
    return _titles().get(name_key(text))


def spelt_out(title: str) -> str:
    """Abbreviated ranks in full ("Maj. Gen." → "major general"); forms of address alone give ""."""
    row = title_row(title)
    return row["title"] if row else title


def position_worded(text: str) -> str | None:
    """The listed office that a wording names exactly; a deputy's is not the office."""
    key = name_key(text)
    return _positions().get(key)


def position_title(position: str) -> str:
    """ "foreign_minister" → "Minister of Foreign Affairs"."""
    return _position_rows()[position]["title"] if position in _position_rows() else position


def position_sectors(position: str) -> tuple[str, ...]:
    return tuple(_position_rows()[position]["sectors"].split(";"))


@cache
def positions_titled(title: str) -> tuple[str, ...]:
    """Listed offices under the title that a role of the actor table has."""
    found = []
    for row in rows("positions.tsv"):
        for item in row["table_positions"].split(";"):
            if item.rpartition(":")[2].casefold() == title.casefold():
                found.append(row["key"])
                break
    return tuple(found)


@cache
def _position_rows() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in rows("positions.tsv")}


@cache
def _positions() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows("positions.tsv"):
        for wording in row["wordings"].split(";"):
            found.setdefault(name_key(wording), row["key"])
    return found


@cache
def _titles() -> dict[str, dict[str, str]]:
    return {name_key(row["written"]): row for row in rows("titles.tsv")}
