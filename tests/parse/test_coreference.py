import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from builders import clean
from whence.parse.coreference import (
    OWN_FEATURES,
    PAIR_FEATURES,
    REACH,
    TaggedSentence,
    mentions,
    own_features,
    pair_features,
    pairs,
)

PERSON, ORGANIZATION = 6, 5


def sentence(text: str, upos: str, heads: list[int], relations: str, types: dict[int, int]) -> TaggedSentence:
    forms = text.split()
    return TaggedSentence(
        forms=forms,
        upos=upos.split(),
        feats=["_"] * len(forms),
        heads=heads,
        relations=relations.split(),
        types=[types.get(i, 0) for i in range(len(forms))],
        vectors=np.zeros((len(forms), 96), np.float32),
    )


MINISTER = sentence(
    "The old minister met her",
    "DET ADJ NOUN VERB PRON",
    [3, 3, 4, 0, 4],
    "det amod nsubj root obj",
    {2: PERSON, 4: PERSON},
)
AGAIN = sentence("the minister left", "DET NOUN VERB", [2, 3, 0], "det nsubj root", {1: PERSON})


def test_mentions_are_the_words_with_a_type():
    found = mentions([MINISTER, AGAIN])
    assert found.head.tolist() == [2, 4, 1]
    assert found.sentence.tolist() == [0, 0, 1]
    assert list(zip(found.first.tolist(), found.last.tolist(), strict=True)) == [(0, 2), (4, 4), (0, 1)]
    assert found.definite.tolist() == [1, 0, 1]
    assert [bool(p) for p in found.pronoun] == [False, True, False]


def test_features_tell_equal_heads_apart_from_equal_phrases():
    found = mentions([MINISTER, AGAIN])
    later, earlier = pairs(len(found))
    assert list(zip(later.tolist(), earlier.tolist(), strict=True)) == [(1, 0), (2, 0), (2, 1)]
    features = pair_features(found, later, earlier)
    same_head, same_phrase = features[:, 0], features[:, 1]
    assert same_head.tolist() == [0, 1, 0]
    assert same_phrase.tolist() == [0, 0, 0]  # "old minister" is not "minister"
    shared = features[:, 19]
    assert shared.tolist() == [0, 1, 0]  # all of the shorter phrase, but nothing of a pronoun


@given(st.integers(0, 150))
def test_every_mention_is_compared_with_those_before_it_within_reach(count):
    later, earlier = pairs(count)
    expected = [(j, i) for j in range(count) for i in range(max(0, j - REACH), j)]
    assert list(zip(later.tolist(), earlier.tolist(), strict=True)) == expected


def test_features_have_the_widths_that_the_network_was_trained_with():
    found = mentions([MINISTER, AGAIN])
    assert pair_features(found, *pairs(3)).shape == (3, PAIR_FEATURES)
    assert own_features(found).shape == (3, OWN_FEATURES)


def test_nothing_to_link_is_no_entity(parser):
    assert parser.antecedents.entities([]) == ()
    assert parser.parse(clean("Rain.")).entities == ()


def test_a_pronoun_and_a_repeated_name_find_their_person(parser):
    parsed = parser.parse(
        clean("Maria Novak resigned on Monday. She had led the party for years, Novak told reporters.")
    )
    entities = [{parsed.sentences[s].word(i).text for s, i in entity} for entity in parsed.entities]
    assert any({"She", "Novak"} <= entity for entity in entities)


def test_the_same_words_mean_the_same_however_far_apart(parser):
    text = "Asylum seekers arrived in Genoa. " + "Rain fell on the quiet hills of Umbria. " * 40
    parsed = parser.parse(clean(text + "Asylum seekers left again."))
    assert parsed.sentences[-1].index > 30
    heads = [{ref[0] for ref in entity} for entity in parsed.entities]
    assert any({0, parsed.sentences[-1].index} <= sentences for sentences in heads)
