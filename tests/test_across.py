"""Linking an account from documents that are loaded anew."""

from __future__ import annotations

from operator import attrgetter
from pathlib import Path

import pytest

from builders import Claim, report
from whence import across
from whence.across import link_account
from whence.assess import assess
from whence.link import link
from whence.records import TABLES
from whence.store import Store
from whence.tables import Held

REPORTS = [
    report("A", [Claim(voice="Ada Brook", killed=12), Claim(target="Lomi")], published="2020-03-01"),
    report("B", [Claim(voice="Boris Lund", killed=20)], published="2020-03-02"),
    report("C", [Claim(voice="Ada Brook", killed=12)], published="2020-03-02"),
    report("D", [Claim(target="Tarsk")], published="2024-03-02"),
]


def account(path: Path, workers: int = 1) -> dict[str, list[object]]:
    with Store.open(path, create=True) as store:
        store.add(*REPORTS)
        link_account(store, run_id="r-1", workers=workers, tell=lambda *_: None)
        return {name: list(store.table(name)) for name in TABLES}


def test_it_is_what_linking_all_at_once_gives(tmp_path: Path) -> None:
    found = account(tmp_path / "a.db")
    linked = link(Held(REPORTS))
    assessment = assess(REPORTS, linked)
    for name in ("events", "origins", "conflicts"):
        key = attrgetter(f"{name[:-1]}_id")
        assert sorted(found[name], key=key) == sorted(getattr(assessment, name), key=key)
    assert found["stories"] == list(linked.stories)
    assert {m.event_mention_id: m.event_id for m in found["event_mentions"]} == linked.event_of  # type: ignore[attr-defined]


def test_parts_and_workers_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = account(tmp_path / "whole.db")
    monkeypatch.setattr(across, "AT_ONCE", 1)
    monkeypatch.setattr(across, "MANY", 1)
    for workers in (1, 2):
        assert account(tmp_path / f"{workers}.db", workers) == whole


def test_nothing_is_kept_of_linking_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = account(tmp_path / "a.db")
    monkeypatch.setattr(across, "assess", lambda *_: 1 / 0)
    with Store.open(tmp_path / "a.db") as store:
        with pytest.raises(ZeroDivisionError):
            link_account(store, run_id="r-2", workers=1, tell=lambda *_: None)
        assert {name: list(store.table(name)) for name in TABLES} == before
