import pytest

from whence.handover import CleanDocument
from whence.parse import Parser
from whence.records import Document, Passage


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


def document(text: str, *passages: tuple[int, int, str]) -> CleanDocument:
    """A clean document; one body passage unless passages are given."""
    return CleanDocument(
        document=Document(
            document_id="d",
            path=None,
            url=None,
            outlet=None,
            title=None,
            byline=None,
            published=None,
            published_precision=None,
            captured=None,
            language="en",
            translated_from=None,
            version_of=None,
            text=text,
            sha256="",
            analysis_key="",
        ),
        passages=tuple(
            Passage(document_id="d", start=start, end=end, kind=kind)
            for start, end, kind in passages or [(0, len(text), "body")]
        ),
    )


@pytest.fixture(scope="session")
def clean():
    return document
