"""Actors by their name alone."""

import whence
from whence.resolve import actor_named


def test_a_known_actor_has_the_id_that_it_has_in_every_document() -> None:
    text = "France sent aid to Karm, Sergey Lavrov said on Monday."
    found = {actor.name: actor for actor in whence.analyse(text, published="2015-10-01").actors}
    for name in ("France", "Sergey Lavrov"):
        actor = actor_named(name, "2015-10-01")
        assert actor is not None
        assert (actor.actor_id, actor.kind, actor.country) == (
            found[name].actor_id, found[name].kind, found[name].country,
        )  # fmt: skip
        assert (actor.sectors, actor.roles) == (found[name].sectors, found[name].roles)


def test_names_of_nobody_or_of_several_are_nobody() -> None:
    assert actor_named("the Blue Brigade of Karm", None) is None
    assert actor_named("", None) is None
    assert actor_named("Supreme Court", None) is None
