import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.read.encoding import decode

QUOTED = "The “minister” said: naïve talks – at the café – are over.\r\nHe left."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_common_charsets_come_back_as_they_were(charset):
    assert decode(QUOTED.encode(charset)) == QUOTED


def test_big_endian_with_mark():
    assert decode(codecs.BOM_UTF16_BE + QUOTED.encode("utf-16-be")) == QUOTED


def test_cyrillic_in_its_own_charset_is_detected():
    text = "Президент заявил в четверг, что войска покинут город до конца месяца. Министр это отрицал. " * 5
    assert decode(text.encode("cp1251")) == text


def test_damaged_utf8_is_repaired_and_not_taken_for_another_charset():
    data = ("Der Präsident sagte „nein“. " * 40).encode() + b"\xe2\x80"
    assert decode(data) == "Der Präsident sagte „nein“. " * 40 + "�"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", bytes(range(256)) * 4, b"\x00" * 50]
)
def test_junk_is_not_text(data):
    assert decode(data) is None


def test_newlines_stay():
    assert decode(b"a\r\nb\rc\nd") == "a\r\nb\rc\nd"


@given(st.binary(max_size=300))
def test_any_bytes(data):
    text = decode(data)
    assert text is None or text.encode("utf-8", "replace") is not None


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf8_without_controls_is_kept(text):
    assert decode(text.encode()) == text.removeprefix("\ufeff")
