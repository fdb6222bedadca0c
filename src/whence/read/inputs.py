"""What a person may pass: the arguments are checked before anything is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from whence.read.fields import FIELDS

_URL = re.compile(r"(?:[a-z][a-z0-9+.-]{1,20}:/{1,2}|www\.)\S", re.IGNORECASE)
_PARTIAL_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")


class InputError(ValueError):
    """An argument that cannot be read; the message says what to do instead."""


def check_inputs(inputs: Sequence[str | Path]) -> list[Path]:
    """The inputs as existing paths.

    Raises:
        InputError: for a bare URL (nothing is ever fetched) and for a path that does not exist.
    """
    if isinstance(inputs, (str, Path)):
        inputs = [inputs]
    if not inputs:
        raise InputError("Nothing to read: name at least one file or folder.")
    return [_check_input(item) for item in inputs]


def _check_input(item: str | Path) -> Path:
    if isinstance(item, str) and _URL.match(item):
        raise InputError(
            f"{item} is a web address, and whence never fetches anything. Save the page in your browser "
            f'(as page.html), put a file page.json with {{"url": "{item}"}} beside it to keep its address, '
            "then pass page.html."
        )
    path = Path(item)
    try:
        found = path.exists()
    except (OSError, ValueError) as error:
        raise InputError(f"{str(item)!r} is not a usable path: {error}.") from error
    if not found:
        raise InputError(f"{item} does not exist. Check the spelling, or the folder you are in.")
    return path


def check_published(published: str | None) -> None:
    """Raises :class:`InputError` unless ``published`` is an ISO 8601 date (2015, 2015-10, 2015-10-01,
    2015-10-01T06:00) or None."""
    if published is None or (_PARTIAL_DATE.fullmatch(published) and published >= "0001"):
        return
    try:
        datetime.fromisoformat(published)
    except ValueError as error:
        raise InputError(f"{published!r} is not a date whence can use: write it as 2015-10-01.") from error


def check_columns(columns: Mapping[str, str] | None) -> None:
    """Raises :class:`InputError` for a column map (field → column name) with a field that is unknown."""
    unknown = sorted(set(columns or ()) - set(FIELDS))
    if unknown:
        raise InputError(
            f"The column map names {', '.join(unknown)}; what can be mapped is {', '.join(FIELDS)}. "
            "Write it as field=column, for example text=body_plain."
        )
