from dataclasses import replace

from builders import Claim, report
from whence.link.versions import find_versions
from whence.records import Document


def capture(key: str, url: str | None, captured: str | None = None) -> Document:
    document = report("A", [Claim()]).document
    return replace(document, document_id=key, url=url, captured=captured)


def test_later_captures_of_one_address_point_to_the_earliest() -> None:
    late, early = (
        capture("d1", "https://a.example/1", "2020-02-02"),
        capture("d2", "https://a.example/1", "2020-02-01"),
    )
    assert find_versions([late, early]) == {"d1": "d2"}


def test_documents_without_an_address_are_reports_of_their_own() -> None:
    assert find_versions([capture("d1", None), capture("d2", None)]) == {}
