import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.handover import Capture
from whence.read import bounds
from whence.read.fields import Metadata
from whence.read.tables import read_csv, read_json, read_jsonl
from whence.records import Loss

READERS = {"csv": read_csv, "jsonl": read_jsonl, "json": read_json}


def read(kind, data, *, columns=None, metadata=None):
    data = data.encode() if isinstance(data, str) else data
    return list(READERS[kind](f"t.{kind}", data, metadata or Metadata(), columns))


def test_csv_with_quotes_and_newlines_in_a_cell():
    (one, two) = read(
        "csv", 'url,date,title,text\r\nhttps://e.org/a,2019-01-04,T,"One.\r\nSaid ""x""."\r\n,,U,Two\r\n'
    )
    assert (one.record, one.url, one.published, one.title) == (1, "https://e.org/a", "2019-01-04", "T")
    assert one.data == b'One.\r\nSaid "x".'
    assert (two.record, two.url, two.data) == (2, None, b"Two")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_delimiters(mark):
    (one,) = read("csv", f"title{mark}text\nT{mark}Body\n")
    assert (one.title, one.data) == ("T", b"Body")


def test_a_long_cell_is_no_problem():
    (one,) = read("csv", "text\n" + "a" * 200_000)
    assert len(one.data) == 200_000


def test_markup_in_a_record_is_a_page():
    page, text = read("jsonl", '{"text": "<p>The army left.</p>"}\n{"text": "<3 Karm. <p> is a tag."}\n')
    assert (page.media_type, text.media_type) == ("text/html", "text/plain")


def test_a_column_map():
    (one,) = read("csv", "raw,when\nBody,2015\n", columns={"text": "raw", "published": "when"})
    assert (one.data, one.published) == (b"Body", "2015")


def test_a_table_without_text_names_its_columns():
    (loss,) = read("csv", "a,b\n1,2\n")
    assert loss.reason == "columns"
    assert "a, b" in loss.detail
    assert "text=NAME" in loss.detail


def test_what_a_record_says_goes_before_the_default():
    one, two = read("csv", "date,text\n2019-01-04,A\n,B\n", metadata=Metadata(published="2015"))
    assert (one.published, two.published) == ("2019-01-04", "2015")


def test_a_record_without_text_and_one_too_long():
    empty, long = read("csv", f"title,text\nT,\nU,{'a' * (bounds.TEXT_CHARACTERS + 1)}\n")
    assert (empty.reason, long.reason) == ("empty", "size")


@pytest.mark.parametrize("kind", READERS)
def test_no_records_and_no_text_are_losses(kind):
    assert [item.reason for item in read(kind, "")] == ["empty"]
    assert [item.reason for item in read(kind, b"\x00\x01")] == ["binary"]
    assert [item.reason for item in read("csv", "title,text\n")] == ["empty"]


def test_json_lines_go_on_after_a_broken_one():
    first, broken, last = read("jsonl", '{"text":"A"}\n{"text":\n\n{"text":"B\\u2028b"}\n')
    assert first.data == b"A"
    assert broken.reason == "malformed"
    assert "Record 2" in broken.detail
    assert (last.record, last.data.decode()) == (3, "B\u2028b")


def test_json_array_object_and_wrapped_list():
    report = {"headline": "T", "body": "Body", "source": {"id": None, "name": "The Post"}}
    for value in ([report], report, {"status": "ok", "articles": [report]}):
        (one,) = read("json", json.dumps(value))
        assert (one.title, one.data, one.outlet) == ("T", b"Body", "The Post")


@pytest.mark.parametrize("data", ["[" * 100_000, "[1, 2]", '"text"', "null", '{"a": 1}', "{", "NaN"])
def test_other_json_is_a_loss(data):
    assert all(isinstance(item, Loss) for item in read("json", data))
    assert read("json", data)


def test_a_file_of_rubbish_is_given_up():
    found = read("jsonl", "x\n" * 500)
    assert len(found) == bounds.BAD_RECORDS + 1
    assert "Given up" in found[-1].detail


@given(st.sampled_from(sorted(READERS)), st.text(max_size=200) | st.binary(max_size=200))
def test_any_input_gives_captures_or_losses(kind, data):
    data = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    found = read(kind, data)
    assert found
    assert all(isinstance(item, (Capture, Loss)) for item in found)
