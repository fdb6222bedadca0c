"""Read back by a parser of CommonMark: whatever articles say, it is text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from brief_builders import INJECTIONS, TEXTS, saying
from whence.brief.markdown import escape, write
from whence.show.card import one_line

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def read(page: str) -> list[tuple[str, str]]:
    """(kind of token, its text), inline ones in their place."""
    found = []
    for token in PARSER.parse(page):
        if token.type == "inline":
            found += [(child.type, child.content) for child in token.children or ()]
        else:
            found.append((token.type, token.content))
    return found


def kinds(page: str) -> list[str]:
    """Kinds of tokens, texts beside one another as one."""
    found: list[str] = []
    for kind, _ in read(page):
        if not (kind == "text" and found[-1:] == ["text"]):
            found.append(kind)
    return found


@pytest.mark.parametrize("opening", ["", "- ", "# ", "word ", "- **strong** "])
@given(TEXTS)
def test_what_is_escaped_reads_as_it_is_and_is_nothing_else(opening: str, text: str) -> None:
    line = one_line(text)
    found = read(f"{opening}{escape(line)}\n")
    markup = [kind for kind, _ in read(f"{opening}x\n")]
    assert kinds(f"{opening}{escape(line)}\n") == kinds(f"{opening}x\n"), markup
    assert "".join(content for kind, content in found if kind == "text").endswith(line)


@given(TEXTS)
@settings(max_examples=60)
def test_no_text_of_an_article_changes_what_the_page_is(text: str) -> None:
    page = write(saying(text))
    assert kinds(page) == kinds(write(saying("x")))
    assert not {kind for kind in kinds(page) if kind.startswith(("html", "link", "image", "code", "fence"))}


@pytest.mark.parametrize("text", INJECTIONS)
def test_no_address_is_made_of_a_text(text: str) -> None:
    page = write(saying(text, url="https://calder.example/a"))
    opened = [token for token in _flat(page) if token.type == "link_open"]
    assert {token.attrs["href"] for token in opened} == {"https://calder.example/a"}


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://a.example/>)<script>", 'https://a.example/"onclick="x']
)
def test_an_address_that_could_be_more_than_one_is_text_or_quoted(url: str) -> None:
    page = write(saying("x", url=url))
    assert not any(kind.startswith("html") for kind in kinds(page))
    for token in _flat(page):
        if token.type == "link_open":
            assert str(token.attrs["href"]).startswith("https://a.example/%")


def test_passages_are_footnotes_and_every_number_has_one() -> None:
    page = write(saying("Nora Westerby", url="https://calder.example/a"))
    assert "[^1]: Nora Westerby, “Nora Westerby”; published 2031-03-12;" in page
    assert "<https://calder.example/a>; d-1, characters 0–13: “Nora Westerby…”" in page
    assert page.count("[^1]") > 10 and "[^2]" not in page


def test_the_same_brief_is_the_same_page() -> None:
    assert write(saying("x")) == write(saying("x"))
    assert write(saying("x")).endswith("\n")


def _flat(page: str):  # type: ignore[no-untyped-def]
    return [child for token in PARSER.parse(page) for child in token.children or ()]
