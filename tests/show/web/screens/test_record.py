from __future__ import annotations

from pathlib import Path

import whence
from whence.show.web.page import Ask
from whence.show.web.screens.record import changes, losses
from whence.store import Store


def test_every_loss_stands_there_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The army shelled Karm on Monday.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4")
    with whence.read(tmp_path, into=tmp_path / "a.db", published="2020-03-01") as account:
        page = losses(Ask(store=account.store))
        assert page.data["total"] == len(page.rows) == account.store.count("losses") >= 2
        assert sum(one["count"] for one in page.data["reasons"]) == page.data["total"]


def test_a_run_tells_what_it_changed(example: Path) -> None:
    with Store.open(example) as store:
        page = changes(Ask(store=store))
        run = max(store.table("runs"), key=lambda run: run.started)
        told = list(store.table("changes", run_id=run.run_id))
    assert page.data["run"] == run.run_id
    assert page.data["total"] == len(page.rows) == len(told)
    assert {one["kind"] for one in page.rows} == {"new"}
    assert sum(kind["count"] for kind in page.data["kinds"]) == len(told)
    assert [kind["table"] for kind in page.data["kinds"]] == ["stories", "events", "actors"]


def test_what_is_new_stands_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels shelled the village of Karm on Monday.\n", encoding="utf-8")
    with whence.read(tmp_path, into=tmp_path / "a.db", published="2020-03-01") as account:
        kinds = changes(Ask(store=account.store)).data["kinds"]
    events = next(kind for kind in kinds if kind["table"] == "events")
    assert events["shown"][0]["name"].startswith("Rebels: ASSAULT")
