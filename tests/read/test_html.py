from whence.read.fields import Metadata
from whence.read.html import read_html


def test_the_bytes_go_on_as_they_are():
    data = "<html><meta charset=cp1251><p>да".encode("cp1251")
    capture = read_html("a.html", data, Metadata(url="https://example.org/a"))
    assert (capture.data, capture.media_type, capture.url) == (data, "text/html", "https://example.org/a")


def test_binary_and_empty():
    assert read_html("a.html", b" \n", Metadata()).reason == "empty"
    assert read_html("a.html", b"\x7fELF\x00\x00", Metadata()).reason == "binary"
    assert read_html("a.html", "<p>x".encode("utf-16"), Metadata()).media_type == "text/html"
