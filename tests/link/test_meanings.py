import pytest

from whence.link.meanings import likeness


@pytest.mark.parametrize("word", ["murder", "killing"])
def test_likeness_is_of_meaning_not_of_letters(word: str) -> None:
    table = likeness([word, "kill", "king"])
    assert table[0, 0] >= 99
    assert table[0, 1] > table[0, 2]
    assert (table == table.T).all()


def test_a_particle_is_left_out_where_the_verb_alone_is_known_and_strangers_are_like_nothing() -> None:
    table = likeness(["murder", "murder_zzq", "zzqzzq"])
    assert table[0, 1] >= 99
    assert not table[2].any()
