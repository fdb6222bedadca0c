from hypothesis import given
from hypothesis import strategies as st

from whence.names import normal_name


def test_spellings_of_one_name_meet() -> None:
    assert normal_name("Adel al-Jubeir") == normal_name("Adel Al Jubeir") == "adel jubeir"
    assert normal_name("the Quds Force") == normal_name("Quds Force")
    assert normal_name("Erdoğan") == normal_name("Erdogan")


def test_different_names_stay_apart() -> None:
    assert normal_name("Ash Carter") != normal_name("Carter Ash")


@given(st.text())
def test_it_is_idempotent(name: str) -> None:
    once = normal_name(name)
    assert normal_name(once) == once or len(normal_name(once)) < len(once)
