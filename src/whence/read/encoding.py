"""Bytes to text, or the reason why they are not text."""

from __future__ import annotations

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS: Final = 0.01
"""Share of control characters above which bytes are not prose; prose has none, damaged prose a few."""
_MOST_DAMAGE: Final = 0.01
"""Share of undecodable places up to which a file is still damaged UTF-8 rather than another charset."""
_WESTERN: Final = 0.15
"""Share of non-ASCII bytes up to which a file of unknown charset is English with typographic marks
(cp1252); above it, as in Cyrillic or Greek with 0.7, the charset is detected."""


def decode(data: bytes) -> str | None:
    """The text of ``data`` without its byte order mark, newlines unchanged; ``None`` if it is not text.

    A byte order mark decides; else UTF-8; else UTF-8 with a few damaged bytes (each U+FFFD); else
    cp1252 or what charset-normalizer detects.
    """
    for bom, charset in _BOMS:
        if data.startswith(bom):
            return _prose(data[len(bom) :].decode(charset, "replace"))
    try:
        return _prose(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if b"\x00" in data:
        return None
    high = sum(len(run) for run in re.findall(rb"[\x80-\xff]+", data))
    repaired = data.decode("utf-8", "replace")
    damage = repaired.count("�")
    well_formed = sum(1 for char in re.findall(r"[^\x00-\x7f]", repaired) if char != "�")
    if damage <= well_formed and damage <= _MOST_DAMAGE * len(repaired):
        return _prose(repaired)
    if high <= _WESTERN * len(data):
        return _prose(data.decode("cp1252", "replace"))
    return _prose(_detected(data))


def _detected(data: bytes) -> str:
    from charset_normalizer import from_bytes  # late: costs 0.1 s and is rarely needed

    best = from_bytes(data[:200_000]).best()  # a sample decides: detection is slow on megabytes
    return data.decode(best.encoding if best else "cp1252", "replace")


def _prose(text: str) -> str | None:
    controls = len(_CONTROLS.findall(text))
    if controls > _MOST_CONTROLS * len(text) or text.count("�") > _MOST_CONTROLS * 10 * len(text):
        return None
    return text.replace("\x00", "�")
