from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from whence.resolve.media import outlet_named

Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("key", "outlet"), [("karm times", True), ("chosun ilbo", True), ("karm water board", False)]
)
def test_outlets_by_a_word_of_their_name(key: str, outlet: bool) -> None:
    assert outlet_named(key) is outlet


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The newspaper Karm Vox reported the raid.", "outlet"),
        ("The Karm Vox news agency reported the raid.", "outlet"),
        ("The charity Karm Vox reported the raid.", "organization"),
    ],
)
def test_outlets_by_the_noun_beside_their_name(read_actors: Read, text: str, kind: str) -> None:
    _, actors = read_actors(text)
    assert [actor.kind for name, actor in actors.items() if "Karm Vox" in name] == [kind]
