"""Confidence is a calibrated probability of each field that is told, from the model and the lexicon."""

import math

import pytest

import whence
from whence.extract.confidence import FIELDS, probabilities, weights


def test_every_field_has_a_weight_for_the_constant_and_each_part_of_its_evidence() -> None:
    assert {field: len(found) for field, found in weights().items()} == {
        field: 1 + len(parts) for field, parts in FIELDS.items()
    }


def test_it_is_the_logistic_function_of_the_weighted_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "whence.extract.confidence.weights", lambda: {"event": (0.5, 1.0, 2.0, 0.0), "date": (0.0, 1.0)}
    )
    told = probabilities({"event": (-1.5, 1.0, 1.0), "date": (0.0,)})
    assert told == {"event": round(1 / (1 + math.exp(-1.0)), 2), "date": 0.5}


def test_what_is_told_has_a_confidence_and_nothing_else() -> None:
    (shelled,) = whence.analyse(
        "Syrian troops shelled Aleppo on Friday.", published="2019-05-06"
    ).event_mentions
    assert set(shelled.confidence) == {"event", "type", "realis", "actor", "recipient", "place", "date"}
    (bare,) = whence.analyse("He was shelled.", published="2019-05-06").event_mentions
    assert set(bare.confidence) == {"event", "type", "realis", "recipient"}
    assert all(0 < share < 1 for share in (*shelled.confidence.values(), *bare.confidence.values()))


def test_a_surer_model_gives_more() -> None:
    low, high = (probabilities({"actor": (odds,)})["actor"] for odds in (-2.0, 2.0))
    assert low < high
