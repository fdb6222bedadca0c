import math
from dataclasses import replace

from whence.resolve.gazetteer import Entry, look_up
from whence.resolve.toponym_context import Context, kilometres


def known(name: str, country: str) -> Entry:
    return max((e for e in look_up(name) if e.country == country), key=lambda e: (e.main, e.population))


def context(*entries: Entry, peoples: frozenset[str] = frozenset()) -> Context:
    names = [entry.name for entry in entries]
    return Context(names, entries, [{entry.id: 1.0} for entry in entries], peoples)


PARIS, LYON, LONDON = known("Paris", "FRA"), known("Lyon", "FRA"), known("London", "GBR")
NOBODY: frozenset[str] = frozenset()


def test_distances_are_great_circles() -> None:
    assert 380 < kilometres(PARIS, LYON) < 400
    assert kilometres(PARIS, PARIS) == 0
    assert kilometres(PARIS, replace(LYON, lat=None)) == math.inf


def test_a_place_in_the_same_country_speaks_for_another() -> None:
    here = context(LYON)
    assert here.support("Paris", PARIS, NOBODY) > here.support("London", LONDON, NOBODY)


def test_a_name_is_no_witness_for_itself() -> None:
    assert context(PARIS).support("Paris", PARIS, NOBODY) < 0.001


def test_a_nationality_beside_speaks_louder_than_one_elsewhere() -> None:
    beside = context().support("Paris", PARIS, frozenset({"FRA"}))
    elsewhere = context(peoples=frozenset({"FRA"})).support("Paris", PARIS, NOBODY)
    assert beside > elsewhere > context().support("Paris", PARIS, NOBODY) == 0
