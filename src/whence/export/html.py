"""A dossier: the account as one HTML file to read, print and send, without a server and without scripts.

Every story with its events by day, then every event with its ladder and passages, as the web view shows them,
then the reports. Links lead inside the file; nothing is loaded, and its policy lets nothing run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, cast

from whence import __version__
from whence.export.folder import replacing, without_tokens
from whence.export.view import View
from whence.export.web import web_address
from whence.records import Document, Event
from whence.show.card import EventCard, article, event_card, one_line
from whence.show.notebook import FORM
from whence.show.web.environment import environment, stylesheet
from whence.show.web.lines import by_day, lines
from whence.show.web.page import as_html
from whence.show.web.passages import Marking, runs
from whence.show.web.screens.event import shown
from whence.store import Store

FILE = "dossier.html"
# Text is escaped, so that only the templates have these.
_LINK = re.compile(r' href="/(event|document|story|[a-z]+)(?:/([\w-]+))?[^"]*"')
_ID = re.compile(r' (?:id|aria-labelledby)="(?!tip")[^"]*"')


def export(
    store: Store | View, out: Path, *, no_text: bool = False, with_tokens: bool = False
) -> tuple[Path, ...]:
    """Write ``dossier.html`` into the folder ``out``."""
    view = View.of(store, no_text=no_text)
    without_tokens(out, "A dossier", with_tokens=with_tokens)
    view.written = {"stories": 0, "events": 0, "reports": 0}
    path = out / FILE
    with replacing(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as file:
        for piece in _pieces(view):
            file.write(piece)
    return (path,)


def _pieces(view: View) -> Iterator[str]:
    account = _Quoted(view)
    css = stylesheet()
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    counts = {name: view.count(table) for name, table in (("reports", "documents"), ("stories", "stories"))}
    yield _template("head.html").render(style=css, digest=digest, version=__version__, **counts)
    latest = sorted(view.table("stories"), key=lambda s: (s.to or "", s.story_id), reverse=True)
    for story in latest:
        events: list[Event] = sorted(view.table("events", story_id=story.story_id), key=_when)
        told = lines(cast(Store, account), [event.event_id for event in events])
        yield _inside(_template("story.html").render(story=story, days=by_day(told)))
        view.written["stories"] += 1
        for event in events:
            page = shown(_cut(event_card(cast(Store, account), event.event_id), view.limit))
            around: dict[str, Any] = {"path": "", "query": {}, "form_token": ""}
            body = FORM.sub("", as_html(page, layout="dossier/bare.html", **around))
            yield f'<section class="one" id="{event.event_id}">{_inside(_ID.sub("", body))}</section>\n'
            view.written["events"] += 1
    yield "<h1>Reports</h1>\n"
    for document in view.table("documents"):
        yield _inside(_report(view, document))
        view.written["reports"] += 1
    yield "</div></body></html>\n"


class _Quoted:
    """The account of an export, whose reports have their text to quote from."""

    def __init__(self, view: View) -> None:
        self._view = view

    def table(self, name: str, **where: Any) -> Iterator[Any]:
        if name == "documents":
            return iter(self._view.documents(where["document_id"]).values())
        return self._view.table(name, **where)


def _cut(card: EventCard, limit: int | None) -> EventCard:
    """With every sentence as long as a quote may be."""
    if limit is None:
        return card
    return replace(
        card,
        tellings=tuple(
            replace(told, mention=replace(told.mention, sentence=(start, min(end, start + limit))))
            for told in card.tellings
            for start, end in (told.mention.sentence,)
        ),
    )


def _report(view: View, document: Document) -> str:
    events = [
        Marking(
            start=m.trigger.start, end=m.trigger.end, layer="event", note=m.type, href=f"/event/{m.event_id}"
        )
        for m in view.table("event_mentions", document_id=document.document_id)
    ]
    return str(
        _template("report.html").render(
            document=document,
            name=article(document),
            title=one_line(document.title or document.path or document.document_id),
            url=web_address(document.url),
            text=None if document.text is None else runs(document.text, events),
        )
    )


def _inside(html: str) -> str:
    """Links to what is in the file, and no others of the web view's own."""
    return _LINK.sub(
        lambda link: f' href="#{link[2]}"' if link[2] and link[1] in ("event", "document", "story") else "",
        html,
    )


def _when(event: Event) -> tuple[str, str]:
    date = event.date
    return ((date.from_ or date.to or "9999") if date else "9999", event.event_id)


@cache
def _template(name: str) -> Any:
    return environment().get_template(f"dossier/{name}")
