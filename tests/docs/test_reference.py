"""The pages of the reference are what their scripts write from the schema and the command line."""

import pytest

from docs_scripts import ROOT, script


@pytest.mark.parametrize(
    ("page", "writer", "function"),
    [
        ("tables.md", "documentation", "tables_page"),
        ("schemes.md", "schemes", "schemes_page"),
        ("commands.md", "commands", "commands_page"),
    ],
)
def test_a_page_of_the_reference_is_in_step_with_the_code(page: str, writer: str, function: str) -> None:
    written = (ROOT / "docs/reference" / page).read_text(encoding="utf-8")
    now = getattr(script(writer), function)()
    assert written == now, f"Write it anew: python compile/{writer}.py"


def test_every_command_and_every_table_is_in_the_reference() -> None:
    from whence.cli.app import app
    from whence.records import TABLES

    commands = (ROOT / "docs/reference/commands.md").read_text(encoding="utf-8")
    tables = (ROOT / "docs/reference/tables.md").read_text(encoding="utf-8")
    verbs = [info.name or info.callback.__name__ for info in app.registered_commands if info.callback]
    assert verbs and all(f"## whence {verb}\n" in commands for verb in verbs)
    assert all(f"## {name}\n" in tables for name in TABLES)


def test_the_page_of_accuracy_has_every_number_that_the_evals_print() -> None:
    from evals.__main__ import PAGE_HEAD, runs

    page = (ROOT / "docs/accuracy.md").read_text(encoding="utf-8")
    assert page.startswith(PAGE_HEAD), "Write it anew: python -m evals --page docs/accuracy.md"
    for run in runs():
        section = page.partition(f"## {run.about}\n")[2].partition("\n## ")[0]
        assert f"python -m evals.{run.name}" in section
        for label, sought in run.numbers.items():
            floor = "" if sought["floor"] is None else f"{sought['floor']:g}"
            row = next(line for line in section.splitlines() if line.startswith(f"| {label} | **"))
            assert row.split(" | ")[-1] == f"{floor} |"
