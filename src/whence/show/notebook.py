"""The account in a notebook: HTML that renders without a kernel. Everything from an article is escaped."""

from __future__ import annotations

from html import escape

from whence.show import wording
from whence.show.card import EventCard, Telling, article, rung


def event_html(card: EventCard) -> str:
    """One event: status in words, three counts, who and where, and each telling under its ladder."""
    event = card.event
    interval = event.origins if event.origins.high else event.denials
    rows = {
        "who": wording.names(event.actors),
        "to whom": ", ".join(party.name for party in event.recipients),
        "where": event.place.name if event.place else "",
        "when": wording.when(event.date),
        "accounts differ on": ", ".join(event.disputed_fields),
        "decided": "; ".join(dict.fromkeys(map(wording.review, event.reviewed))),
    }
    table = "".join(
        f"<tr><th>{escape(label)}</th><td>{escape(value)}</td></tr>" for label, value in rows.items() if value
    )
    return (
        f'<div class="whence-event"><h4>{escape(wording.kind_of(event))} '
        f"<code>{escape(event.event_id)}</code></h4>"
        f"<p>{escape(wording.status(event))}; {escape(wording.origins(interval, event.reports))}</p>"
        f"<table>{table}</table><ol>{''.join(_telling(telling) for telling in card.tellings)}</ol></div>"
    )


def _telling(telling: Telling) -> str:
    start, end = telling.mention.sentence
    trigger = telling.mention.trigger
    text = telling.document.text
    before, after = escape(text[start : trigger.start]), escape(text[trigger.end : end])
    quote = f"{before}<mark>{escape(trigger.text)}</mark>{after}"
    steps = [article(telling.document), *(rung(link) for link in telling.chain)]
    return (
        f"<li>{escape(' → '.join(steps))}<blockquote>{quote.strip()}</blockquote>"
        f"<small>{escape(telling.where)}</small></li>"
    )
