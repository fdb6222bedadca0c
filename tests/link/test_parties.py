"""What is known of an actor, and what speaks against two being one."""

from typing import Any

import pytest

from builders import filled
from whence.link.parties import Party, contradict, is_name, strangers, supported
from whence.records import Actor


def party(
    name: str, *, kind: str = "person", document: str = "d-1", story: str = "s-1", **fields: Any
) -> Party:
    actor: Actor = filled(Actor, actor_id=f"{document}/{name}", name=name, kind=kind, **fields)
    return Party.of(actor, document, story, None, {"san diego"})


def test_short_forms_are_acronyms_and_what_follows_the_place() -> None:
    assert "pelicans" in party("San Diego Pelicans", kind="organization").short_forms
    assert "hwuo" in party("Harbour Workers Union of Ostmark", kind="organization").short_forms
    assert party("Ana Lima").short_forms == set()


def test_descriptions_are_no_names() -> None:
    assert is_name("Ana Lima") and is_name("IRGC")
    assert not is_name("Pentagon spokesman") and not is_name("a Pelican")
    assert party("local militia", kind="group").names == set()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (party("Ana Lima"), party("Ana Lima", document="d-2"), False),
        (party("Ana Lima"), party("Anna Berg", document="d-2"), True),
        (party("Ana Lima"), party("A. Lima"), True),  # apart in one document
        (party("Ana Lima"), party("Ana Lima", kind="organization", document="d-2"), True),
        (
            party("Ana Lima", country="PRT"),
            party("Ana Lima", country="BRA", document="d-2", story="s-2"),
            True,
        ),
        (party("Ana Lima", country="PRT"), party("Ana Lima", country="BRA", document="d-2"), False),
    ],
)
def test_contradiction_is_symmetric(one: Party, other: Party, expected: bool) -> None:
    assert contradict(one, other) is contradict(other, one) is expected


def test_a_story_or_a_country_with_a_sector_supports_a_name() -> None:
    one = party("Ana Lima", country="PRT", sectors=("GOV",))
    assert supported(one, party("Ana Lima", document="d-2"))
    assert supported(one, party("Ana Lima", document="d-2", story="s-2", country="PRT", sectors=("GOV",)))
    assert not supported(one, party("Ana Lima", document="d-2", story="s-2", country="PRT"))


def test_a_minister_and_a_doctor_of_two_stories_are_strangers() -> None:
    minister = party("Ana Lima", sectors=("GOV",))
    assert strangers(minister, party("Ana Lima", document="d-2", story="s-2", sectors=("MED",)))
    assert not strangers(minister, party("Ana Lima", document="d-2", sectors=("MED",)))
    assert not strangers(minister, party("Ana Lima", document="d-2", story="s-2", sectors=("MIL",)))
