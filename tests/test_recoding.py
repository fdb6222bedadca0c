"""Coding again gives what reading with the same codebook gives, and needs neither reports nor model."""

from pathlib import Path

import pytest

from whence import pipeline
from whence.export import jsonl
from whence.extract import Codebook, load
from whence.pipeline import read_into
from whence.recoding import recode
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
        read_into(store, [report], published="2020-03-04", codebook=codebook)
    return path


@pytest.mark.parametrize("workers", [1, 2])
def test_it_is_as_if_read_with_the_codebook(
    tmp_path: Path, report: Path, codebook: Codebook, workers: int
) -> None:
    plain, own = account(tmp_path / "a.db", report), account(tmp_path / "b.db", report, codebook)
    with Store.open(plain) as store:
        summary = recode(store, codebook=codebook, workers=workers)
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
        assert recode(store, codebook=codebook).read == 1


def test_read_again_with_the_same_codebook_it_is_known(
    tmp_path: Path, report: Path, codebook: Codebook
) -> None:
    plain = account(tmp_path / "a.db", report)
    with Store.open(plain) as store:
        recode(store, codebook=codebook)
        assert read_into(store, [report], published="2020-03-04", codebook=codebook).known == 1
        assert read_into(store, [report], published="2020-03-04").known == 0


def test_what_is_not_read_stays_as_it_is(tmp_path: Path, codebook: Codebook) -> None:
    path = tmp_path / "bericht.txt"
    path.write_text(
        "Die Armee hat am Montag die Stadt beschossen, sagte die Sprecherin.\n" * 4, encoding="utf-8"
    )
    german = account(tmp_path / "a.db", path)
    with Store.open(german) as store:
        assert recode(store, codebook=codebook).read == 0
        assert store.count("documents") == 1
