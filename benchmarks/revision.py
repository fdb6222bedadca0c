"""A whence to measure: this checkout, or another revision unpacked beside it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import ROOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """Sources that are put before the installed whence; the libraries are those of this interpreter."""

    name: str
    source: Path

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "PYTHONPATH": str(self.source), "NO_COLOR": "1"}

    def command(self, *arguments: str | Path) -> list[str]:
        """The ``whence`` command as a person would type it, run from these sources."""
        start = "from whence.cli import main; main()"
        return [sys.executable, "-c", start, *(str(argument) for argument in arguments)]


def here() -> Revision:
    return Revision(name="this checkout", source=ROOT / "src")


def unpacked(name: str, folder: Path) -> Revision:
    """``src`` of a git revision, unpacked into ``folder``; the repository itself is left as it is.

    Raises:
        ValueError: git knows no such revision, or it holds no ``src``.
    """
    archive = subprocess.run(
        ["git", "archive", "--format=tar", name, "src"], cwd=ROOT, capture_output=True, check=False
    )
    if archive.returncode:
        raise ValueError(f"{name} cannot be unpacked: {archive.stderr.decode().strip()}")
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        files.extractall(folder, filter="data")
    return Revision(name=name, source=folder / "src")
