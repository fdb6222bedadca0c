"""Write into the pages of docs/ what their commands print, by running them.

python compile/console.py

A block marked ``console`` has commands after ``$``, and what they print below. ``<!-- file: NAME -->`` before
a block writes it to the folder in which the commands of that page run, beside the bundled examples.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(
    r"(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<kind>\w*)\n(?P<body>.*?)```", re.DOTALL | re.MULTILINE
)
COLUMNS = "110"
LIMIT = 120
"""Seconds that one command may take."""


def pages() -> list[Path]:
    """The pages that have a command to run."""
    found = sorted((ROOT / "docs").rglob("*.md"))
    return [page for page in found if "```console\n" in page.read_text(encoding="utf-8")]


def filled(page: str) -> str:
    """The page with what its commands print now. Raises ``RuntimeError`` for a block without a command."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "examples").symlink_to(ROOT / "examples")

        def block(found: re.Match[str]) -> str:
            if found["file"]:
                (folder / found["file"]).write_text(found["body"], encoding="utf-8")
            if found["kind"] != "console":
                return found[0]
            commands = [line[2:] for line in found["body"].splitlines() if line.startswith("$ ")]
            if not commands:
                raise RuntimeError(f"This console block has no command after '$': {found[0]}")
            printed = "".join(f"$ {command}\n{_printed(command, folder)}" for command in commands)
            return f"```console\n{printed}```"

        return BLOCK.sub(block, page)


def _printed(command: str, folder: Path) -> str:
    """What a shell prints, errors too, with the commands of this environment before all others."""
    here = Path(sys.executable).parent
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={
            **os.environ,
            "PATH": f"{here}{os.pathsep}{os.environ.get('PATH', '')}",
            "COLUMNS": COLUMNS,
            "NO_COLOR": "1",
            "PYTHONWARNINGS": "ignore",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=LIMIT,
        check=False,
    )
    text = "\n".join(line.rstrip() for line in done.stdout.splitlines())
    return f"{text}\n" if text else ""


def main() -> None:
    for page in pages():
        page.write_text(filled(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
