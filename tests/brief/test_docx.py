"""Opened again by python-docx."""

from __future__ import annotations

import io
import sys
from zipfile import ZipFile

import pytest
from hypothesis import given, settings

from brief_builders import INJECTIONS, TEXTS, saying
from whence.brief.docx import write
from whence.show.card import one_line

docx = pytest.importorskip("docx", reason="the extra docx is not installed")


def paragraphs(text: str) -> list[tuple[str, str]]:
    """(style, text) of each paragraph."""
    document = docx.Document(io.BytesIO(write(saying(text, url="https://calder.example/a"))))
    return [(one.style.name, one.text) for one in document.paragraphs]


@given(TEXTS)
@settings(max_examples=15)
def test_no_text_of_an_article_changes_what_the_document_is(text: str) -> None:
    assert [style for style, _ in paragraphs(text)] == [style for style, _ in paragraphs("x")]


@pytest.mark.parametrize("text", INJECTIONS)
def test_what_articles_say_reads_as_it_is(text: str) -> None:
    assert any(one_line(text)[:60] in said for _, said in paragraphs(text))


def test_it_holds_text_alone() -> None:
    with ZipFile(io.BytesIO(write(saying('" TargetMode="External"', url="https://a.example")))) as package:
        names = package.namelist()
        links = package.read("word/_rels/document.xml.rels").decode()
        body = package.read("word/document.xml").decode()
    assert not [name for name in names if "vba" in name.lower() or "embed" in name.lower()]
    assert 'TargetMode="External"' not in links
    assert "w:fldSimple" not in body and "w:instrText" not in body


def test_the_same_brief_is_the_same_bytes() -> None:
    with ZipFile(io.BytesIO(write(saying("x")))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "1980-01-01T00:00:00Z" in package.read("docProps/core.xml").decode()
    assert write(saying("x")) == write(saying("x"))


def test_headings_lists_and_numbers() -> None:
    found = paragraphs("x")
    assert ("Heading 1", "Announced dates now due") in found
    assert ("Heading 2", "“x”") in found
    assert next(said for style, said in found if style == "List Bullet").endswith("[1]")
    assert any(said.startswith("[1] x, “x”; published 2031-03-12") for _, said in found)


def test_without_python_docx_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ImportError, match=r"pip install 'whence\[docx\]'"):
        write(saying("x"))
