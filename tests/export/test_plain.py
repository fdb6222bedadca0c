from typing import Any

import pytest

from builders import event
from whence.export.plain import state
from whence.records import OriginInterval

NOBODY = OriginInterval(low=0, expected=0.0, high=0)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, None),
        ({"realis": "ongoing"}, None),
        ({"status": "corroborated"}, None),
        ({"status": "disputed"}, None),
        ({"status": "disputed", "realis": "future"}, "planned"),
        ({"status": "planned", "realis": "future"}, "planned"),
        ({"status": "denied", "realis": "future", "origins": NOBODY}, "denied"),
        ({"status": "denied", "origins": NOBODY}, "denied"),
        ({"status": "hypothetical", "realis": "conditional"}, "hypothetical"),
        ({"status": "hypothetical", "origins": NOBODY}, "hypothetical"),
        ({"realis": "generic"}, "hypothetical"),
        ({"origins": NOBODY}, "hypothetical"),
    ],
)
def test_only_what_somebody_reports_as_happened_is_plain(
    fields: dict[str, Any], expected: str | None
) -> None:
    assert state(event("e-1", **fields)) == expected
