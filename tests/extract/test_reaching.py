"""Whom an act is directed at, where only its content names them."""

import pytest

from whence.extract.reaching import reached


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("The ministry refused to release the hostages.", "refused", ["the hostages"]),
        ("The general threatened to bomb the rebels.", "threatened", ["the rebels"]),
        ("The envoy demanded that the rebels leave the town.", "demanded", ["the rebels"]),
        ("The envoy asked the king to release the hostages.", "asked", ["the king"]),
        ("The court rejected an appeal by the union.", "rejected", ["the union"]),
        ("Chile refused to lift the ban on Peru.", "refused", ["Peru"]),
        ("Chile lifted its blockade of Peru.", "lifted", ["Peru"]),
        ("The premier condemned an attack by the rebels.", "condemned", ["the rebels"]),
        ("The company gave in to the demands of the union.", "gave in", ["the union"]),
        ("Thousands marched, demanding that the minister resign.", "marched", ["the minister"]),
        ("The envoy condemned the attack.", "condemned", []),
        ("The envoy demanded that the ministry provide a list.", "demanded", ["the ministry"]),
        ("The ministry refused to tell the envoy.", "refused", ["the envoy"]),
    ],
)
def test_whom_an_act_reaches_through_its_content(
    read, text: str, trigger: str, recipients: list[str]
) -> None:
    found = read(text).extraction
    (event,) = (e for e in found.events if e.trigger.text == trigger)
    assert [found.phrases[i].text for i in event.recipients] == recipients


def test_what_is_asked_of_somebody_is_directed_at_who_is_to_do_it() -> None:
    assert reached("REQUEST", "RETREAT") == ("actor",)


def test_a_rejected_demand_is_rejected_to_who_made_it_else_to_whom_it_was_made() -> None:
    assert reached("REJECT", "REQUEST") == ("actor", "recipient")
    assert reached("REJECT", "CONCEDE") == ("recipient",)


def test_a_physical_act_reaches_nobody_through_its_content() -> None:
    assert reached("ASSAULT", "REQUEST") == ()
