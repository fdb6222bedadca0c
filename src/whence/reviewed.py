"""What people decided, told on the rows that span documents: an event says so of itself, of its tellings and
of who holds what of them, an actor of whom it is or is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from whence.link.judged import Field, actors_at, events_at, latest
from whence.records import Actor, Judgement, Review
from whence.tables import Assessment, DocumentRecords, Linked


def actors_reviewed(
    linked: Linked, judged: Sequence[DocumentRecords], judgements: Sequence[Judgement]
) -> tuple[Actor, ...]:
    """The account's actors with ``reviewed``; ``judged`` are the documents on which something is judged."""
    found = _pairs(judgements, "actor", actors_at(judged), linked.actor_of)
    return tuple(
        replace(a, reviewed=_ordered(found[a.actor_id])) if a.actor_id in found else a for a in linked.actors
    )


def events_reviewed(
    assessment: Assessment,
    event_of: Mapping[str, str],
    analyses: Sequence[DocumentRecords],
    judgements: Sequence[Judgement],
) -> Assessment:
    """The same with ``reviewed`` of every event; ``analyses`` are the documents as judged."""
    if not judgements:
        return assessment
    found = _pairs(judgements, "event", events_at(analyses), event_of)
    for item in analyses:
        _tellings(item, event_of, found)
    events = (replace(e, reviewed=_ordered(found.get(e.event_id, ()))) for e in assessment.events)
    return replace(assessment, events=tuple(events))


def _pairs(
    judgements: Iterable[Judgement],
    field: Field,
    at: Mapping[tuple[str, int, int], set[str]],
    account: Mapping[str, str],
) -> defaultdict[str, set[Review]]:
    """Id of the account → what was decided of it and another; ``account`` is a document's own id → that."""
    found: defaultdict[str, set[Review]] = defaultdict(set)
    for pair, judgement in latest(judgements, field, at).items():
        if judgement.verdict != "unsure":
            review = Review(
                field=field, verdict=judgement.verdict, value=None, who=judgement.who, when=judgement.when
            )
            for one in pair:
                found[account.get(one, one)].add(review)
    return found


def _tellings(
    item: DocumentRecords, event_of: Mapping[str, str], found: defaultdict[str, set[Review]]
) -> None:
    """Add what was decided of the mentions of a document, of who tells them, and of the stances on them."""
    attributions = {a.attribution_id: a for a in item.attributions}
    for mention in item.event_mentions:
        reviews = found[event_of[mention.event_mention_id]]
        reviews.update(mention.reviewed)
        holder = attributions.get(mention.attribution_id or "")
        if holder is not None:
            reviews.update(holder.reviewed)
    for stance in item.stances:
        found[event_of[stance.event_mention_id]].update(stance.reviewed)


def _ordered(reviews: Iterable[Review]) -> tuple[Review, ...]:
    return tuple(
        sorted(reviews, key=lambda r: (r.when or "", r.field, r.verdict, r.value or "", r.who or ""))
    )
