from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from whence.show.web.app import SCREENS, application
from whence.store import Store, StoreError

Client = Callable[..., TestClient]
TABLES = {
    "story": "stories",
    "claims": "stories",
    "event": "events",
    "document": "documents",
    "actor": "actors",
}


def addresses(path: Path) -> list[str]:
    """Every screen; of those with a key, of the first row."""
    found = []
    with Store.open(path) as store:
        for address in SCREENS:
            page = address.split("/")[1]
            if "{key}" in address:
                record = next(store.table(TABLES[page]))
                field = {"stories": "story_id"}.get(TABLES[page], f"{page}_id")
                address = address.replace("{key}", getattr(record, field))
            found.append(address)
    return found


class Parsed(HTMLParser):
    """Tags, attributes and links of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs


def test_every_screen_is_a_page_json_and_csv_of_the_same(example: Path, client: Client) -> None:
    browser = client(example)
    for address in addresses(example):
        page = browser.get(address)
        assert page.status_code == 200, address
        assert page.headers["content-type"].startswith("text/html")
        if address == "/":
            continue
        data = browser.get(f"{address}.json").json()
        assert isinstance(data, dict) and data, address
        rows = list(csv.reader(io.StringIO(browser.get(f"{address}.csv").text)))
        assert all(len(row) == len(rows[0]) for row in rows), address


def test_every_link_of_a_page_leads_to_a_page(example: Path, client: Client) -> None:
    browser = client(example)
    seen: set[str] = set()
    for address in addresses(example):
        for name, value in Parsed(browser.get(address).text).attributes:
            if name in ("href", "src") and value and value.startswith("/"):
                seen.add(value.partition("#")[0])
    assert len(seen) > 50
    for link in sorted(seen):
        assert browser.get(link).status_code == 200, link


def test_an_anchor_that_is_linked_to_is_there(example: Path, client: Client) -> None:
    browser = client(example)
    links = set()
    for address in addresses(example):
        links |= set(re.findall(r'href="(/document/[\w-]+#at-\d+)"', browser.get(address).text))
    assert len(links) > 20
    for link in sorted(links):
        address, _, anchor = link.partition("#")
        assert f'id="{anchor}"' in browser.get(address).text, link


def test_what_articles_contain_is_text_everywhere(hostile: Path, client: Client) -> None:
    """No page has a tag, a handler or an address of an article's own making."""
    browser = client(hostile)
    for address in [
        *addresses(hostile),
        "/search?q=script",
        "/stories?actor=%3Cscript%3E",
        "/search?q=%22%3E%3Cb%3E",
    ]:
        text = browser.get(address).text
        page = Parsed(text)
        assert page.tags.count("script") == text.count('<script type="module" src="/static/'), address
        assert "img" not in page.tags and "b onerror" not in text, address
        assert not [name for name, _ in page.attributes if name.startswith("on")], address
        hrefs = [value or "" for name, value in page.attributes if name in ("href", "src", "action")]
        assert all(value.startswith(("/", "#", "http")) for value in hrefs), address
        assert "style" not in [name for name, _ in page.attributes], address
    assert "alert(&#34;x&#34;)" in browser.get("/").text, "the title is shown as it is written"


def test_json_and_csv_hold_what_articles_contain_as_it_is(hostile: Path, client: Client, attack: str) -> None:
    browser = client(hostile)
    with Store.open(hostile) as store:
        document = next(store.table("documents"))
    answer = browser.get(f"/document/{document.document_id}.json")
    assert answer.headers["content-type"] == "application/json"
    assert json.loads(answer.text)["document"]["title"] == f"Shells {attack}"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("address", ["/event/e-none", "/story/x", "/document/%00", "/nothing", "/event/"])
def test_an_address_of_nothing_says_so(example: Path, client: Client, address: str) -> None:
    answer = client(example).get(address)
    assert answer.status_code == 404
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    "query",
    [
        "offset=-1",
        "offset=9999999999999",
        "offset=x",
        "mark=none",
        "from=abc",
        "to=%00",
        "actor=%27%22",
        "sort=x",
    ],
)
def test_a_query_that_makes_no_sense_finds_nothing_or_asks_for_nothing(
    example: Path, client: Client, query: str
) -> None:
    browser = client(example)
    for address in ("/stories", "/actors", "/network", "/map", "/search"):
        assert browser.get(f"{address}?{query}").status_code == 200


def test_no_account_is_an_error_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        application(tmp_path / "none.db")


def test_filters_narrow_and_are_kept_in_links(example: Path, client: Client) -> None:
    browser = client(example)
    everything = browser.get("/stories.json").json()
    denied = browser.get("/stories.json?mark=denied").json()
    events = [line for story in denied["stories"] for day in story["days"].values() for line in day]
    assert 0 < len(events) == everything["attention"]["denied"]
    assert all("denied" in line["who"] for line in events)
    assert "mark=denied" in browser.get("/stories?mark=denied").text
