"""Tails of sentences that say whose words they are."""

from dataclasses import replace

from parse_builders import sentence_of
from whence.handover import Sentence
from whence.parse.tails import with_tail


def tells(*words: tuple[str, str, str, int, str]) -> Sentence:
    sentence = sentence_of(*words)
    lemmas = (replace(word, lemma="tell") if word.text == "told" else word for word in sentence.words)
    return replace(sentence, words=tuple(lemmas))


def heads(sentence: Sentence) -> dict[str, tuple[str, str]]:
    found = {}
    for word in sentence.words:
        head = sentence.head(word)
        found[word.text] = (head.text if head else "", word.deprel)
    return found


def told(clause_verb: tuple[int, str], verb: tuple[int, str], subject: tuple[int, str]) -> Sentence:
    """ "Shells hit markets on Tuesday, a captain told reporters." with three words hung as given."""
    return tells(
        ("Shells", "NOUN", "NNS", *subject),
        ("hit", "VERB", "VBD", *clause_verb),
        ("markets", "NOUN", "NNS", 2, "obj"),
        ("on", "ADP", "IN", 5, "case"),
        ("Tuesday", "PROPN", "NNP", 9, "obl"),
        (",", "PUNCT", ",", 9, "punct"),
        ("a", "DET", "DT", 8, "det"),
        ("captain", "NOUN", "NN", 9, "nsubj"),
        ("told", "VERB", "VBD", *verb),
        ("reporters", "NOUN", "NNS", 9, "iobj"),
        (".", "PUNCT", ".", 9, "punct"),
    )


WHOLE = {
    "told": ("", "root"),
    "hit": ("told", "ccomp"),
    "Shells": ("hit", "nsubj"),
    "Tuesday": ("hit", "obl"),
}


def test_a_tail_below_a_word_of_the_clause_is_put_above_it() -> None:
    found = heads(with_tail(told((0, "root"), (3, "acl:relcl"), (2, "nsubj"))))
    assert {word: found[word] for word in WHOLE} == WHOLE


def test_a_clause_whose_subject_the_tail_has_taken_gets_it_back() -> None:
    found = heads(with_tail(told((1, "acl"), (0, "root"), (9, "nsubj"))))
    assert {word: found[word] for word in WHOLE} == WHOLE


def test_a_clause_that_is_joined_by_a_word_is_no_tail() -> None:
    sentence = tells(
        ("Shells", "NOUN", "NNS", 2, "nsubj"),
        ("fell", "VERB", "VBD", 0, "root"),
        (",", "PUNCT", ",", 6, "punct"),
        ("and", "CCONJ", "CC", 6, "cc"),
        ("captains", "NOUN", "NNS", 6, "nsubj"),
        ("told", "VERB", "VBD", 2, "conj"),
        ("reporters", "NOUN", "NNS", 6, "obj"),
    )
    assert with_tail(sentence) == sentence
