"""Every row of the event lexicon does what its examples say, through the parser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from builders import clean
from whence import schema
from whence.extract.coding import code
from whence.extract.frame import Coding
from whence.extract.frames import frames
from whence.extract.lexicon import (
    NOT_AN_EVENT,
    Row,
    lexicon,
    parse_constraints,
    read_table,
    word_classes,
)
from whence.extract.topics import topics
from whence.handover import ParsedDocument
from whence.parse import Parser

ROWS = lexicon().rows
WRITTEN = tuple(row for row in ROWS if row.example)


def codings(parsed: ParsedDocument) -> Iterator[tuple[str, Coding]]:
    about = topics(parsed)
    for sentence in parsed.sentences:
        for frame in frames(sentence):
            coding = code(frame, topics=about)
            if coding is not None:
                yield frame.lemma, coding


@pytest.fixture(scope="module")
def parsed(parser: Parser) -> dict[str, ParsedDocument]:
    texts = sorted({text for row in WRITTEN for text in (row.example, row.counterexample)})
    return {text: parser.parse(clean(text)) for text in texts}


def does(row: Row, lemma: str, coding: Coding) -> bool:
    """Whether a coding is what the row says, by this row or by another one of the same predicate."""
    if coding.why["type"] == row.id:
        return True
    same = (coding.type, coding.other) == (row.type, row.other) and row.mode in (None, coding.mode)
    return same and lemma in row.lemmas


def test_examples_match(parsed: dict[str, ParsedDocument]) -> None:
    wrong = [
        f"{row.id}: {row.example}"
        for row in WRITTEN
        if row.type != NOT_AN_EVENT
        and not any(does(row, lemma, coding) for lemma, coding in codings(parsed[row.example]))
    ]
    assert wrong == []


def test_rows_that_veto_leave_no_event_of_their_predicate(parsed: dict[str, ParsedDocument]) -> None:
    wrong = [
        f"{row.id}: {row.example}"
        for row in WRITTEN
        if row.type == NOT_AN_EVENT and any(lemma in row.lemmas for lemma, _ in codings(parsed[row.example]))
    ]
    assert wrong == []


def test_counterexamples_do_not_match(parsed: dict[str, ParsedDocument]) -> None:
    wrong = [
        f"{row.id}: {row.counterexample}"
        for row in WRITTEN
        if any(coding.why["type"] == row.id for _, coding in codings(parsed[row.counterexample]))
    ]
    assert wrong == []


def test_ids_are_unique() -> None:
    assert len({row.id for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_row_agrees_with_the_schemes(row: Row) -> None:
    assert row.source
    assert row.licence
    if row.type == NOT_AN_EVENT:
        return
    if row.type == "NONE":
        assert row.other in schema.other_events()
        return
    assert row.other is None
    type_ = schema.plover().types[row.type]
    assert row.mode is None or row.mode in type_.modes
    assert set(row.contexts) <= set(schema.plover().contexts)
    if row.cameo is not None:
        assert schema.cameo()[row.cameo].type == row.type


def test_modes_are_modes_of_their_type() -> None:
    for mode in lexicon().modes:
        assert mode.mode in schema.plover().types[mode.type].modes


def test_plain_reporting_verbs_are_no_events() -> None:
    for lemma in ("say", "tell", "announce", "report", "claim", "state", "add", "explain", "deny"):
        unconditional = [row for row in lexicon().lookup("VERB", lemma) if not row.constraints]
        assert unconditional == []


def test_most_specific_row_first() -> None:
    for rows in lexicon().by_predicate.values():
        assert [row.specificity for row in rows] == sorted((row.specificity for row in rows), reverse=True)


def test_classes_hold_the_classes_they_name() -> None:
    classes = word_classes()
    assert classes["@drone"].lemmas < classes["@weapon"].lemmas


def test_constraint_without_equals_sign_is_an_error() -> None:
    with pytest.raises(ValueError, match="agent"):
        parse_constraints("agent")


def test_unknown_class_is_an_error() -> None:
    with pytest.raises(KeyError):
        parse_constraints("agent=@nobody")


def test_tables_have_no_empty_first_column() -> None:
    for name in ("lexicon.tsv", "cameo.tsv", "classes.tsv", "modes.tsv", "contexts.tsv", "topics.tsv"):
        assert all(next(iter(line.values())) for line in read_table(name))
