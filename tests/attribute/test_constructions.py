from __future__ import annotations

import whence


def test_addressed_order(read) -> None:
    attribution = read("The general ordered his soldiers to leave the town.").by("The general")
    assert attribution.act == "orders"


def test_refusing_a_deed_is_no_silence(read) -> None:
    assert read("The soldiers refused to leave the town.").sources() == []
    assert read("The spokesman declined to comment on the raid.").by("The spokesman").act == "no_comment"


def test_refusing_a_visa_is_no_denial(read) -> None:
    assert read("The consulate denied visas to the players.").sources() == []


def test_denial_of_a_pronoun(read) -> None:
    assert read("Critics blamed the army. The army denied it.").by("The army").act == "denies"


def test_called_takes_object_and_predicate(read) -> None:
    reading = read("The president called the march a riot.")
    assert " ".join(reading.content("The president")) == "the march a riot"


def test_turning_down_a_plan_is_no_denial_and_rejecting_a_claim_is() -> None:
    plan = whence.analyse(
        "Thousands marched on Sunday. The front sent them a plan, which the police rejected."
    )
    assert not [a for a in plan.attributions if a.act == "denies"]
    claim = whence.analyse(
        "Officers tortured prisoners, a lawyer said. He made a claim, which the army rejected."
    )
    assert [a.source.text for a in claim.attributions if a.act == "denies"] == ["the army"]
