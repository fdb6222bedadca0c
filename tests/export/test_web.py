import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.export.web import json_text, web_address


@given(st.text())
def test_text_in_a_page_stays_text(text: str) -> None:
    written = json_text({"text": text})
    assert json.loads(written) == {"text": text}
    assert not set(written) & set("<>&\u2028\u2029\n")


@pytest.mark.parametrize("url", ["https://a.example/b?c=d&e#f", "http://a.example"])
def test_an_address_of_the_web(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None, "", "javascript:alert(1)", "JavaScript:alert(1)", " https://a.example", "https://",
        "//a.example", 'https://a.example/"onload="x', "https://a.example/<script>", "data:text/html,x", "https://[a",
        "https://a.example/\nb", "file:///etc/passwd", "a.txt",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web(url: str | None) -> None:
    assert web_address(url) is None
