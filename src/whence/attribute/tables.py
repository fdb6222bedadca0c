"""The decision tables of attribution, read from ``data/cues`` (its SOURCE.md explains the columns)."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, cast

from whence.handover import Word
from whence.records import Act, Certainty, Sign, SourceKind

Commitment = Literal["neutral", "factive", "distance", "counterfactive"]
"""What the choice of cue says of the one who chose it: ``factive`` cues ("revealed that") are endorsed by
the teller, ``distance`` cues ("claimed that") kept at arm's length, ``counterfactive`` ones ("the lie
that") rejected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CueRule:
    """One row of a cue table: a word, the constructions it reports in, and what reporting so commits to."""

    rule_id: str
    cue: str
    frames: tuple[str, ...]
    act: Act
    commitment: Commitment
    certainty: Certainty
    sign: Sign
    match: str
    miss: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNoun:
    """A common noun that speaks: its kind, how much it identifies, and how it knows."""

    kind: SourceKind
    naming: Literal["described", "bare"]
    basis: Literal["witness", "document"] | None


def _rows(name: str) -> list[dict[str, str]]:
    lines = files("whence").joinpath("data", "cues", name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _rules(name: str, *, frames: str | None) -> tuple[CueRule, ...]:
    return tuple(
        CueRule(
            rule_id=f"{name.removesuffix('.tsv')}:{row['cue']}:{frames or row.get('frames') or row['frame']}",
            cue=row["cue"],
            frames=tuple((frames or row.get("frames") or row["frame"]).split(",")),
            act=cast(Act, row["act"]),
            commitment=cast(Commitment, row["commitment"]),
            certainty=cast(Certainty, row["certainty"]),
            sign=cast(Sign, row["sign"]),
            match=row["match"],
            miss=row["miss"],
        )
        for row in _rows(name)
    )


@lru_cache(maxsize=1)
def verb_rules() -> tuple[CueRule, ...]:
    return _rules("verbs.tsv", frames=None)


@lru_cache(maxsize=1)
def noun_rules() -> tuple[CueRule, ...]:
    return _rules("nouns.tsv", frames="that")


@lru_cache(maxsize=1)
def modifier_rules() -> tuple[CueRule, ...]:
    return _rules("modifiers.tsv", frames=None)


def _by_cue(rules: tuple[CueRule, ...]) -> Mapping[str, tuple[CueRule, ...]]:
    found: dict[str, list[CueRule]] = {}
    for rule in rules:
        found.setdefault(rule.cue, []).append(rule)
    return {cue: tuple(rows) for cue, rows in found.items()}


@lru_cache(maxsize=1)
def verbs() -> Mapping[str, tuple[CueRule, ...]]:
    return _by_cue(verb_rules())


_ENDINGS = (("", ""), ("s", ""), ("d", ""), ("ed", ""), ("ing", ""), ("ing", "e"), ("es", ""))
"""Inflections by which a form is looked up where its lemma is not in the table."""


def verb_rules_of(form: str, lemma: str) -> tuple[CueRule, ...]:
    """The rules of a verb, by lemma, else by its form."""
    rules = verbs().get(lemma.lower())
    if rules is not None:
        return rules
    for ending, instead in _ENDINGS:
        stem = form.lower().removesuffix(ending) + instead
        if form.lower().endswith(ending) and stem in verbs():
            return verbs()[stem]
    return ()


@lru_cache(maxsize=1)
def nouns() -> Mapping[str, tuple[CueRule, ...]]:
    return _by_cue(noun_rules())


@lru_cache(maxsize=1)
def modifiers() -> Mapping[str, tuple[CueRule, ...]]:
    return _by_cue(modifier_rules())


@lru_cache(maxsize=1)
def source_nouns() -> Mapping[str, SourceNoun]:
    return {
        row["noun"]: SourceNoun(
            kind=cast(SourceKind, row["kind"]),
            naming=cast('Literal["described", "bare"]', row["naming"]),
            basis=cast('Literal["witness", "document"]', row["basis"]) if row["basis"] else None,
        )
        for row in _rows("sources.tsv")
    }


def source_noun(word: Word) -> SourceNoun | None:
    """The row of a noun, by its form ("reports") before its lemma ("report")."""
    form = word.text.lower()
    table = source_nouns()
    return table.get(form) or table.get(word.lemma.lower()) or table.get(form.removesuffix("s"))


Basis = Literal["witness", "direct", "briefed", "document", "remote"]


@lru_cache(maxsize=1)
def bases() -> tuple[tuple[re.Pattern[str], Basis], ...]:
    """Wordings around a source that tell how it knows, in the order they are tried."""
    return tuple((re.compile(row["pattern"]), cast(Basis, row["basis"])) for row in _rows("bases.tsv"))


@lru_cache(maxsize=1)
def reasons() -> tuple[str, ...]:
    """Patterns of the reasons given for not naming a source."""
    return tuple(row["pattern"] for row in _rows("reasons.tsv"))


@lru_cache(maxsize=1)
def outlet_words() -> Mapping[str, str]:
    """Word or phrase → where in a name it marks an outlet: ``name`` and ``any`` anywhere, ``last`` at the
    end, ``phrase`` as a whole."""
    return {row["word"]: row["place"] for row in _rows("outlets.tsv")}


@lru_cache(maxsize=1)
def evaluative() -> frozenset[str]:
    """Lemmas that praise, blame or voice a feeling."""
    return frozenset(row["word"] for row in _rows("evaluative.tsv"))


@lru_cache(maxsize=1)
def _roles() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in _rows("words.tsv"):
        found.setdefault(row["role"], set()).add(row["word"])
    return {role: frozenset(words) for role, words in found.items()}


def words(role: str) -> frozenset[str]:
    """The lower-case words that play a part in reading a telling; ``SOURCE.md`` lists the roles."""
    return _roles()[role]


@dataclass(frozen=True, slots=True, kw_only=True)
class HedgeRule:
    """A word that weakens the event below it; a ``wish`` ("want", "demand for") leaves open whether it
    happens at all where somebody else is to do it."""

    certainty: Certainty
    wish: bool


@lru_cache(maxsize=1)
def hedges() -> Mapping[tuple[str, str], HedgeRule]:
    """(lemma, upos) → what it leaves."""
    return {
        (row["lemma"], row["upos"]): HedgeRule(
            certainty=cast(Certainty, row["certainty"]), wish=row["wish"] == "yes"
        )
        for row in _rows("hedges.tsv")
    }


@lru_cache(maxsize=1)
def commitment() -> Mapping[tuple[str, str], tuple[Sign, Certainty]]:
    """(act, realis) → what its holder is committed to, by the guidelines' decisions 5 and 7. The act
    ``article`` is the article's own voice."""
    return {
        (row["act"], row["realis"]): (cast(Sign, row["sign"]), cast(Certainty, row["certainty"]))
        for row in _rows("commitment.tsv")
    }
