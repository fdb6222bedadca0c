"""Compare resolved names with the gold's ``name`` of actors, recipients and sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from evals.gold import document
from whence.extract import extract
from whence.handover import Extraction, ParsedDocument, Phrase, Referent
from whence.parse import Parser
from whence.resolve.actor_table import entities_named
from whence.resolve.actors import resolve_actors
from whence.resolve.names import name_key, short_person_key
from whence.resolve.nationality import country_named, leading_country

PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "him",
        "her",
        "them",
        "his",
        "hers",
        "their",
        "its",
        "we",
        "us",
        "our",
        "i",
        "me",
        "my",
        "you",
        "your",
        "this",
        "who",
    ]
)
_LEADING = re.compile(r"^(?:the|a|an|some|at least|about|over|more than|\d[\d,]*)\s+")


@dataclass(frozen=True, slots=True)
class Outcome:
    document: str
    slot: str
    text: str
    gold: str
    form: str
    name: str | None
    why: str
    right: bool


_PARSER: list[Parser] = []


def score_document(row: dict[str, Any]) -> list[Outcome]:
    """One outcome per gold argument and per gold source with a span."""
    if not _PARSER:
        _PARSER.append(Parser())
    parsed = _PARSER[0].parse(document(row))
    return score_parsed(row, parsed, extract(parsed))


def score_parsed(row: dict[str, Any], parsed: ParsedDocument, extraction: Extraction) -> list[Outcome]:
    _, referents = resolve_actors(parsed, extraction, ())
    outcomes = []
    spans = [
        (slot[:-1], span)
        for event in row["events"]
        for slot in ("actors", "recipients")
        for span in event[slot]
    ]
    spans += [("source", source) for source in row["sources"] if source["text"]]
    for slot, span in spans:
        phrase = phrase_for(span["start"], span["end"], parsed.text, extraction)
        referent = referents.get(phrase.index) if phrase else None
        outcomes.append(
            Outcome(
                document=row["id"],
                slot=slot,
                text=span["text"],
                gold=span["name"],
                form="pronoun"
                if span["text"].lower() in PRONOUNS
                else "name"
                if span["text"][:1].isupper()
                else "nominal",
                name=referent.name if referent else None,
                why=referent.why if referent else "no phrase" if phrase is None else "unresolved",
                right=referent is not None and same_name(referent, span["name"]),
            )
        )
    return outcomes


def phrase_for(start: int, end: int, text: str, extraction: Extraction) -> Phrase | None:
    """The longest phrase that begins where the gold span does and ends with it or at an aside in it; else the
    one that shares most characters with it, counting what either has alone against it."""
    inside = [
        p
        for p in extraction.phrases
        if p.kind != "time"
        and p.start == start
        and (p.end == end or (p.end < end and text[p.end] in ",;(—–"))
    ]
    if inside:
        return max(inside, key=lambda p: (p.end, -p.index))
    best: tuple[int, int, Phrase] | None = None
    for phrase in extraction.phrases:
        shared = min(end, phrase.end) - max(start, phrase.start)
        if shared <= 0 or phrase.kind == "time":
            continue
        value = 2 * shared - (end - start) - (phrase.end - phrase.start)
        if best is None or (value, -phrase.index) > best[:2]:
            best = (value, -phrase.index, phrase)
    return best[2] if best else None


def same_name(referent: Referent, gold: str) -> bool:
    """Equal after normalisation; the gold's bracketed country ("Labour Party (UK)") may be missing, and
    "Italian government" is "Government of Italy"."""
    return bool(forms(referent.name) & forms(gold))


def forms(name: str) -> set[str]:
    bare = re.sub(r"\s*\([^)]*\)", "", name).strip()
    found = {name_key(_LEADING.sub("", text.strip().lower())) for text in (name, bare)}
    words = _LEADING.sub("", bare).split()
    if (leading := leading_country(words)) and leading[1] < len(words):
        rest = [word for word in words[leading[1] :] if word.lower() != "federal"]
        found.add(f"{leading[0].iso3} {name_key(' '.join(rest))}")
    front, of, last = bare.rpartition(" of ")
    if of and (country := country_named(last)):
        found.add(f"{country.iso3} {name_key(front)}")
    found |= {short_person_key(form) for form in found}
    # A gold name that the table knows under another spelling ("CBS", "CBS News") is the same actor.
    found |= {f"={entity.key}" for entity, rank in entities_named(bare) if rank < 2 and entity.curated}
    return found - {""}
