from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resolve_builders import TIME_WORDS, extraction, parsed
from whence.handover import ParsedDocument
from whence.records import EventDate, Precision
from whence.resolve.times import is_quoted, publication_days, resolve_times, tense_at


def dates(sentence: str, *, published: str | None = "2015-10-01") -> dict[int, EventDate]:
    tree = parsed(sentence, published=published)
    return resolve_times(tree, extraction(sentence, tree))[0]


def test_a_time_phrase_gets_interval_precision_and_anchor() -> None:
    value = dates("They met in [time late July] .")[0]
    assert (value.from_, value.to, value.precision) == ("2015-07-21", "2015-07-31", "range")
    assert (value.text, value.anchor) == ("late July", "published")
    assert "They met in late July ."[value.start : value.end] == "late July"


def test_what_stands_beside_the_phrase_belongs_to_it() -> None:
    assert dates("They met two [time days] ago .")[0].from_ == "2015-09-29"
    assert dates("Fighting went on since [time March] .")[0].to == "2015-10-01"
    assert dates("He was there from 3 May to [time 5 June] .")[0].from_ == "2015-05-03"


def test_the_next_day_follows_the_day_told_before() -> None:
    found = dates("On [time Monday] they left and [time the next day] they came back .")
    assert found[0].from_ == "2015-09-28"
    assert (found[1].from_, found[1].anchor) == ("2015-09-29", "document")


def test_without_a_publication_date_only_explicit_dates_resolve() -> None:
    found = dates("On [time Monday] they left , in [time July 2015] they came .", published=None)
    assert list(found) == [1]
    assert found[1].from_ == "2015-07-01"


@pytest.mark.parametrize(
    ("published", "precision", "first", "last"),
    [
        ("2015-10-03", "day", "2015-10-03", "2015-10-03"),
        ("2016-02-01", "month", "2016-02-01", "2016-02-29"),
        ("2016-02", "month", "2016-02-01", "2016-02-29"),
        ("2015-01-01", "year", "2015-01-01", "2015-12-31"),
    ],
)
def test_publication_days_span_what_is_not_known(
    published: str, precision: Precision, first: str, last: str
) -> None:
    days = publication_days(known_to(precision, "x", published))
    assert (days[0].isoformat(), days[-1].isoformat()) == (first, last)


def test_no_publication_days_of_what_is_no_date() -> None:
    assert publication_days(parsed("x", published="2015-99-99")) == ()
    assert publication_days(parsed("x", published=None)) == ()


def known_to(precision: Precision, sentence: str, published: str) -> ParsedDocument:
    tree = parsed(sentence, published=published)
    return replace(tree, document=replace(tree.document, published_precision=precision))


def read_in(precision: Precision, sentence: str, published: str) -> tuple[str | None, str | None] | None:
    tree = known_to(precision, sentence, published)
    found, _ = resolve_times(tree, extraction(sentence, tree))
    return (found[0].from_, found[0].to) if found else None


def test_a_report_known_to_the_month_resolves_what_every_day_of_it_agrees_on() -> None:
    assert read_in("month", "They met [time this month] .", "2015-10-01") == ("2015-10-01", "2015-10-31")
    assert read_in("month", "They met [time last year] .", "2015-10-01") == ("2014-01-01", "2014-12-31")
    assert read_in("month", "They met on [time 3 July 2014] .", "2015-10-01") == ("2014-07-03", "2014-07-03")


def test_a_report_known_to_the_month_widens_the_rest() -> None:
    # Published on 1 October 2015, a Thursday, it would be that day; on the 31st, the 29th.
    assert read_in("month", "They met on [time Thursday] .", "2015-10-01") == ("2015-10-01", "2015-10-29")
    assert read_in("month", "They met [time yesterday] .", "2015-10-01") == ("2015-09-30", "2015-10-30")


def test_a_report_known_to_the_year_leaves_days_open() -> None:
    assert read_in("year", "They met on [time Thursday] .", "2015-01-01") is None
    assert read_in("year", "They met [time this year] .", "2015-01-01") == ("2015-01-01", "2015-12-31")
    assert read_in("year", "They met in [time May 2014] .", "2015-01-01") == ("2014-05-01", "2014-05-31")


def test_vague_expressions_stay_unresolved() -> None:
    assert dates("They met in [time recent months] and on [time day one] .") == {}


@pytest.mark.parametrize(("offset", "quoted"), [(3, False), (15, True), (29, False)])
def test_is_quoted(offset: int, quoted: bool) -> None:
    assert is_quoted('He said "we go today" on Monday', offset) is quoted


def with_verb(
    tree: ParsedDocument, position: int, text: str, feats: str | None, upos: str = "VERB"
) -> ParsedDocument:
    """The document with the word at ``position`` turned into the root verb that all others hang on."""
    sentence = tree.sentences[0]
    words = [
        replace(w, text=text, lemma=text, upos=upos, feats=feats, head=0, deprel="root")
        if w.index == position
        else replace(w, head=position, deprel="aux" if w.text == "will" else "obl")
        for w in sentence.words
    ]
    return replace(tree, sentences=(replace(sentence, words=tuple(words)),))


@pytest.mark.parametrize(
    ("sentence", "position", "verb", "feats", "tense"),
    [
        ("They will meet on [time Friday]", 3, "meet", "VerbForm=Inf", "future"),
        ("They met on [time Friday]", 2, "met", "Tense=Past|VerbForm=Fin", "past"),
        ("They predict rain on [time Friday]", 2, "predict", "Tense=Pres|VerbForm=Fin", "future"),
        ("It scheduled rain for [time Friday]", 2, "schedule", "Tense=Past|VerbForm=Fin", None),
    ],
)
def test_tense(sentence: str, position: int, verb: str, feats: str, tense: str | None) -> None:
    tree = with_verb(parsed(sentence), position, verb, feats)
    assert tense_at(tree.sentences[0], extraction(sentence, tree).phrases[0]) == tense


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(TIME_WORDS)
        | st.text(min_size=1, max_size=6).filter(lambda w: w.split() == [w] and not set(w) & set("[]/")),
        min_size=1,
        max_size=10,
    ),
    st.none() | st.dates().map(str) | st.text(max_size=12),
)
def test_any_words_are_read(words: list[str], published: str | None) -> None:
    sentence = "[time " + " ".join(words) + "]"
    tree = parsed(sentence, published=published)
    for value in resolve_times(tree, extraction(sentence, tree))[0].values():
        assert value.start is not None and value.end is not None
        assert tree.text[value.start : value.end] == value.text
        assert value.from_ is None or value.to is None or value.from_ <= value.to
