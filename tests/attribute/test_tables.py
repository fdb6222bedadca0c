"""Every row of the cue tables matches its own example and lets the other one be."""

from __future__ import annotations

import csv
import re
from importlib.resources import files

import pytest

from whence.attribute.detect import document_quotations, tellings
from whence.attribute.tables import (
    CueRule,
    bases,
    commitment,
    modifier_rules,
    noun_rules,
    outlet_words,
    reasons,
    source_nouns,
    verb_rules,
)
from whence.attribute.telling import Telling

RULES = (*verb_rules(), *noun_rules(), *modifier_rules())


def _found(parse, text: str) -> list[Telling]:
    parsed = parse(text)
    return tellings(parsed, document_quotations(parsed), lambda _sentence, _word: False)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.rule_id)
def test_matches_its_example(parse, rule: CueRule) -> None:
    assert rule.rule_id in [t.rule.rule_id for t in _found(parse, rule.match)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.rule_id)
def test_misses_its_counterexample(parse, rule: CueRule) -> None:
    assert rule.cue not in [t.rule.cue for t in _found(parse, rule.miss)]


def test_every_act_has_a_commitment_for_every_realis() -> None:
    acts = {rule.act for rule in RULES} | {"article"}
    realis = ("past", "ongoing", "future", "conditional", "generic")
    assert all((act, r) in commitment() for act in acts for r in realis)


def test_bare_sources_are_told_from_described_ones() -> None:
    assert source_nouns()["source"].naming == "bare"
    assert source_nouns()["official"].naming == "described"
    assert source_nouns()["villager"].basis == "witness"


def test_an_outlet_word_says_where_it_counts() -> None:
    assert outlet_words()["Reuters"] == "name"
    assert outlet_words()["Times"] == "last"


def _rows(name: str) -> list[dict[str, str]]:
    lines = files("whence").joinpath("data", "cues", name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_basis_and_reason_matches_its_example() -> None:
    for row, (pattern, basis) in zip(_rows("bases.tsv"), bases(), strict=True):
        assert pattern.search(row["example"]), row
        assert basis == row["basis"]
    for row, reason in zip(_rows("reasons.tsv"), reasons(), strict=True):
        assert re.search(reason, row["example"]), row
