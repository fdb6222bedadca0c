import csv
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.parse.lemmas import Lemmatizer, apply_script


@pytest.fixture(scope="module")
def lemmatizer(parser):
    return Lemmatizer(parser.model.encoder.vocabulary)


@pytest.mark.parametrize(
    ("form", "script", "expected"),
    [
        ("Walked", "l2+", "walk"),
        ("was", "l=be", "be"),
        ("U.S.", "k0+", "U.S."),
        ("AMERICANS", "t1+", "American"),
        ("a", "l5+", "a"),
    ],
)
def test_edit_scripts(form, script, expected):
    assert apply_script(form, script) == expected


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "expected"),
    [
        ("announced", "VERB", "VBD", "announce"),
        ("ratified", "VERB", "VBN", "ratify"),
        ("fought", "VERB", "VBD", "fight"),
        ("overthrew", "VERB", "VBD", "overthrow"),
        ("withdrawn", "VERB", "VBN", "withdraw"),
        ("accusing", "VERB", "VBG", "accuse"),
        ("bombing", "VERB", "VBG", "bomb"),
        ("bombarded", "VERB", "VBD", "bombard"),
        ("shelled", "VERB", "VBD", "shell"),
        ("barred", "VERB", "VBN", "bar"),
        ("stabbed", "VERB", "VBN", "stab"),
        ("invading", "VERB", "VBG", "invade"),
        ("freeing", "VERB", "VBG", "free"),
        ("freed", "VERB", "VBD", "free"),
        ("severed", "VERB", "VBD", "sever"),
        ("misled", "VERB", "VBD", "mislead"),
        ("repelled", "VERB", "VBN", "repel"),
        ("acceded", "VERB", "VBD", "accede"),
        ("repatriated", "VERB", "VBN", "repatriate"),
        ("mobilizes", "VERB", "VBZ", "mobilize"),
        ("denies", "VERB", "VBZ", "deny"),
        ("launches", "VERB", "VBZ", "launch"),
        ("re-emerged", "VERB", "VBD", "re-emerge"),
        ("airstrikes", "NOUN", "NNS", "airstrike"),
        ("gunmen", "NOUN", "NNS", "gunman"),
        ("allies", "NOUN", "NNS", "ally"),
        ("Authorities", "PROPN", "NNPS", "Authority"),
    ],
)
def test_lemmas_of_news_words_without_a_useful_script(lemmatizer, form, upos, xpos, expected):
    assert lemmatizer.lemma(form, upos, xpos, "k0+") == expected


@pytest.mark.parametrize("table", ["events/lexicon.tsv", "cues/verbs.tsv", "relations/verbs.tsv"])
def test_every_verb_of_the_tables_is_a_known_stem(lemmatizer, table):
    # A failure means that the tables have a new verb: python compile/lemmas.py --verbs-only
    text = (resources.files("whence") / "data" / table).read_text(encoding="utf-8")
    column = {"events/lexicon.tsv": "lemma", "cues/verbs.tsv": "cue", "relations/verbs.tsv": "lemma"}[table]
    verbs = {
        item.replace("_", " ").split()[0]
        for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
        if (row.get("upos") or row.get("pos") or "VERB") == "VERB"
        for item in row[column].split("|")
    }
    known = {lemma for lemma, upos in lemmatizer._stems if upos == "VERB"}
    assert {verb for verb in verbs if verb.isalpha() and verb.islower()} <= known


def test_the_script_decides_between_attested_lemmas(lemmatizer):
    assert lemmatizer.lemma("'s", "AUX", "VBZ", "l=have") == "have"
    assert lemmatizer.lemma("'s", "AUX", "VBZ", "l=be") == "be"


@given(
    st.text(min_size=1, max_size=12),
    st.sampled_from(["VERB", "NOUN", "ADJ", "PROPN", "X"]),
    st.sampled_from(["VBD", "VBG", "VBZ", "VB", "NNS", "NNPS", "JJR", "FW"]),
)
def test_every_form_has_a_lemma(parser, form, upos, xpos):
    assert parser._lemmatizer.lemma(form, upos, xpos, "l0+")


def test_every_short_word_has_a_lemma(lemmatizer):
    for stem in ("", "o", "w", "ow", "aw", "ee", "ue", "sk", "eau"):
        for ending in ("ed", "ing", "s", "d", "es", "ies", "er", "est", "n"):
            for tag, xpos in (
                ("VERB", "VBD"),
                ("VERB", "VBG"),
                ("VERB", "VBZ"),
                ("NOUN", "NNS"),
                ("ADJ", "JJR"),
            ):
                if stem + ending:
                    assert lemmatizer.lemma(stem + ending, tag, xpos, "l0+")


def test_a_plural_with_two_attested_lemmas_always_has_the_same(lemmatizer):
    """One treebank has "troop", the other "troops"; events of one document must agree on one of them."""
    assert {lemmatizer.lemma("troops", "NOUN", "NNS", script) for script in ("l0+", "l1+")} == {"troops"}
