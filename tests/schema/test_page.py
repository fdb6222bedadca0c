"""docs/schemes.md is what its script writes."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_page_of_the_schemes_is_in_step_with_them() -> None:
    spec = importlib.util.spec_from_file_location("schemes", ROOT / "compile/schemes.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs/schemes.md").read_text(encoding="utf-8") == module.schemes_page()
