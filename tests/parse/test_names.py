import numpy as np

from whence.parse.names import KINDS, NameSpan, Tagged, begun, find, kinds, parts
from whence.parse.reading import Prediction

LABELS = ["O", *(f"{part}-{kind}" for kind in KINDS for part in "BI")]


def tagged(text: str, upos: str, ner: str, head: list[int], deprel: str, htype: str | None = None) -> Tagged:
    forms, tags = text.split(), ner.split()
    shares = np.zeros((len(forms), len(LABELS)))
    for i, tag in enumerate(tags):
        shares[i, LABELS.index(tag)] = 0.9 if tag[0] == "I" else 1.0
    said = Prediction(
        upos=upos.split(),
        xpos=["_"] * len(forms),
        feats=["_"] * len(forms),
        lemma=["k0+"] * len(forms),
        name_shares=shares,
        head_type=htype.split() if htype else ["O"] * len(forms),
        head=head,
        deprel=deprel.split(),
        vectors=np.zeros((len(forms), 1), np.float32),
    )
    return Tagged(forms, said, parts(shares, LABELS), kinds(shares, LABELS))


def named(tags: str) -> list[NameSpan]:
    words = len(tags.split())
    return begun(tagged("x " * words, "PROPN " * words, tags, [0] * words, "root " * words))


def test_tags_to_spans():
    assert named("B-PER I-PER O I-LOC B-LOC") == [
        NameSpan(1, 2, "PER"),
        NameSpan(4, 4, "LOC"),
        NameSpan(5, 5, "LOC"),
    ]


def test_a_name_does_not_break_where_its_kind_does():
    assert named("B-ORG I-LOC I-ORG") == [NameSpan(1, 3, "ORG")]


def test_a_word_is_a_name_only_where_that_is_clearly_likelier():
    doubtful = tagged("x y", "PROPN PROPN", "O O", [0, 1], "root flat")
    for_it = np.array([[0.52, 0.0, 0.48], [0.9, 0.0, 0.1]])
    assert begun(doubtful._replace(parts=for_it)) == [NameSpan(2, 2, "PER")]


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


def test_a_place_of_a_body_is_part_of_its_name_and_that_of_a_body_is_not():
    tree = {"head": [0, 3, 1], "deprel": "root case nmod"}
    bank = tagged("Bank of England", "PROPN ADP PROPN", "B-ORG O B-LOC", **tree)
    assert find([bank]) == [[NameSpan(1, 3, "ORG")]]
    force = tagged(
        "Force of the Guards", "PROPN ADP DET PROPN", "B-ORG O O B-ORG", [0, 4, 4, 1], "root case det nmod"
    )
    assert find([force]) == [[NameSpan(1, 1, "ORG"), NameSpan(4, 4, "ORG")]]


def test_kind_is_settled_over_the_document_and_missed_mentions_are_found():
    as_org = tagged("AFP said", "PROPN VERB", "B-ORG O", [2, 0], "nsubj root")
    as_place = tagged("AFP said", "PROPN VERB", "I-LOC O", [2, 0], "nsubj root")
    missed = tagged("AFP said", "PROPN VERB", "O O", [2, 0], "nsubj root")
    assert find([as_place, as_org, as_org, missed]) == [[NameSpan(1, 1, "ORG")]] * 4


def test_a_war_is_not_part_of_the_place_it_is_named_after():
    sentence = tagged("Iraq War", "PROPN PROPN", "B-LOC O", [2, 0], "compound root", "place event")
    assert find([sentence]) == [[NameSpan(1, 1, "LOC")]]


def test_a_known_place_is_one_name():
    words = tagged(
        "in New Hampshire", "ADP PROPN PROPN", "O B-LOC B-LOC", [2, 0, 2], "case root conj", "O place place"
    )
    assert [tuple(span) for span in find([words])[0]] == [(2, 3, "LOC")]


def test_a_hyphenated_given_name_is_one_with_its_surname():
    def joined(kinds: str) -> list[tuple[int, int]]:
        words = tagged(
            "Jean - Claude Juncker",
            "PROPN PUNCT PROPN PROPN",
            kinds,
            [0, 1, 1, 3],
            "root x conj flat",
            "person O person O",
        )
        return [(span.first, span.last) for span in find([words])[0]]

    assert joined("B-PER O B-PER I-PER") == [(1, 4)]
    assert joined("B-LOC O B-PER I-PER") == [(1, 1), (3, 4)]
