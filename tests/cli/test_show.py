"""``whence show``: an overview, and a page for every kind of id."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from whence.store import Store

Command = Callable[..., tuple[int, str, str]]
TABLES = {"events": "event_id", "stories": "story_id", "actors": "actor_id", "documents": "document_id"}


@pytest.fixture(scope="module")
def ids(example_account: Path) -> dict[str, str]:
    """One id of each table that has pages."""
    with Store.open(example_account) as store:
        return {name: getattr(next(iter(store.table(name))), key) for name, key in TABLES.items()}


def test_the_overview_as_json_holds_all_stories_and_events(command: Command, example_account: Path) -> None:
    status, page, _ = command("show", example_account, "--json")
    found = json.loads(page)
    with Store.open(example_account) as store:
        assert (status, set(found)) == (0, {"stories", "events"})
        assert len(found["stories"]) == store.count("stories")
        assert len(found["events"]) == store.count("events")
    assert all("status" in event for event in found["events"])


@pytest.mark.parametrize("table", TABLES)
def test_every_kind_of_id_has_a_page_and_json(
    command: Command, example_account: Path, ids: dict[str, str], table: str
) -> None:
    status, page, _ = command("show", example_account, ids[table])
    assert status == 0
    assert ids[table] in page.splitlines()[0]
    status, page, _ = command("show", example_account, ids[table], "--json")
    found = json.loads(page)
    assert status == 0
    assert (found["event"] if table == "events" else found)[TABLES[table]] == ids[table]


def test_an_event_card_as_json(command: Command, example_account: Path, ids: dict[str, str]) -> None:
    card = json.loads(command("show", example_account, ids["events"], "--json")[1])
    assert set(card) == {"event", "story", "tellings", "origins", "conflicts", "derivations", "reprints"}
    for telling in card["tellings"]:
        trigger = telling["mention"]["trigger"]
        assert telling["document"]["text"][trigger["start"] : trigger["end"]] == trigger["text"]


def test_why_adds_reasons(command: Command, example_account: Path, ids: dict[str, str]) -> None:
    plain = command("show", example_account, ids["events"])[1]
    reasons = command("show", example_account, ids["events"], "--why")[1]
    assert "Why counted so" in reasons and "Why counted so" not in plain


def test_a_piped_page_has_no_escapes_and_no_trailing_spaces(command: Command, example_account: Path) -> None:
    page = command("show", example_account)[1]
    assert "\x1b" not in page
    assert all(line == line.rstrip() for line in page.splitlines())


def test_an_id_that_many_share_asks_for_more_of_it(command: Command, example_account: Path) -> None:
    status, page, said = command("show", example_account, "e-")
    assert (status, page) == (1, "")
    assert "Give more of it" in said


def test_no_account_and_no_such_id(command: Command, example_account: Path, no_account: Path) -> None:
    assert command("show", no_account)[0] == 1
    status, page, said = command("show", example_account, "zzz", "--json")
    assert (status, page) == (1, "")
    assert f"whence show {example_account}" in said
