"""Acts of speech: "the minister condemned the raid" is known from the minister, whoever tells it.

An article that tells such an act in its own voice rests on the words of who did it; outlets that tell it
alike have one origin. Only of those who are named: what an unnamed attendant said to a traveller somebody
must have told the outlet.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from whence.assess.roots import Root
from whence.names import normal_name
from whence.records import Actor, EventMention
from whence.schema import speech_acts

_HAPPENED = ("past", "ongoing")


def speaker(
    mention: EventMention,
    actors: Mapping[str, Actor],
    actor_of: Mapping[str, str],
    named: Collection[str],
    affiliations: Mapping[str, str],
    body: Mapping[str, str],
) -> Root | None:
    """Who did an act of speech, as a root; ``None`` of any other event, or if nobody named did it. ``named``
    are ids of actors that the document calls by name, ``affiliations`` those it gives its sources, ``body``
    its :func:`whence.assess.roots.bodies`."""
    if mention.lemma not in speech_acts() or mention.realis not in _HAPPENED:
        return None
    for argument in mention.actors:
        actor = actors.get(argument.actor_id or "")
        if actor is not None and actor.actor_id in named:
            key = actor_of.get(actor.actor_id, actor.actor_id)
            if actor.kind != "person":
                return Root("statement", (key,), actor.name)
            affiliation = affiliations.get(actor.actor_id, "")
            institution = normal_name(affiliation)
            institution = body.get(institution, institution)
            return Root("person", (key,), actor.name, institution, affiliation)
        if argument.country and argument.name:
            return Root("statement", (normal_name(argument.name),), argument.name)
    return None
