"""The codebook that ``--codes`` names, tried before anything is read with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from whence.cli.output import fail

if TYPE_CHECKING:
    from whence.extract import Codebook

_SHOWN = 10
"""Rows that do not do as they say of which a message tells."""


def codebook_at(path: str | None) -> Codebook | None:
    """The codebook at ``path``. One that cannot be used, or whose examples do not get its codes, ends the
    command with what to mend."""
    if path is None:
        return None
    from whence.extract import CodebookError, load, tried
    from whence.pipeline import sentences_of

    try:
        codebook = load(Path(path))
    except CodebookError as error:
        fail(str(error))
    wrong = list(tried(codebook, sentences_of))
    if wrong:
        for problem in wrong[:_SHOWN]:
            typer.echo(f"  {problem}", err=True)
        more = f" ({len(wrong) - _SHOWN} more)" if len(wrong) > _SHOWN else ""
        fail(f"Rows of {path} do not do as they say{more}. Mend them or their examples; nothing was read.")
    return codebook
