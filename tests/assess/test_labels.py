"""Neutral and evaluative nouns for the same people."""

import csv
from importlib.resources import files

import pytest

from whence.assess.labels import head, label_of, singular

ROWS = list(
    csv.DictReader(
        files("whence").joinpath("data/labels/labels.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
    )
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["noun"])
def test_every_row_matches_its_example_and_not_its_counterexample(row: dict[str, str]) -> None:
    label = label_of(row["example"])
    assert label is not None and (label.noun, label.of) == (row["noun"], row["of"])
    assert label.evaluative == (row["tone"] == "evaluative")
    other = label_of(row["counterexample"])
    assert other is None or other.noun != row["noun"]


def test_every_kind_of_people_has_nouns_of_both_tones() -> None:
    tones = {(row["of"], row["tone"]) for row in ROWS}
    assert tones == {(of, tone) for of, _ in tones for tone in ("neutral", "evaluative")}


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("three armed men near the town", "men"),
        ("12 people, including three children", "people"),
        ("the Rebels", "rebels"),
        ("", ""),
    ],
)
def test_the_head_of_a_phrase(phrase: str, noun: str) -> None:
    assert head(phrase) == noun


def test_singular() -> None:
    assert [singular(noun) for noun in ("rebels", "enemies", "child")] == ["rebel", "enemy", "child"]
