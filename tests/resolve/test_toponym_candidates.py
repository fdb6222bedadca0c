import pytest

from whence.resolve.toponym_candidates import LARGE_TOWN, candidates_of, direction_of


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("Northwestern Syria", "northwestern"),
        ("South Sudan", None),
        ("Syria", None),
        ("north-eastern Syria", "northeastern"),
    ],
)
def test_direction_of(name: str, direction: str | None) -> None:
    assert direction_of(name) == direction


def test_a_word_for_its_kind_or_a_direction_is_no_part_of_a_name() -> None:
    assert {e.country for e in candidates_of("Idlib Governorate")} >= {"SYR"}
    syria = candidates_of("northwestern Syria")
    assert "country" in {e.kind for e in syria}
    assert all(e.population >= LARGE_TOWN for e in syria if e.kind == "city")
    assert candidates_of("Zzyzzyva") == ()


def test_an_acronym_is_no_town() -> None:
    assert candidates_of("U.N.") == ()
    assert {e.kind for e in candidates_of("U.S.")} == {"country"}
