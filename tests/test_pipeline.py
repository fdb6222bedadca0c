"""The account is a function of the documents read, not of how they were read; nothing stops a run."""

import json
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import whence
from builders import Claim, report
from whence import pipeline
from whence.export.writing import write
from whence.pipeline import keep, read_into
from whence.store import Store

EXAMPLES = Path(__file__).parents[1] / "examples"
VARYING = ("runs.jsonl", "changes.jsonl")


def exported(account: Path, out: Path) -> dict[str, bytes]:
    """Every exported file that must not differ between two ways of reading."""
    with Store.open(account) as store:
        write(store, out, to="jsonl", with_tokens=True)
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.name not in VARYING}


def read_in(batches: Sequence[Sequence[Path]], folder: Path, *, workers: int = 1) -> dict[str, bytes]:
    account = folder / "account.db"
    for batch in batches:
        with Store.open(account, create=True) as store:
            read_into(store, batch, workers=workers)
    return exported(account, folder / "out")


@pytest.fixture(scope="module")
def files() -> list[Path]:
    return [*sorted((EXAMPLES / "hong-kong-2019").glob("*.txt")), EXAMPLES / "nasty/nasty.txt"]


@pytest.fixture(scope="module")
def at_once(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return read_in([files], tmp_path_factory.mktemp("once"))


def test_one_by_one_is_the_same(files: list[Path], at_once: dict[str, bytes], tmp_path: Path) -> None:
    assert read_in([[file] for file in files], tmp_path) == at_once


def test_shuffled_in_batches_is_the_same(
    files: list[Path], at_once: dict[str, bytes], tmp_path: Path
) -> None:
    shuffled = list(files)
    random.Random(7).shuffle(shuffled)
    assert read_in([shuffled[:3], shuffled[3:]], tmp_path) == at_once


def test_two_workers_are_the_same(files: list[Path], at_once: dict[str, bytes], tmp_path: Path) -> None:
    assert read_in([files], tmp_path, workers=2) == at_once


def test_reading_again_adds_nothing(files: list[Path], at_once: dict[str, bytes], tmp_path: Path) -> None:
    assert read_in([files, files], tmp_path) == at_once


def test_every_input_is_a_document_or_a_loss(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("The army left Karm.\n", encoding="utf-8")
    (tmp_path / "in/de.txt").write_text(
        "Die Regierung in Berlin hat am Montag neue Maßnahmen beschlossen, die ab Dienstag gelten sollen. "
        "Der Minister sagte, dass die Bürger sich keine Sorgen machen müssten.\n",
        encoding="utf-8",
    )
    (tmp_path / "in/photo.jpg").write_bytes(b"\xff\xd8\xff")
    with whence.read(tmp_path / "in", into=tmp_path / "x.db", published="2020-01-01") as account:
        assert {d.language for d in account.documents} == {"en", "de"}
        assert {loss.reason for loss in account.losses} == {"language", "format"}
        german = next(d for d in account.documents if d.language == "de")
        assert not [m for m in account.event_mentions if m.document_id == german.document_id]


def test_a_stage_that_fails_costs_one_document_its_events(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise RecursionError("too deep")

    (tmp_path / "report.txt").write_text("The army left Karm on Monday.\n", encoding="utf-8")
    monkeypatch.setattr(pipeline, "extract", broken)
    with whence.read(tmp_path / "report.txt", into=tmp_path / "x.db", published="2020-01-01") as account:
        assert len(account.documents) == 1
        (loss,) = account.losses
        assert (loss.stage, loss.reason) == ("analyse", "error")
        assert "RecursionError" in loss.detail
    with whence.read(tmp_path / "report.txt", into=tmp_path / "x.db", published="2020-01-01") as account:
        assert [loss.reason for loss in account.losses] == ["error"]  # still so, though it is known now


def test_changed_metadata_is_read_again(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("The army left Karm on Monday.\n", encoding="utf-8")
    whence.read(report, into=tmp_path / "x.db", published="2020-01-08").close()
    with whence.read(report, into=tmp_path / "x.db", published="2020-01-15") as account:
        (document,) = account.documents
        assert document.published == "2020-01-15"
        (mention,) = account.event_mentions
        assert mention.date is not None and mention.date.from_ == "2020-01-13"


def test_a_later_capture_of_one_address_is_a_version(tmp_path: Path) -> None:
    rows = [
        {"url": "https://example.org/1", "published": "2020-01-08", "text": "The army left Karm on Monday."},
        {
            "url": "https://example.org/1",
            "published": "2020-01-09",
            "text": "The army left Karm on Monday. Update.",
        },
    ]
    table = tmp_path / "reports.jsonl"
    table.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    with whence.read(table, into=tmp_path / "x.db") as account:
        first, second = sorted(account.documents, key=lambda d: d.published or "")
        assert (first.version_of, second.version_of) == (None, first.document_id)
        assert all(event.reports == 1 for event in account.events)


def test_runs_are_in_order_however_fast_they_follow(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    with Store.open(tmp_path / "account.db", create=True) as store:
        ids = [read_into(store, [tmp_path / "a.txt"]).run_id for _ in range(3)]
        assert [run.run_id for run in sorted(store.table("runs"), key=lambda run: run.started)] == ids
        assert all(run.started <= (run.finished or "") for run in store.table("runs"))


def test_a_document_that_cannot_be_stored_is_kept_without_events_and_lost(tmp_path: Path) -> None:
    good, bad = report("A", [Claim()]), report("B", [Claim()])
    twice = replace(bad, event_mentions=bad.event_mentions * 2)
    with Store.open(tmp_path / "a.db", create=True) as store:
        (loss,) = keep(store, [good, twice])
        held = {item.document.document_id: len(item.event_mentions) for item in store.load_all()}
    assert held == {good.document.document_id: 1, bad.document.document_id: 0}
    assert (loss.document_id, loss.stage) == (bad.document.document_id, "store")
