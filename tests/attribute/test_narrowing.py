from __future__ import annotations

import pytest


def _rows(reading, scope: str) -> list[tuple[str, str | None]]:
    by_id = reading.by_id
    return [
        (reading.text[slice(*s.argument)], by_id[s.attribution_id].source.text if s.attribution_id else None)
        for s in reading.result.stances
        if s.scope == scope
    ]


def test_a_denied_toll_is_about_the_quantity(read) -> None:
    reading = read("The army denied that troops killed 40 nurses. Police said troops killed 12 nurses.")
    assert [who for _, who in _rows(reading, "quantity")] == ["The army"]


@pytest.mark.parametrize("part", ["responsibility for", "involvement in", "any role in"])
def test_denied_responsibility_is_about_the_actor(read, part: str) -> None:
    reading = read(f"The rebels denied {part} the attack on the port.")
    assert reading.stances("attack")["The rebels"][0] == "-"
    assert _rows(reading, "actor") == [("The rebels", "The rebels")]


def test_a_flat_denial_is_not_narrowed(read) -> None:
    reading = read("The rebels denied that they attacked the port.")
    assert {s.scope for s in reading.result.stances} == {"event"}


def test_a_purpose_that_is_not_the_only_one(read) -> None:
    reading = read("Officials said the raid was to free the port, not specifically to attack the rebels.")
    assert _rows(reading, "purpose") == [("to attack the rebels", "Officials")]
