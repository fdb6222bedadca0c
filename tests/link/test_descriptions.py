"""Actors that reports describe and do not name."""

from dataclasses import replace

from builders import Claim, filled, report
from whence.link.descriptions import link_descriptions, named
from whence.records import Actor, Mention, Story, own_actor_id
from whence.tables import DocumentRecords


def described(outlet: str, *names: str, kind: str = "group") -> DocumentRecords:
    """A report that mentions actors, each known from it alone."""
    item = report(outlet, [Claim()])
    key = item.document.document_id
    actors: list[Actor] = []
    mentions: list[Mention] = []
    for start, name in enumerate(names):
        actor_id = own_actor_id(key, start, name)
        actors.append(filled(Actor, actor_id=actor_id, name=name, kind=kind))
        mentions.append(
            filled(Mention, mention_id=f"m-{key}-{start}", refers_to=actor_id, start=start, end=99)
        )
    return replace(item, actors=tuple(actors), mentions=tuple(mentions))


def stories(*groups: list[DocumentRecords]) -> list[Story]:
    return [
        filled(Story, story_id=f"s-{n}", document_ids=tuple(item.document.document_id for item in group))
        for n, group in enumerate(groups)
    ]


def test_descriptions_are_told_from_names_and_from_actors_of_a_table() -> None:
    item = described("A", "the militia", "Karm Front")
    known: Actor = filled(Actor, actor_id="a-table", name="the junta", kind="group")
    found = named(replace(item, actors=(*item.actors, known)))
    assert [actor.name for actor in found] == ["Karm Front", "the junta"]


def test_the_same_words_are_one_in_a_story_and_two_in_two() -> None:
    a, b, c = (described(outlet, "The militia") for outlet in "ABC")
    mapping, actors = link_descriptions([a, b, c], stories([a, b], [c]), {})
    first, second, other = (item.actors[0].actor_id for item in (a, b, c))
    assert mapping == {first: first, second: first, other: other}
    assert {actor.actor_id for actor in actors} == {first, other}


def test_persons_without_a_name_are_never_one() -> None:
    a, b = (described(outlet, "a witness", kind="person") for outlet in "AB")
    mapping, actors = link_descriptions([a, b], stories([a, b]), {})
    assert len(set(mapping.values())) == len(actors) == 2


def test_what_is_linked_already_takes_the_others_in_its_words_along() -> None:
    a, b = (described(outlet, "the militia") for outlet in "AB")
    judged, other = (item.actors[0].actor_id for item in (a, b))
    mapping, actors = link_descriptions([a, b], stories([a, b]), {judged: "a-front"})
    assert mapping == {other: "a-front"}
    assert actors == ()
