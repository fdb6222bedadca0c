"""What one event of a sentence has from another: who does it."""

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Four children were killed in Israeli shelling on Friday.", "killed", ["Israeli"]),
        ("Four children were killed by rebels in Israeli shelling.", "killed", ["rebels"]),
        ("Four children were killed in a crash.", "killed", []),
        ("Two rebels were killed in their attack on the base.", "killed", []),
    ],
)
def test_who_kills_by_means_of_an_attack(read, text: str, trigger: str, actors: list[str]) -> None:
    found = read(text).extraction
    (event,) = (e for e in found.events if e.trigger.text == trigger)
    assert [found.phrases[i].text for i in event.actors] == actors
