"""``whence export``: formats, options, and what is refused."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from whence.cli.export import FORMATS
from whence.records import TABLES
from whence.store import Store

Command = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("form", FORMATS)
def test_json_lists_the_files_written(
    command: Command, example_account: Path, tmp_path: Path, form: str
) -> None:
    out = tmp_path / "new/out"
    status, page, _ = command("export", example_account, "--to", form, "-o", out, "--json")
    written = [Path(item) for item in json.loads(page)]
    assert status == 0
    assert sorted(written) == sorted(out.iterdir())
    assert {path.suffix for path in written} == {f".{form}"}
    tables = {f"{name}.{form}" for name in TABLES if name != "tokens"}
    assert ({"account.xlsx"} if form == "xlsx" else tables) <= {path.name for path in written}


def test_the_page_counts_the_files(command: Command, example_account: Path, tmp_path: Path) -> None:
    status, page, _ = command("export", example_account, "--to", "jsonl", "--out", tmp_path / "out")
    assert status == 0
    assert page == f"{len(TABLES) - 1} files in {tmp_path / 'out'}\n"


def test_without_text_no_sentence_of_an_article_is_written(
    command: Command, example_account: Path, tmp_path: Path
) -> None:
    with Store.open(example_account) as store:
        texts = {document.document_id: document.text for document in store.table("documents")}
        told = {texts[m.document_id][slice(*m.sentence)] for m in store.table("event_mentions")}
    command("export", example_account, "--to", "csv", "-o", tmp_path, "--no-text")
    written = "".join(path.read_text(encoding="utf-8") for path in tmp_path.iterdir())
    assert told
    assert not [sentence for sentence in told if sentence in written]


def test_tokens_come_on_request_and_go_when_not_asked_for(
    command: Command, example_account: Path, tmp_path: Path
) -> None:
    command("export", example_account, "--to", "jsonl", "-o", tmp_path, "--with-tokens")
    assert (tmp_path / "tokens.jsonl").stat().st_size > 1000
    command("export", example_account, "--to", "jsonl", "-o", tmp_path)
    assert not (tmp_path / "tokens.jsonl").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "advice"),
    [
        (["--to", "docx"], 2, "jsonl, csv, parquet"),
        ([], 2, "--to"),
        (["--to", "jsonl", "--no-text", "--with-tokens"], 1, "Tokens spell the text out"),
    ],
)
def test_refusals_say_what_to_do_and_write_nothing(
    command: Command, example_account: Path, tmp_path: Path, arguments: list[str], status: int, advice: str
) -> None:
    found, page, said = command("export", example_account, "-o", tmp_path / "out", *arguments)
    assert (found, page) == (status, "")
    assert advice in said
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_way_and_a_missing_account(
    command: Command, example_account: Path, no_account: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    status, _, said = command("export", example_account, "--to", "csv", "-o", tmp_path / "file")
    assert status == 1 and "Name a folder" in said
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
    status, _, said = command("export", no_account, "--to", "csv", "-o", tmp_path / "out")
    assert status == 1 and "whence read" in said
