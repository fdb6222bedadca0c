"""The claims of a story against the voices that hold them: who asserts, denies or doubts what.

Outlets that only repeat are set apart from voices that assert: a reprint is no second voice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from whence.show import wording
from whence.show.card import one_line
from whence.show.web.lines import lines
from whence.show.web.page import Ask, Page
from whence.show.web.screens.stories import filters, wanted
from whence.store import browse
from whence.store.voices import Held, held

CLAIMS, VOICES, OUTLETS = 40, 14, 10
"""Rows, and columns of either kind; how many there are in all is said."""
SHAPE: Mapping[str, str] = {"asserts": "+", "denies": "−", "doubts": "?", "tells": "○", "repeats": "·"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    does: str
    """``asserts``, ``denies`` or ``doubts`` of a voice; ``tells`` (in its own voice) or ``repeats`` of an
    outlet."""
    shape: str
    certainty: str
    date: str
    document_id: str
    start: int


def claims(ask: Ask) -> Page:
    _, key = ask.store.resolve(ask.key, "stories")
    (story,) = ask.store.table("stories", story_id=key)
    with ask.store.reading() as connection:
        ids, total = browse.events(connection, wanted(ask, story=key), most=CLAIMS)
        stances = list(held(connection, ids))
    cells: dict[tuple[str, str, str], list[Cell]] = {}
    names: dict[tuple[str, str], str] = {}
    for stance in stances:
        kind, voice, name = _voice(stance)
        cell = _cell(kind, stance)
        if cell is not None:
            names.setdefault((kind, voice), name)
            cells.setdefault((stance.event_id, kind, voice), []).append(cell)
    often = Counter((kind, voice) for _, kind, voice in cells)
    columns = {
        kind: sorted((key for key in often if key[0] == kind), key=lambda key: (-often[key], names[key], key))
        for kind in ("voice", "outlet")
    }
    shown = {"voice": columns["voice"][:VOICES], "outlet": columns["outlet"][:OUTLETS]}
    rows = lines(ask.store, ids)
    return Page(
        template="claims.html",
        title=f"Who says what: {story.title}",
        data={
            "story": story,
            "total": total,
            "filters": filters(ask),
            "voices": [{"key": voice, "name": names["voice", voice]} for _, voice in shown["voice"]],
            "outlets": [{"key": outlet, "name": names["outlet", outlet]} for _, outlet in shown["outlet"]],
            "more": {kind: len(columns[kind]) - len(shown[kind]) for kind in columns},
            "claims": [
                {
                    "line": line,
                    "voices": [_chosen(cells.get((line.event_id, *column))) for column in shown["voice"]],
                    "outlets": [_chosen(cells.get((line.event_id, *column))) for column in shown["outlet"]],
                }
                for line in rows
            ],
        },
        rows=[
            {
                "event_id": line.event_id,
                "event": line.sentence,
                "kind": kind,
                "voice": names[kind, voice],
                "does": cell.does,
                "certainty": cell.certainty,
                "date": cell.date,
                "document_id": cell.document_id,
                "start": cell.start,
            }
            for line in rows
            for kind, voice in (*columns["voice"], *columns["outlet"])
            for cell in cells.get((line.event_id, kind, voice), ())
        ],
    )


def _voice(stance: Held) -> tuple[str, str, str]:
    """The kind of column, its key and its head. Unnamed sources are one per report and description."""
    article = stance.outlet or stance.title or stance.path or stance.document_id
    if stance.naming in (None, "withheld"):
        return "outlet", article.casefold(), one_line(article)
    name = one_line(stance.name or stance.text or "")
    if stance.kind == "outlet":
        return "outlet", name.casefold(), name
    if stance.naming == "named":
        return "voice", stance.actor_id or name.casefold(), name
    return "voice", f"{name.casefold()} {article.casefold()}", f"{name} ({one_line(article)})"


def _cell(kind: str, stance: Held) -> Cell | None:
    """What is done to the claim; a voice that is not committed has no cell."""
    if kind == "voice":
        if stance.sign == "?":
            return None
        does = "asserts" if stance.sign == "+" else "denies" if stance.certainty == "certain" else "doubts"
    else:
        committed = stance.sign != "?"
        does = ("denies" if stance.sign == "-" else "tells") if committed else "repeats"
    return Cell(
        does=does,
        shape=SHAPE[does],
        certainty=wording.stance(stance.sign, stance.certainty),
        date=(stance.published or "undated")[:10],
        document_id=stance.document_id,
        start=stance.start,
    )


def _chosen(cells: list[Cell] | None) -> dict[str, Any] | None:
    """A cell that stands for several: what is done most firmly, when first and how often."""
    if not cells:
        return None
    order = ("denies", "doubts", "asserts", "tells", "repeats")
    found = {cell.does for cell in cells}
    both = "asserts" in found and not found.isdisjoint({"denies", "doubts"})
    first = min(cells, key=lambda c: (order.index(c.does), c.date, c.document_id, c.start))
    dates = sorted({cell.date for cell in cells})
    return {"cell": first, "times": len(cells), "dates": dates, "both": both}
