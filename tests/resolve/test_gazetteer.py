import sqlite3
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from whence.resolve.gazetteer import by_id, capital_of, look_up


def test_layers_are_there() -> None:
    base = sqlite3.connect(
        f"file:{files('whence').joinpath('data/gazetteer/gazetteer.sqlite')}?mode=ro", uri=True
    )
    counts = dict(base.execute("SELECT kind, count(*) FROM place GROUP BY kind"))
    base.close()
    assert counts["city"] > 200_000
    assert counts["country"] >= 245
    assert counts["continent"] == 7
    assert {"admin1", "admin2", "sea", "river", "mountain", "region"} <= set(counts)


def test_names_in_use_lead_to_the_place() -> None:
    # GeoNames ids from geonames.org: Hama, the United States, West Virginia.
    assert 170017 in {e.id for e in look_up("Hama")}
    assert look_up("U.S.")[0].id == look_up("United States")[0].id == 6252001
    assert look_up("W.Va.")[0].geonames == 4826850


def test_the_arabic_article_may_be_written_or_not() -> None:
    assert {e.id for e in look_up("al-Raqqa")} == {e.id for e in look_up("Raqqa")} != set()


def test_a_town_lies_in_its_province_and_country() -> None:
    idlib = next(e for e in look_up("Idlib") if e.kind == "city")
    assert idlib.country == "SYR"
    assert idlib.admin1 is not None
    province = by_id(idlib.admin1)
    assert province is not None and province.name == "Idlib" and province.kind == "admin1"
    assert idlib.lat is not None and 35.5 < idlib.lat < 36.5


def test_capitals() -> None:
    damascus = capital_of("SYR")
    assert damascus is not None and damascus.name == "Damascus"
    assert capital_of("XXX") is None


def test_unknown_names_find_nothing() -> None:
    assert look_up("Qwertzuiopolis") == ()
    assert look_up("") == ()
    assert by_id(-1) is None


@given(st.text(max_size=100))
def test_any_name_can_be_looked_up(name: str) -> None:
    assert isinstance(look_up(name), tuple)
