import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from whence.parse.decode import is_tree
from whence.parse.mentions import spans


def phrases(text: str, heads: list[int], relations: str) -> dict[str, str]:
    words = text.split()
    return {
        words[i]: " ".join(words[first : last + 1])
        for i, (first, last) in enumerate(spans(heads, relations.split()))
    }


def test_a_phrase_is_what_hangs_on_its_head():
    found = phrases(
        "The foreign minister of Russia who resigned left .",
        [3, 3, 8, 5, 3, 7, 3, 0, 8],
        "det amod nsubj case nmod nsubj acl:relcl root punct",
    )
    assert found["minister"] == "The foreign minister of Russia who resigned"
    assert found["Russia"] == "Russia"


def test_a_preposition_and_the_other_conjunct_are_outside():
    found = phrases("with rebels and soldiers", [2, 0, 4, 2], "case root cc conj")
    assert found["rebels"] == "rebels"
    assert found["soldiers"] == "soldiers"


def test_a_predicate_is_not_its_clause():
    found = phrases("He is the new leader", [5, 5, 5, 5, 0], "nsubj cop det amod root")
    assert found["leader"] == "the new leader"


@st.composite
def trees(draw):
    order = draw(st.permutations(range(draw(st.integers(1, 9)))))
    heads = [0] * len(order)
    for place, word in enumerate(order[1:], start=1):
        heads[word] = order[draw(st.integers(0, place - 1))] + 1
    return heads


@given(trees(), st.data())
def test_every_word_is_in_the_phrase_it_heads(heads, data):
    assert is_tree(np.array(heads))
    relations = [data.draw(st.sampled_from(["amod", "case", "conj", "nmod"])) for _ in heads]
    for word, (first, last) in enumerate(spans(heads, relations)):
        assert 0 <= first <= word <= last < len(heads)
