"""The table of event coding, and its floors."""

from evals.events.coded import Event, Reading
from evals.events.codes import Scheme
from evals.events.measures import (
    ANNOTATED_MEASURES,
    NULL_MEASURES,
    gsr_measures,
    penta_measures,
    tuple_measures,
)
from evals.events.pairs import ANYWHERE, IN_SENTENCE, PLACED, first_covering, given, pair_measures
from evals.events.report import COLUMNS, Beside, Line, beside, differences, lines, table
from evals.events.scored import Scored
from evals.events.sets import Pair, Sentence, TypedSentence

SCHEME = Scheme(countries=frozenset(), quad={"AID": "2"})
AID = Reading(events=(Event(type="AID", code="070"),))
TYPED = Scored(
    name="plover_gsr",
    rows=[
        TypedSentence(sentence=Sentence(id=name, text="Text."), type=kind, actors=(), recipients=())
        for name, kind in (("a", "AID"), ("b", "ACCUSE"))
    ],
    measures=gsr_measures(SCHEME)[:1],
)
NOTHING = {"people": None, "at_least": None, "floor": None}


def typed_line(floor: float | None, *, whole: bool = True) -> Line:
    limits: Beside = {"plover_gsr": {"type F1": {**NOTHING, "floor": floor, "recorded": {"UP": 41.0}}}}
    peers = {"P2": lambda _: Reading(), "UP": lambda _: AID}
    (line,) = lines(TYPED, lambda _: AID, peers, limits, whole=whole)
    return line


def test_a_line_has_the_measure_beside_the_peers() -> None:
    line = typed_line(50.0)
    # One of two types said is right, one of two gold ones found.
    assert (line.value, line.cases) == (50, 2)
    assert line.peers == {"P2": 0, "UP": 41.0}, "what was measured before stands for what the files give"
    assert line.recorded == {"UP"}
    assert line.differences == {"P2": (0, 100)}, "none with what the files do not give"
    assert not line.below, "at the floor is not below it"
    assert typed_line(50.1).below


def test_a_sample_has_neither_floors_nor_recorded_figures() -> None:
    line = typed_line(90.0, whole=False)
    assert line.floor is None
    assert line.peers == {"P2": 0, "UP": 50}


def test_less_is_better_for_null_sentences() -> None:
    def null(value: float) -> Line:
        return Line(
            set="null",
            measure=NULL_MEASURES[0],
            cases=1,
            value=value,
            bounds=None,
            peers={},
            recorded=frozenset(),
            differences={},
            people=None,
            at_least=None,
            floor=12.0,
        )

    assert null(12.1).below
    assert not null(12.0).below
    assert "coded v" in table([null(12.1)])
    assert table([null(12.1)]).count("BELOW") == 1


def test_who_was_told_the_pair_stands_in_a_column_of_its_own() -> None:
    row = Pair(sentence=Sentence(id="a", text="Text."), source=None, target=None, type="AID", zsp="AID")
    each = Scored(
        name="plv",
        rows=[row],
        measures=pair_measures(first_covering)[3:4],
        beside={"ZSP": pair_measures(given)},
    )
    limits: Beside = {"plv": {"right of all": NOTHING}}
    (line,) = lines(each, lambda _: AID, {"P2": lambda _: AID}, limits, whole=True)
    assert (line.value, line.peers) == (0, {"ZSP": 100}), "records without phrases cannot be scored on pairs"


def test_the_tables_show_every_column() -> None:
    line = typed_line(None)
    shown = table([line])
    assert all(f" {name}" in shown for name in COLUMNS)
    assert "41.0*" in shown
    assert "[0 100]" in differences([line])


def test_nothing_to_measure_is_a_dash() -> None:
    each = Scored(name="plover_gsr", rows=TYPED.rows, measures=gsr_measures(SCHEME)[1:2])
    limits: Beside = {"plover_gsr": {"type P": NOTHING}}
    (line,) = lines(each, lambda _: Reading(), {}, limits, whole=True)
    assert line.value is None
    assert line.bounds is None
    assert not line.below
    assert table([line]).splitlines()[1].split()[4] == "–"


def test_every_measure_has_its_row_of_floors() -> None:
    named = {
        "plover_gsr": gsr_measures(SCHEME),
        "plv": (*pair_measures(first_covering), *ANYWHERE, *PLACED, IN_SENTENCE),
        "petr2_gsr": tuple_measures(SCHEME),
        "null": NULL_MEASURES,
        "cameo_annot": ANNOTATED_MEASURES,
        "cameo_penta": penta_measures(SCHEME),
    }
    limits = beside()
    assert {name: [measure.name for measure in measures] for name, measures in named.items()} == {
        name: list(rows) for name, rows in limits.items()
    }
    for rows in limits.values():
        for row in rows.values():
            assert {"people", "at_least", "floor"} <= set(row) <= {"people", "at_least", "floor", "recorded"}
            assert set(row.get("recorded", {})) <= set(COLUMNS)
