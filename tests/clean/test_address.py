import pytest

from whence.clean.address import outlet_of


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.example.org/a/b", "example.org"),
        ("http://en.wikinews.org//wiki/X", "en.wikinews.org"),
        ("https://web.archive.org/web/2015/https://example.org/a", "example.org"),
        ("https://archive.ph/AbC", None),
        ("file:///tmp/a.html", None),
        ("not an address", None),
        ("https://[::1", None),
        ("https://localhost/a", None),
        (None, None),
    ],
)
def test_hosts(url, outlet):
    assert outlet_of(url) == outlet
