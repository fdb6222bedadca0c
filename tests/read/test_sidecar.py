import pytest

from whence.read.fields import Metadata
from whence.read.sidecar import read_sidecar, sidecar_of


def test_same_stem(tmp_path):
    report = tmp_path / "a.b.txt"
    report.write_text("x")
    assert sidecar_of(report) is None
    (tmp_path / "a.b.json").write_text("{}")
    assert sidecar_of(report) == tmp_path / "a.b.json"


def test_all_fields(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(
        '{"title": "T", "outlet": "O", "published": "2015-10-01", "url": "https://e.org", '
        '"captured": "2015-10-02", "language": "en", "byline": "Jane Doe", "other": [1]}'
    )
    assert read_sidecar("a.json", path) == Metadata(
        title="T",
        outlet="O",
        published="2015-10-01",
        url="https://e.org",
        captured="2015-10-02",
        language="en",
        byline="Jane Doe",
    )


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\x00", b"[" * 100_000, b" " * 1_000_001])
def test_a_broken_sidecar_is_a_loss(tmp_path, data):
    path = tmp_path / "a.json"
    path.write_bytes(data)
    loss = read_sidecar("a.json", path)
    assert (loss.path, loss.reason) == ("a.json", "sidecar")
    assert "not used" in loss.detail
