"""Who says so: sources, cues, contents, their nesting, and what each holder is committed to."""

from __future__ import annotations

from whence.attribute.chains import nodes, records
from whence.attribute.denials import denials, opposed
from whence.attribute.detect import document_quotations, tellings
from whence.attribute.holders import innermost
from whence.attribute.narrowing import narrowed
from whence.attribute.restated import restated_events, same_telling
from whence.attribute.sources import Sources
from whence.attribute.speakers import first_persons
from whence.attribute.stances import chain_stances
from whence.handover import AttributionResult, Extraction, ParsedDocument, Resolution, StanceCandidate

__all__ = ["attribute"]


def attribute(parsed: ParsedDocument, extraction: Extraction, resolution: Resolution) -> AttributionResult:
    """Attributions of a document, the holder of each event and relation, and every holder's stance."""
    quoted = document_quotations(parsed)
    sources = Sources(parsed, extraction, resolution)
    found = nodes(parsed, tellings(parsed, quoted, sources.outlet), sources)
    attributions = records(parsed, found, quoted)
    ids = [a.attribution_id for a in attributions]
    holder = {e.index: innermost(found, e.trigger.start) for e in extraction.events}
    restated = restated_events(extraction, resolution, holder)
    told = [e for e in extraction.events if holder[e.index] is None and e.polarity == "+"]
    stances: list[StanceCandidate] = []
    for event in extraction.events:
        flat = any(same_telling(event, other, extraction, resolution) for other in told)
        stances.extend(chain_stances(parsed, event, found, ids, holder[event.index], restated=flat))
    stances.extend(denials(parsed, extraction, resolution, found, ids, holder))
    holders = {event: ids[at] if at is not None else None for event, at in holder.items()}
    stances.extend(opposed(extraction, stances, holders))
    stances.extend(narrowed(parsed, extraction, resolution, found, ids, stances))
    order = sorted(
        range(len(found)), key=lambda i: (attributions[i].content, -len(attributions[i].content), i)
    )
    return AttributionResult(
        attributions=tuple(attributions[i] for i in order),
        holder=holders,
        relation_holder={
            at: ids[held] if (held := innermost(found, relation.start)) is not None else None
            for at, relation in enumerate(extraction.relations)
        },
        stances=tuple(sorted(stances, key=lambda s: s.event)),
        restated=restated,
        first_persons=first_persons(extraction, resolution, attributions),
    )
