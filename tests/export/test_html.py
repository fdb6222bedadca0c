"""The dossier, read by an HTML parser and by a browser's rules."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import whence
from whence.export.html import FILE, export
from whence.export.writing import write
from whence.store import Store

ATTACK = '<script>alert("x")</script><img src=x onerror=alert(1)>'
EXAMPLE = Path(__file__).parents[2] / "examples/marsa-talun-2031"


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.style = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] == ["style"] and not self.style:
            self.style = data
        else:
            self.words.append(data)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dossier") / "example.db"
    whence.read(EXAMPLE, into=path).close()
    return path


def dossier(path: Path, out: Path, **options: object) -> str:
    with Store.open(path) as store:
        write(store, out, to="html", **options)  # type: ignore[arg-type]
    return (out / FILE).read_text(encoding="utf-8")


def test_every_story_event_and_report_is_in_one_file_that_leads_inside_itself(
    example: Path, tmp_path: Path
) -> None:
    page = Page(dossier(example, tmp_path / "out"))
    ids = {value for name, value in page.attributes if name == "id"}
    with Store.open(example) as store:
        for table, field in (("stories", "story_id"), ("events", "event_id"), ("documents", "document_id")):
            assert {getattr(one, field) for one in store.table(table)} <= ids
    links = [value for name, value in page.attributes if name == "href"]
    assert links
    assert all(link.startswith("http") or link[1:] in ids for link in links)
    manifest = json.loads((tmp_path / "out/manifest.json").read_text(encoding="utf-8"))
    assert manifest["format"] == "html"


def test_nothing_in_it_runs_or_loads(example: Path, tmp_path: Path) -> None:
    page = Page(dossier(example, tmp_path / "out"))
    assert not {"script", "img", "link", "iframe", "form", "input"} & set(page.tags)
    (policy,) = [value for name, value in page.attributes if name == "content" and "default-src" in value]
    digest = base64.b64encode(hashlib.sha256(page.style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy, "else the page has no style"
    assert "default-src 'none'" in policy and "unsafe" not in policy


def test_what_articles_contain_is_text(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    told = f"Ana Lima {ATTACK} said on Monday that rebels shelled the market and killed 12 people.\n"
    (reports / "a.txt").write_text(told, encoding="utf-8")
    about = {"title": ATTACK, "outlet": ATTACK, "url": "javascript:alert(1)", "published": "2020-03-01"}
    (reports / "a.json").write_text(json.dumps(about), encoding="utf-8")
    whence.read(reports, into=tmp_path / "a.db").close()
    page = Page(dossier(tmp_path / "a.db", tmp_path / "out"))
    assert not {"script", "img"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert not [value for _, value in page.attributes if value.startswith("javascript")]
    assert "alert(" in "".join(page.words), "it is shown as it is written"


def test_without_the_text_no_quote_is_longer_than_its_limit(example: Path, tmp_path: Path) -> None:
    page = Page(dossier(example, tmp_path / "out", no_text=True, quote_limit=40))
    shown = " ".join("".join(page.words).split())
    with Store.open(example) as store:
        texts = [" ".join(document.text.split()) for document in store.table("documents")]
    for text in texts:
        for start in range(0, len(text) - 90, 30):
            assert text[start : start + 90] not in shown


def test_a_name_that_is_blotted_out_stands_nowhere(example: Path, tmp_path: Path) -> None:
    assert "Errahli" in dossier(example, tmp_path / "whole")
    text = dossier(example, tmp_path / "out", redact=["Salma Errahli"])
    assert not re.search("errahli", text, re.IGNORECASE)


def test_the_same_account_is_the_same_file(example: Path, tmp_path: Path) -> None:
    assert dossier(example, tmp_path / "one") == dossier(example, tmp_path / "two")


def test_an_empty_account_is_a_dossier_of_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.db", create=True) as store:
        (path,) = export(store, tmp_path)
    assert "0 reports read" in path.read_text(encoding="utf-8")
