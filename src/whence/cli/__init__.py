"""The command line: one file per verb. Everything heavy is imported inside the verb that needs it."""

from __future__ import annotations

from whence.cli.app import main

__all__ = ["main"]
