import dataclasses
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.clean import clean, losses
from whence.handover import Capture, CleanDocument
from whence.records import Loss

TEXT = "Army leaves the town of Karm\nBy Jane Doe\nFriday, January 4, 2019\n\nIt left on Thursday, it said.\n"


def capture(text=TEXT, **fields):
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return Capture(**{"path": "x/a.txt", "record": None, "media_type": "text/plain", "data": data} | fields)


def document(*args, **fields):
    return clean(capture(*args, **fields)).document


def test_the_text_tells_title_byline_and_date_when_nothing_else_does():
    found = document()
    assert found.text == TEXT
    assert (found.title, found.byline) == ("Army leaves the town of Karm", "Jane Doe")
    assert (found.published, found.published_precision) == ("2019-01-04", "day")
    assert found.language == "en"
    assert losses(found) == ()


def test_stated_metadata_goes_first():
    found = document(
        title="T", byline="B", published="2015", outlet="O", url="https://e.org/a", captured="2016-01-01"
    )
    assert (found.title, found.byline, found.published, found.published_precision) == (
        "T",
        "B",
        "2015-01-01",
        "year",
    )
    assert (found.outlet, found.url, found.captured) == ("O", "https://e.org/a", "2016-01-01")


def test_a_date_after_the_capture_is_refused():
    assert document("The army left.", published="2019-01-05", captured="2019-01-04").published is None


def test_the_outlet_is_the_host_where_nothing_names_it():
    assert document(url="https://www.example.org/a").outlet == "example.org"


def test_an_undated_text_is_a_document_and_a_loss():
    found = document("The army left.")
    (loss,) = losses(found)
    assert (loss.reason, loss.stage, loss.document_id) == ("undated", "clean", found.document_id)
    assert "--published" in loss.detail


def test_the_id_is_of_the_name_and_the_text_not_the_folder():
    assert document(path="x/a.txt").document_id == document(path="y/z/a.txt").document_id
    assert document(path="x/a.txt").document_id != document(path="x/b.txt").document_id
    assert document(record=1).document_id != document(record=2).document_id
    assert document("One.").document_id != document("Two.").document_id


def test_the_id_is_of_the_url_where_there_is_one():
    one = document(path="a.txt", url="https://e.org/a")
    assert one.document_id == document(path="b.txt", url="https://e.org/a").document_id
    assert one.document_id != document(path="a.txt", url="https://e.org/b").document_id


@pytest.mark.parametrize("field", ["title", "byline", "outlet", "published", "captured", "language"])
def test_the_key_changes_with_the_metadata_and_the_id_does_not(field):
    value = {"published": "2018", "captured": "2020-01-01", "language": "de"}.get(field, "X")
    assert document().document_id == document(**{field: value}).document_id
    assert document().analysis_key != document(**{field: value}).analysis_key


def test_a_record_says_its_number_in_the_path():
    assert document(path="t.csv", record=3).path == "t.csv#3"


def test_a_page():
    page = b"<html><body><article><h1>Army leaves</h1><p>The army left the town.</p></article></body></html>"
    found = clean(capture(page, media_type="text/html"))
    assert [passage.kind for passage in found.passages] == ["headline", "body"]


def test_a_page_without_text_is_a_loss():
    assert clean(capture(b"<html></html>", media_type="text/html")).reason == "empty"


def test_space_only():
    assert clean(capture(" \n")).reason == "empty"


def test_other_languages_are_documents():
    text = (
        "Die Soldaten sind am Donnerstag in der Hauptstadt eingetroffen, sagte der Minister der Zeitung. " * 4
    )
    assert document(text).language == "de"


@given(st.text(alphabet=st.characters(codec=None), min_size=1))
def test_any_text_comes_back_as_it_is(text):
    found = clean(capture(text))
    if isinstance(found, Loss):
        assert not text.strip()
        return
    assert found.document.text == text
    assert {passage.document_id for passage in found.passages} == {found.document.document_id}
    assert len(found.document.sha256) == 64


@settings(max_examples=50)
@given(st.binary(max_size=200), st.sampled_from(["text/plain", "text/markdown", "text/html"]))
def test_any_bytes(data, media_type):
    assert isinstance(clean(capture(data, media_type=media_type)), (CleanDocument, Loss))


def test_the_same_capture_gives_the_same_document():
    assert clean(capture()) == clean(dataclasses.replace(capture()))


def test_the_bundled_dirty_document():
    text = (Path(__file__).parents[2] / "examples/nasty/nasty.txt").read_bytes().decode("utf-8-sig")
    found = clean(capture(text))
    kinds = {text[passage.start : passage.end]: passage.kind for passage in found.passages}
    assert found.document.text == text
    assert kinds["KARM, Oct 1 (Karm Gazette) –"] == "dateline"
    assert kinds["Ten pictures of Karm you will not believe"] == "related"
    assert kinds["A tank, or a tractor, at the bridge – photo via The Karm Gazette"] == "credit"
    assert kinds["Share this: Twitter | Facebook | Email"] == "promotion"
    assert kinds["…Read More"] == "truncation"
    assert found.document.published is None  # every date in it is impossible, ambiguous or without a year
