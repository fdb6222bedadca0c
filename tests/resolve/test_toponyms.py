import re

from hypothesis import given
from hypothesis import strategies as st

from whence.resolve.toponym_wording import Toponym
from whence.resolve.toponyms import resolve_toponyms


def resolve(text: str, *names: str) -> list[tuple[str, str | None] | None]:
    """Kind and country of each name, in text order."""
    toponyms = sorted(
        (
            Toponym(m.start(), m.end(), name)
            for name in names
            for m in re.finditer(rf"\b{re.escape(name)}\b", text)
        ),
        key=lambda t: t.start,
    )
    return [None if e is None else (e.kind, e.country) for e in resolve_toponyms(text, toponyms)]


def test_without_context_the_best_known_place_is_meant() -> None:
    assert resolve("in Paris", "Paris") == [("city", "FRA")]
    assert resolve("in Washington", "Washington") == [("city", "USA")]


def test_the_container_named_beside_decides() -> None:
    assert resolve("a fire in Paris, Texas", "Paris", "Texas") == [("city", "USA"), ("admin1", "USA")]
    assert resolve("flew from Atlanta, Georgia", "Atlanta", "Georgia") == [("city", "USA"), ("admin1", "USA")]
    assert resolve("clashes in Tripoli, Lebanon", "Tripoli", "Lebanon")[0] == ("city", "LBN")


def test_a_list_of_countries_is_no_container() -> None:
    text = "trade between Mexico, Canada and Japan"
    assert [r and r[0] for r in resolve(text, "Mexico", "Canada", "Japan")] == ["country"] * 3


def test_countries_named_elsewhere_decide() -> None:
    assert resolve("Protests in Tripoli. Libya closed its ports.", "Tripoli", "Libya")[0] == ("city", "LBY")
    assert resolve("Georgia and Russia met near Gori.", "Georgia", "Russia", "Gori")[0] == ("country", "GEO")


def test_a_nationality_is_a_hint() -> None:
    assert resolve("Ukrainian troops entered Odessa.", "Odessa") == [("city", "UKR")]


def test_a_nationality_in_the_sentence_speaks_against_the_better_known_place() -> None:
    assert resolve("Lebanese troops entered Tripoli.", "Tripoli") == [("city", "LBN")]
    assert resolve("Libyan troops entered Tripoli.", "Tripoli") == [("city", "LBY")]


def test_a_spelling_of_its_own_tells_namesakes_apart() -> None:
    assert resolve("Police in St. Louis made an arrest", "St. Louis") == [("city", "USA")]
    assert resolve("Senegalese police in Saint-Louis", "Saint-Louis")[0][1] == "SEN"  # type: ignore[index]


def test_a_lagoon_does_not_outshine_its_town() -> None:
    assert resolve("ships left Kaliningrad", "Kaliningrad")[0][1] == "RUS"  # type: ignore[index]
    assert resolve("ships left the Black Sea", "Black Sea") == [("sea", None)]


def test_another_name_of_a_capital_is_not_known_as_the_capital_is() -> None:
    assert resolve("a school in Salem", "Salem") != [("city", "ISR")]


def test_nearness_counts_between_cells() -> None:
    # Hammond is in Indiana beside Gary and Chicago, and in Louisiana.
    assert (
        resolve("shops in Chicago, Gary and Hammond", "Chicago", "Gary", "Hammond") == [("city", "USA")] * 3
    )


def test_the_word_beside_the_name_tells_its_kind() -> None:
    assert resolve("shelling in Idlib province", "Idlib") == [("admin1", "SYR")]
    assert resolve("shelling in the city of Idlib", "Idlib") == [("city", "SYR")]


def test_one_sense_per_document() -> None:
    text = "Paris, Texas, was hit by a storm. Schools in Paris stayed closed."
    assert resolve(text, "Paris", "Texas")[2] == ("city", "USA")


@given(
    st.lists(
        st.sampled_from(
            [
                "Paris,",
                "Texas",
                "(Syria)",
                "in",
                "province",
                "the",
                "Georgia",
                "Idlib",
                "x",
                ".",
                "New",
                "York",
            ]
        ),
        max_size=15,
    )
)
def test_any_arrangement_of_names_is_read(words: list[str]) -> None:
    text = " ".join(words)
    toponyms = [Toponym(m.start(), m.end(), m.group()) for m in re.finditer(r"[A-Z]\w+", text)]
    assert len(resolve_toponyms(text, toponyms)) == len(toponyms)


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_any_text_and_spans_are_read(text: str, spans: list[tuple[int, int]]) -> None:
    toponyms = [Toponym(min(s), max(s), text[min(s) : max(s)]) for s in spans]
    assert len(resolve_toponyms(text, toponyms)) == len(toponyms)


def test_towns_are_known_by_the_names_that_reports_give_them() -> None:
    assert resolve("the ruins of Palmyra", "Palmyra") == [("city", "SYR")]
    assert resolve("the port of Odessa", "Odessa") == [("city", "UKR")]


def test_states_in_a_row_contain_nothing() -> None:
    states = ("Oregon", "Tennessee", "Utah")
    assert resolve("sold in Oregon, Tennessee, Utah and abroad", *states) == [("admin1", "USA")] * 3
    assert resolve("in the State of Ohio", "State of Ohio") == [("admin1", "USA")]
