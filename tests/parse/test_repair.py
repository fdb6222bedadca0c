from collections.abc import Callable

import pytest

from whence.handover import Name, Sentence, Word
from whence.parse.repair import repaired


@pytest.fixture(scope="module")
def tree(parse) -> Callable[[str], Sentence]:
    """The first sentence of a text."""
    return lambda text: parse(text).sentences[0]


def sentence_of(*words: tuple[str, str, str, int, str]) -> Sentence:
    """A sentence of (form, UPOS, Penn tag, head, relation), one space between words."""
    made, start = [], 0
    for index, (form, upos, xpos, head, deprel) in enumerate(words, start=1):
        made.append(
            Word(
                index=index,
                start=start,
                end=start + len(form),
                text=form,
                lemma=form.lower(),
                upos=upos,
                xpos=xpos,
                feats=None,
                head=head,
                deprel=deprel,
                head_type=None,
            )
        )
        start += len(form) + 1
    return Sentence(index=0, start=0, end=start - 1, passage="body", paragraph=0, words=tuple(made))


def test_words_keep_their_places(tree) -> None:
    sentence = tree("Norway's foreign minister Ine Holm said on Monday that talks had failed.")
    assert [w.index for w in sentence.words] == list(range(1, len(sentence.words) + 1))


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


def test_name_that_hangs_on_its_title_takes_its_place() -> None:
    sentence = sentence_of(
        ("Secretary", "PROPN", "NNP", 6, "nsubj"),
        ("of", "ADP", "IN", 4, "case"),
        ("State", "PROPN", "NNP", 4, "nmod:desc"),
        ("Ine", "PROPN", "NNP", 1, "nmod"),
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


def test_title_of_two_words_is_one() -> None:
    sentence = sentence_of(
        ("Attorney", "NOUN", "NN", 3, "nmod:desc"),
        ("General", "PROPN", "NNP", 3, "nmod:desc"),
        ("Holm", "PROPN", "NNP", 4, "nsubj"),
        ("left", "VERB", "VBD", 0, "root"),
    )
    assert [(w.head, w.deprel) for w in repaired(sentence, []).words[:2]] == [
        (2, "compound"),
        (3, "nmod:desc"),
    ]


def test_by_phrase_of_a_passive_is_its_agent(tree) -> None:
    sentence = tree("The town was shelled by rebels.")
    assert next(w for w in sentence.words if w.text == "rebels").deprel == "obl:agent"


def test_denied_infinitive_is_coordinated(tree) -> None:
    sentence = tree("The goal is to recapture territory the state lost to rebels, not to attack ISIS.")
    attack = next(w for w in sentence.words if w.text == "attack")
    assert (attack.deprel, sentence.word(attack.head).text) == ("conj", "recapture")
    assert next(w for w in sentence.words if w.text == "not").head == attack.index


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
