from hypothesis import given, settings
from hypothesis import strategies as st

from resolve_builders import extraction, parsed
from whence.records import Place
from whence.resolve.places import resolve_places


def place(sentence: str, *, document: str = "d-1") -> Place | None:
    """The place of the first phrase of a marked sentence, ``None`` if it was not resolved."""
    tree = parsed(sentence, document_id=document)
    given_phrases = extraction(sentence, tree)
    places, referents, _ = resolve_places(tree, given_phrases)
    referent = referents.get(0)
    return next(p for p in places if referent and p.place_id == referent.place_id) if referent else None


def test_a_place_name_gets_coordinates_and_ids() -> None:
    damascus = place("They met in [place Damascus/LOC] .")
    assert damascus is not None
    assert (damascus.kind, damascus.country, damascus.precision) == ("city", "SYR", "city")
    assert damascus.geonames == 170654
    assert damascus.lat is not None and abs(damascus.lat - 33.5) < 0.2


def test_ids_do_not_depend_on_the_document() -> None:
    one = place("They met in [place Damascus/LOC] .")
    two = place("[place Damascus/LOC] was quiet .", document="d-2")
    assert one is not None and two is not None and one.place_id == two.place_id


def test_a_name_the_gazetteer_lacks_has_no_coordinates() -> None:
    unknown = place("They met in [place Qwertzuiopolis/LOC] .")
    assert unknown is not None
    assert (unknown.name, unknown.kind, unknown.lat, unknown.precision) == (
        "Qwertzuiopolis",
        None,
        None,
        None,
    )
    elsewhere = place("They met in [place Qwertzuiopolis/LOC] .", document="d-2")
    assert elsewhere is not None and elsewhere.place_id != unknown.place_id


def test_an_actor_taken_for_a_place_name_is_no_unknown_place() -> None:
    assert place("[actor Qwertzuiopolis/LOC] said so .") is None


def test_persons_named_like_places_are_no_places() -> None:
    assert place("[actor Paris/PER Hilton/PER] sang .") is None
    assert place("[actor Jordan/PER] scored .") is None


def test_a_place_that_acts_is_still_a_place() -> None:
    moscow = place("[actor Moscow/LOC] said so .")
    assert moscow is not None and moscow.country == "RUS"


def test_around_a_town_is_an_area() -> None:
    town = place("They met in [place Damascus/LOC] .")
    around = place("They met on [place the outskirts of Damascus/LOC] .")
    assert town is not None and around is not None
    assert around.precision == "region"
    assert around.place_id != town.place_id


def test_a_part_of_a_country_is_a_region_of_its_own() -> None:
    part = place("They met in [place Northwestern/LOC Syria/LOC] .")
    assert part is not None
    assert (part.name, part.kind, part.country, part.precision) == (
        "Northwestern Syria", "region", "SYR", "region",
    )  # fmt: skip


def test_a_described_place_is_read_by_the_name_in_it() -> None:
    ground = place("They met on [place the ground in Syria/LOC] .")
    assert ground is not None and ground.country == "SYR"
    assert place("They met in [place the village] .") is None


def test_the_capital_of_a_nationality() -> None:
    capital = place("They met in [place the Syrian capital] .")
    assert capital is not None and capital.name == "Damascus"


@settings(max_examples=50)
@given(st.lists(st.text(min_size=1, max_size=12).filter(lambda w: not w.isspace()), min_size=1, max_size=6))
def test_any_words_are_read(words: list[str]) -> None:
    sentence = "[place " + " ".join("".join(w.split()) + "/LOC" for w in words) + "]"
    tree = parsed(sentence)
    places, referents, inside = resolve_places(tree, extraction(sentence, tree))
    mentioned = {r.place_id for r in referents.values()} | set(inside.values())
    assert mentioned == {p.place_id for p in places}
