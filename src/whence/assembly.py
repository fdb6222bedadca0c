"""One document's records, put together from what the stages handed over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from whence.derived import factuality, is_political
from whence.extract import probabilities
from whence.handover import (
    AttributionResult,
    EventCandidate,
    Extraction,
    ParsedDocument,
    Phrase,
    QuantityCandidate,
    Resolution,
)
from whence.records import (
    Argument,
    Document,
    EventDate,
    EventMention,
    EventPlace,
    Mention,
    Passage,
    Quantity,
    Relation,
    RelationParty,
    Stance,
    Token,
    stable_id,
)
from whence.tables import DocumentRecords


def assemble(
    parsed: ParsedDocument, extraction: Extraction, resolution: Resolution, attribution: AttributionResult
) -> DocumentRecords:
    """Turn what the stages handed over into records; phrases and events get their ids here."""
    document_id = parsed.document.document_id
    referents = {**resolution.referents, **attribution.first_persons}
    resolution = replace(resolution, referents=referents)
    events = _event_mentions(parsed, extraction, resolution, attribution)
    return DocumentRecords(
        document=parsed.document,
        passages=parsed.passages,
        tokens=_tokens(parsed),
        mentions=_mentions(parsed, extraction, resolution),
        actors=resolution.actors,
        places=resolution.places,
        attributions=attribution.attributions,
        event_mentions=tuple(events[event.index] for event in extraction.events),
        stances=_stances(attribution, events),
        relations=_relations(document_id, extraction, resolution, attribution),
    )


def unread(document: Document, passages: tuple[Passage, ...]) -> DocumentRecords:
    """Records of a document that is stored but not analysed (another language)."""
    return DocumentRecords(document=document, passages=passages)


def _tokens(parsed: ParsedDocument) -> tuple[Token, ...]:
    return tuple(
        Token(
            document_id=parsed.document.document_id,
            sentence=sentence.index,
            index=word.index,
            start=word.start,
            end=word.end,
            text=word.text,
            lemma=word.lemma,
            upos=word.upos,
            feats=word.feats,
            head=word.head,
            deprel=word.deprel,
        )
        for sentence in parsed.sentences
        for word in sentence.words
    )


def _mentions(parsed: ParsedDocument, extraction: Extraction, resolution: Resolution) -> tuple[Mention, ...]:
    document_id, text = parsed.document.document_id, parsed.text
    rows: dict[str, Mention] = {}

    def add(kind: str, start: int, end: int, words: str, form: Any, refers_to: Any, value: Any) -> None:
        mention_id = stable_id("m", document_id, kind, start, end)
        rows.setdefault(
            mention_id,
            Mention(
                mention_id=mention_id,
                document_id=document_id,
                start=start,
                end=end,
                text=words,
                kind=kind,  # type: ignore[arg-type]
                form=form,
                refers_to=refers_to,
                value=value,
            ),
        )

    for phrase in extraction.phrases:
        if phrase.kind == "thing":
            continue
        referent = resolution.referents.get(phrase.index)
        span = (phrase.start, phrase.end, phrase.text)
        if phrase.kind == "time":
            add("time", *span, None, None, resolution.named_times.get(phrase.index))
        elif phrase.kind == "place":
            add("place", *span, phrase.form, referent.place_id if referent else None, None)
            if referent and referent.actor_id:
                add("actor", *span, phrase.form, referent.actor_id, None)
        else:
            add("actor", *span, phrase.form, referent.actor_id if referent else None, None)
            if referent and referent.place_id:
                name = (phrase.name or phrase).start, (phrase.name or phrase).end
                add("place", *name, text[slice(*name)], "name", referent.place_id, None)
    for (start, end), place_id in resolution.toponyms.items():
        add("place", start, end, text[start:end], "name", place_id, None)
    for event in extraction.events:
        for quantity in event.quantities:
            add("quantity", quantity.start, quantity.end, quantity.text, None, None, None)
    return tuple(sorted(rows.values(), key=lambda m: (m.start, m.end, m.kind)))


def _argument(phrase: Phrase, resolution: Resolution) -> Argument:
    referent = resolution.referents.get(phrase.index)
    actor = resolution.actor.get(referent.actor_id) if referent and referent.actor_id else None
    return Argument(
        text=phrase.text,
        start=phrase.start,
        end=phrase.end,
        actor_id=actor.actor_id if actor else None,
        name=referent.name if referent and referent.name else _as_written(phrase),
        country=actor.country if actor else resolution.countries.get(phrase.index),
        sectors=actor.sectors if actor else (),
        title=referent.title if referent else None,
    )


def _as_written(phrase: Phrase) -> str | None:
    """The name of what is known by its words alone; a pronoun of unknown referent has none."""
    words = phrase.text.split()
    if phrase.form == "pronoun":
        return None
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in ("a", "an", "the") else words)


def _quantity(candidate: QuantityCandidate) -> Quantity:
    return Quantity(
        role=candidate.role,
        text=candidate.text,
        start=candidate.start,
        end=candidate.end,
        low=candidate.low,
        high=candidate.high,
        approximate=candidate.approximate,
    )


def _event_mentions(
    parsed: ParsedDocument, extraction: Extraction, resolution: Resolution, attribution: AttributionResult
) -> Mapping[int, EventMention]:
    document_id = parsed.document.document_id
    ids = {
        event.index: stable_id("n", document_id, event.trigger.start, event.trigger.end)
        for event in extraction.events
    }
    return {
        event.index: _event_mention(event, ids, parsed, extraction, resolution, attribution)
        for event in extraction.events
    }


def _event_mention(
    event: EventCandidate,
    ids: Mapping[int, str],
    parsed: ParsedDocument,
    extraction: Extraction,
    resolution: Resolution,
    attribution: AttributionResult,
) -> EventMention:
    sentence = parsed.sentences[event.sentence]
    place = None
    if event.place is not None:
        phrase = extraction.phrases[event.place]
        referent = resolution.referents.get(event.place)
        place = EventPlace(
            text=phrase.text,
            start=phrase.start,
            end=phrase.end,
            place_id=referent.place_id if referent else None,
            name=referent.name if referent and referent.name else _as_written(phrase),
        )
    actors = tuple(_argument(extraction.phrases[i], resolution) for i in event.actors)
    recipients = tuple(_argument(extraction.phrases[i], resolution) for i in event.recipients)
    date = _date(event, resolution)
    return EventMention(
        event_mention_id=ids[event.index],
        event_id=stable_id("e", ids[event.cluster]),
        document_id=parsed.document.document_id,
        sentence=(sentence.start, sentence.end),
        trigger=event.trigger,
        lemma=event.lemma,
        type=event.type,
        mode=event.mode,
        contexts=event.contexts,
        other=event.other,
        cameo=event.cameo,
        actors=actors,
        recipients=recipients,
        place=place,
        date=date,
        realis=event.realis,
        factuality=factuality(event.realis, date, parsed.document.published, negated=event.polarity == "-"),
        quantities=tuple(_quantity(quantity) for quantity in event.quantities),
        attribution_id=attribution.holder.get(event.index),
        restated=event.index in attribution.restated,
        principal=event.principal,
        confidence=_confidence(event, date),
        political=any(is_political(party) for party in (*actors, *recipients)),
        codes=event.codes,
        why=dict(sorted(event.why.items())),
    )


def _confidence(event: EventCandidate, date: EventDate | None) -> dict[str, float]:
    """Of the fields that are told; a time that could not be resolved is no date."""
    found = probabilities(event.evidence)
    return {field: share for field, share in found.items() if field != "date" or date is not None}


def _date(event: EventCandidate, resolution: Resolution) -> EventDate | None:
    """When a mention says it happened, or without its words, when another mention of the event does."""
    date = resolution.times.get(event.time) if event.time is not None else None
    if date is None or not event.time_inherited:
        return date
    return replace(date, text=None, start=None, end=None, anchor="inherited")


def _stances(attribution: AttributionResult, events: Mapping[int, EventMention]) -> tuple[Stance, ...]:
    rows = []
    for stance in attribution.stances:
        mention_id = events[stance.event].event_mention_id
        rows.append(
            Stance(
                stance_id=stable_id("x", mention_id, stance.attribution_id, stance.scope, stance.argument),
                event_mention_id=mention_id,
                attribution_id=stance.attribution_id,
                sign=stance.sign,
                certainty=stance.certainty,
                scope=stance.scope,
                argument=stance.argument,
                cue=stance.cue,
                why=stance.why,
            )
        )
    return tuple(rows)


def _relations(
    document_id: str, extraction: Extraction, resolution: Resolution, attribution: AttributionResult
) -> tuple[Relation, ...]:
    def party(index: int) -> RelationParty:
        phrase = extraction.phrases[index]
        referent = resolution.referents.get(index)
        return RelationParty(
            text=phrase.text,
            start=phrase.start,
            end=phrase.end,
            actor_id=referent.actor_id if referent else None,
            name=referent.name if referent else None,
        )

    def place(index: int) -> tuple[int, int]:
        phrase = extraction.phrases[index]
        return phrase.start, phrase.end

    return tuple(
        Relation(
            relation_id=stable_id(
                "r", document_id, item.type, item.start, item.end, place(item.subject), place(item.object)
            ),
            document_id=document_id,
            subject=party(item.subject),
            type=item.type,
            object=party(item.object),
            start=item.start,
            end=item.end,
            attribution_id=attribution.relation_holder.get(index),
            sign=item.sign,
            from_=None,
            to=None,
        )
        for index, item in enumerate(extraction.relations)
    )
