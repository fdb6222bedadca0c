"""What whence returns, in the form in which coders are scored."""

import warnings
from collections.abc import Sequence
from typing import Any

import pytest
from evals.events.coded import Event, Reading, Side, analysed, reading

import whence


def argument(text: str, start: int, country: str | None = None, *sectors: str) -> dict[str, Any]:
    return {
        "text": text,
        "start": start,
        "end": start + len(text),
        "country": country,
        "sectors": list(sectors),
        "actor_id": f"a-{text}",
    }


def mention(kind: str, start: int, **more: Any) -> dict[str, Any]:
    return {
        "type": kind,
        "trigger": {"text": "x", "start": start, "end": start + 1},
        "cameo": None,
        "actors": [],
        "recipients": [],
        "place": None,
        "realis": "past",
        "principal": True,
        "political": False,
        **more,
    }


def attribution(act: str, naming: str = "named") -> dict[str, Any]:
    return {"act": act, "source": {"naming": naming}}


def told(
    *mentions: dict[str, Any],
    attributions: tuple[dict[str, Any], ...] = (),
    named: Sequence[dict[str, Any]] = (),
) -> dict[str, Any]:
    return {"event_mentions": list(mentions), "attributions": attributions, "mentions": named}


def test_events_are_in_the_order_of_the_text_and_none_outside_plover() -> None:
    found = reading(told(mention("AID", 20), mention("NONE", 0), mention("ASSAULT", 10, cameo="183")))
    assert [(event.type, event.code) for event in found.events] == [("ASSAULT", "183"), ("AID", "070")]


def test_sides_have_codes_and_places() -> None:
    row = mention(
        "COERCE",
        18,
        actors=[argument("A court of Gondor", 0, "GON", "JUD")],
        recipients=[argument("somebody", 30)],
        realis="future",
    )
    again = [
        {"kind": "actor", "refers_to": "a-somebody", "start": 50, "end": 54},
        {"kind": "place", "refers_to": "a-somebody", "start": 60, "end": 64},
        {"kind": "actor", "refers_to": None, "start": 70, "end": 74},
    ]
    assert reading(told(row, named=again)).events == (
        Event(
            type="COERCE",
            code="170",
            actors=(Side(code="GONJUD", span=(0, 17)),),
            recipients=(Side(code="---", span=(30, 38), others=((50, 54),)),),
            realis="future",
            political=False,
        ),
    )


def test_a_statement_of_a_source_is_cameo_01_and_no_event() -> None:
    found = reading(
        told(
            mention("ACCUSE", 5),
            attributions=(
                attribution("asserts", "bare"),
                attribution("no_comment"),
                attribution("threatens"),
                attribution("asserts", "withheld"),
            ),
        )
    )
    assert [event.code for event in found.events] == ["110", "010", "010"]
    assert [event.type for event in found.typed] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("actors", "recipients", "dyads"),
    [
        ("A", "X", {"AX"}),
        ("AB", "XY", {"AX", "AY", "BX", "BY"}),
        ("AB", "", {"AB", "BA"}),
        ("A", "", {"A-"}),
        ("", "X", {"-X"}),
        ("", "", {"--"}),
    ],
)
def test_dyads(actors: str, recipients: str, dyads: set[str]) -> None:
    event = Event(
        type="CONSULT",
        code="040",
        actors=tuple(Side(code=code) for code in actors),
        recipients=tuple(Side(code=code) for code in recipients),
    )
    assert {a.code[0] + b.code[0] for a, b in event.dyads()} == dyads


def test_two_readings_are_the_same_by_all_that_was_returned() -> None:
    one, other = told(mention("AID", 3)), told(mention("AID", 3, why="rule 7"))
    assert reading(one) == reading(one)
    assert reading(one).events == reading(other).events
    assert reading(one) != reading(other)


def test_what_raises_and_what_warns_of_a_lost_stage_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lost:
        def to_dict(self) -> dict[str, Any]:
            return told()

    def raises(*_: object, **__: object) -> None:
        raise KeyError("head")

    def warns(*_: object, **__: object) -> Lost:
        warnings.warn("extract: no tree", RuntimeWarning, stacklevel=2)
        return Lost()

    monkeypatch.setattr(whence, "analyse", raises)
    assert analysed("Text.", None) == Reading(failure="KeyError: 'head'")
    monkeypatch.setattr(whence, "analyse", warns)
    assert analysed("Text.", None).failure == "extract: no tree"
    monkeypatch.setattr(whence, "analyse", lambda *_, **__: Lost())
    assert analysed("Text.", None).failure is None
