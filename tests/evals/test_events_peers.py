"""Recorded coders and people, in the form in which coders are scored."""

import json
from pathlib import Path

from evals.events.coded import Event, Reading, Side
from evals.events.codes import Scheme
from evals.events.measures import NULL_MEASURES, roots
from evals.events.peers import people, recorded
from evals.events.sets import Annotated, Coder, Null, Sentence

SENTENCE = Sentence(id="a", text="Text.")
SCHEME = Scheme(countries=frozenset({"USA", "IRQ"}), quad={})


def coder(*named: str) -> Coder:
    return Coder(relevant=bool(named), roots=frozenset(named))


def test_records_are_read_by_the_id_of_the_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "peer_outputs"
    folder.mkdir()
    row = {
        "id": "a",
        "events": [
            {"source": "USAGOV", "target": "---", "code": "010", "plover": None},
            {"source": "---REB", "target": "IRQ", "code": "190", "plover": "ASSAULT"},
        ],
        "discarded": False,
        "error": None,
    }
    (folder / "up_plv_dev.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert recorded(tmp_path, "UP", ["plv", "petr2_gsr"], SCHEME) == {
        "a": Reading(
            events=(
                Event(type=None, code="010", actors=(Side(code="USAGOV"),)),
                Event(
                    type="ASSAULT", code="190", actors=(Side(code="---REB"),), recipients=(Side(code="IRQ"),)
                ),
            )
        )
    }


def test_each_coder_stands_against_most_of_the_others() -> None:
    row = Annotated(
        sentence=SENTENCE,
        relevant=True,
        roots=frozenset({"11"}),
        coders=(coder("11"), coder("11", "17"), coder("01")),
    )
    pairs = list(people([row]))
    # The other two agree on nothing, on nothing, and on 11.
    assert [against.roots for against, _ in pairs if isinstance(against, Annotated)] == [
        frozenset(),
        frozenset(),
        frozenset({"11"}),
    ]
    assert [roots(against, told) for against, told in pairs if isinstance(against, Annotated)] == [
        None,
        None,
        (0, 1, 1),
    ]


def test_people_of_a_null_sentence_are_those_without_whom_it_is_one() -> None:
    coders = (coder("18"), coder("01"), coder(), coder())
    row = Null(sentence=SENTENCE, coders=coders)
    # Without one of the last two, two of three find it relevant. Of the first two one coded an event.
    assert NULL_MEASURES[0].matrix(people([row])).tolist() == [[1, 1], [0, 1]]


def test_sentences_coded_once_say_nothing_of_people() -> None:
    assert list(people([Null(sentence=SENTENCE)])) == []
