from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_builders import INJECTIONS
from whence.brief.pieces import LINK, cut, link


@given(st.text() | st.sampled_from(INJECTIONS), st.integers(1, 300))
def test_what_is_cut_is_one_line_of_that_length_at_most(text: str, longest: int) -> None:
    line = cut(text, longest)
    assert len(line) <= longest
    assert line.isprintable() and line == line.strip()


def test_what_fits_is_not_cut() -> None:
    assert cut("abc def", 7) == "abc def"
    assert cut("abc def", 6) == "abc d…"
    assert cut("abc def", 5) == "abc…", "no space before the mark"
    assert cut(None, 5) == ""


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.example", "ftp://a.example",
     "https://", "https:///x", "https://a.example/x y", "", "https://a.example/" + "x" * LINK],
)  # fmt: skip
def test_nothing_but_an_address_of_the_web_is_followed(address: str) -> None:
    assert link(address) is None


def test_an_address_is_followed_as_it_is() -> None:
    address = "https://calder.example/world/a-b_c?x=1&y=%20#top"
    assert link(address) == address


@given(st.text(), st.sampled_from(["http://", "HTTPS://a.example/"]))
def test_nothing_in_an_address_can_end_it(text: str, scheme: str) -> None:
    address = link(scheme + text)
    if address is not None:
        assert address.isascii() and address.isprintable()
        assert not set(address) & set("<>\"'`\\()[]{}|^ ")
