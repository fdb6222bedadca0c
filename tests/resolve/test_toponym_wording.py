from whence.resolve.toponym_wording import (
    Toponym,
    containers_of,
    country_of_word,
    kinds_worded,
    lists_of,
    nationalities_beside,
    nationalities_in,
)


def at(text: str, name: str) -> Toponym:
    start = text.index(name)
    return Toponym(start, start + len(name), name)


def test_nationalities_are_of_people_and_adjectives_not_of_places() -> None:
    assert nationalities_in("The Syrian army and two Russians left Paris") == {"SYR", "RUS"}
    assert country_of_word("Syria") is None


def test_only_the_paragraph_of_a_name_speaks_for_it() -> None:
    text = "Russians left.\nLebanese troops entered Tripoli.\nLibyans waited."
    assert nationalities_beside(text, at(text, "Tripoli")) == {"LBN"}


def test_a_word_before_after_or_in_a_name_tells_its_kind() -> None:
    for text, name, kind in (
        ("in Idlib province", "Idlib", "admin1"),
        ("in the city of Idlib", "Idlib", "city"),
        ("across Lake Chad now", "Lake Chad", None),
        ("on the Black Sea", "Black Sea", "sea"),
    ):
        kinds = kinds_worded(text, at(text, name))
        assert (kinds or (None,))[0] == kind, text


def test_the_name_that_follows_may_be_the_container() -> None:
    text = "fires in Paris, Texas and in Rome"
    names = [at(text, name) for name in ("Paris", "Texas", "Rome")]
    assert containers_of(text, names) == [1, None, None]


def test_names_in_a_row_make_a_list() -> None:
    text = "in Iowa, Ohio, and Utah; then Rome"
    names = [at(text, name) for name in ("Rome", "Iowa", "Ohio", "Utah")]
    assert lists_of(text, names) == [(0,), (1, 2, 3), (1, 2, 3), (1, 2, 3)]
