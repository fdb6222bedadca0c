import numpy as np

from whence.parse.names import NameSpan, Tagged, find, from_tags
from whence.parse.runtime import KINDS, Prediction


def tagged(text: str, upos: str, ner: str, head: list[int], deprel: str, htype: str | None = None) -> Tagged:
    forms, tags = text.split(), ner.split()
    kinds = np.zeros((len(forms), 3))
    for i, tag in enumerate(tags):
        if tag != "O":
            kinds[i, KINDS.index(tag[2:])] = 1.0 if tag[0] == "B" else 0.9
    said = Prediction(
        upos=upos.split(),
        xpos=["_"] * len(forms),
        feats=["_"] * len(forms),
        lemma=["k0+"] * len(forms),
        ner=tags,
        kinds=kinds,
        htype=htype.split() if htype else ["O"] * len(forms),
        head=head,
        deprel=deprel.split(),
    )
    return Tagged(forms, said)


def test_tags_to_spans():
    assert from_tags(["B-PER", "I-PER", "O", "I-LOC", "B-LOC"]) == [
        NameSpan(1, 2, "PER"),
        NameSpan(4, 4, "LOC"),
        NameSpan(5, 5, "LOC"),
    ]


def test_a_broken_name_is_joined_by_the_tree():
    sentence = tagged(
        "Evening Gazette reported", "PROPN PROPN VERB", "B-LOC B-ORG O", [2, 3, 0], "compound nsubj root"
    )
    assert [(span.first, span.last) for span in find([sentence])[0]] == [(1, 2)]


def test_function_words_are_trimmed():
    sentence = tagged(
        "of Kerala , he", "ADP PROPN PUNCT PRON", "B-LOC I-LOC I-LOC O", [2, 0, 2, 2], "case root punct x"
    )
    assert find([sentence]) == [[NameSpan(2, 2, "LOC")]]


def test_titles_are_trimmed_and_saints_are_not():
    general = tagged("Gen. Novak", "PROPN PROPN", "B-PER I-PER", [2, 0], "nmod:desc root")
    town = tagged("St. Albans", "PROPN PROPN", "B-LOC I-LOC", [2, 0], "compound root")
    alone = tagged("Maj. Gen.", "PROPN PROPN", "B-PER I-PER", [2, 0], "compound root")
    assert find([general, town, alone]) == [[NameSpan(2, 2, "PER")], [NameSpan(1, 2, "LOC")], []]


def test_kind_is_settled_over_the_document_and_missed_mentions_are_found():
    as_org = tagged("AFP said", "PROPN VERB", "B-ORG O", [2, 0], "nsubj root")
    as_place = tagged("AFP said", "PROPN VERB", "I-LOC O", [2, 0], "nsubj root")
    missed = tagged("AFP said", "PROPN VERB", "O O", [2, 0], "nsubj root")
    assert find([as_place, as_org, as_org, missed]) == [[NameSpan(1, 1, "ORG")]] * 4


def test_a_war_is_not_part_of_the_place_it_is_named_after():
    sentence = tagged("Iraq War", "PROPN PROPN", "B-LOC O", [2, 0], "compound root", "place event")
    assert find([sentence]) == [[NameSpan(1, 1, "LOC")]]
