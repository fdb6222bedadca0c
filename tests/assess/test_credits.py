"""A report that credits an agency is the agency's, in however many outlets it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from builders import Claim, clean, report, reprints
from whence.assess.assertions import assertions
from whence.assess.credits import agency_of
from whence.assess.surroundings import Surroundings, notice, surroundings
from whence.records import PassageKind, Reprint
from whence.tables import DocumentRecords


def printed(line: str, kind: PassageKind = "dateline", *, byline: str | None = None) -> DocumentRecords:
    """A document that is one line of a kind, and nothing read from it."""
    made = clean(line, (0, len(line), kind))
    return DocumentRecords(document=replace(made.document, byline=byline), passages=made.passages)


def text(body: str, key: str, *, byline: str | None = None) -> DocumentRecords:
    """A document with a body, and nothing read from it."""
    made = printed(body, "body", byline=byline)
    passages = tuple(replace(passage, document_id=key) for passage in made.passages)
    return replace(made, document=replace(made.document, document_id=key, sha256=key), passages=passages)


@pytest.mark.parametrize(
    ("line", "kind", "agency"),
    [
        ("PARIS (Reuters) - ", "dateline", "Reuters"),
        ("KARM, March 1 (AP) — ", "dateline", "Associated Press"),
        ("By Jane Roe, Associated Press", "byline", "Associated Press"),
        ("Source: AFP", "credit", "Agence France-Presse"),
        ("KARM (Reuters/AFP) - ", "dateline", None),
        ("The Associated Press contributed to this report.", "credit", None),
        ("Additional reporting by Reuters", "credit", None),
        ("KARM - ", "dateline", None),
        ("Rebels told Reuters that they had left.", "body", None),
        ("MAP of the area", "credit", None),
    ],
)
def test_the_one_agency_of_a_credit(line: str, kind: PassageKind, agency: str | None) -> None:
    assert agency_of(printed(line, kind)) == agency


def test_the_byline_field_credits_too() -> None:
    assert agency_of(printed("Rebels left.", "body", byline="Reuters")) == "Reuters"


def credited(outlet: str, claims: list[Claim], byline: str | None) -> DocumentRecords:
    item = report(outlet, claims)
    return replace(item, document=replace(item.document, byline=byline))


def around(items: Sequence[DocumentRecords], edges: Sequence[Reprint] = ()) -> Surroundings:
    return surroundings([notice(item) for item in items], edges, {})


def roots(*items: DocumentRecords) -> set[tuple[str, tuple[str, ...]]]:
    found = assertions(items, {}, around(items))
    return {(a.root.kind, a.root.key) for group in found.values() for a in group}


@pytest.mark.parametrize("claim", [Claim(), Claim(voice="Officials", naming="bare")])
def test_two_outlets_with_one_credit_are_one_newsroom(claim: Claim) -> None:
    with_credit = [credited(outlet, [claim], "By Reuters") for outlet in ("Star", "Mail")]
    without = [credited(outlet, [claim], None) for outlet in ("Star", "Mail")]
    assert len(roots(*with_credit)) == 1
    assert len(roots(*without)) == 2


def test_the_origin_says_who_printed_it() -> None:
    star = [credited("Star", [Claim()], "Reuters")]
    (group,) = assertions(star, {}, around(star)).values()
    assert [a.root.name for a in group] == ["Reuters, printed by Star"]


def test_an_agency_prints_its_own_reports() -> None:
    wire = [credited("Reuters", [Claim()], "Reuters")]
    (group,) = assertions(wire, {}, around(wire)).values()
    assert [a.root.name for a in group] == ["Reuters"]


def test_a_client_that_drops_the_credit_is_known_by_the_text() -> None:
    wire = (
        "A ferry sank off the northern coast on Sunday and two of its crew drowned, rescuers said. Four "
        "others were pulled from the water after an hour, and a ninth man was still missing at nightfall."
    )
    other = "The price of bread rose again on Monday, and bakers of the capital closed their shops at noon."
    reports = [
        text(wire, "a", byline="By Reuters staff"),
        text(f"{wire} It was the third such accident this year.", "b"),
        text(other, "c"),
    ]
    assert around(reports, reprints(reports)).agencies == {"a": "Reuters", "b": "Reuters"}
