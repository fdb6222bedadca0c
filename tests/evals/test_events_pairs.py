"""When an event covers a marked pair, and what is counted of it."""

from dataclasses import replace

import pytest
from evals.events.coded import Event, Reading, Side, Span
from evals.events.pairs import IN_SENTENCE, ROOTS, first_covering, given, pair_measures
from evals.events.sets import Pair, Sentence

# 0-5 and 10-16 are marked.
PAIR = Pair(
    sentence=Sentence(id="a", text="Arnor hit Gondor and Rohan."),
    source=(0, 5),
    target=(10, 16),
    type="ASSAULT",
    zsp="COERCE",
)
ARNOR, GONDOR, ROHAN = (0, 5), (10, 16), (21, 26)


def event(kind: str | None, actors: list[Span | None], recipients: list[Span | None]) -> Event:
    return Event(
        type=kind,
        code="000",
        actors=tuple(Side(code="---", span=span) for span in actors),
        recipients=tuple(Side(code="---", span=span) for span in recipients),
    )


@pytest.mark.parametrize(
    ("actors", "recipients", "covered"),
    [
        ([ARNOR], [GONDOR], True),
        ([ARNOR], [ROHAN, GONDOR], True),
        ([(4, 9)], [(15, 20)], True),
        ([(5, 9)], [GONDOR], False),
        ([GONDOR], [ARNOR], False),
        ([ARNOR], [ROHAN], False),
        ([ARNOR], [], False),
        ([], [GONDOR], False),
        ([GONDOR, ARNOR], [], True),
        ([ARNOR, GONDOR], [ROHAN], False),
        ([(0, 16)], [], False),
        ([None], [GONDOR], False),
    ],
)
def test_covering(actors: list[Span | None], recipients: list[Span | None], covered: bool) -> None:
    told = Reading(events=(event("ASSAULT", actors, recipients),))
    assert (first_covering(PAIR, told) is not None) is covered


def test_an_actor_is_met_wherever_the_text_names_it() -> None:
    rebels = Side(code="---", span=(40, 44), others=(ARNOR,))
    event = Event(type="AID", code="070", actors=(rebels,), recipients=(Side(code="---", span=GONDOR),))
    told = Reading(events=(event,))
    assert first_covering(PAIR, told) is None
    assert first_covering(PAIR, told, anywhere=True) == "AID"


def test_the_first_covering_event_answers_and_statements_do_not() -> None:
    told = Reading(
        events=(
            event("AID", [ARNOR], [ROHAN]),
            event(None, [ARNOR], [GONDOR]),
            event("RETREAT", [ARNOR], [GONDOR]),
            event("ASSAULT", [ARNOR], [GONDOR]),
        )
    )
    assert first_covering(PAIR, told) == "YIELD"
    assert IN_SENTENCE.counts(PAIR, told) == (1, 1)


def test_a_pair_with_one_mark_is_covered_by_nothing() -> None:
    row = Pair(sentence=PAIR.sentence, source=ARNOR, target=None, type="ASSAULT", zsp="ASSAULT")
    assert first_covering(row, Reading(events=(event("ASSAULT", [ARNOR], [GONDOR]),))) is None


def test_what_is_counted() -> None:
    covered, right_of_covered, classes_of_covered, right, classes = pair_measures(first_covering)
    hit = Reading(events=(event("ASSAULT", [ARNOR], [GONDOR]),))
    wrong = Reading(events=(event("AID", [ARNOR], [GONDOR]),))
    silent = Reading()
    readings = (hit, wrong, silent)
    assert [covered.counts(PAIR, each) for each in readings] == [(1, 1), (1, 1), (0, 1)]
    assert [right_of_covered.counts(PAIR, each) for each in readings] == [(1, 1), (0, 1), (0, 0)]
    assert [right.counts(PAIR, each) for each in readings] == [(1, 1), (0, 1), (0, 1)]
    # Right, said and gold: three of one class, said of AID and gold of ASSAULT, or gold of ASSAULT alone.
    assert [sum(classes_of_covered.counts(PAIR, each) or ()) for each in readings] == [3, 2, 0]
    assert [sum(classes.counts(PAIR, each) or ()) for each in readings] == [3, 2, 1]


def test_zsp_answers_every_pair() -> None:
    covered, *_, right, classes = pair_measures(given)
    assert covered.counts(PAIR, Reading()) == (1, 1)
    assert right.counts(PAIR, Reading()) == (0, 1)
    counted = classes.counts(PAIR, Reading())
    assert counted is not None
    assert counted[3 * ROOTS.index("COERCE") + 1] == counted[3 * ROOTS.index("ASSAULT") + 2] == 1


def test_a_place_may_stand_for_the_target_of_what_has_no_recipient() -> None:
    assert PAIR.source is not None
    placed = replace(event("AGREE", [PAIR.source], []), place=PAIR.target)
    assert first_covering(PAIR, Reading(events=(placed,))) is None
    assert first_covering(PAIR, Reading(events=(placed,)), placed=True) == "AGREE"
    other = replace(event("AGREE", [PAIR.source], [None]), place=PAIR.target)
    assert first_covering(PAIR, Reading(events=(other,)), placed=True) is None
