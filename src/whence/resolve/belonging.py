"""The country of a party that is no actor of a country itself: a place attacked, "*Palestinian* homes"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whence.handover import Extraction, Phrase, Referent
from whence.records import Actor, Place


def countries(
    extraction: Extraction,
    actors: tuple[Actor, ...],
    places: tuple[Place, ...],
    referents: Mapping[int, Referent],
) -> dict[int, str]:
    """Phrase index → ISO 3166-1 alpha-3 code, of parties of events that are not resolved as an actor: that of
    the place it is, else the one country that is worded inside it."""
    by_id = {a.actor_id: a.country for a in actors} | {p.place_id: p.country for p in places}

    def of(index: int) -> str | None:
        referent = referents.get(index)
        ids = (referent.actor_id, referent.place_id) if referent else ()
        return next((code for each in ids if each and (code := by_id.get(each))), None)

    at = sorted(extraction.phrases, key=lambda phrase: (phrase.start, phrase.end))
    found: dict[int, str] = {}
    for index in sorted({i for event in extraction.events for i in (*event.actors, *event.recipients)}):
        referent = referents.get(index)
        if referent is not None and referent.actor_id is not None:
            continue
        own = of(index)
        worded = {code for inner in _inside(extraction.phrases[index], at) if (code := of(inner.index))}
        if own is not None:
            found[index] = own
        elif len(worded) == 1:
            found[index] = worded.pop()
    return found


def _inside(phrase: Phrase, at: list[Phrase]) -> Iterator[Phrase]:
    """The phrases that stand in a phrase."""
    for other in at:
        if other.start >= phrase.end:
            break
        if other.start >= phrase.start and other.end <= phrase.end and other.index != phrase.index:
            yield other
