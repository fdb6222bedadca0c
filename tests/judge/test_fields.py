"""What can stand in a field."""

import pytest

from whence.judge.fields import FIELDS, check


@pytest.mark.parametrize(
    ("subject", "field", "value"),
    [
        ("event", "type", "NONE"),
        ("event", "mode", "aerial"),
        ("event", "code", "acled:Shelling; own:7"),
        ("event", "quantity", "killed 3; injured ~20.."),
        ("attribution", "naming", "bare"),
        ("attribution", "basis", "witness"),
        ("attribution", "act", "no_comment"),
        ("stance", "sign", "-"),
        ("attribution", "name", "anything at all"),
    ],
)
def test_what_can_stand_there(subject: str, field: str, value: str) -> None:
    assert field in FIELDS[subject]
    check(subject, field, value)


@pytest.mark.parametrize(
    ("subject", "field", "value"),
    [
        ("event", "type", "assault"),
        ("event", "mode", "by night"),
        ("event", "context", "military; weather"),
        ("event", "cameo", "9999"),
        ("event", "code", "acled"),
        ("event", "restated", "yes"),
        ("attribution", "kind", "country"),
        ("stance", "certainty", "sure"),
    ],
)
def test_what_cannot(subject: str, field: str, value: str) -> None:
    with pytest.raises(ValueError, match=r"none of|no code|no CAMEO"):
        check(subject, field, value)
