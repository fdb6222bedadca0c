import io
import re
from pathlib import Path

from rich.console import Console, RenderableType

import whence
from whence.show import terminal
from whence.show.card import one_line
from whence.store import Store


def plain(page: RenderableType) -> str:
    console = Console(width=300, record=True, file=io.StringIO())
    console.print(page)
    return console.export_text()


def test_the_overview_names_the_story_and_its_reports(example_account: Path) -> None:
    with Store.open(example_account) as store:
        page = plain(terminal.overview(store))
    assert "4 reports, 2019-06-23 to 2019-10-02" in page
    assert "PROTEST" in page


def test_an_event_page_shows_counts_ladder_and_sentences(example_account: Path) -> None:
    with Store.open(example_account) as store:
        event = max(store.table("events"), key=lambda e: (e.reports, e.event_id))
        page = plain(terminal.event_page(store, event.event_id, why=True))
    assert f"{event.reports} reports" in page
    assert "independent origin" in page
    assert "Who says so" in page
    assert "    type " in page  # the rule behind the code


def test_every_rung_of_a_ladder_opens_the_words_of_its_holder(example_account: Path) -> None:
    rung = re.compile(r"[├└]── (?P<who>[^“]+?) “(?P<cue>[^”]+)”, .*?   (?P<path>\S+):(?P<a>\d+)-(?P<b>\d+)$")
    opened = 0
    with Store.open(example_account) as store:
        texts = {document.path: document.text for document in store.table("documents")}
        for event in store.table("events"):
            for line in plain(terminal.event_page(store, event.event_id)).splitlines():
                if (found := rung.search(line)) is not None:
                    words = " ".join(texts[found["path"]][int(found["a"]) : int(found["b"])].split())
                    assert found["cue"] in words and found["who"].split(" (")[0] in words
                    opened += 1
    assert opened > 20


def test_every_story_has_a_page_and_every_event_on_it_says_who_says_so(example_account: Path) -> None:
    with Store.open(example_account) as store:
        lines: list[str] = []
        for story in store.table("stories"):
            page = plain(terminal.story_page(store, story.story_id))
            assert story.title in page
            lines += page.splitlines()
        events = store.count("events")
    said = [lines[i + 1] for i, line in enumerate(lines) if " e-" in line]
    assert len(said) == events
    words = re.compile("according to|stated flatly by|considered by|denied by|no one here")
    assert all(words.search(line) for line in said)


def test_a_story_without_events_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing here.", encoding="utf-8")
    with whence.read(tmp_path / "a.txt", into=tmp_path / "account.db") as account:
        assert "no events were read" in plain(terminal.overview(account.store))


def test_an_empty_account_says_what_to_do(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.db", create=True) as store:
        assert "whence read" in plain(terminal.overview(store))


def test_hostile_text_cannot_steer_the_terminal() -> None:
    assert one_line("a\x1b[31mred\x07\nb\u202e") == "a [31mred b"
