from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from whence.extract import extract
from whence.handover import ParsedDocument, Referent
from whence.resolve import merge_referents, resolve

PLACE = Referent(
    actor_id=None,
    place_id="p-1",
    name="Moscow",
    title=None,
    affiliation=None,
    antecedent=None,
    why="places.gazetteer",
)
ACTOR = replace(PLACE, actor_id="a-1", place_id=None, name="Russia", why="actor:metonym")


def test_a_place_that_acts_keeps_both_ids_under_the_actors_name() -> None:
    merged = merge_referents({3: ACTOR}, {3: PLACE, 1: PLACE})
    assert list(merged) == [1, 3]
    assert (merged[3].actor_id, merged[3].place_id, merged[3].name) == ("a-1", "p-1", "Russia")
    assert merged[1] == PLACE


def test_actors_places_and_times_of_one_text(parse: Callable[..., ParsedDocument]) -> None:
    text = "Kenyan troops shelled targets in Mogadishu on Thursday, Reuters reported."
    parsed = parse(text, published="2015-10-02")
    extraction = extract(parsed)
    resolution = resolve(parsed, extraction)
    names = {
        p.text: resolution.referents[p.index] for p in extraction.phrases if p.index in resolution.referents
    }
    assert names["Kenyan troops"].name == "Kenyan troops"
    assert resolution.actor[names["Reuters"].actor_id or ""].kind == "outlet"
    assert names["Mogadishu"].place_id is not None
    assert [(t.from_, t.to) for t in resolution.times.values()] == [("2015-10-01", "2015-10-01")]
