"""``whence export``: formats, options, and what is refused."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from whence.cli.export import FORMATS
from whence.records import TABLES
from whence.store import Store

Command = Callable[..., tuple[int, str, str]]


FILES = {
    "xlsx": {"account.xlsx"},
    "polecat": {"events.polecat.tsv"},
    "icews-like": {"events.icews-like.tsv"},
    "acled-like": {"events.acled-like.csv"},
    "ftm": {"entities.ftm.json", "statements.csv"},
    "jsonld": {"account.jsonld"},
    "prov": {"account.prov.json"},
    "geojson": {"events.geojson"},
    "html": {"dossier.html"},
}
"""Files of the formats that are not one per table."""


@pytest.mark.parametrize("form", FORMATS)
def test_json_lists_the_files_written(
    command: Command, example_account: Path, tmp_path: Path, form: str
) -> None:
    out = tmp_path / "new/out"
    status, page, _ = command("export", example_account, "--to", form, "-o", out, "--json")
    written = [Path(item) for item in json.loads(page)]
    assert status == 0
    assert sorted(written) == sorted(out.iterdir())
    names = {path.name for path in written}
    tables = {f"{name}.{form}" for name in TABLES if name != "tokens"}
    assert FILES.get(form, tables) | {"manifest.json"} <= names
    assert form not in FILES or names == FILES[form] | {"manifest.json"}


def test_the_page_counts_the_files(command: Command, example_account: Path, tmp_path: Path) -> None:
    status, page, _ = command("export", example_account, "--to", "jsonl", "--out", tmp_path / "out")
    assert status == 0
    assert page == f"{len(TABLES)} files in {tmp_path / 'out'}\n", "the tables but one, and the manifest"


def test_the_page_says_what_was_left_out(command: Command, example_account: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    options = ["--include", "planned, denied", "--redact", "Carrie Lam", "--redact", "Nobody At All"]
    status, page, _ = command("export", example_account, "--to", "polecat", "-o", out, *options)
    assert status == 0
    told = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert told["options"]["include"] == ["denied", "planned"]
    assert (out / "left-out.polecat.tsv").exists()
    counted = ", ".join(f"{count} {reason}" for reason, count in sorted(told["left_out"].items()))
    assert f"left out: {counted}\n" in page
    assert f"redacted: {told['redacted']['occurrences']} occurrences in titles and texts\n" in page
    assert "Lam" not in (out / "events.polecat.tsv").read_text(encoding="utf-8")


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
        (["--to", "csv", "--quote-limit", "50"], 1, "add --no-text"),
        (["--to", "polecat", "--include", "planned,gone"], 1, "'gone'"),
        (["--to", "jsonld", "--include", "planned"], 1, "leave out --include"),
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
