"""Read back by a parser of HTML: whatever articles say, it is text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from brief_builders import INJECTIONS, TEXTS, saying
from whence.brief.html import write
from whence.show.card import one_line

URL = "https://calder.example/a?b=1&c=2"
HELD = {"script", "img", "iframe", "object", "form", "input", "svg", "link", "base", "embed"}


class Page(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


@given(TEXTS)
@settings(max_examples=60)
def test_no_text_of_an_article_changes_what_the_page_is(text: str) -> None:
    assert Page(write(saying(text))).tags == Page(write(saying("x"))).tags


@pytest.mark.parametrize("text", INJECTIONS)
def test_what_articles_say_reads_as_it_is(text: str) -> None:
    page = Page(write(saying(text, url=URL)))
    assert one_line(text)[:60] in page.text
    assert not {tag for tag, _ in page.tags} & HELD
    assert {link for link in page.links if not link.startswith("#p")} == {URL}


def test_nothing_is_loaded_and_nothing_runs() -> None:
    page = write(saying("x", url=URL))
    assert "default-src &#x27;none&#x27;" in page
    assert "@media print" in page
    for word in ("<script", "<img", "src=", "@import", "url(", "onload"):
        assert word not in page


def test_every_number_leads_to_its_passage() -> None:
    page = Page(write(saying("x", url=URL)))
    assert {link for link in page.links if link.startswith("#")} == {"#p1"}
    assert 'id="p1"' in write(saying("x", url=URL))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,<script>", "//evil.example"])
def test_what_is_no_address_of_the_web_is_text(url: str) -> None:
    page = Page(write(saying("x", url=url)))
    assert all(link.startswith("#p") for link in page.links)
    assert url in page.text
