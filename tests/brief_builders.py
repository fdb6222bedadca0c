"""Small accounts to brief; a brief that says a text wherever an article could; texts made to be markup."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from builders import event, filled, keep, mention
from whence import records
from whence.brief.model import Brief, First, Line, Note, Section, Side, Told, Unread
from whence.records import (
    Conflict,
    Document,
    Event,
    EventParty,
    EventPlace,
    EventQuantity,
    EventSite,
    Loss,
    Origin,
    OriginInterval,
    QuantityRole,
    Sign,
    Span,
    Story,
    TimeValue,
    ValueRange,
)
from whence.show.card import one_line
from whence.store import Query, Store
from whence.tables import Assessment, DocumentRecords, Linked

FIRST = First(published="2031-03-12", published_precision="day", captured="2031-03-12T10:00:00+02:00")

INJECTIONS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "](javascript:alert(1))",
    "[click](https://evil.example)",
    "![x](https://evil.example/x.png)",
    "https://evil.example",
    "www.evil.example",
    "<https://evil.example>",
    "[^1]: another note",
    "[^1]",
    "[x]: https://evil.example",
    "# A heading",
    "## A heading ##",
    "- an item",
    "+ an item",
    "1. an item",
    "123) an item",
    "> a quotation",
    "| a | b |",
    "```",
    "~~~",
    "`code`",
    "**strong**",
    "_em_ *em* ~~gone~~",
    "***",
    "---",
    "===",
    ": a definition",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "ends in a backslash \\",
    "\\",
    "$x^2$",
    "a@evil.example",
    "line one\n\n# line two",
    "a\u2028b\u2029c\x0bd\x85e",
    "\x1b[31mred\x00\x07",
    "\u202egnp.exe",
    "{{ template }} ${shell} %s %n",
    "=1+1",
    "<!-- ",
    "--> <b>",
    "]]>",
    "<?xml?>",
    "\ufffe\uffff\ud800",
    "a" * 5000,
    "[" * 500,
    "*" * 300 + "a" + "*" * 300,
)

TEXTS = st.one_of(
    st.sampled_from(INJECTIONS),
    st.text("\\`*_{}[]<>()#+-.!|~&;:/\"'$^@=1ah \n\t", min_size=1, max_size=40),
    st.text(min_size=1, max_size=40),
    st.lists(st.sampled_from(INJECTIONS), min_size=2, max_size=3).map(" ".join),
).filter(lambda text: one_line(text) != "")


def saying(text: str, url: str | None = None) -> Brief:
    """A brief with a line of every sort, and ``text`` in every place that comes from an article, a file or a
    person."""
    told = event(
        "e-1",
        actors=(EventParty(actor_id=None, name=text),),
        recipients=(EventParty(actor_id=None, name=text),),
        place=EventSite(place_id=None, name=f"at {text}"),
        date=TimeValue(from_="2031-03-11", to="2031-03-11", precision="day"),
        type="NONE",
        other=text,
    )
    plan = replace(told, event_id="e-2", status="planned", realis="future")
    denials = OriginInterval(low=1, expected=1.0, high=1)
    denied = replace(told, event_id="e-3", status="disputed", denials=denials)
    toll = replace(
        told,
        event_id="e-4",
        quantities=(filled(EventQuantity, role="killed", low=3, high=3, approximate=False),),
    )
    origins = tuple(
        filled(Origin, origin_id=f"o-{sign}", event_id="e-1", sign=sign, kind="person", source=text)
        for sign in "+-"
    )
    side = Side(
        value=text,
        approximate=False,
        sign="+",
        by=(text, text),
        first=FIRST,
        reports=2,
        told="new",
        notes=(1,),
    )
    conflict = Conflict(
        conflict_id="c-1", kind="contradiction", why="the actor differs", probability=0.9, field="actor",
        event_ids=("e-3",), sides=(),
    )  # fmt: skip
    line = Line(event=told, origins=origins, first=FIRST, notes=(1,))
    three, four = (
        replace(side, value=ValueRange(low=n, high=n), first=replace(FIRST, published=f"2031-03-1{n}"))
        for n in (3, 4)
    )
    lines = {
        "new": (line, replace(line, event=denied)),
        "figures": (replace(line, event=toll, role="killed", kinds=("revision",), sides=(three, four)),),
        "differing": (
            replace(line, event=denied, conflict=conflict, sides=(side, replace(side, sign="-")), left_out=1),
            replace(line, event=denied, conflict=replace(conflict, field="occurrence"), sides=(side,)),
        ),
        "due": (
            replace(line, event=plan, due="2031-03-12", followed_by=(line,)),
            replace(line, event=plan, due="2031-03-01"),
        ),
        "unplaced": (replace(line, event=replace(told, place=None)),),
    }
    story = Story(story_id="s-1", title=text, from_="2031-03-11", to="2031-03-12", document_ids=("d-1",))
    loss = Loss(path=text, document_id="d-2", stage="read", reason="binary", detail=text)
    return Brief(
        since="2031-03-12",
        until="2031-03-13",
        filter=Query(actor=text),
        version="0.1.0",
        account="0" * 64,
        reports=3,
        before=1,
        within=2,
        after=0,
        undated=0,
        outlets=((text, 2),),
        sections=tuple(
            Section(key=key, stories=(Told(story=story, lines=found),), left_out=1)  # type: ignore[arg-type]
            for key, found in lines.items()
        ),
        unread=Unread(
            losses=(loss,), left_out=1, reasons=(("binary", 2),), languages=((text, 1),), reports=3,
            languages_within=(), reports_within=2,
        ),
        notes=(
            Note(
                number=1, event_mention_ids=("n-1",), document_id="d-1", outlet=text, title=text, path=text,
                url=url, published="2031-03-12", published_precision="day", captured=text, text=text, start=0,
                end=len(text), begins=True, ends=False,
            ),
        ),
    )  # fmt: skip


def held(
    store: Store,
    documents: Sequence[Document],
    events: Sequence[Event],
    *,
    origins: Sequence[Origin] = (),
    conflicts: Sequence[Conflict] = (),
    version_of: Mapping[str, str] | None = None,
    losses: Sequence[Loss] = (),
) -> Store:
    """An account of these records, all in one story: each document tells every event that names it, each in
    a sentence of its own; ``<event>/<document>`` is the id of the telling."""
    event_of = {}
    for document in documents:
        told = sorted(
            (one for one in events if document.document_id in one.document_ids), key=lambda one: one.event_id
        )
        sentences = [f"The army shelled {one.event_id}." for one in told]
        at = 0
        mentions = []
        for one, sentence in zip(told, sentences, strict=True):
            key = f"{one.event_id}/{document.document_id}"
            event_of[key] = one.event_id
            mentions.append(
                mention(
                    key,
                    event_id=key,
                    document_id=document.document_id,
                    sentence=(at, at + len(sentence)),
                    trigger=Span(text="shelled", start=at + 9, end=at + 16),
                    place=None if one.place is None else place_at(one.place.name),
                    date=None,
                )
            )
            at += len(sentence) + 1
        text = "\n".join(sentences)
        store.add(DocumentRecords(document=replace(document, text=text), event_mentions=tuple(mentions)))
    ids = tuple(sorted(document.document_id for document in documents))
    story = Story(story_id="s-1", title="Shelling", from_=None, to=None, document_ids=ids)
    linked = Linked(event_of=event_of, actor_of={}, stories=(story,), version_of=dict(version_of or {}))
    assessment = Assessment(events=tuple(events), origins=tuple(origins), conflicts=tuple(conflicts))
    keep(store, linked, assessment)
    store.replace_losses(losses, paths=())
    return store


def place_at(name: str) -> EventPlace:
    return EventPlace(text=name, start=0, end=len(name), place_id=None, name=name)


def origin(event_id: str, source: str, *documents: str, sign: Sign = "+") -> Origin:
    """A named person whom these documents quote on an event."""
    return filled(  # type: ignore[no-any-return]
        Origin,
        origin_id=f"o-{event_id}-{source}",
        event_id=event_id,
        sign=sign,
        kind="person",
        source=source,
        party="none",
        event_mention_ids=tuple(f"{event_id}/{one}" for one in documents),
        document_ids=documents,
    )


def figure(event_id: str, low: int, *documents: str, role: QuantityRole = "killed") -> EventQuantity:
    """A number that these documents give."""
    return EventQuantity(
        role=role,
        low=low,
        high=low,
        approximate=False,
        origin_ids=(f"o-{event_id}-Ada",),
        event_mention_ids=tuple(f"{event_id}/{one}" for one in documents),
    )


def differing(event_id: str, field: str, *sides: records.Side, kind: str = "contradiction") -> Conflict:
    return Conflict(
        conflict_id=f"c-{event_id}-{field}", kind=kind, why=f"the {field} differs", probability=0.9,  # type: ignore[arg-type]
        field=field, event_ids=(event_id,), sides=sides,  # type: ignore[arg-type]
    )  # fmt: skip
