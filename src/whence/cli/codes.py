"""The codebook that ``--codes`` names, tried before anything is read with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from whence.cli.output import fail

if TYPE_CHECKING:
    from whence.extract import Codebook


def codebook_at(path: str | None) -> Codebook | None:
    """The codebook at ``path``. One that cannot be used, or whose examples do not get its codes, ends the
    command with what to mend."""
    if path is None:
        return None
    from whence.extract import CodebookError, usable
    from whence.pipeline import parse_text
    from whence.show.terminal import one_line

    try:
        return usable(Path(path), parse_text)
    except CodebookError as error:
        # What a codebook holds is somebody's text: a terminal obeys escapes.
        fail("\n".join(one_line(line, keep=True) for line in str(error).split("\n")))
