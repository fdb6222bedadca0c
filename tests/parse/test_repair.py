from collections.abc import Callable
from dataclasses import replace

import pytest

from parse_builders import sentence_of
from whence.handover import Sentence
from whence.parse.repair import repaired


@pytest.fixture(scope="module")
def tree(parse) -> Callable[[str], Sentence]:
    """The first sentence of a text."""
    return lambda text: parse(text).sentences[0]


def test_words_keep_their_places(tree) -> None:
    sentence = tree("Norway's foreign minister Ine Holm said on Monday that talks had failed.")
    assert [w.index for w in sentence.words] == list(range(1, len(sentence.words) + 1))


def test_by_phrase_of_a_passive_is_its_agent(tree) -> None:
    sentence = tree("The town was shelled by rebels.")
    assert next(w for w in sentence.words if w.text == "rebels").deprel == "obl:agent"


def test_a_mend_that_would_close_a_circle_is_left() -> None:
    sentence = sentence_of(
        ("go", "VERB", "VB", 3, "dep"),
        ("to", "PART", "TO", 1, "mark"),
        ("leave", "VERB", "VB", 0, "root"),
        ("to", "PART", "TO", 5, "mark"),
        ("stay", "VERB", "VB", 3, "ccomp"),
        (",", "PUNCT", ",", 9, "punct"),
        ("not", "PART", "RB", 5, "advmod"),
        ("to", "PART", "TO", 9, "mark"),
        ("fight", "VERB", "VB", 7, "advcl"),
    )
    mended = repaired(sentence, [])
    for word in mended.words:
        assert list(mended.ancestors(word))[-1:] in ([], [mended.root])


def test_a_sentence_without_slips_is_the_same(tree) -> None:
    sentence = tree("The town was shelled by rebels on Monday.")
    assert repaired(sentence, []) == sentence


def test_noun_phrase_right_after_an_active_verb_is_its_object() -> None:
    sentence = sentence_of(
        ("Ministers", "NOUN", "NNS", 2, "nsubj"),
        ("condemned", "VERB", "VBD", 0, "root"),
        ("the", "DET", "DT", 4, "det"),
        ("attack", "NOUN", "NN", 2, "obl"),
    )
    assert repaired(sentence, []).word(4).deprel == "obj"
    passive = replace(sentence, words=(replace(sentence.words[0], deprel="nsubj:pass"), *sentence.words[1:]))
    assert repaired(passive, []) == passive


@pytest.mark.parametrize(
    ("particle", "relations"),
    [("up", [(2, "compound:prt"), (2, "obj")]), ("on", [(4, "case"), (2, "obl")])],
)
def test_an_object_has_no_preposition(particle: str, relations: list[tuple[int, str]]) -> None:
    sentence = sentence_of(
        ("Rebels", "NOUN", "NNS", 2, "nsubj"),
        ("blew", "VERB", "VBD", 0, "root"),
        (particle, "ADP", "IN", 4, "case"),
        ("bridges", "NOUN", "NNS", 2, "obj"),
    )
    assert [(w.head, w.deprel) for w in repaired(sentence, []).words[2:]] == relations


def test_preposition_before_the_object_of_an_infinitives_governor_is_no_mark() -> None:
    sentence = sentence_of(
        ("They", "PRON", "PRP", 2, "nsubj"),
        ("called", "VERB", "VBD", 0, "root"),
        ("on", "ADP", "IN", 6, "mark"),
        ("ministers", "NOUN", "NNS", 2, "obj"),
        ("to", "PART", "TO", 6, "mark"),
        ("resign", "VERB", "VB", 2, "xcomp"),
    )
    mended = [(w.head, w.deprel) for w in repaired(sentence, []).words]
    assert mended[2:4] == [(4, "case"), (2, "obl")]


def test_first_of_two_objects_is_the_indirect_one() -> None:
    sentence = sentence_of(
        ("Chad", "PROPN", "NNP", 2, "nsubj"),
        ("gave", "VERB", "VBD", 0, "root"),
        ("rebels", "NOUN", "NNS", 2, "obj"),
        ("weapons", "NOUN", "NNS", 2, "obj"),
    )
    assert [w.deprel for w in repaired(sentence, []).words[2:]] == ["iobj", "obj"]


def test_subject_of_a_predicate_without_verb_is_the_object() -> None:
    sentence = sentence_of(
        ("Critics", "NOUN", "NNS", 2, "nsubj"),
        ("dubbed", "VERB", "VBD", 0, "root"),
        ("the", "DET", "DT", 4, "det"),
        ("law", "NOUN", "NN", 6, "nsubj"),
        ("a", "DET", "DT", 6, "det"),
        ("mistake", "NOUN", "NN", 2, "ccomp"),
    )
    assert [(w.head, w.deprel) for w in repaired(sentence, []).words[3:]] == [
        (2, "obj"),
        (6, "det"),
        (2, "xcomp"),
    ]


