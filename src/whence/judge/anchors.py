"""Where in a text a judgement holds.

The first anchors of a judgement say what it is about. ``Anchor.field`` names what stands at the span:

* ``event``: the trigger of an event mention;
* ``attribution``: the cue of an attribution, else its source, else its content; with a cue and a source,
  a second anchor, ``source``;
* ``stance``: the trigger, then the anchors of the holder (none for the article itself), and for a stance on
  an argument one with the scope as its field, at the argument;
* ``actor``: a mention of an actor, ``document``: a whole text (see :mod:`whence.link.judged`).

The others say where the value stands: ``value`` its span (of an attribution its first anchor),
``value_source`` the second anchor of an attribution, ``value_sentence`` the sentence of an event that was
added.
"""

from __future__ import annotations

from collections.abc import Iterator

from whence.records import Anchor, Attribution, Document, EventMention, Judgement, Range, Stance
from whence.tables import DocumentRecords

Identity = tuple[Anchor, ...]
"""The anchors that say what a judgement is about."""
VALUE = "value"
VALUE_SOURCE = "value_source"
VALUE_SENTENCE = "value_sentence"
SUBJECTS = ("event", "attribution", "stance")
"""Of whose fields something can be decided: ``field`` of the first anchor."""


def identity(judgement: Judgement) -> Identity:
    return tuple(anchor for anchor in judgement.anchors if not anchor.field.startswith(VALUE))


def value_span(judgement: Judgement, field: str = VALUE) -> Range | None:
    """The span that the value of a judgement stands at."""
    return next(((a.start, a.end) for a in judgement.anchors if a.field == field), None)


def of_event(document: Document, mention: EventMention) -> Identity:
    return (at(document, (mention.trigger.start, mention.trigger.end), "event"),)


def of_attribution(document: Document, attribution: Attribution, *, value: bool = False) -> Identity:
    """The anchors of an attribution; with ``value`` as those of a value."""
    spans = [attribution_cue(attribution), attribution_source(attribution)]
    found = [span for span in spans if span is not None]
    if not found:
        starts, ends = zip(*attribution.content, strict=True) if attribution.content else ((0,), (0,))
        found = [(min(starts), max(ends))]
    fields = (VALUE, VALUE_SOURCE) if value else ("attribution", "source")
    return tuple(at(document, span, field) for span, field in zip(found, fields, strict=False))


def of_stance(
    document: Document, stance: Stance, mention: EventMention, holder: Attribution | None
) -> Identity:
    trigger = (mention.trigger.start, mention.trigger.end)
    held = of_attribution(document, holder) if holder is not None else ()
    narrowed = stance.scope != "event"
    scope = (at(document, stance.argument or trigger, stance.scope),) if narrowed else ()
    return (at(document, trigger, "stance"), *held, *scope)


def of_document(document: Document) -> Anchor:
    return at(document, (0, len(document.text)), "document")


def anchored(written: DocumentRecords, shown: DocumentRecords) -> Iterator[Identity]:
    """All that something can be decided of in a document, as it was written and as it is shown (spans of an
    attribution are those that were read, whatever they were corrected to), and every attribution as a
    value."""
    document = written.document
    attributions = {a.attribution_id: a for a in written.attributions}
    mentions = {m.event_mention_id: m for m in (*written.event_mentions, *shown.event_mentions)}
    yield from (of_event(document, mention) for mention in mentions.values())
    for attribution in attributions.values():
        yield of_attribution(document, attribution)
        yield of_attribution(document, attribution, value=True)
    for stance in {s.stance_id: s for s in (*written.stances, *shown.stances)}.values():
        holder = attributions.get(stance.attribution_id or "")
        yield of_stance(document, stance, mentions[stance.event_mention_id], holder)


def attribution_cue(attribution: Attribution) -> Range | None:
    return (attribution.cue.start, attribution.cue.end) if attribution.cue is not None else None


def attribution_source(attribution: Attribution) -> Range | None:
    start, end = attribution.source.start, attribution.source.end
    return (start, end) if start is not None and end is not None else None


def at(document: Document, span: Range, field: str) -> Anchor:
    return Anchor(sha256=document.sha256, start=span[0], end=span[1], field=field)
