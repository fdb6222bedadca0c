"""What a reader decides on a page: kept as a judgement, and applied at once."""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from whence.store import StoreError

if TYPE_CHECKING:
    from whence.store import Store

PAIRS = ("same", "different")
FIELDS = ("right", "wrong", "corrected", "added", "unsure")
_PAGE = re.compile(r"/(?:event|actor|document|story)/[A-Za-z0-9-]+")
_ONE_AT_A_TIME = Lock()
"""Linking replaces what spans documents: two at once would wait for one another and do it twice."""


class Refused(Exception):
    """It cannot be decided so; the message says why."""


def decided(store: Store, given: Mapping[str, str], form: str) -> str:
    """Keep what a form says and link the account anew; the address to go on at.

    ``given`` has ``verdict``, ``ids`` (one or, of a pair, two with a space between), and may have ``field``,
    ``value``, ``span``, ``who``, ``note`` and ``back``. Raises :class:`Refused` for a form that is not of
    this server, and for what cannot be decided.
    """
    from whence.correction import decide
    from whence.review import apply, judge

    if not hmac.compare_digest(given.get("form", "").encode(), form.encode()):
        raise Refused("This form is of an earlier start of the server. Load the page again and decide anew.")
    verdict: Any = given.get("verdict", "")
    ids = given.get("ids", "").split()
    who, note = given.get("who", "").strip() or None, given.get("note", "").strip() or None
    with _ONE_AT_A_TIME:
        try:
            if verdict in PAIRS or (verdict == "unsure" and len(ids) > 1):
                judge(store, verdict, ids, who=who, note=note)
            elif verdict in FIELDS:
                decide(
                    store,
                    verdict,
                    ids,
                    field=given.get("field", "").strip() or None,
                    value=given.get("value", "").strip() or None,
                    span=given.get("span", "").strip() or None,
                    who=who,
                    note=note,
                )
            else:
                raise Refused(
                    "Say what is decided: same, different, right, wrong, corrected, added or unsure."
                )
            apply(store)
        except StoreError as error:
            raise Refused(str(error)) from error
    return _on(store, given.get("back", ""))


def _on(store: Store, back: str) -> str:
    """The page somebody came from if it is still there (an event may have become part of another), else the
    stories."""
    if _PAGE.fullmatch(back):
        _, page, key = back.split("/")
        table = {"story": "stories"}.get(page, f"{page}s")
        field = f"{page}_id"
        if next(store.table(table, **{field: key}), None) is not None:
            return f"{back}?said={quote('kept, and the account is linked anew')}"
    return (
        f"/?said={quote('kept, and the account is linked anew; the page it was on is now part of another')}"
    )
