"""Small hand-made records, and texts as the documents that stages are given."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_origin, get_type_hints

from whence.handover import CleanDocument
from whence.link.digest import digest
from whence.link.reprints import find_reprints
from whence.records import (
    Argument,
    Attribution,
    Change,
    Document,
    Event,
    EventMention,
    OriginInterval,
    Passage,
    PassageKind,
    Quantity,
    Reprint,
    Sign,
    Source,
    Span,
    Stance,
    stable_id,
)
from whence.store import Store
from whence.tables import Assessment, DocumentRecords, Held, Linked


def filled(record: Any, **given: Any) -> Any:
    """A record whose fields are null unless given, and whose lists and mappings are empty."""
    empty = {
        name: _EMPTY.get(get_origin(hint), lambda: None)() for name, hint in get_type_hints(record).items()
    }
    return record(**empty | given)


_EMPTY: Mapping[Any, Callable[[], Any]] = {tuple: tuple, Mapping: dict}


def document(document_id: str, **fields: Any) -> Document:
    """A document in English of which only what is given is known."""
    given = {"text": "", "language": "en", "sha256": "", "analysis_key": "k"} | fields
    if given.get("published"):
        given.setdefault("published_precision", "day")
    made: Document = filled(Document, document_id=document_id, **given)
    return made


def clean(
    text: str, *passages: tuple[int, int, PassageKind], published: str | None = "2020-03-01"
) -> CleanDocument:
    """A text as a document; one body passage unless passages are given."""
    return CleanDocument(
        document=document("d-1", text=text, published=published),
        passages=tuple(
            Passage(document_id="d-1", start=start, end=end, kind=kind)
            for start, end, kind in passages or ((0, len(text), "body"),)
        ),
    )


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One sentence "<voice> said the army shelled Karm." and how its source is classed."""

    voice: str | None = None
    """Source text; ``None`` is the article's own voice."""
    kind: str = "person"
    naming: str = "named"
    outlet: str | None = None
    """An outlet that was told."""
    sign: Sign = "+"
    killed: int | None = None
    narrowed: bool = False
    target: str = "Karm"


