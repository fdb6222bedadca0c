"""Walking the tree of a sentence."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import document
from whence.handover import Extraction, Name, ParsedDocument, Phrase, Sentence, Word


def word(index: int, text: str, head: int, deprel: str, feats: str | None = None) -> Word:
    return Word(
        index=index, start=0, end=len(text), text=text, lemma=text.lower(), upos="X", xpos="X", feats=feats,
        head=head, deprel=deprel, head_type=None,
    )  # fmt: skip


def sentence(*words: Word, passage: str = "body") -> Sentence:
    return Sentence(index=0, start=0, end=9, passage=passage, paragraph=0, words=words)  # type: ignore[arg-type]


# "The old town was shelled by rebels who fled ."
THE, OLD, TOWN, WAS, SHELLED, BY, REBELS, WHO, FLED, STOP = WORDS = (
    word(1, "The", 3, "det"),
    word(2, "old", 3, "amod"),
    word(3, "town", 5, "nsubj:pass"),
    word(4, "was", 5, "aux:pass"),
    word(5, "shelled", 0, "root", "Tense=Past|VerbForm=Part"),
    word(6, "by", 7, "case"),
    word(7, "rebels", 5, "obl:agent"),
    word(8, "who", 9, "nsubj"),
    word(9, "fled", 7, "acl:relcl"),
    word(10, ".", 5, "punct"),
)
SHELLING = sentence(*WORDS)


@st.composite
def trees(draw: st.DrawFn) -> Sentence:
    """Any tree over up to twelve words: words join in a drawn order, each below one that is there."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(1, size + 1)))
    heads = {order[0]: 0}
    for position, index in enumerate(order[1:], start=1):
        heads[index] = draw(st.sampled_from(order[:position]))
    relations = st.sampled_from(["nsubj", "obj", "acl:relcl", "conj"])
    return sentence(*(word(i, f"w{i}", heads[i], draw(relations)) for i in range(1, size + 1)))


def test_children_are_in_text_order() -> None:
    assert SHELLING.children(SHELLED) == (TOWN, WAS, REBELS, STOP)
    assert SHELLING.children(FLED) == (WHO,)
    assert SHELLING.children(THE) == ()


def test_children_by_universal_or_full_relation() -> None:
    assert SHELLING.children(SHELLED, "nsubj") == (TOWN,)
    assert SHELLING.children(SHELLED, "nsubj:pass") == (TOWN,)
    assert SHELLING.children(FLED, "nsubj:pass") == ()
    assert SHELLING.children(SHELLED, "obl", "nsubj") == (TOWN, REBELS)
    assert SHELLING.child(SHELLED, "obl", "nsubj") == TOWN
    assert SHELLING.child(SHELLED, "obj") is None


def test_subtree_is_everything_below_in_text_order() -> None:
    assert SHELLING.subtree(REBELS) == (BY, REBELS, WHO, FLED)
    assert SHELLING.subtree(SHELLED) == WORDS
    assert SHELLING.subtree(THE) == (THE,)


def test_subtree_without_a_branch_that_hangs_directly_on_the_word() -> None:
    assert SHELLING.subtree(REBELS, "acl") == (BY, REBELS)
    assert SHELLING.subtree(REBELS, "acl:relcl", "case") == (REBELS,)
    assert SHELLING.subtree(SHELLED, "acl") == WORDS, "the clause hangs on the rebels, not on the shelling"


def test_ancestors_are_nearest_first() -> None:
    assert list(SHELLING.ancestors(WHO)) == [FLED, REBELS, SHELLED]
    assert list(SHELLING.ancestors(SHELLED)) == []
    assert SHELLING.head(TOWN) == SHELLED
    assert SHELLING.head(SHELLED) is None
    assert SHELLING.root == SHELLED
    assert sentence().root is None


def test_features_and_relation() -> None:
    assert SHELLED.feature("Tense") == "Past"
    assert SHELLED.feature("VerbForm") == "Part"
    assert SHELLED.feature("Mood") is None and THE.feature("Tense") is None
    assert (TOWN.relation, FLED.relation, SHELLED.relation) == ("nsubj", "acl", "root")


@pytest.mark.parametrize(
    ("passage", "analysed"),
    [("headline", True), ("body", True), ("byline", False), ("caption", False), ("related", False)],
)
def test_only_headline_and_body_are_analysed(passage: str, analysed: bool) -> None:
    assert sentence(THE, passage=passage).analysed is analysed


@given(trees())
def test_every_word_is_in_the_subtree_of_the_root(tree: Sentence) -> None:
    assert tree.root is not None
    assert tree.subtree(tree.root) == tree.words


@given(trees())
def test_a_subtree_is_the_closure_of_its_word(tree: Sentence) -> None:
    """Exactly the word and those that have it among their ancestors; each with all its children."""
    for top in tree.words:
        below = tree.subtree(top)
        assert below == tuple(w for w in tree.words if w == top or top in tree.ancestors(w))
        assert all(child in below for w in below for child in tree.children(w))
        assert [w.index for w in below] == sorted(w.index for w in below)


@given(trees())
def test_subtrees_of_siblings_share_nothing_and_leave_out_only_their_head(tree: Sentence) -> None:
    for top in tree.words:
        parts = [w.index for child in tree.children(top) for w in tree.subtree(child)]
        assert len(parts) == len(set(parts))
        assert set(parts) | {top.index} == {w.index for w in tree.subtree(top)}


@given(trees(), st.sampled_from(["nsubj", "obj", "acl", "acl:relcl", "conj"]))
def test_leaving_a_relation_out_leaves_out_those_branches_whole(tree: Sentence, relation: str) -> None:
    for top in tree.words:
        cut = {w.index for child in tree.children(top, relation) for w in tree.subtree(child)}
        kept = [w.index for w in tree.subtree(top, relation)]
        assert kept == [w.index for w in tree.subtree(top) if w.index not in cut]


@given(trees())
def test_ancestors_end_at_the_root(tree: Sentence) -> None:
    for item in tree.words:
        line = [item, *tree.ancestors(item)]
        assert line[-1] == tree.root
        assert all(child in tree.children(head) for child, head in pairwise(line))


def test_a_document_gives_spans_sentences_and_names_by_place() -> None:
    first = Sentence(index=0, start=0, end=9, passage="body", paragraph=0, words=())
    second = Sentence(index=1, start=10, end=18, passage="body", paragraph=0, words=())
    name = Name(sentence=1, first=1, last=1, start=10, end=12, kind="PER")
    report = document("d-1", text="Ada left. Bo came.")
    parsed = ParsedDocument(document=report, passages=(), sentences=(first, second), names=(name,))
    span = parsed.span(10, 12)
    assert (span.text, span.start, span.end) == ("Bo", 10, 12)
    assert parsed.sentence_at(8) == first
    assert parsed.sentence_at(9) is None, "the space between belongs to neither"
    assert parsed.sentence_at(10) == second
    assert parsed.names_in(second) == (name,)
    assert parsed.names_in(first) == ()


def test_a_phrase_is_found_by_its_head_and_the_first_of_two_wins() -> None:
    def phrase(index: int, end: int) -> Phrase:
        return Phrase(
            index=index, sentence=0, head=2, start=0, end=end, text="", kind="actor", form="name", name=None
        )

    found = Extraction(phrases=(phrase(0, 9), phrase(1, 5)), events=(), relations=())
    assert found.phrase_at(0, 2) == found.phrases[0]
    assert found.phrase_at(1, 2) is None
