from __future__ import annotations

import pytest

from whence.extract.weighed import SEEN_ALONE, doubtful, weighed
from whence.handover import ArgumentScore, Phrase, TriggerScore


def phrase(index: int, kind: str = "actor") -> Phrase:
    """The phrase whose head is word ``index`` of sentence 0."""
    return Phrase(
        index=index, sentence=0, head=index, start=0, end=1, text="x", kind=kind, form="common", name=None
    )  # type: ignore[arg-type]


PHRASES = {(0, i): phrase(i) for i in range(1, 4)} | {(0, 4): phrase(4, "thing"), (0, 5): phrase(5, "time")}


def score(role: str, **words: float) -> TriggerScore:
    """Of an event whose arguments are words ("w1") with their probabilities."""
    arguments = tuple(
        ArgumentScore(role=role, sentence=0, word=int(word[1:]), probability=share)
        for word, share in words.items()
    )
    return TriggerScore(
        sentence=0, word=9, probability=0.9, types={"ASSAULT": 0.9}, mode=None, realis="past", sign="+",
        certainty="certain", arguments=arguments,
    )  # fmt: skip


def test_without_the_model_the_rules_stand() -> None:
    assert weighed("NONE", "recipient", (1, 2), None, PHRASES) == ((1, 2), None)


def test_a_thing_that_the_model_does_not_think_of_is_no_recipient() -> None:
    assert weighed("COERCE", "recipient", (1, 4), score("recipient", w1=0.3), PHRASES) == ((1,), None)
    assert weighed("COERCE", "recipient", (4,), score("recipient"), PHRASES) == ((), "doubted by the model")
    assert weighed("COERCE", "recipient", (4,), score("recipient", w4=0.4), PHRASES) == ((4,), None)


def test_an_actor_that_the_rules_find_stands() -> None:
    assert weighed("COERCE", "recipient", (1,), score("recipient", w2=0.3), PHRASES) == ((1,), None)
    assert weighed("NONE", "actor", (1,), score("actor", w2=0.9), PHRASES) == ((1,), None)


def test_a_place_is_doubted_where_one_goes_to_it_and_everything_outside_plover() -> None:
    assert doubtful("MOBILIZE", "place")
    assert not doubtful("SANCTION", "place")
    assert doubtful("NONE", "actor")


@pytest.mark.parametrize("role", ["actor", "recipient"])
def test_the_model_fills_an_empty_role_from_its_threshold(role: str) -> None:
    least = SEEN_ALONE[role]
    assert weighed("ASSAULT", role, (), score(role, w1=least - 0.1, w2=least), PHRASES) == (
        (2,),
        f"model {least:.2f}",
    )
    assert weighed("ASSAULT", role, (), score(role, w1=least - 0.1), PHRASES) == ((), None)


def test_a_doubted_recipient_may_have_another_in_its_place() -> None:
    assert weighed("NONE", "recipient", (1,), score("recipient", w3=0.8), PHRASES) == ((3,), "model 0.80")


def test_what_is_no_phrase_a_time_or_of_another_role_fills_nothing() -> None:
    assert weighed("ASSAULT", "actor", (), score("actor", w5=0.9, w8=0.9), PHRASES) == ((), None)
    assert weighed("ASSAULT", "actor", (), score("recipient", w1=0.9), PHRASES) == ((), None)


def test_of_equals_the_first_is_taken() -> None:
    assert weighed("ASSAULT", "actor", (), score("actor", w3=0.8, w2=0.8), PHRASES)[0] == (2,)
