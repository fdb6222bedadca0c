"""Schemes load, are complete and agree with each other."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib.resources import files

import pytest

import whence
from whence import schema


def test_plover_has_the_sixteen_types_of_the_manual() -> None:
    types = schema.plover().types
    assert len(types) == 16
    assert {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"} <= set(types)
    assert {
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    } <= set(types)


def test_plover_counts_of_modes_contexts_and_sectors() -> None:
    plover = schema.plover()
    assert sum(len(each.modes) for each in plover.types.values()) == 67
    assert len(plover.contexts) == 37
    assert len(plover.sectors) == 25


def test_types_that_need_a_recipient() -> None:
    needing = {name for name, each in schema.plover().types.items() if each.needs_recipient}
    assert needing == {"COOPERATE", "AID", "SANCTION"}


def test_every_cameo_row_uses_defined_types_modes_and_contexts() -> None:
    plover = schema.plover()
    for code in schema.cameo().values():
        if code.type is None:
            assert code.mode is None
            continue
        assert code.type in plover.types, code.code
        assert code.mode is None or code.mode in plover.types[code.type].modes, code.code
        assert set(code.contexts) <= set(plover.contexts), code.code


@pytest.mark.parametrize(
    ("code", "type_", "mode"),
    [
        ("0841", "RETREAT", "release"),
        ("042", "CONSULT", "visit"),
        ("026", "REQUEST", "meet"),
        ("175", "COERCE", "restrict"),
        ("186", "ASSAULT", "targeted"),
        ("010", None, None),
    ],
)
def test_cameo_codes(code: str, type_: str | None, mode: str | None) -> None:
    row = schema.cameo()[code]
    assert (row.type, row.mode) == (type_, mode)


def test_corrections_say_why() -> None:
    corrected = [code for code in schema.cameo().values() if code.corrected]
    assert {"175", "0842", "085", "1712", "026"} <= {code.code for code in corrected}


def test_statements_are_no_events() -> None:
    assert all(code.type is None for name, code in schema.cameo().items() if name.startswith("01"))


def test_other_events_have_definitions() -> None:
    labels = schema.other_events()
    assert {"death", "accident", "disaster", "verdict", "vote", "election", "appointment"} <= set(labels)
    assert all(labels.values())


def test_every_type_and_mode_has_an_example() -> None:
    shown = {(name, example.mode) for name, found in schema.examples().items() for example in found}
    for name, kind in schema.plover().types.items():
        assert {mode for _, mode in shown if _ == name} >= set(kind.modes)
        assert any(kind_shown == name for kind_shown, _ in shown)


EXAMPLES = [(name, example) for name, found in schema.examples().items() for example in found]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[example.marked for _, example in EXAMPLES])
def test_an_example_is_coded_as_it_says(name: str, example: schema.Example) -> None:
    start, end = example.trigger
    found = whence.analyse(example.text, published="2019-05-06").event_mentions
    told = [(m.type, m.mode) for m in found if m.trigger.start < end and start < m.trigger.end]
    assert told == [(name, example.mode)]


def test_acled_sub_events_are_those_of_its_codebook_and_plover_has_what_they_are_mapped_from() -> None:
    types = schema.plover().types
    for (name, mode, recipient), code in schema.acled().items():
        assert mode is None or mode in types[name].modes
        assert recipient in (None, "civilian", "armed")
        assert code.sub_event_type in ACLED[code.event_type]


ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        *("Chemical weapon", "Air/drone strike", "Suicide bomb", "Grenade"),
        *("Shelling/artillery/missile attack", "Remote explosive/landmine/IED"),
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        *("Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Other"),
        *("Headquarters or base established", "Looting/property destruction"),
        "Non-violent transfer of territory",
    },
}


@pytest.mark.parametrize(
    ("plover", "expected"),
    [
        (("ASSAULT", "aerial", None), "Air/drone strike"),
        (("ASSAULT", None, "armed"), "Armed clash"),
        (("ASSAULT", "firearms", "civilian"), "Attack"),
        (("PROTEST", "riot", None), "Violent demonstration"),
        (("REQUEST", None, None), None),
        (("PROTEST", "strike", None), None),
    ],
)
def test_what_has_no_counterpart_in_acled_is_left_blank(
    plover: tuple[str, str | None, str | None], expected: str | None
) -> None:
    code = schema.acled().get(plover)
    assert (code and code.sub_event_type) == expected


def test_every_country_of_an_actor_or_a_place_has_one_code_of_two_letters() -> None:
    codes = schema.alpha2()
    assert (codes["SYR"], codes["GBR"], codes["XKX"]) == ("SY", "GB", "XK")
    assert len(set(codes.values())) == len(codes)
    assert all(
        len(three) == 3 and len(two) == 2 and f"{three}{two}".isupper() for three, two in codes.items()
    )
    path = files("whence").joinpath("data/gazetteer/gazetteer.sqlite")
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        placed = {code for (code,) in connection.execute("SELECT DISTINCT country FROM place") if code}
    table = files("whence").joinpath("data/actors/nationalities.tsv").read_text(encoding="utf-8")
    named = {line.split("\t")[0] for line in table.splitlines()[1:]}
    assert placed | named == set(codes)
