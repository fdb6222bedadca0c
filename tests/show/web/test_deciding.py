from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient

from whence.store import Store

Client = Callable[..., TestClient]


@pytest.fixture
def own(example: Path, tmp_path: Path) -> Path:
    """A copy of the example to decide of."""
    path = tmp_path / "own.db"
    with Store.open(example) as store, store.reading() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return Path(shutil.copy(example, path))


def form(browser: TestClient, address: str) -> str:
    found = re.search(r'name="form" value="([\w-]+)"', browser.get(address).text)
    assert found is not None
    return found[1]


def test_a_corrected_field_is_kept_applied_and_shown(own: Path, client: Client) -> None:
    browser = client(own)
    with Store.open(own) as store:
        told = next(m for m in store.table("event_mentions") if m.actors and m.type == "ASSAULT")
        documents = list(store.table("documents"))
    address = f"/event/{told.event_id}"
    given = {
        "form": form(browser, address), "back": address, "ids": told.event_mention_id,
        "verdict": "corrected", "field": "realis", "value": "future", "who": "A. Nowak",
    }  # fmt: skip
    answer = browser.post("/decide", data=given)
    assert answer.status_code == 303, answer.text
    assert "linked anew" in unquote(answer.headers["location"])
    with Store.open(own) as store:
        (judgement,) = store.table("judgements")
        assert (judgement.verdict, judgement.field, judgement.who) == ("corrected", "realis", "A. Nowak")
        (again,) = store.table("event_mentions", event_mention_id=told.event_mention_id)
        assert again.realis == "future"
        assert list(store.table("documents")) == documents, "what was stored is as it was"
        page = browser.get(f"/event/{again.event_id}").text
    assert "corrected by A. Nowak" in page


def test_two_events_judged_the_same_are_one_and_the_old_page_leads_on(own: Path, client: Client) -> None:
    browser = client(own)
    with Store.open(own) as store:
        one, other = [event.event_id for event in store.table("events", type="ASSAULT")][:2]
        count = store.count("events")
    given = {"form": form(browser, f"/event/{one}"), "ids": f"{one} {other}", "verdict": "same"}
    for back in (one, other):
        answer = browser.post("/decide", data={**given, "back": f"/event/{back}"})
        assert answer.status_code in (303, 400)
        if answer.status_code == 303:
            assert browser.get(answer.headers["location"]).status_code == 200
    with Store.open(own) as store:
        assert store.count("events") < count


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"verdict": "burn"}, "Say what is decided"),
        ({"verdict": "same", "ids": "e-none e-other"}, "Nothing in"),
        ({"verdict": "corrected", "ids": "", "field": "actor"}, "Give the id"),
    ],
)
def test_what_cannot_be_decided_is_said_and_nothing_is_kept(
    own: Path, client: Client, given: dict[str, str], said: str
) -> None:
    browser = client(own)
    with Store.open(own) as store:
        event = next(store.table("events")).event_id
    answer = browser.post("/decide", data={**given, "form": form(browser, f"/event/{event}")})
    assert answer.status_code == 400
    assert said in answer.text
    with Store.open(own) as store:
        assert store.count("judgements") == 0


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/decide", "/event/../x", "javascript:x"]
)
def test_after_a_decision_it_goes_nowhere_else(own: Path, client: Client, back: str) -> None:
    browser = client(own)
    with Store.open(own) as store:
        told = next(store.table("event_mentions"))
    given = {
        "form": form(browser, f"/event/{told.event_id}"), "back": back, "ids": told.event_mention_id,
        "verdict": "right",
    }  # fmt: skip
    answer = browser.post("/decide", data=given)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/?said=")


def test_a_form_that_is_too_long_is_not_read(example: Path, client: Client) -> None:
    assert client(example).post("/decide", data={"note": "x" * 200_000}).status_code == 413
