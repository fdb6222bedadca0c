from whence.read.bounds import TEXT_CHARACTERS
from whence.read.fields import Metadata
from whence.read.text import capture_text, read_text


def test_the_text_is_kept_as_it_is_but_for_the_mark():
    capture = read_text("a.txt", b"\xef\xbb\xbfOne.\r\n\r\nTwo.\n", Metadata(outlet="The Post"))
    assert capture.data == b"One.\r\n\r\nTwo.\n"
    assert (capture.outlet, capture.record, capture.media_type) == ("The Post", None, "text/plain")


def test_space_only_is_empty():
    assert read_text("a.txt", b" \n\t\n", Metadata()).reason == "empty"


def test_binary():
    assert read_text("a.txt", b"\x00\x01\x02", Metadata()).reason == "binary"


def test_a_text_beyond_the_bound():
    assert read_text("a.txt", b"a" * (TEXT_CHARACTERS + 1), Metadata()).reason == "size"


def test_lone_surrogates_of_a_record_are_replaced_one_for_one():
    assert capture_text("a", 1, "x\ud800y", Metadata()).data.decode() == "x�y"
