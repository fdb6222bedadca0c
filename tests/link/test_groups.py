"""Joining step by step, with some that must stay apart."""

from builders import filled
from whence.link.groups import Groups
from whence.link.parties import Party
from whence.records import Actor


def groups(*names: str, apart: tuple[tuple[int, int], ...] = ()) -> Groups:
    found = []
    for number, name in enumerate(names):
        actor: Actor = filled(Actor, actor_id=f"a-{number}", name=name, kind="person")
        found.append(Party.of(actor, f"d-{number}", "s-1", None, ()))
    return Groups(found, apart=apart)


def roots(made: Groups) -> list[int]:
    return [root for root, _ in made.parties()]


def test_a_chain_of_pairs_is_one_group_under_the_lowest() -> None:
    made = groups("Ana Lima", "Ana Lima", "Ana Lima")
    assert made.join_all({(1, 2), (0, 1)}) == set()
    assert roots(made) == [0]
    assert len(made.party(2).members) == 3


def test_whoever_is_one_or_another_of_two_who_cannot_be_one_stays_apart() -> None:
    made = groups("Ana Lima", "Lima", "Berta Lima")
    assert made.join_all({(0, 1), (1, 2)}) == {(0, 1), (1, 2)}
    assert roots(made) == [0, 1, 2]


def test_what_was_judged_different_is_never_joined_through_others() -> None:
    made = groups("Ana Lima", "Ana Lima", "Ana Lima", apart=((0, 2),))
    assert made.join_all({(0, 1), (1, 2)}) == {(0, 1), (1, 2)}
    made.join(0, 1)
    assert made.judged_apart(1, 2) and made.apart(0, 2)
    assert made.join_all({(1, 2)}) == set(), "a contradicted pair is no pair"
    assert roots(made) == [0, 2]
