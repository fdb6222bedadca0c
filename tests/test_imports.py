"""Data flows one way: a stage imports only the vocabulary, data and its own folder."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src/whence"
STAGES = ("read", "clean", "parse", "extract", "resolve", "attribute", "judge", "link", "assess", "store")
SHARED = {"records", "handover", "tables", "names", "person_names", "derived", "schema", "data"}
OUTER = {"show", "brief", "export", "cli"}


def imported(path: Path) -> set[str]:
    """Second parts of the absolute imports of whence in a module ("link" of "whence.link.events")."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [node.module or ""]
            if node.module == "whence":
                names = [f"whence.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("whence.")}
    return found


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_only_the_vocabulary_and_itself(stage: str) -> None:
    for path in sorted((SOURCE / stage).rglob("*.py")):
        extra = imported(path) - SHARED - {stage, "__version__"}
        assert not extra, f"{path.relative_to(SOURCE)} imports {extra}"


def test_running_knows_nothing_of_news() -> None:
    for path in (SOURCE / "run").rglob("*.py"):
        assert imported(path) <= {"run"}, path


def test_the_pipeline_knows_no_screen_and_no_format() -> None:
    for name in (
        "pipeline.py",
        "analysis.py",
        "records.py",
        "handover.py",
        "tables.py",
        "names.py",
        "derived.py",
        "person_names.py",
    ):
        assert not imported(SOURCE / name) & OUTER, name
