"""Origins, status and conflicts of each event, from the derivations of its tellings.

It never says what is so: it counts who could have known and stands behind each side, in the texts read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whence.assess.assertions import assertions
from whence.assess.conflicts import find_conflicts
from whence.assess.derive import rows
from whence.assess.events import event_row
from whence.assess.interval import Count, count_origins
from whence.assess.party import party, states
from whence.assess.plans import fulfilments
from whence.assess.surroundings import Notice, Surroundings, notice, surroundings
from whence.assess.told import Told, World
from whence.names import actor_keys
from whence.records import (
    Derivation,
    Event,
    EventMention,
    Origin,
    Reprint,
    Sign,
)
from whence.tables import Assessment, DocumentRecords, Linked

__all__ = ["Notice", "Surroundings", "assess", "notice", "surroundings"]

_SIGNS: tuple[Sign, ...] = ("+", "-")


def assess(
    analyses: Sequence[DocumentRecords], linked: Linked, around: Surroundings | None = None
) -> Assessment:
    """Assess every event of an account, or of some of its stories with what is ``around`` these; the result
    depends on the set of documents, not on their order."""
    notices = [notice(item) for item in analyses]
    if around is None:
        around = surroundings(notices, linked.reprints, linked.actor_of)
    else:
        around = around.joined(surroundings(notices, (), linked.actor_of))
    ordered = sorted(
        (item.with_known_parties() for item in analyses),
        key=lambda item: (item.document.published or "9999", item.document.document_id),
    )
    documents = {item.document.document_id: item.document for item in ordered}
    told = assertions(ordered, linked.actor_of, around, linked.version_of)
    actors = {actor.actor_id: actor for actor in linked.actors}
    story_of = {key: story.story_id for story in linked.stories for key in story.document_ids}
    copies: dict[str, list[Reprint]] = {}
    for edge in linked.reprints:
        copies.setdefault(edge.document_id, []).append(edge)
    groups: dict[str, list[EventMention]] = {}
    for item in ordered:
        for mention in sorted(item.event_mentions, key=lambda m: (m.trigger.start, m.event_mention_id)):
            groups.setdefault(linked.event_of[mention.event_mention_id], []).append(mention)

    events: list[Event] = []
    origins: list[Origin] = []
    derivations: list[Derivation] = []
    tellings: list[Told] = []
    for event_id, mentions in groups.items():
        group = [a for m in mentions for a in told[m.event_mention_id]]
        counted: dict[Sign, Count] = {}
        for sign in _SIGNS:
            side = [a for a in group if a.sign == sign and not a.narrowed]
            counted[sign] = count = count_origins(event_id, sign, side, copies)
            derivations += rows(event_id, side, count)
            for root, origin_id in count.ids.items():
                behind = [a for a in side if count.origin_of[a.root] == root]
                origins.append(
                    Origin(
                        origin_id=origin_id,
                        event_id=event_id,
                        sign=sign,
                        kind=root.kind,
                        source=count.circular.get(root, root.name),
                        party=party(behind, mentions, around.allies, linked.actor_of, actors),
                        event_mention_ids=_ids(a.mention.event_mention_id for a in behind),
                        attribution_ids=_ids(a.chain[0].attribution_id for a in behind if a.chain),
                        document_ids=_ids(a.document.document_id for a in behind),
                    )
                )
        event = event_row(
            event_id,
            story_of[mentions[0].document_id],
            mentions,
            group,
            documents,
            linked.version_of,
            actors,
            linked.actor_of,
            counted["+"].origin_of,
            counted["+"].ids,
            counted["+"].interval,
            counted["-"].interval,
        )
        events.append(event)
        doers = [argument for mention in mentions for argument in mention.actors]
        tellings.append(
            Told(
                event=event,
                assertions=tuple(group),
                doers=actor_keys(doers, actors, linked.actor_of) | states(doers, actors, linked.actor_of),
                origin_ids={
                    (sign, root): count.ids[origin]
                    for sign, count in counted.items()
                    for root, origin in count.origin_of.items()
                },
            )
        )
    world = World(
        actors=actors,
        actor_of=linked.actor_of,
        places={place.place_id: place for item in ordered for place in item.places},
        version_of=linked.version_of,
        rebels=around.rebels,
    )
    found = find_conflicts(tellings, world)
    disputed: dict[str, set[str]] = {}
    for conflict in found:
        if conflict.kind == "contradiction" and conflict.field != "occurrence":
            # Who is denied to have been hit leaves undisputed whom else they hit.
            denied = any(side.sign == "-" for side in conflict.sides)
            for event_id in conflict.event_ids[:1] if denied else conflict.event_ids:
                disputed.setdefault(event_id, set()).add(conflict.field)
    events = [
        replace(event, disputed_fields=tuple(sorted(disputed.get(event.event_id, ())))) for event in events
    ]
    follows = fulfilments(events)
    events = [replace(event, follows=follows.get(event.event_id)) for event in events]
    return Assessment(
        events=tuple(sorted(events, key=lambda e: e.event_id)),
        origins=tuple(sorted(origins, key=lambda o: (o.event_id, o.sign, o.origin_id))),
        derivations=tuple(
            sorted(
                derivations,
                key=lambda d: (
                    d.event_id,
                    d.event_mention_id,
                    d.of_event_mention_id or "",
                    d.origin_id or "",
                ),
            )
        ),
        conflicts=tuple(sorted(found, key=lambda c: (c.event_ids, c.field, c.conflict_id))),
    )


def _ids(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))
