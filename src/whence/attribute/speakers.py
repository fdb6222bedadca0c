"""First persons: "I" and "we" inside a quotation are its speaker and the body the speaker belongs to.

They can be resolved only once the attribution is known, so ``resolve`` leaves them open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whence.attribute.tables import words
from whence.handover import Extraction, Referent, Resolution
from whence.names import normal_name
from whence.records import Attribution, Source


def first_persons(
    extraction: Extraction, resolution: Resolution, attributions: Sequence[Attribution]
) -> Mapping[int, Referent]:
    """Phrase index → referent, of the first-person pronouns that stand in someone's own words."""
    quoted = [a for a in attributions if a.form != "indirect" and a.source.text is not None]
    parents = {a.parent_id for a in attributions}
    found: dict[int, Referent] = {}
    for phrase in extraction.phrases:
        word = phrase.text.lower()
        if word not in words("first singular") and word not in words("first plural"):
            continue
        holding = [
            (high - low, a.attribution_id in parents, a.attribution_id, a.source)
            for a in quoted
            for low, high in a.content
            if low <= phrase.start and phrase.end <= high
        ]
        if holding:
            # Of an outlet and the one who told it the same words, the one who told it speaks.
            *_, source = min(holding, key=lambda item: item[:3])
            found[phrase.index] = _referent(source, resolution, plural=word in words("first plural"))
    return found


def _referent(source: Source, resolution: Resolution, *, plural: bool) -> Referent:
    """The speaker; for "we" the speaker's body where one is worded, else the speaker too."""
    if plural and source.kind == "person" and source.affiliation:
        body = normal_name(source.affiliation)
        speaker = resolution.actor.get(source.actor_id or "")
        named = (a for a in resolution.actors if body in map(normal_name, (a.name, *a.aliases)))
        # "We" of a minister whose government is not mentioned by that name is the state that is.
        state = (
            a
            for a in resolution.actors
            if speaker and "GOV" in speaker.sectors and a.kind == "country" and a.country == speaker.country
        )
        actor = next(named, None) or next(state, None)
        return Referent(
            actor_id=actor.actor_id if actor else None,
            place_id=None,
            name=actor.name if actor else source.affiliation,
            title=None,
            affiliation=None,
            antecedent=None,
            why="first person plural: the speaker's body",
        )
    return Referent(
        actor_id=source.actor_id,
        place_id=None,
        name=source.name or source.text or "",
        title=None,
        affiliation=source.affiliation,
        antecedent=None,
        why="first person: the speaker",
    )
