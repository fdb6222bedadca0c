"""What a person says of one field of a telling, an attribution or a stance, anchored to the text it is read
from. :func:`whence.review.apply` makes it hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from whence.judge import anchors, judge
from whence.judge.decided import understand
from whence.judge.fields import ATTRIBUTIONS, NONE
from whence.judge.spans import find_span
from whence.records import Anchor, Attribution, Document, EventMention, Judgement, Range, Verdict
from whence.store import StoreError
from whence.tables import DocumentRecords

if TYPE_CHECKING:
    from whence.store import Store

OF = ("events", "event_mentions", "attributions", "stances", "documents")
"""What an id may be of: an event stands for each of its tellings; to a document an event is added."""
_ACTOR = re.compile(r"a-[0-9a-f]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is judged: its anchors, what it is (:data:`whence.judge.anchors.SUBJECTS`, or ``document``), and
    the stretch of text that a value is looked for in first."""

    written: DocumentRecords
    about: anchors.Identity
    kind: str
    near: Range

    @property
    def document(self) -> Document:
        return self.written.document


def decide(
    store: Store,
    verdict: Verdict,
    ids: Sequence[str],
    *,
    field: str | None = None,
    value: str | None = None,
    span: str | None = None,
    who: str | None = None,
    note: str | None = None,
) -> list[Judgement]:
    """Keep that a field is right, wrong, corrected or added to, or (``unsure``) not to be decided.

    ``ids`` are ids or beginnings of ids; without a ``field`` the verdict is on the row as a whole. ``span``
    are the words that the value stands at, or their offsets ("120-131"). Raises
    :class:`whence.store.StoreError` for an id that is none, and for what cannot stand in the field.
    """
    when = datetime.now(UTC).isoformat(timespec="microseconds")
    if not ids:
        raise StoreError("Give the id of a telling, an attribution or a stance: whence show --why has them.")
    made = []
    for subject in [subject for prefix in dict.fromkeys(ids) for subject in subjects(store, prefix)]:
        chosen = field or ("event" if subject.kind == "document" else subject.kind)
        placed, said = _placed(store, subject, verdict, chosen, value, span)
        judgement = Judgement(
            anchors=placed, verdict=verdict, field=chosen, value=said, who=who, when=when, note=note
        )
        made.append(understood(judgement))
    store.add_judgements(made)
    return made


def _placed(
    store: Store, subject: Subject, verdict: Verdict, field: str, value: str | None, span: str | None
) -> tuple[tuple[Anchor, ...], str | None]:
    """The anchors of a judgement, and its value."""
    if subject.kind == "document":
        return _addition(store, subject, verdict, field, span), value
    if field in ATTRIBUTIONS and field != subject.kind and value not in (None, NONE):
        return (*subject.about, *_attribution(store, subject, value)), value
    if value is not None and _ACTOR.fullmatch(value):
        (actor,) = store.table("actors", actor_id=store.resolve(value, "actors")[1])
        value = actor.name
    if span is None:
        return subject.about, value
    place = _found(subject.document.text, span, subject.near)
    said = value or " ".join(subject.document.text[slice(*place)].split())
    return (*subject.about, anchors.at(subject.document, place, anchors.VALUE)), said


def _found(text: str, span: str, near: Range) -> Range:
    try:
        return find_span(text, span, near)
    except ValueError as error:
        raise StoreError(f"{error}.") from error


def understood(judgement: Judgement) -> Judgement:
    """The judgement, if it can be applied. Raises :class:`whence.store.StoreError` if not."""
    try:
        understand(judgement)
    except ValueError as error:
        raise StoreError(f"{error}.") from error
    return judgement


def subjects(store: Store, prefix: str) -> Iterator[Subject]:
    """What an id stands for; of an event, each of its tellings."""
    table, key = store.resolve(prefix, *OF)
    if table == "documents":
        (written,) = store.load_all(without=("tokens",), document_ids=[key])
        yield Subject(written=written, about=(), kind="document", near=(0, len(written.document.text)))
        return
    if table == "events":
        told: list[EventMention] = list(store.table("event_mentions", event_id=key))
        keys = [mention.event_mention_id for mention in told]
        table = "event_mentions"
    else:
        keys = [key]
    judgements = list(store.table("judgements"))
    for one in keys:
        ids = store.documents_with(table, one)
        for written in store.load_all(without=("tokens",), document_ids=ids):
            (shown,) = judge([written], judgements)
            yield _subject(written, shown, table, one)


def _subject(written: DocumentRecords, shown: DocumentRecords, table: str, key: str) -> Subject:
    document = written.document
    mentions = {m.event_mention_id: m for m in (*written.event_mentions, *shown.event_mentions)}
    attributions = {a.attribution_id: a for a in written.attributions}
    if table == "event_mentions":
        mention = mentions[key]
        about = anchors.of_event(document, mention)
        return Subject(written=written, about=about, kind="event", near=mention.sentence)
    if table == "attributions":
        attribution = attributions[key]
        about = anchors.of_attribution(document, attribution)
        return Subject(written=written, about=about, kind="attribution", near=_extent(attribution, about))
    stance = {s.stance_id: s for s in (*written.stances, *shown.stances)}[key]
    mention = mentions[stance.event_mention_id]
    about = anchors.of_stance(document, stance, mention, attributions.get(stance.attribution_id or ""))
    return Subject(written=written, about=about, kind="stance", near=mention.sentence)


def _extent(attribution: Attribution, about: anchors.Identity) -> Range:
    """From the first to the last of what belongs to an attribution."""
    places = [(anchor.start, anchor.end) for anchor in about] + list(attribution.content)
    return min(start for start, _ in places), max(end for _, end in places)


def _addition(
    store: Store, subject: Subject, verdict: Verdict, field: str, span: str | None
) -> tuple[Anchor, ...]:
    """The anchors of an event that is added to a document: its trigger, and the sentence around it."""
    if verdict != "added" or field != "event" or span is None:
        raise StoreError(
            "Only an event can be added to a document: added DOCUMENT --value TYPE --span TRIGGER."
        )
    trigger = _found(subject.document.text, span, subject.near)
    return added_event(subject.document, trigger, sentence_at(store, subject.document, trigger))


def added_event(document: Document, trigger: Range, sentence: Range) -> tuple[Anchor, ...]:
    return anchors.at(document, trigger, "event"), anchors.at(document, sentence, anchors.VALUE_SENTENCE)


def sentence_at(store: Store, document: Document, span: Range) -> Range:
    """The sentence of a span, else (in a report that is not read) its line."""
    tokens = list(store.table("tokens", document_id=document.document_id))
    number = next((t.sentence for t in tokens if t.start <= span[0] < t.end), None)
    mine = [t for t in tokens if t.sentence == number]
    if mine:
        return mine[0].start, max(mine[-1].end, span[1])
    start = document.text.rfind("\n", 0, span[0]) + 1
    end = document.text.find("\n", span[1])
    return start, end if end >= 0 else len(document.text)


def _attribution(store: Store, subject: Subject, value: str | None) -> tuple[Anchor, ...]:
    """The anchors of the attribution that a value names by its id."""
    _, key = store.resolve(value or "", "attributions")
    attribution = next((a for a in subject.written.attributions if a.attribution_id == key), None)
    if attribution is None:
        raise StoreError(f"{key} is an attribution of another report.")
    return anchors.of_attribution(subject.document, attribution, value=True)