def report(outlet: str, claims: Sequence[Claim], *, published: str = "2020-03-01") -> DocumentRecords:
    """A document of one claim per sentence, with the records the stages would give it."""
    sentences = [_sentence(claim) for claim in claims]
    text = "\n\n".join(sentences)
    document_id = stable_id("d", outlet, text)
    told = document(
        document_id,
        path=f"{outlet}.txt",
        outlet=outlet,
        title=f"Shelling of Karm, {outlet}",
        published=published,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    attributions: list[Attribution] = []
    mentions: list[EventMention] = []
    stances: list[Stance] = []
    offset = 0
    first: str | None = None
    for claim, sentence in zip(claims, sentences, strict=True):
        chain = _chain(claim, document_id, offset, sentence)
        attributions += chain
        at = offset + sentence.index("shelled")
        mention_id = stable_id("n", document_id, at)
        first = first or mention_id
        holder = chain[-1].attribution_id if chain else None
        mentions.append(_mention(claim, document_id, mention_id, first, holder, offset, sentence))
        stances += _stances(claim, mention_id, chain)
        offset += len(sentence) + 2
    return DocumentRecords(
        document=told,
        passages=(Passage(document_id=document_id, start=0, end=len(text), kind="body"),),
        attributions=tuple(attributions),
        event_mentions=tuple(mentions),
        stances=tuple(stances),
    )


def _sentence(claim: Claim) -> str:
    toll = f", killing {claim.killed} people" if claim.killed else ""
    told = f" told {claim.outlet}" if claim.outlet else " said"
    opening = f"{claim.voice}{told} that the army" if claim.voice else "The army"
    return f"{opening} shelled {claim.target}{toll}."


def _span(start: int, part: str) -> Span:
    return Span(text=part, start=start, end=start + len(part))


def _source(text: str, at: int, kind: str, naming: str) -> Source:
    return Source(
        text=text,
        start=at,
        end=at + len(text),
        actor_id=None,
        actor_ids=(),
        name=text,
        kind=kind,  # type: ignore[arg-type]
        naming=naming,  # type: ignore[arg-type]
        affiliation=None,
        number="one",
        basis=None,
        reason=None,
    )


def _chain(claim: Claim, document_id: str, offset: int, sentence: str) -> list[Attribution]:
    """Outermost first."""
    if claim.voice is None:
        return []
    content = ((offset + sentence.index("the army"), offset + len(sentence)),)
    chain: list[Attribution] = []
    if claim.outlet:
        at = offset + sentence.index(claim.outlet)
        chain.append(
            Attribution(
                attribution_id=stable_id("t", document_id, at),
                document_id=document_id,
                parent_id=None,
                source=_source(claim.outlet, at, "outlet", "named"),
                cue=None,
                content=content,
                act="asserts",
                form="indirect",
            )
        )
    chain.append(
        Attribution(
            attribution_id=stable_id("t", document_id, offset),
            document_id=document_id,
            parent_id=chain[0].attribution_id if chain else None,
            source=_source(claim.voice, offset, claim.kind, claim.naming),
            cue=None,
            content=content,
            act="asserts" if claim.sign == "+" else "denies",
            form="indirect",
        )
    )
    return chain


def _mention(
    claim: Claim,
    document_id: str,
    mention_id: str,
    first: str,
    holder: str | None,
    offset: int,
    sentence: str,
) -> EventMention:
    def argument(part: str) -> Argument:
        start = offset + sentence.index(part)
        return Argument(
            text=part, start=start, end=start + len(part), actor_id=None, name=part, country=None,
            sectors=(), title=None,
        )  # fmt: skip

    at = offset + sentence.index("shelled")
    quantities: tuple[Quantity, ...] = ()
    if claim.killed:
        number = str(claim.killed)
        start = offset + sentence.index(number)
        quantities = (
            Quantity(role="killed", text=number, start=start, end=start + len(number), low=claim.killed,
                     high=claim.killed, approximate=False),
        )  # fmt: skip
    return EventMention(
        event_mention_id=mention_id,
        event_id=stable_id("e", first),
        document_id=document_id,
        sentence=(offset, offset + len(sentence)),
        trigger=_span(at, "shelled"),
        lemma="shell",
        type="ASSAULT",
        mode=None,
        contexts=(),
        other=None,
        cameo=None,
        actors=(argument("army"),),
        recipients=(argument(claim.target),),
        place=None,
        date=None,
        realis="past",
        quantities=quantities,
        attribution_id=holder,
        restated=False,
        codes=(),
        why={},
    )


def _stances(claim: Claim, mention_id: str, chain: Sequence[Attribution]) -> list[Stance]:
    holders: list[str | None] = [None, *(link.attribution_id for link in chain)]
    rows = []
    for holder in holders:
        innermost = holder == holders[-1]
        rows.append(
            Stance(
                stance_id=stable_id("x", mention_id, holder),
                event_mention_id=mention_id,
                attribution_id=holder,
                sign=claim.sign if innermost else "?",
                certainty="certain" if innermost else "none",
                scope="event",
                argument=None,
                cue=None,
                why="test",
            )
        )
    if claim.narrowed:
        rows.append(
            Stance(
                stance_id=stable_id("x", mention_id, holders[-1], "recipient"),
                event_mention_id=mention_id,
                attribution_id=holders[-1],
                sign=claim.sign,
                certainty="certain",
                scope="recipient",
                argument=None,
                cue=None,
                why="test",
            )
        )
    return rows


def link(text: str | None, *, parent_id: str | None = None, attribution_id: str = "", form: str = "indirect",
         **fields: Any) -> Attribution:  # fmt: skip
    """An attribution whose source is worded ``text``; ``fields`` are those of its source (default: a named
    person, called as worded)."""
    source = replace(
        _source(text or "", 0, fields.pop("kind", "person"), fields.pop("naming", "named")),
        **{"text": text, "name": text, **fields},
    )
    return Attribution(
        attribution_id=attribution_id or f"t-{text}",
        document_id="d-1",
        parent_id=parent_id,
        source=source,
        cue=None,
        content=(),
        act="asserts",
        form=form,  # type: ignore[arg-type]
    )


def mention(event_mention_id: str, **fields: Any) -> EventMention:
    """ "The army shelled Karm." in the article's own voice, but for ``fields``."""
    (told,) = report("", [Claim()]).event_mentions
    return replace(told, event_mention_id=event_mention_id, **fields)


def event(event_id: str, **fields: Any) -> Event:
    """An event told once as past by one unknown origin, but for ``fields``."""
    blank = Event(
        event_id=event_id, story_id="s-1", type="ASSAULT", mode=None, contexts=(), other=None, cameo=None,
        actors=(), recipients=(), place=None, date=None, realis="past", status="reported", quantities=(),
        document_ids=(), reports=1, outlets=1, origins=OriginInterval(low=1, expected=1.0, high=1),
        denials=OriginInterval(low=0, expected=0.0, high=0), disputed_fields=(), follows=None,
        first_reported=None,
    )  # fmt: skip
    return replace(blank, **fields)


def reprints(
    items: Sequence[DocumentRecords], versions: Mapping[str, str] | None = None
) -> tuple[Reprint, ...]:
    """The edges among documents that are all in memory."""
    return find_reprints([digest(item) for item in items], Held(items), versions)


def keep(
    store: Store,
    found: Linked,
    assessment: Assessment,
    run_id: str = "r-1",
    judged: Sequence[DocumentRecords] = (),
) -> tuple[Change, ...]:
    """Write what spans documents as one run does, and say what that changed."""
    with store.linking(run_id) as linking:
        linking.documents([found], judged)
        linking.events(replace(found, actors=(), actor_of={}), assessment)
        linking.finish()
    return tuple(store.table("changes", run_id=run_id))
