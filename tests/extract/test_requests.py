"""Appeals and demands are parted by the verb."""

from typing import Any

import pytest


@pytest.mark.parametrize(
    ("text", "trigger", "cameo"),
    [
        ("The envoy urged the rebels to leave the town.", "urged", "020"),
        ("The envoy appealed for aid.", "appealed", "020"),
        ("The envoy demanded that the rebels leave the town.", "demanded", "100"),
        ("The general ordered the troops to leave the town.", "ordered", "100"),
    ],
)
def test_the_root_of_a_request(read: Any, text: str, trigger: str, cameo: str) -> None:
    event = read(text).event(trigger)
    assert event.type == "REQUEST"
    assert event.cameo == cameo
