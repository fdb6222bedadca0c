import pytest

from whence.show.web.links import web_address


@pytest.mark.parametrize("url", ["https://example.org/a?b=c", "http://example.org"])
def test_addresses_of_the_web_are_linked(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [None, "", "javascript:alert(1)", "data:text/html,x", "//example.org", "https://", "http://[",
     "java\nscript:x", " https://example.org", "file:///etc/passwd"],
)  # fmt: skip
def test_others_are_not(url: str | None) -> None:
    assert web_address(url) is None
