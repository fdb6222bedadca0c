"""``whence attach``: what came back, and what did not."""

import json
from collections.abc import Callable
from pathlib import Path

from whence.records import TABLES

Command = Callable[..., tuple[int, str, str]]
EXAMPLE = Path(__file__).parents[2] / "examples/hong-kong-2019"


def test_texts_are_put_back_and_the_rest_is_listed(
    command: Command, example_account: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    command("export", example_account, "--to", "jsonl", "-o", out, "--no-text")
    first = sorted(EXAMPLE.glob("*.txt"))[0]
    status, page, _ = command("attach", out, first)
    assert status == 0
    assert page.splitlines()[:2] == ["1 text attached, 0 there before", "5 texts not found:"]
    assert len(page.splitlines()) == 7
    status, page, _ = command("attach", out, EXAMPLE, "--json")
    assert status == 0
    told = json.loads(page)
    assert (len(told["filled"]), len(told["there"]), told["missing"]) == (5, 1, [])
    command("export", example_account, "--to", "jsonl", "-o", tmp_path / "full")
    for name in set(TABLES) - {"tokens"}:
        assert (out / f"{name}.jsonl").read_bytes() == (tmp_path / f"full/{name}.jsonl").read_bytes()


def test_what_is_no_export_and_no_report_says_what_to_do(
    command: Command, example_account: Path, tmp_path: Path
) -> None:
    status, _, said = command("attach", tmp_path, EXAMPLE)
    assert status == 1 and "whence export --to jsonl" in said
    command("export", example_account, "--to", "jsonl", "-o", tmp_path / "out", "--no-text")
    status, _, said = command("attach", tmp_path / "out", tmp_path / "none")
    assert status == 1 and "none" in said
