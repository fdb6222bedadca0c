"""The rows of a workbook: tellings of events, what is claimed of them, and who says it, each with its
sentence, its link and the place in the text by which it is found again.

A cell is text, a number or nothing. What a field holds is written as :mod:`whence.judge.writing` writes it,
so that an edited cell can be read back.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from whence.export.cells import one_line
from whence.export.view import View
from whence.judge.anchors import Identity, of_attribution, of_event, of_stance
from whence.judge.writing import attribution_text, event_text, stance_text
from whence.records import Attribution, Document, Event, EventMention, Review, Stance
from whence.show import wording
from whence.show.card import article, rung
from whence.store import Store
from whence.store.layout import DOCUMENT_TABLES

Cell = str | int | None
R = TypeVar("R")
WHERE = ("outlet", "published", "title", "url")
PLACE = ("document_id", "sha256", "start", "end", "anchor")
"""``start`` and ``end`` are where the row opens the text; ``anchor`` are all spans it is known by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    name: str
    subject: str
    """What a row is of: ``event``, ``stance``, ``attribution``; empty for sheets that are not read back."""
    columns: tuple[str, ...]
    edited: tuple[str, ...] = ()
    """Columns that are read back, named as the fields they hold."""


EVENTS = Sheet(
    name="Events",
    subject="event",
    columns=(
        "quote", "trigger", "actor", "type", "mode", "other", "recipient", "place", "date", "realis",
        "quantity", "context", "code", "told_by", "status", "reports", "origins", *WHERE, "reviewed",
        "event_id", "event_mention_id", *PLACE,
    ),
    edited=(
        "trigger", "actor", "type", "mode", "other", "recipient", "place", "date", "realis", "quantity",
        "context", "code",
    ),
)  # fmt: skip
"""One row is one telling of an event."""
CLAIMS = Sheet(
    name="Claims",
    subject="stance",
    columns=(
        "quote", "who", "says", "sign", "certainty", "event", "source", "naming", "cue", *WHERE, "reviewed",
        "event_id", "event_mention_id", "stance_id", "attribution_id", *PLACE,
    ),
    edited=("sign", "certainty"),
)  # fmt: skip
"""One row is one event as one voice of a report holds it: those that assert, deny or doubt it."""
SOURCES = Sheet(
    name="Sources",
    subject="attribution",
    columns=(
        "quote", "source", "name", "kind", "naming", "affiliation", "number", "basis", "act", "cue",
        "told_inside", "tellings", *WHERE, "reviewed", "attribution_id", *PLACE,
    ),
    edited=("name", "kind", "naming", "affiliation", "number", "basis", "act"),
)  # fmt: skip
"""One row is one speech act."""
CHANGES = Sheet(
    name="Changes",
    subject="",
    columns=("run_id", "kind", "table", "old_id", "new_id", "quote", "url"),
)
LOSSES = Sheet(
    name="Losses",
    subject="",
    columns=("path", "stage", "reason", "detail", "url", "document_id"),
)
SHEETS = (EVENTS, CLAIMS, SOURCES, CHANGES, LOSSES)
READ_BACK = (EVENTS, CLAIMS, SOURCES)
Row = Mapping[str, Cell]


def anchor_text(about: Identity) -> str:
    """ "stance 38-45; attribution 26-30; source 16-25"."""
    return "; ".join(f"{anchor.field} {anchor.start}-{anchor.end}" for anchor in about)


def rows(store: Store | View) -> Iterator[tuple[Sheet, Row]]:
    """Every row of the sheets that are read back, by document and place; of claims those too whose holder is
    not committed (sign ``?``)."""
    view = View.of(store)
    events: dict[str, Event] = {event.event_id: event for event in view.table("events")}
    mentions: _Ahead[EventMention] = _Ahead(view.table("event_mentions"))
    attributions: _Ahead[Attribution] = _Ahead(view.table("attributions"))
    stances: _Ahead[Stance] = _Ahead(view.table("stances"))
    others = [name for name in DOCUMENT_TABLES if name != "attributions"]
    for written in view.load_all(without=others):
        own = {written.document.document_id}
        told = {m.event_mention_id: m for m in mentions.take(lambda m: m.document_id, own)}
        shown = attributions.take(lambda a: a.document_id, own)
        report = _Report(
            view=view,
            document=written.document,
            mentions=told,
            attributions={a.attribution_id: a for a in shown},
            written={a.attribution_id: a for a in written.attributions},
            stances=stances.take(lambda s: s.event_mention_id, told),
        )
        yield from _rows(report, events)


