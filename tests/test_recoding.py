"""Coding again gives what reading with the same codebook gives, and needs neither reports nor model."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from whence import pipeline
from whence.export import jsonl
from whence.extract import Codebook, load
from whence.own import Own
from whence.pipeline import BATCH, read_into
from whence.recoding import recode
from whence.records import EventMention, Relation
from whence.resolve import load_actors
from whence.store import Store

TEXT = "Rebels shelled the town of Karm on Monday, Ada Brook said. The withdrawal of troops began.\n"
HEAD = "phrase\tcode\texample\n"
VARYING = {"runs.jsonl", "changes.jsonl"}


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "in/report.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def codebook(tmp_path: Path) -> Codebook:
    path = tmp_path / "own.tsv"
    path.write_text(HEAD + "shell\tV-1\tRebels shelled it.\n", encoding="utf-8")
    return load(path)


def exported(account: Path, out: Path) -> dict[str, bytes]:
    with Store.open(account) as store:
        jsonl.export(store, out, with_tokens=True)
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name not in VARYING}


def account(path: Path, report: Path, codebook: Codebook | None = None) -> Path:
    with Store.open(path, create=True) as store:
        read_into(store, [report], published="2020-03-04", own=Own(codebook=codebook))
    return path


@pytest.mark.parametrize("workers", [1, 2])
def test_it_is_as_if_read_with_the_codebook(
    tmp_path: Path, report: Path, codebook: Codebook, workers: int
) -> None:
    plain, own = account(tmp_path / "a.db", report), account(tmp_path / "b.db", report, codebook)
    with Store.open(plain) as store:
        summary = recode(store, own=Own(codebook=codebook), workers=workers)
        codes = [(c.code, m.trigger.text) for m in store.table("event_mentions") for c in m.codes]
        digests = {run.run_id: run.codebook for run in store.table("runs")}
    assert (summary.read, codes) == (1, [("V-1", "shelled")])
    assert digests.pop(summary.run_id) == codebook.digest
    assert list(digests.values()) == [None]
    assert exported(plain, tmp_path / "a") == exported(own, tmp_path / "b")


def test_without_a_codebook_its_codes_go_and_ids_stay(
    tmp_path: Path, report: Path, codebook: Codebook
) -> None:
    own = account(tmp_path / "a.db", report, codebook)
    with Store.open(own) as store:
        before = [m.event_mention_id for m in store.table("event_mentions")]
        recode(store)
        assert [m.event_mention_id for m in store.table("event_mentions")] == before
        assert not any(m.codes for m in store.table("event_mentions"))
        assert [change for change in store.table("changes") if change.kind != "new"] == []
    assert exported(own, tmp_path / "a") == exported(account(tmp_path / "b.db", report), tmp_path / "b")


def test_nothing_is_parsed_again(
    tmp_path: Path, report: Path, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = account(tmp_path / "a.db", report)
    report.unlink()
    monkeypatch.setattr(pipeline, "parser", None)
    with Store.open(plain) as store:
        assert recode(store, own=Own(codebook=codebook)).read == 1


def test_read_again_with_the_same_codebook_it_is_known(
    tmp_path: Path, report: Path, codebook: Codebook
) -> None:
    plain = account(tmp_path / "a.db", report)
    with Store.open(plain) as store:
        recode(store, own=Own(codebook=codebook))
        assert read_into(store, [report], published="2020-03-04", own=Own(codebook=codebook)).known == 1
        assert read_into(store, [report], published="2020-03-04").known == 0


def test_what_is_not_read_is_as_if_read_with_the_codebook(tmp_path: Path, codebook: Codebook) -> None:
    path = tmp_path / "bericht.txt"
    text = "Die Armee hat am Montag die Stadt beschossen, sagte die Sprecherin.\n" * 4
    path.write_text(text, encoding="utf-8")
    plain, own = account(tmp_path / "a.db", path), account(tmp_path / "b.db", path, codebook)
    with Store.open(plain) as store:
        recode(store, own=Own(codebook=codebook))
        assert read_into(store, [path], published="2020-03-04", own=Own(codebook=codebook)).known == 1
    assert exported(plain, tmp_path / "a") == exported(own, tmp_path / "b")


def test_many_documents_are_coded_again_in_several_batches(tmp_path: Path, codebook: Codebook) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(BATCH + 2):
        (folder / f"{number}.txt").write_text(f"Rebels shelled town {number}.\n", encoding="utf-8")
    plain, own = account(tmp_path / "a.db", folder), account(tmp_path / "b.db", folder, codebook)
    with Store.open(plain) as store:
        assert recode(store, own=Own(codebook=codebook)).read == BATCH + 2
    assert exported(plain, tmp_path / "a") == exported(own, tmp_path / "b")


def test_a_parse_that_cannot_be_read_costs_one_document_its_events(
    tmp_path: Path, report: Path, codebook: Codebook
) -> None:
    plain = account(tmp_path / "a.db", report)
    with closing(sqlite3.connect(plain)) as connection, connection:
        connection.execute("UPDATE parses SET data = x'00'")
    with Store.open(plain) as store:
        (loss,) = recode(store, own=Own(codebook=codebook)).losses
        assert (loss.stage, loss.reason) == ("analyse", "error")
        assert "no parse that was kept" in loss.detail
        assert [found.detail for found in store.table("losses")] == [loss.detail]
        assert store.count("event_mentions") == 0


def test_another_name_of_the_same_codebook_is_another_scheme(
    tmp_path: Path, report: Path, codebook: Codebook
) -> None:
    renamed = replace(codebook, scheme="renamed")
    with Store.open(account(tmp_path / "a.db", report, codebook)) as store:
        assert read_into(store, [report], published="2020-03-04", own=Own(codebook=renamed)).known == 0
        assert [c.scheme for m in store.table("event_mentions") for c in m.codes] == ["renamed"]


def test_a_codebook_changes_nothing_but_codes(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    text = "Rebels shelled the town, the mayor said. Singers serenaded the bus. Minister Ada Brook left.\n"
    path.write_text(text, encoding="utf-8")
    own = tmp_path / "own.tsv"
    own.write_text(HEAD + "say\tS-1\tAda said so.\nserenade\tM-1\tThey serenaded her.\n", encoding="utf-8")

    def told(codebook: Codebook | None, name: str) -> tuple[list[EventMention], list[Relation]]:
        with Store.open(account(tmp_path / name, path, codebook)) as store:
            mentions = [replace(m, codes=()) for m in store.table("event_mentions") if m.other != "own code"]
            return mentions, list(store.table("relations"))

    assert told(load(own), "a.db") == told(None, "b.db")


def test_it_is_as_if_read_with_the_actors(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The Red Dawn Brigade shelled a town on Monday.\n", encoding="utf-8")
    table = tmp_path / "my.tsv"
    table.write_text(
        "kind\tname\tcountry\tsectors\narmed_group\tRed Dawn Brigade\tMLI\tREB\n", encoding="utf-8"
    )
    own = Own(actors=load_actors(table))
    with (
        Store.open(tmp_path / "a.db", create=True) as store,
        Store.open(tmp_path / "b.db", create=True) as other,
    ):
        read_into(store, [path], published="2020-03-04")
        summary = recode(store, own=own, workers=2)
        read_into(other, [path], published="2020-03-04", own=own)
        for name in ("actors", "event_mentions", "events"):
            assert [*store.table(name)] == [*other.table(name)]
        (brigade,) = (actor for actor in store.table("actors") if "Brigade" in actor.name)
        assert (brigade.country, brigade.sectors) == ("MLI", ("REB",))
        assert {r.run_id: r.actors for r in store.table("runs")}[summary.run_id] == own.actors.digest
        assert read_into(store, [path], published="2020-03-04", own=own).known == 1
