from __future__ import annotations

from whence.store import StoreError


def test_the_message_is_what_people_read() -> None:
    assert str(StoreError("There is no account here.")) == "There is no account here."
