"""A user's own codebook: which event, worded how, gets which code of a scheme that is not ours.

A tab-separated file with a line of column names::

    phrase	upos	slots	code	example	counterexample
    torch|burn_down	VERB	patient=@building	P1	Rebels torched the school.	Rebels torched the deal.

``phrase`` is the lemma of a verb, noun or adjective, alternatives joined by ``|``, a particle or a noun's
modifier by ``_``; ``upos`` may be empty (any of the three). ``slots`` are constraints as the lexicon has them
(:mod:`whence.extract.lexicon`). ``example`` must get the code, ``counterexample`` must not; both are tried
before anything is read (:mod:`whence.extract.trial`). The scheme is named after the file.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from whence.extract.coding import holds, part_of, readings, trigger_of
from whence.extract.contexts import contexts
from whence.extract.frame import Coding, Frame
from whence.extract.lexicon import Constraint, Part, parse_constraints
from whence.records import Code

COLUMNS: Final = ("phrase", "upos", "slots", "code", "example", "counterexample")
OPTIONAL: Final = frozenset({"upos", "slots", "counterexample"})
PARTS: Final[tuple[Part, ...]] = ("VERB", "NOUN", "ADJ")
LONGEST: Final = 10_000
"""Characters of a cell; longer ones come of a file that is no table."""
UNLISTED: Final = "own code"
"""Label of an event that only a user's codebook knows (``schema/other.yaml``)."""


class CodebookError(ValueError):
    """A codebook that cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodebookRow:
    line: int
    """Line of the file, 1-based."""
    phrases: tuple[str, ...]
    parts: tuple[Part, ...]
    constraints: tuple[Constraint, ...]
    code: str
    example: str
    counterexample: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    scheme: str
    digest: str
    """SHA-256 of the file."""
    rows: tuple[CodebookRow, ...]
    by_predicate: Mapping[tuple[Part, str], tuple[CodebookRow, ...]]

    def codes(self, frame: Frame, *, topics: frozenset[str] = frozenset()) -> tuple[Code, ...]:
        """The codes of a frame, each once, by the first row that gives it."""
        part, found = part_of(frame), dict[str, Code]()
        for lemma, reading in readings(frame):
            for row in self.by_predicate.get((part, lemma.lower()), ()):
                if row.code not in found and all(
                    holds(reading, constraint, topics) for constraint in row.constraints
                ):
                    why = f"line {row.line}: {lemma}"
                    found[row.code] = Code(scheme=self.scheme, code=row.code, why=why)
        return tuple(found.values())


def own(frame: Frame, code: Code) -> Coding:
    """The event of a frame that nothing but a codebook knows."""
    return Coding(
        type="NONE",
        mode=None,
        other=UNLISTED,
        contexts=contexts(frame, ()),
        cameo=None,
        polarity="+",
        trigger=trigger_of(frame),
        actors=frame.agents,
        recipients=tuple(word for word in frame.patients if word not in frame.agents),
        why={"type": f"{code.scheme} {code.why}", "actor": "slot agent", "recipient": "slot patient"},
    )


def load(path: Path) -> Codebook:
    """The codebook in a file.

    Raises:
        CodebookError: the file cannot be read, lacks a column, or has a row that means nothing.
    """
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise CodebookError(f"The codebook {path} cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise CodebookError(f"The codebook {path} is not UTF-8 text; save it as UTF-8.") from error
    # Any line end is one.
    lines = csv.DictReader(io.StringIO(text, newline=None), delimiter="\t", quoting=csv.QUOTE_NONE)
    try:
        missing = [name for name in COLUMNS if name not in (lines.fieldnames or ()) and name not in OPTIONAL]
        if missing:
            raise CodebookError(
                f"The codebook {path} has no column {', '.join(missing)}. Its first line must name the "
                f"columns, parted by tabs: {' '.join(COLUMNS)}."
            )
        rows = tuple(_row(path, lines.line_num, line) for line in lines if any(line.values()))
    except csv.Error as error:
        raise CodebookError(f"{path}, line {lines.line_num}: {error}.") from error
    found: dict[tuple[Part, str], list[CodebookRow]] = {}
    for row in rows:
        for part in row.parts:
            for phrase in row.phrases:
                found.setdefault((part, phrase), []).append(row)
    return Codebook(
        scheme=path.stem,
        digest=hashlib.sha256(data).hexdigest(),
        rows=rows,
        by_predicate={predicate: tuple(senses) for predicate, senses in found.items()},
    )


def _row(path: Path, number: int, line: Mapping[str | None, str | None]) -> CodebookRow:
    values = {name: (line.get(name) or "").strip() for name in COLUMNS}
    upos = values["upos"].upper()
    if any(len(value) > LONGEST for value in values.values()):
        raise CodebookError(f"{path}, line {number}: a cell of more than {LONGEST:,} characters.")
    empty = [name for name in COLUMNS if not values[name] and name not in OPTIONAL]
    if empty:
        raise CodebookError(f"{path}, line {number}: no {', '.join(empty)}.")
    if upos and upos not in PARTS:
        raise CodebookError(f"{path}, line {number}: upos is {upos!r}; it may be VERB, NOUN, ADJ or empty.")
    phrases = tuple(phrase.strip().lower().replace(" ", "_") for phrase in values["phrase"].split("|"))
    if not all(phrases):
        raise CodebookError(f"{path}, line {number}: an empty alternative in {values['phrase']!r}.")
    try:
        constraints = parse_constraints(values["slots"])
    except KeyError as error:
        raise CodebookError(f"{path}, line {number}: there is no word class {error.args[0]}.") from error
    except ValueError as error:
        raise CodebookError(f"{path}, line {number}: {error}.") from error
    return CodebookRow(
        line=number,
        phrases=phrases,
        parts=tuple(part for part in PARTS if upos in ("", part)),
        constraints=constraints,
        code=values["code"],
        example=values["example"],
        counterexample=values["counterexample"],
    )
