from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whence.resolve.names import name_key, short_person_key, surname_key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("The U.S. Army", "us army"),
        ("Bashar al-Assad’s", "bashar al assad"),
        ("Élysée Palace", "elysee palace"),
        ("Médecins Sans Frontières", "medecins sans frontieres"),
        ("Jarosław Kaczyński", "jaroslaw kaczynski"),
        ("Sana'a", "sanaa"),
        ("the", "the"),
    ],
)
def test_one_spelling_per_name(written: str, key: str) -> None:
    assert name_key(written) == key


def test_articles_and_initials_are_left_out_of_the_short_key() -> None:
    assert short_person_key("bashar al assad") == "bashar assad"
    assert short_person_key("george w bush") == "george bush"


def test_generation_suffix_is_no_surname() -> None:
    assert surname_key("martin luther king jr") == "king"


@given(st.text())
def test_any_text_has_a_key_that_is_stable(text: str) -> None:
    key = name_key(text)
    assert key == key.strip()
    assert "  " not in key
