from dataclasses import replace

import pytest

from parse_builders import sentence_of
from whence.handover import Name
from whence.parse.repair import repaired


def test_title_hangs_on_the_name() -> None:
    sentence = sentence_of(
        ("Minister", "NOUN", "NN", 3, "nsubj"),
        ("Holm", "PROPN", "NNP", 3, "nsubj"),
        ("left", "VERB", "VBD", 0, "root"),
    )
    name = Name(sentence=0, first=2, last=2, start=9, end=13, kind="PER")
    title = repaired(sentence, [name]).words[0]
    assert (title.head, title.deprel) == (2, "nmod:desc")


def test_title_with_its_field_hangs_on_the_name() -> None:
    sentence = sentence_of(
        ("Secretary", "PROPN", "NNP", 6, "nsubj"),
        ("of", "ADP", "IN", 3, "case"),
        ("State", "PROPN", "NNP", 4, "nmod"),
        ("Ine", "PROPN", "NNP", 6, "nsubj"),
        ("Holm", "PROPN", "NNP", 4, "flat"),
        ("left", "VERB", "VBD", 0, "root"),
    )
    mended = repaired(sentence, [Name(sentence=0, first=4, last=5, start=19, end=27, kind="PER")])
    assert [(w.head, w.deprel) for w in mended.words[:4]] == [
        (4, "nmod:desc"),
        (3, "case"),
        (1, "nmod"),
        (6, "nsubj"),
    ]


@pytest.mark.parametrize(
    ("words", "relations"),
    [
        ([("Russian", "ADJ", "JJ", 3, "amod"), ("President", "PROPN", "NNP", 3, "nmod:desc")], [(2, "amod")]),
        (
            [
                ("Deputy", "PROPN", "NNP", 4, "nmod:desc"),
                ("Prime", "ADJ", "JJ", 4, "nmod:desc"),
                ("Minister", "PROPN", "NNP", 4, "nmod:desc"),
            ],
            [(3, "compound"), (3, "amod")],
        ),
        (
            [("Attorney", "NOUN", "NN", 3, "nmod:desc"), ("General", "ADJ", "JJ", 3, "nmod:desc")],
            [(2, "compound")],
        ),
    ],
)
def test_first_words_of_a_title_hang_on_its_noun(
    words: list[tuple[str, str, str, int, str]], relations: list[tuple[int, str]]
) -> None:
    at = len(words) + 1
    sentence = sentence_of(
        *words, ("Holm", "PROPN", "NNP", at + 1, "nsubj"), ("left", "VERB", "VBD", 0, "root")
    )
    start = sentence.word(at).start
    name = Name(sentence=0, first=at, last=at, start=start, end=start + 4, kind="PER")
    mended = repaired(sentence, [name])
    assert [(w.head, w.deprel) for w in mended.words[: at - 2]] == relations
    assert (mended.word(at - 1).head, mended.word(at - 1).deprel) == (at, "nmod:desc")


def test_who_is_killed_is_not_titled_by_the_killing() -> None:
    sentence = sentence_of(
        ("killing", "NOUN", "NN", 5, "nsubj"),
        ("of", "ADP", "IN", 4, "case"),
        ("journalist", "NOUN", "NN", 4, "nmod:desc"),
        ("Holm", "PROPN", "NNP", 1, "nmod"),
        ("shocked", "VERB", "VBD", 0, "root"),
    )
    deed = replace(sentence.words[0], head_type="event")
    sentence = replace(sentence, words=(deed, *sentence.words[1:]))
    name = Name(sentence=0, first=4, last=4, start=22, end=26, kind="PER")
    assert repaired(sentence, [name]) == sentence


def test_what_hangs_on_a_rank_beside_its_name_goes_to_the_name() -> None:
    sentence = sentence_of(
        ("under", "ADP", "IN", 2, "case"),
        ("Gen.", "PROPN", "NNP", 5, "obl"),
        ("Hakan", "PROPN", "NNP", 5, "obl"),
        ("Demir", "PROPN", "NNP", 2, "flat"),
        ("fought", "VERB", "VBD", 0, "root"),
    )
    mended = repaired(sentence, [Name(sentence=0, first=3, last=4, start=11, end=22, kind="PER")])
    assert [(w.head, w.deprel) for w in mended.words[:4]] == [
        (3, "case"),
        (3, "nmod:desc"),
        (5, "obl"),
        (3, "flat"),
    ]


def test_two_words_of_a_person_under_one_preposition_are_one() -> None:
    sentence = sentence_of(
        ("troops", "NOUN", "NNS", 0, "root"),
        ("of", "ADP", "IN", 4, "case"),
        ("Hakan", "PROPN", "NNP", 1, "nmod"),
        ("Demir", "PROPN", "NNP", 1, "nmod"),
    )
    mended = repaired(sentence, [Name(sentence=0, first=3, last=4, start=10, end=21, kind="PER")])
    assert [(w.head, w.deprel) for w in mended.words[1:]] == [(3, "case"), (1, "nmod"), (3, "flat")]


def test_a_name_after_a_description_and_a_comma_is_in_apposition(parse) -> None:
    for text in (
        "Three people were killed, according to a doctor, Salma Errahli.",
        "Three people were killed when shells landed on a market on Tuesday, according to a hospital doctor, "
        "Salma Errahli.",
    ):
        sentence = parse(text).sentences[0]
        name = next(w for w in sentence.words if w.text == "Salma")
        above = sentence.head(name)
        assert above is not None and (above.text, name.deprel) == ("doctor", "appos")
