"""Who, where and when: what the phrases of one document refer to.

``places`` and ``times`` need nothing but the phrases; ``actors`` is told what a phrase means as a place, so
that a place name that acts ("Moscow said") can be read as the country it stands for. A phrase that is both
keeps both ids.
"""

from __future__ import annotations

from dataclasses import replace

from whence.handover import Extraction, ParsedDocument, Referent, Resolution
from whence.resolve.actor_table import adding
from whence.resolve.actors import resolve_actors
from whence.resolve.belonging import countries
from whence.resolve.gazetteer import using
from whence.resolve.named_actors import actor_named
from whence.resolve.own_actors import ActorFile, ActorFileError, load_actors
from whence.resolve.own_gazetteer import Built, GazetteerError, GazetteerFile, build, load_gazetteer
from whence.resolve.places import resolve_places
from whence.resolve.time_anchors import anchored_times
from whence.resolve.times import resolve_times

__all__ = [
    "ActorFile",
    "ActorFileError",
    "Built",
    "GazetteerError",
    "GazetteerFile",
    "actor_named",
    "build",
    "load_actors",
    "load_gazetteer",
    "resolve",
]


def resolve(
    parsed: ParsedDocument,
    extraction: Extraction,
    own_actors: ActorFile | None = None,
    own_gazetteer: GazetteerFile | None = None,
) -> Resolution:
    """Actors, places and times of one document; a phrase that could not be resolved is in no mapping.
    ``own_actors`` and ``own_gazetteer`` are the user's."""
    with (
        adding(own_actors.addition if own_actors is not None else None),
        using(own_gazetteer.path if own_gazetteer is not None else None),
    ):
        places, place_referents, toponyms = resolve_places(parsed, extraction)
        actors, actor_referents = resolve_actors(parsed, extraction, places)
    referents = merge_referents(actor_referents, place_referents)
    times, named_times = resolve_times(parsed, extraction)
    for index, (date, value) in anchored_times(parsed, extraction, times).items():
        times[index], named_times[index] = date, value
    return Resolution(
        actors=actors,
        places=places,
        referents=referents,
        toponyms=toponyms,
        times=times,
        named_times=named_times,
        countries=countries(extraction, actors, places, referents),
    )


def merge_referents(
    actor_referents: dict[int, Referent], place_referents: dict[int, Referent]
) -> dict[int, Referent]:
    """One referent per phrase, in phrase order: the actor's name wins, the place id is kept beside it."""
    merged: dict[int, Referent] = {}
    for index in sorted({*actor_referents, *place_referents}):
        actor, place = actor_referents.get(index), place_referents.get(index)
        if actor is not None and place is not None:
            merged[index] = replace(actor, place_id=place.place_id)
        elif actor is not None:
            merged[index] = actor
        elif place is not None:
            merged[index] = place
    return merged
