"""The claims of a story against the voices that hold them: who asserts, denies or doubts what.

Outlets that only repeat are set apart from voices that assert: a reprint is no second voice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from whence.records import Attribution, Document, EventMention, Stance
from whence.show import wording
from whence.show.card import article, one_line
from whence.show.web.lines import lines
from whence.show.web.page import Ask, Page
from whence.show.web.screens.stories import filters, wanted
from whence.store import browse

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
    told: list[EventMention] = list(ask.store.table("event_mentions", event_id=ids))
    documents: dict[str, Document] = {
        d.document_id: d
        for d in ask.store.table("documents", document_id=sorted({m.document_id for m in told}))
    }
    mentions = {mention.event_mention_id: mention for mention in told}
    stances: list[Stance] = list(ask.store.table("stances", event_mention_id=sorted(mentions), scope="event"))
    holders = sorted({stance.attribution_id for stance in stances if stance.attribution_id})
    attributions: dict[str, Attribution] = {
        a.attribution_id: a for a in ask.store.table("attributions", attribution_id=holders)
    }
    cells: dict[tuple[str, str, str], list[Cell]] = {}
    names: dict[tuple[str, str], str] = {}
    for stance in stances:
        mention = mentions[stance.event_mention_id]
        document = documents[mention.document_id]
        kind, voice, name = _voice(attributions.get(stance.attribution_id or ""), document)
        cell = _cell(kind, stance, mention, document)
        if cell is not None:
            names.setdefault((kind, voice), name)
            cells.setdefault((mention.event_id, kind, voice), []).append(cell)
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


def _voice(holder: Attribution | None, document: Document) -> tuple[str, str, str]:
    """The kind of column, its key and its head. Unnamed sources are one per report and description."""
    if holder is None:
        name = article(document)
        return "outlet", name.casefold(), one_line(name)
    source = holder.source
    if source.naming == "withheld":
        return "outlet", article(document).casefold(), one_line(article(document))
    name = one_line(source.name or source.text or "")
    if source.kind == "outlet":
        return "outlet", name.casefold(), name
    if source.naming == "named":
        return "voice", source.actor_id or name.casefold(), name
    told = article(document)
    return "voice", f"{name.casefold()} {told.casefold()}", f"{name} ({one_line(told)})"


def _cell(kind: str, stance: Stance, mention: EventMention, document: Document) -> Cell | None:
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
        date=(document.published or "undated")[:10],
        document_id=document.document_id,
        start=mention.trigger.start,
    )


def _chosen(cells: list[Cell] | None) -> dict[str, Any] | None:
    """A cell that stands for several: what is done most firmly, when first and how often."""
    if not cells:
        return None
    order = ("denies", "doubts", "asserts", "tells", "repeats")
    found = {cell.does for cell in cells}
    both = "asserts" in found and not found.isdisjoint({"denies", "doubts"})
    first = min(cells, key=lambda cell: (order.index(cell.does), cell.date, cell.document_id))
    dates = sorted({cell.date for cell in cells})
    return {"cell": first, "times": len(cells), "dates": dates, "both": both}
