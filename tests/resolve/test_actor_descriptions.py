from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import whence

Read = Callable[..., Any]


def test_office_without_a_name_is_looked_up_on_the_date(read_actors: Read) -> None:
    referents, _ = read_actors("Russia's foreign minister rejected the plan.", "2015-10-01")
    assert referents["Russia's foreign minister"].name == "Sergey Lavrov"
    assert referents["Russia's foreign minister"].title == "Minister of Foreign Affairs"
    earlier, _ = read_actors("Russia's foreign minister rejected the plan.", "2003-10-01")
    assert earlier["Russia's foreign minister"].name == "Igor Ivanov"


def test_no_date_no_holder(read_actors: Read) -> None:
    referents, _ = read_actors("Russia's foreign minister rejected the plan.", None)
    assert referents["Russia's foreign minister"].name == "Russia's foreign minister"


def test_nationality_and_noun_are_one_group(read_actors: Read) -> None:
    referents, actors = read_actors("Kenyan troops entered the town. The troops shelled a market.")
    assert referents["The troops"].name == "Kenyan troops"
    group = actors["Kenyan troops"]
    assert (group.kind, group.country, group.sectors) == ("group", "KEN", ("MIL",))


def test_body_of_a_country_is_one_actor_in_every_document(read_actors: Read) -> None:
    first, _ = read_actors("The Kenyan government condemned the attack.")
    other, _ = read_actors("On Monday the government of Kenya condemned the strike.")
    ids = {r.actor_id for f in (first, other) for t, r in f.items() if "government" in t}
    assert len(ids) == 1


def test_rank_takes_up_its_holder(read_actors: Read) -> None:
    text = "Col. Peter Hallam met reporters on Friday. The colonel denied the claims."
    referents, actors = read_actors(text)
    assert referents["The colonel"].name == "Peter Hallam"
    assert actors["Peter Hallam"].sectors == ("MIL",)
    role = actors["Peter Hallam"].roles[0]
    assert (role.title, role.from_, role.to) == ("colonel", "2015-10-01", "2015-10-01")


def test_groups_of_different_documents_differ_from_known_actors(read_actors: Read) -> None:
    _, actors = read_actors("Protesters attacked rebels.")
    assert actors["Protesters"].sectors == ("CVL",)
    assert actors["rebels"].sectors == ("REB",)
    assert actors["rebels"].country is None


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Hezbollah fighters entered Zabadani.", "Hezbollah fighters", "Hezbollah"),
        ("Lebanese Hezbollah forces attacked the town.", "Lebanese Hezbollah forces", "Hezbollah"),
        ("Taliban militants killed three soldiers.", "Taliban militants", "Taliban"),
        (
            "Dozens of Islamic State fighters were killed.",
            "Dozens of Islamic State fighters",
            "Islamic State",
        ),
    ],
)
def test_fighters_of_a_body_are_that_body(read_actors: Read, text: str, phrase: str, name: str) -> None:
    referents, _ = read_actors(text)
    assert referents[phrase].name == name
    assert referents[phrase].why == "actor:modifier"


def test_one_fighter_is_not_the_body(read_actors: Read) -> None:
    referents, _ = read_actors("A Hezbollah fighter entered Zabadani.")
    assert referents["A Hezbollah fighter"].name != "Hezbollah"


def test_the_forces_of_a_person_have_the_person_s_country(read_actors: Read) -> None:
    _, actors = read_actors("Syrian rebels fought on. Assad's forces shelled the town.")
    assert actors["Assad's forces"].country == "SYR"
    assert "Bashar al-Assad" in actors


def test_a_named_administration_is_not_of_the_dominant_country(read_actors: Read) -> None:
    text = "Cuba and Cuban firms protested. Cuba said the Trump administration had closed the port."
    referents, actors = read_actors(text)
    assert actors[referents["the Trump administration"].name].country != "CUB"


def test_words_without_a_capital_name_no_outlet(read_actors: Read) -> None:
    referents, actors = read_actors("She won the seat as an independent. The Independent reported the vote.")
    assert [a.kind for a in actors.values() if a.name == "The Independent"] == ["outlet"]
    assert all(r.name != "The Independent" for t, r in referents.items() if t == "an independent")


@pytest.mark.parametrize(
    ("text", "phrase", "sectors"),
    [
        ("Taxi drivers met on Monday.", "Taxi drivers", ("CVL",)),
        ("A team of armed police met on Monday.", "A team of armed police", ("COP",)),
        ("A group of tourists met on Monday.", "A group of tourists", ("CVL",)),
        ("The rebel force met on Monday.", "The rebel force", ("REB",)),
        ("A disgraced former minister met the mayor.", "A disgraced former minister", ("ELI",)),
    ],
)
def test_sectors_of_a_description(text: str, phrase: str, sectors: tuple[str, ...]) -> None:
    found = whence.analyse(text, published="2016-03-04")
    actors = {actor.actor_id: actor.sectors for actor in found.actors}
    (mention,) = (m for m in found.mentions if m.text == phrase and m.kind == "actor")
    assert actors[mention.refers_to] == sectors
