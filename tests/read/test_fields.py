import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.read.fields import FIELDS, Metadata, match_columns, metadata_of, printable, synonyms, value_of


def test_the_wikinews_columns():
    assert match_columns(["url", "date", "title", "text"]) == {
        "url": "url",
        "published": "date",
        "title": "title",
        "text": "text",
    }


def test_news_please_columns():
    found = match_columns(
        ["maintext", "date_publish", "date_download", "source_domain", "authors", "language"]
    )
    assert found == {
        "text": "maintext",
        "published": "date_publish",
        "captured": "date_download",
        "outlet": "source_domain",
        "byline": "authors",
        "language": "language",
    }


def test_names_are_compared_without_case_and_punctuation():
    assert match_columns(["Publish-Date"]) == {"published": "Publish-Date"}


def test_the_first_synonym_wins():
    assert match_columns(["date", "published"])["published"] == "published"


def test_a_mapped_column_wins_and_a_missing_one_is_not_replaced():
    assert match_columns(["text", "raw"], {"text": "raw"}) == {"text": "raw"}
    assert match_columns(["text"], {"text": "raw"}) == {}


def test_every_synonym_is_of_a_known_field():
    assert set(synonyms()) <= set(FIELDS)


def test_given_metadata_goes_over_other():
    ours = Metadata(outlet="The Post")
    assert ours.over(Metadata(outlet="Default", published="2015")) == Metadata(
        outlet="The Post", published="2015"
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  a \n b ", "a b"),
        (["Jane Doe", "John Roe"], "Jane Doe, John Roe"),
        ({"id": "x", "name": "The Post"}, "The Post"),
        (2015, "2015"),
        (None, None),
        ("", None),
        (True, None),
        ({}, None),
    ],
)
def test_values(value, text):
    assert value_of(value) == text


def test_metadata_of_a_record():
    assert metadata_of({"t": "Title", "x": "body"}, {"title": "t", "text": "x"}) == Metadata(title="Title")


@given(st.text(alphabet=st.characters(codec=None)))
def test_printable_text_can_be_encoded_and_keeps_its_length(text):
    assert len(printable(text).encode("utf-8").decode()) == len(text)
