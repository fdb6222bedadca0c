import pytest

from whence.clean import shape


@pytest.mark.parametrize(
    "text",
    ["He left.", "He left.”", 'He "left".', "He left.[1][2]", "Did he leave?", "He left. \u200b"],
)
def test_sentence_ends(text):
    assert shape.ends_sentence(text)


@pytest.mark.parametrize(
    "text", ["Troops leave", "Troops leave the U.S.", "Troops leave...", "Troops leave…", "…"]
)
def test_no_sentence_ends(text):
    assert not shape.ends_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army left.",
        "“We will go on. We have no choice.” Source to the Post",
        "“We have no choice, and we know it”",
        "“Weak and without a plan.”—Jane Doe",
        "a " * 150,
    ],
)
def test_prose(text):
    assert shape.is_prose(text)


@pytest.mark.parametrize(
    "text", ["Gen. Roe meets the U.S. envoy", "Will troops leave Karm?", "Troops leave Karm"]
)
def test_titles(text):
    assert not shape.is_prose(text)
    assert shape.is_title(text)
    assert shape.is_listed(text)


@pytest.mark.parametrize("text", ["- three dead in Karm", "Other cities:", "12 – 30", "Karm"])
def test_no_titles(text):
    assert not shape.is_title(text)


def test_subheadings_are_short_and_begin_like_a_title():
    assert shape.is_subheading("Rebels of the north")
    assert not shape.is_subheading("and the rebels of the north")
    assert not shape.is_subheading("— Jane Doe")
    assert not shape.is_subheading("Rebels " * 13)
    assert not shape.is_subheading("What now?")
    assert not shape.is_subheading("***")


def test_a_subheading_may_stand_between_dashes():
    assert shape.is_subheading("- Spy contacts -")
    assert not shape.is_subheading("- Spy contacts")


def test_citations_may_have_stops():
    assert shape.is_cited('Jane Doe. "Troops leave Karm in the north" — The Post, June 3, 2019.')
    assert not shape.is_cited("The army left the town on Thursday.")


def test_ornaments_have_no_word():
    assert not shape.has_word("* * *")
    assert shape.has_word("a")
