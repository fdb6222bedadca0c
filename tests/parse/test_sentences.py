import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.parse.sentences import bounded, revised, split, wrap_width
from whence.parse.tokenize import tokenize


def sentences(text: str) -> list[str]:
    tokens = tokenize(text)
    return [text[tokens[a][0] : tokens[b - 1][1]] for a, b in split(text, tokens, width=wrap_width(text))]


@pytest.mark.parametrize(
    "expected",
    [
        ["The army left.", "The rebels came!", "Did they stay?", "Nobody knows."],
        # abbreviations
        ["Mr. Smith met Gen. Jones in St. Louis.", "They spoke."],
        ["He lives in the U.S.", "The minister does not."],
        ["U.S. Marines and U.S. President Obama met J. Doe."],
        ["It opened at 5 p.m. on Tuesday.", "It closed at 6 p.m.", "The end."],
        ["Acme Inc. Chairman Doe resigned."],
        # quotations
        ['"We will not go," he said.', '"They will."', "The talks ended."],
        ["“Is that so?” she asked."],
        ['"Never!" he said.', '"I mean it."'],
        ["He called it “a crime.”", "The ministry was silent."],
        # closing brackets and reference marks
        ["It was hit (twice.)", "They fled."],
        ["He left in 1999. [2]", "She stayed."],
        # lower case goes on
        ["The company yahoo.com grew... and grew."],
        ["1. Bread was short.", "2. Water was not."],
        ["They were hit by No. 5 and No. 6 alike."],
        ["It cost 3.5 million.", "Few paid."],
    ],
)
def test_sentences_end_where_they_should(expected):
    assert sentences(" ".join(expected)) == expected


def test_a_sentence_written_onto_another_is_divided():
    assert sentences("Troops were hit.The army denied it…Read More") == [
        "Troops were hit.",
        "The army denied it…",
        "Read More",
    ]


def test_lines_and_paragraphs_end_sentences():
    text = "Talks fail in Geneva\nMinisters left the city on Monday\n\nno agreement was reached"
    assert sentences(text) == [
        "Talks fail in Geneva",
        "Ministers left the city on Monday",
        "no agreement was reached",
    ]


def test_a_line_that_starts_in_lower_case_goes_on():
    assert sentences("Ministers left\nthe city.") == ["Ministers left\nthe city."]


def test_wrapped_text_is_joined():
    lines = [
        "The ministers of the two countries met on Monday in the old town hall of",
        "Geneva and discussed for several hours what the observers from the",
        "United Nations had seen along the border during the past few weeks. The",
        "French delegation left early, and nobody said why it had done so at all.",
    ]
    assert wrap_width("\n".join(lines)) == len(lines[0])
    assert [s.replace("\n", " ") for s in sentences("\n".join(lines))] == [
        " ".join(lines).split(". The")[0] + ".",
        "The" + " ".join(lines).split(". The")[1],
    ]


def test_unwrapped_text_has_no_width():
    assert wrap_width("A headline\nA second line that is longer\nA third") is None
    assert wrap_width("") is None


@given(st.text(alphabet="aA .!?\"'\n”“…[1])-é", max_size=80))
def test_sentences_hold_every_token_once(text):
    tokens = tokenize(text)
    parts = split(text, tokens, width=wrap_width(text))
    assert [i for a, b in parts for i in range(a, b)] == list(range(len(tokens)))
    assert all("\n\n" not in text[tokens[a][0] : tokens[b - 1][1]] for a, b in parts)


@given(st.lists(st.integers(1, 8), min_size=1, max_size=60), st.integers(8, 40))
def test_bounded_parts_keep_the_limit(weights, limit):
    text = "a, " * len(weights)
    tokens = [(3 * i, 3 * i + 1) for i in range(len(weights))]
    parts = bounded(text, tokens, 0, len(tokens), weights, limit)
    assert [i for a, b in parts for i in range(a, b)] == list(range(len(tokens)))
    assert all(sum(weights[a:b]) <= limit for a, b in parts)


def test_long_sentences_are_cut_after_a_semicolon():
    text = "one two three four ; five six"
    tokens = tokenize(text)
    assert bounded(text, tokens, 0, 7, [1] * 7, 6) == [(0, 5), (5, 7)]


def test_the_model_joins_and_divides_only_where_it_is_sure():
    text = "the army left it came back.\n\nNo. 4 fell"
    tokens = tokenize(text)
    by_rule = [tokens[:7], tokens[7:]]
    starts = np.full(len(tokens), 0.5)
    assert revised(text, by_rule, starts) == by_rule
    starts[3] = 0.99  # "it" begins a sentence
    starts[7] = 0.0  # "No" would not, but a blank line stands before it
    assert [[text[a:b] for a, b in s] for s in revised(text, by_rule, starts)] == [
        ["the", "army", "left"],
        ["it", "came", "back", "."],
        ["No.", "4", "fell"],
    ]
    together = [tokens[:3], tokens[3:7]]
    assert revised(text, together, np.array([1, 0.5, 0.5, 0.0, 0.5, 0.5, 0.5])) == [tokens[:7]]
