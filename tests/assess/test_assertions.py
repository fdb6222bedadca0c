"""Commitments read off the stances."""

from dataclasses import replace

from builders import Claim, report
from whence.assess.assertions import Assertion, assertions
from whence.assess.surroundings import surroundings
from whence.records import Stance
from whence.tables import DocumentRecords

AROUND = surroundings((), (), {})
REUTERS = Claim(voice="officials", naming="described", outlet="Reuters")


def told(item: DocumentRecords) -> list[Assertion]:
    """The assertions of the first mention."""
    return assertions([item], {}, AROUND)[item.event_mentions[0].event_mention_id]


def committed(item: DocumentRecords, holder: str | None, sign: str, **fields: object) -> DocumentRecords:
    """``item`` with one holder's event stance changed."""
    stances = tuple(
        replace(s, sign=sign, certainty="certain", **fields)  # type: ignore[arg-type]
        if s.attribution_id == holder and s.scope == "event"
        else s
        for s in item.stances
    )
    return replace(item, stances=stances)


def test_the_innermost_holder_asserts() -> None:
    item = report("Gazette", [REUTERS])
    (assertion,) = told(item)
    assert (assertion.sign, assertion.root.kind) == ("+", "anonymous")
    assert [link.source.text for link in assertion.chain] == ["officials", "Reuters"]
    assert assertion.ladder == "Gazette → Reuters → officials"
    assert assertion.narrowed == frozenset()


def test_the_articles_own_voice_has_no_chain() -> None:
    (assertion,) = told(report("Gazette", [Claim()]))
    assert (assertion.chain, assertion.ladder, assertion.root.kind) == ((), "Gazette", "unknown")


def test_nobody_committed_is_no_assertion() -> None:
    item = report("Gazette", [Claim(voice="Ada Brook", sign="?")])
    assert told(item) == []


def test_an_article_that_endorses_its_source_adds_no_origin() -> None:
    item = committed(report("Gazette", [Claim(voice="Ada Brook")]), None, "+")
    assert [a.root.kind for a in told(item)] == ["person"]


def test_an_article_that_contradicts_its_source_is_an_assertion_of_its_own() -> None:
    item = committed(report("Gazette", [Claim(voice="Ada Brook")]), None, "-")
    assert [(a.root.kind, a.sign) for a in told(item)] == [("person", "+"), ("unknown", "-")]


def test_a_holder_off_the_ladder_asserts_too() -> None:
    """A second speaker denies, further down, what the first sentence tells."""
    item = report("Gazette", [Claim(voice="Ada Brook"), Claim(voice="Boris Lund")])
    first = item.event_mentions[0].event_mention_id
    denier = item.attributions[1].attribution_id
    denial = Stance(
        stance_id="x-1", event_mention_id=first, attribution_id=denier, sign="-", certainty="certain",
        scope="event", argument=None, cue=None, why="test",
    )  # fmt: skip
    found = told(replace(item, stances=(*item.stances, denial)))
    assert {(a.root.name, a.sign) for a in found} == {("Ada Brook", "+"), ("Boris Lund", "-")}


def test_a_denial_of_the_target_alone_is_narrowed() -> None:
    (assertion,) = told(report("Gazette", [Claim(voice="Boris Lund", sign="-", narrowed=True)]))
    assert (assertion.sign, assertion.narrowed) == ("-", frozenset({"recipient"}))


def test_only_denials_are_narrowed() -> None:
    """ "It was ISIS that they hit": an argument row beside a ``+`` takes nothing back."""
    (assertion,) = told(report("Gazette", [Claim(voice="Boris Lund", narrowed=True)]))
    assert assertion.narrowed == frozenset()


def test_every_mention_has_an_entry() -> None:
    item = report("Gazette", [Claim(), Claim(voice="Ada Brook", sign="?")])
    assert list(assertions([item], {}, AROUND)) == [m.event_mention_id for m in item.event_mentions]
