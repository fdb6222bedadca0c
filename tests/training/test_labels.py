from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from training.document import TAG_LAYERS
from training.labels import edit_script, inventory

from whence.parse.lemmas import apply_script
from whence.schema import plover

WORDS = st.text("abcdnotABCDNOT'-.12éÉß", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("form", "lemma", "script"),
    [
        ("the", "the", "l0+"),
        ("The", "the", "l0+"),
        ("Walked", "walk", "l2+"),
        ("cities", "city", "l3+y"),
        ("men", "man", "l2+an"),
        ("was", "be", "l=be"),
        ("'s", "have", "l=have"),
        ("n't", "not", "l2+ot"),
        ("U.S.", "U.S.", "k0+"),
        ("Karm", "Karm", "k0+"),
        ("McCains", "McCain", "k1+"),
        ("AMERICANS", "American", "t1+"),
        ("usa", "USA", "u0+"),
        ("10", "10", "l0+"),
        ("goeswith", "_", "l8+_"),
    ],
)
def test_edit_scripts_of_real_words(form, lemma, script):
    assert edit_script(form, lemma) == script
    assert apply_script(form, script) == lemma


@given(WORDS, WORDS, st.sampled_from([str.lower, str.upper, str.capitalize]))
def test_a_lemma_in_one_case_comes_back_whatever_the_form(form, lemma, case):
    assert apply_script(form, edit_script(form, case(lemma))) == case(lemma)


@given(WORDS, st.integers(0, 8), st.text("abcdnoté", max_size=4))
def test_a_lemma_that_begins_as_its_form_comes_back_with_its_capitals(form, kept, ending):
    assume(not ending or form[kept : kept + 1].lower() != ending[0])
    lemma = form[:kept] + ending
    assert apply_script(form, edit_script(form, lemma)) == lemma


@given(WORDS, WORDS)
def test_any_other_lemma_comes_back_but_for_its_capitals(form, lemma):
    assert apply_script(form, edit_script(form, lemma)).lower() == lemma.lower()


@given(WORDS, st.sampled_from(["", "s", "ed", "ing"]), WORDS)
def test_words_inflected_alike_have_the_same_script(one, ending, other):
    one, other = one.lower() + "x", other.lower() + "x"
    assert edit_script(one + ending, one) == edit_script(other + ending, other)


def test_every_layer_of_tags_has_its_labels_once(labels):
    assert set(labels) == {*TAG_LAYERS, "role"}
    assert all(len(set(values)) == len(values) > 1 for values in labels.values())


def test_all_types_of_plover_are_chosen_from(labels):
    assert labels["event_type"] == [
        *("ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE"),
        *("PROTEST", "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN", "NONE"),
    ]


def test_all_modes_of_plover_are_chosen_from_with_their_type(labels):
    assert labels["event_mode"][0] == "-"
    assert {"ASSAULT aerial", "CONSULT visit", "RETREAT withdraw"} <= set(labels["event_mode"])
    assert len(labels["event_mode"]) == 1 + sum(len(kind.modes) for kind in plover().types.values())


def test_names_and_spans_have_an_outside_and_a_beginning(labels):
    assert labels["name"] == ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
    assert labels["source"] == labels["cue"] == labels["content"] == ["O", "B", "I"]
    assert labels["sentence_start"] == ["0", "1"]
    assert labels["head_type"][0] == "O"


def test_what_nobody_holds_has_no_certainty_to_learn(labels):
    assert set(labels["certainty"]) == {"certain", "probable", "possible"}
    assert set(labels["sign"]) == {"+", "-", "?"}
    assert set(labels["realis"]) == {"past", "ongoing", "future", "conditional", "generic"}


def test_tags_and_relations_are_learned_from_one_example(sentence):
    found = inventory([sentence])
    assert found["upos"] == ["DET", "NOUN", "PROPN", "PUNCT", "VERB"]
    assert found["xpos"] == [".", "DT", "NN", "NNP", "VBD"]
    assert found["relation"] == ["det", "nsubj", "obj", "punct", "root"]


def test_features_need_two_examples_and_edit_scripts_three(sentence):
    # "_" and "Number=Sing" twice, "Tense=Past" once; the, army and "." are "l0+", shelled "l2+", Karm "k0+".
    once = inventory([sentence])
    assert once["feats"] == ["Number=Sing", "_"]
    assert once["lemma"] == ["l0+"]
    assert inventory([sentence] * 2)["feats"] == ["Number=Sing", "Tense=Past", "_"]
    assert inventory([sentence] * 2)["lemma"] == ["l0+"]
    assert inventory([sentence] * 3)["lemma"] == ["k0+", "l0+", "l2+"]


def test_the_order_of_sentences_changes_no_label(sentence):
    other = replace(sentence, upos=["ADV"] * 5, deprels=["advmod"] * 5)
    assert inventory([sentence, other]) == inventory([other, sentence])
