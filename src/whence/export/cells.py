"""Article text as a cell holds it: on one line, and inert.

Article text is hostile, and a spreadsheet runs a cell that begins like a formula
(https://owasp.org/www-community/attacks/CSV_Injection). Such a text gets an apostrophe before it, and so does
one that begins with apostrophes and then such a character: taking one apostrophe away from what begins that
way gives every text back.
"""

from __future__ import annotations

import re

_FORMULA = re.compile("'*[=+\\-@\t\r\n|%＝＋－＠]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML 1.0 has no character for."""


def inert(text: str) -> str:
    """``text`` that no spreadsheet runs."""
    return f"'{text}" if _FORMULA.match(text) else text


def one_line(text: str | None) -> str | None:
    """Text as a cell holds it: on one line, without what XML has no character for."""
    return " ".join(_UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text).split()) if text else None
