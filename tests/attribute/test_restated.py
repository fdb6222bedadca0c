from __future__ import annotations

from dataclasses import replace

from whence.attribute.restated import restated_events


def test_told_through_a_source_then_flatly(read) -> None:
    reading = read("Police said rebels attacked the port. Rebels attacked the port.")
    extraction, resolution = reading.extraction, reading.resolution
    first, second = [e for e in extraction.events if e.trigger.text == "attacked"]
    joined = replace(extraction, events=(first, replace(second, cluster=first.cluster)))
    assert restated_events(joined, resolution, {first.index: 0, second.index: None}) == {second.index}
    assert restated_events(joined, resolution, {first.index: None, second.index: None}) == frozenset()


def test_another_event_of_the_same_word_is_not_restated(read) -> None:
    reading = read("Police said rebels attacked the port. Troops attacked a school.")
    extraction = reading.extraction
    first, second = [e for e in extraction.events if e.trigger.text == "attacked"]
    joined = replace(extraction, events=(first, replace(second, cluster=first.cluster)))
    holder = {first.index: 0, second.index: None}
    assert restated_events(joined, reading.resolution, holder) == frozenset()
