"""Wrong sentences, their listing, and the table of types."""

import json
from pathlib import Path

import pytest
from evals.events.coded import Event, Reading, Side
from evals.events.codes import Scheme
from evals.events.scored import Scored, confusion, listing, scored, shown, wrong
from evals.events.sets import Annotated, Classed, Null, Pair, Row, Sentence, Tuples, TypedSentence

SENTENCE = Sentence(id="a", text="Arnor hit Gondor.")
SCHEME = Scheme(countries=frozenset(), quad={"ASSAULT": "4"})
HIT = Reading(
    events=(
        Event(
            type="ASSAULT",
            code="190",
            actors=(Side(code="ARN", span=(0, 5)),),
            recipients=(Side(code="GON", span=(10, 16)),),
            realis="past",
        ),
    )
)
TYPED = TypedSentence(sentence=SENTENCE, type="ASSAULT", actors=(), recipients=())
AID = TypedSentence(sentence=SENTENCE, type="AID", actors=(), recipients=())


@pytest.mark.parametrize(
    ("row", "gold"),
    [
        (TYPED, "ASSAULT"),
        (
            Pair(sentence=SENTENCE, source=(0, 5), target=(10, 16), type="ASSAULT", zsp="AID"),
            "ASSAULT (Arnor > Gondor)",
        ),
        (Tuples(sentence=SENTENCE, events=frozenset({("ARN", "GON", "190")})), "ARN GON 190"),
        (Annotated(sentence=SENTENCE, relevant=True, roots=frozenset({"19"}), coders=()), "19"),
        (Classed(sentence=SENTENCE, penta="4"), "class 4"),
    ],
)
def test_a_sentence_is_wrong_unless_exactly_that_was_said(row: Row, gold: str) -> None:
    assert wrong(SCHEME, row, HIT) is None
    assert wrong(SCHEME, row, Reading()) == gold


def test_a_null_sentence_is_wrong_if_something_was_said() -> None:
    assert wrong(SCHEME, Null(sentence=SENTENCE), Reading()) is None
    assert wrong(SCHEME, Null(sentence=SENTENCE), HIT) == "nothing"


def test_an_event_on_a_line() -> None:
    assert shown(HIT.events[0]) == "ASSAULT/190 past (ARN > GON)"
    assert shown(Event(type=None, code="010")) == "statement/010 (? > ?)"


def test_a_listing_has_the_first_wrong_sentences() -> None:
    each = Scored(name="plover_gsr", rows=[TYPED, AID, AID], measures=())
    told = listing(SCHEME, each, lambda _: HIT, 1)
    assert told.count("gold: AID") == 1
    assert "said: ASSAULT/190 past (ARN > GON)" in told


def test_the_table_counts_sentences_by_gold_and_by_each_type_said() -> None:
    both = Reading(events=(*HIT.events, *HIT.events, Event(type="AID", code="070")))
    rows = confusion([(TYPED, HIT), (TYPED, both), (TYPED, Reading()), (AID, HIT)]).splitlines()
    assert rows[0].split() == ["gold", "all", "AID", "ASSAULT", "nothing"]
    assert rows[1].split() == ["AID", "1", "·", "1", "·"]
    assert rows[2].split() == ["ASSAULT", "3", "1", "2", "1"]


def test_sets_without_their_files_are_named(tmp_path: Path) -> None:
    row = {"id": "a", "text": "Text.", "penta": "0"}
    (tmp_path / "cameo_penta_dev.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    found, missing = scored(tmp_path, SCHEME, ["null", "cameo_penta"])
    assert [each.name for each in found] == ["cameo_penta"]
    assert missing == ["null"]