class _Ahead(Generic[R]):
    """Records in the order of documents, taken a document's at a time: all tables are in that order."""

    def __init__(self, records: Iterator[R]) -> None:
        self._records = records
        self._next = next(records, None)

    def take(self, of: Callable[[R], str], wanted: Container[str]) -> list[R]:
        found = []
        while self._next is not None and of(self._next) in wanted:
            found.append(self._next)
            self._next = next(self._records, None)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """One document and what the account shows of it."""

    view: View
    document: Document
    """With its text, whatever the view leaves out: quotes are cut as the view says."""
    mentions: Mapping[str, EventMention]
    attributions: Mapping[str, Attribution]
    written: Mapping[str, Attribution]
    """As they were read: what they are known by, whatever was corrected."""
    stances: Sequence[Stance]

    def where(self, about: Identity) -> dict[str, Cell]:
        document = self.document
        return {
            "outlet": one_line(document.outlet),
            "published": document.published,
            "title": one_line(document.title),
            "url": one_line(document.url),
            "document_id": document.document_id,
            "sha256": document.sha256,
            "start": about[0].start,
            "end": about[0].end,
            "anchor": anchor_text(about),
        }

    def quote(self, start: int, end: int) -> str | None:
        return one_line(self.view.quote(self.document, start, end))

    def told_by(self, attribution_id: str | None) -> str | None:
        holder = self.attributions.get(attribution_id or "")
        return one_line(rung(holder) if holder else article(self.document))


def _rows(report: _Report, events: Mapping[str, Event]) -> Iterator[tuple[Sheet, Row]]:
    for mention in report.mentions.values():
        yield EVENTS, _event(report, mention, events[mention.event_id])
    for stance in report.stances:
        if stance.scope == "event":
            mention = report.mentions[stance.event_mention_id]
            yield CLAIMS, _claim(report, stance, mention, events[mention.event_id])
    tellings: dict[str | None, int] = {}
    for mention in report.mentions.values():
        tellings[mention.attribution_id] = tellings.get(mention.attribution_id, 0) + 1
    for attribution in report.attributions.values():
        yield SOURCES, _source(report, attribution, tellings.get(attribution.attribution_id, 0))


def _event(report: _Report, mention: EventMention, event: Event) -> Row:
    fields = {field: one_line(event_text(mention, field)) for field in EVENTS.edited if field != "trigger"}
    return {
        **fields,
        "quote": report.quote(*mention.sentence),
        "trigger": one_line(mention.trigger.text),
        "told_by": report.told_by(mention.attribution_id),
        "status": wording.status(event),
        "reports": event.reports,
        "origins": wording.span(event.origins if event.origins.high else event.denials),
        "reviewed": reviewed(mention.reviewed),
        "event_id": event.event_id,
        "event_mention_id": mention.event_mention_id,
        **report.where(of_event(report.document, mention)),
    }


def _claim(report: _Report, stance: Stance, mention: EventMention, event: Event) -> Row:
    holder = report.attributions.get(stance.attribution_id or "")
    about = of_stance(report.document, stance, mention, report.written.get(stance.attribution_id or ""))
    return {
        **{field: stance_text(stance, field) for field in CLAIMS.edited},
        "quote": report.quote(*mention.sentence),
        "who": report.told_by(stance.attribution_id),
        "says": wording.stance(stance.sign, stance.certainty),
        "event": one_line(wording.sentence(event)),
        "source": one_line(holder.source.text) if holder else None,
        "naming": wording.NAMING[holder.source.naming] if holder else None,
        "cue": one_line(stance.cue.text) if stance.cue else None,
        "reviewed": reviewed(stance.reviewed),
        "event_id": event.event_id,
        "event_mention_id": mention.event_mention_id,
        "stance_id": stance.stance_id,
        "attribution_id": stance.attribution_id,
        **report.where(about),
    }


def _source(report: _Report, attribution: Attribution, tellings: int) -> Row:
    about = of_attribution(report.document, report.written[attribution.attribution_id])
    places = [(anchor.start, anchor.end) for anchor in about] + list(attribution.content)
    low, high = min(start for start, _ in places), max(end for _, end in places)
    return {
        **{field: one_line(attribution_text(attribution, field)) for field in SOURCES.edited},
        "quote": report.quote(low, high),
        "source": one_line(attribution.source.text),
        "cue": one_line(attribution.cue.text) if attribution.cue else None,
        "told_inside": report.told_by(attribution.parent_id),
        "tellings": tellings,
        "reviewed": reviewed(attribution.reviewed),
        "attribution_id": attribution.attribution_id,
        **report.where(about),
    }


def reviewed(reviews: Iterable[Review]) -> str | None:
    """ "actor corrected by A. Nowak, 2031-02-03 (read: Iran)"."""
    return one_line(wording.reviews(reviews))