def test_headline_without_its_verb_stays_a_clause() -> None:
    sentence = sentence_of(
        ("Police", "NOUN", "NNS", 2, "nsubj"),
        ("say", "VERB", "VBP", 0, "root"),
        ("suspect", "NOUN", "NN", 4, "nsubj"),
        ("armed", "ADJ", "JJ", 2, "ccomp"),
    )
    assert repaired(sentence, []) == sentence


def test_by_phrase_right_after_a_participle_is_its_agent() -> None:
    sentence = sentence_of(
        ("As", "SCONJ", "IN", 2, "mark"),
        ("reported", "VERB", "VBN", 6, "advcl"),
        ("by", "ADP", "IN", 4, "case"),
        ("police", "NOUN", "NNS", 6, "obl"),
        ("rebels", "NOUN", "NNS", 6, "nsubj"),
        ("attacked", "VERB", "VBD", 0, "root"),
    )
    assert (repaired(sentence, []).word(4).head, repaired(sentence, []).word(4).deprel) == (2, "obl:agent")


def test_a_noun_joined_by_and_is_the_conjunct_of_the_noun_before_it() -> None:
    sentence = sentence_of(
        ("talks", "NOUN", "NNS", 0, "root"),
        ("between", "ADP", "IN", 3, "case"),
        ("Orlov", "PROPN", "NNP", 1, "nmod"),
        ("and", "CCONJ", "CC", 5, "cc"),
        ("Berg", "PROPN", "NNP", 1, "nmod"),
    )
    assert (repaired(sentence, []).word(5).head, repaired(sentence, []).word(5).deprel) == (3, "conj")


def test_a_second_phrase_with_a_preposition_of_its_own_is_no_conjunct() -> None:
    sentence = sentence_of(
        ("talks", "NOUN", "NNS", 0, "root"),
        ("with", "ADP", "IN", 3, "case"),
        ("Orlov", "PROPN", "NNP", 1, "nmod"),
        ("and", "CCONJ", "CC", 6, "cc"),
        ("in", "ADP", "IN", 6, "case"),
        ("Chad", "PROPN", "NNP", 1, "nmod"),
    )
    assert repaired(sentence, []) == sentence


def test_the_sides_do_not_belong_to_the_hour() -> None:
    sentence = sentence_of(
        ("Talks", "NOUN", "NNS", 2, "nsubj"),
        ("lasted", "VERB", "VBD", 0, "root"),
        ("hours", "NOUN", "NNS", 2, "obl"),
        ("between", "ADP", "IN", 5, "case"),
        ("Chad", "PROPN", "NNP", 3, "nmod"),
        ("and", "CCONJ", "CC", 7, "cc"),
        ("Niger", "PROPN", "NNP", 5, "conj"),
    )
    words = list(sentence.words)
    words[2] = replace(words[2], head_type="time")
    mended = repaired(replace(sentence, words=tuple(words)), [])
    assert (mended.word(5).head, mended.word(5).deprel) == (2, "obl")


@pytest.mark.parametrize(
    ("auxiliary", "relations"), [("have", ["nsubj", "obj"]), ("were", ["nsubj:pass", "nsubj:pass"])]
)
def test_a_perfect_without_be_is_no_passive(auxiliary: str, relations: list[str]) -> None:
    sentence = sentence_of(
        ("officials", "NOUN", "NNS", 3, "nsubj:pass"),
        (auxiliary, "AUX", "VBP", 3, "aux" if auxiliary == "have" else "aux:pass"),
        ("deported", "VERB", "VBN", 0, "root"),
        ("migrants", "NOUN", "NNS", 3, "nsubj:pass"),
    )
    mended = repaired(sentence, [])
    assert [mended.word(1).deprel, mended.word(4).deprel] == relations


@pytest.mark.parametrize(("above", "relation", "joint"), [(4, "nsubj:pass", 6), (4, "conj", 7)])
def test_a_number_before_a_second_participle_is_what_underwent_it(above, relation, joint) -> None:
    sentence = sentence_of(
        ("Seven", "NUM", "CD", 2, "nummod"),
        ("people", "NOUN", "NNS", 4, "nsubj:pass"),
        ("were", "AUX", "VBD", 4, "aux:pass"),
        ("killed", "VERB", "VBN", 0, "root"),
        ("and", "CCONJ", "CC", joint, "cc"),
        ("19", "NUM", "CD", above, relation),
        ("injured", "VERB", "VBN", 4, "conj"),
    )
    mended = repaired(sentence, [])
    assert (mended.word(6).head, mended.word(6).deprel) == (7, "nsubj:pass")
    assert mended.word(5).head == 7
    assert mended.word(2) == sentence.word(2)


def test_a_number_that_has_a_verb_of_its_own_stays() -> None:
    sentence = sentence_of(
        ("Seven", "NUM", "CD", 2, "nummod"),
        ("people", "NOUN", "NNS", 4, "nsubj:pass"),
        ("were", "AUX", "VBD", 4, "aux:pass"),
        ("killed", "VERB", "VBN", 0, "root"),
        ("and", "CCONJ", "CC", 7, "cc"),
        ("19", "NUM", "CD", 7, "nsubj:pass"),
        ("injured", "VERB", "VBN", 4, "conj"),
    )
    assert repaired(sentence, []) == sentence
