"""Trying a codebook before anything is read with it: every row must do as it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from whence.extract.codebook import Codebook, CodebookError, load
from whence.extract.events import extract
from whence.handover import ParsedDocument

SHOWN: Final = 10
"""Rows that do not do as they say of which a message tells."""


def usable(path: Path, parse: Callable[[str], ParsedDocument]) -> Codebook:
    """The codebook in a file, all of whose examples get their codes as reports do.

    Raises:
        CodebookError: it cannot be loaded, or an example has not the code, or a counterexample has it.
    """
    codebook = load(path)
    wrong = list(tried(codebook, parse))
    if wrong:
        more = f"\n  and {len(wrong) - SHOWN} more" if len(wrong) > SHOWN else ""
        told = "".join(f"\n  {problem}" for problem in wrong[:SHOWN])
        raise CodebookError(
            f"Rows of {path} do not do as they say. Mend them or their examples; nothing was read."
            f"{told}{more}"
        )
    return codebook


def tried(codebook: Codebook, parse: Callable[[str], ParsedDocument]) -> Iterator[str]:
    """What of a codebook does not do as it says, in one line each."""
    for row in codebook.rows:
        for text, wanted in ((row.example, True), (row.counterexample, False)):
            if not text:
                continue
            events = extract(parse(text), codebook).events
            given = {code.code for event in events for code in event.codes}
            if (row.code in given) != wanted:
                found = f"gets {', '.join(sorted(given))}" if given else "gets no code"
                what = f"its example {found}" if wanted else f"its counterexample gets {row.code} too"
                yield f"line {row.line} ({'|'.join(row.phrases)} → {row.code}): {what}: {text}"
