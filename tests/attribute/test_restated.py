from __future__ import annotations

from dataclasses import replace

from whence.attribute.restated import restated_events


def test_told_through_a_source_then_flatly(read) -> None:
    extraction = read("Police said rebels attacked the port. Rebels attacked the port.").extraction
    first, second = [e for e in extraction.events if e.trigger.text == "attacked"]
    joined = replace(extraction, events=(first, replace(second, cluster=first.cluster)))
    assert restated_events(joined, {first.index: 0, second.index: None}) == {second.index}
    assert restated_events(joined, {first.index: None, second.index: None}) == frozenset()
