from dataclasses import replace

from builders import Claim, report
from whence.link.actors import link_actors
from whence.records import Actor, Role, Story
from whence.tables import DocumentRecords


def actor(key: str, name: str, kind: str = "person", country: str | None = None) -> Actor:
    return Actor(
        actor_id=key,
        name=name,
        aliases=(),
        kind=kind,  # type: ignore[arg-type]
        country=country,
        sectors=(),
        wikidata=None,
        roles=(Role(title=f"title {key}", organization=None, from_=None, to=None),),
    )


def documents(*groups: list[Actor]) -> list[DocumentRecords]:
    return [replace(report(f"O{i}", [Claim()]), actors=tuple(group)) for i, group in enumerate(groups)]


def linked(
    items: list[DocumentRecords], *, one_story: bool = True
) -> tuple[dict[str, str], tuple[Actor, ...]]:
    ids = (
        [tuple(d.document.document_id for d in items)]
        if one_story
        else [(d.document.document_id,) for d in items]
    )
    stories = [
        Story(story_id=f"s{i}", title="", from_=None, to=None, document_ids=d) for i, d in enumerate(ids)
    ]
    return link_actors(items, stories)


def test_a_full_name_is_one_person_across_documents() -> None:
    mapping, actors = linked(
        documents([actor("a1", "Omar al-Hadi")], [actor("a2", "Omar Al Hadi")]), one_story=False
    )
    assert len(actors) == 1
    assert len(mapping) == 1
    assert {role.title for role in actors[0].roles} == {"title a1", "title a2"}


def test_a_bare_surname_is_never_merged() -> None:
    mapping, actors = linked(documents([actor("a1", "Hadi")], [actor("a2", "Hadi")]))
    assert (mapping, len(actors)) == ({}, 2)


def test_a_description_is_one_group_inside_a_story_only() -> None:
    groups = [[actor("a1", "local militia", "group")], [actor("a2", "local militia", "group")]]
    assert len(linked(documents(*groups))[1]) == 1
    assert len(linked(documents(*groups), one_story=False)[1]) == 2


def test_groups_of_two_countries_stay_apart() -> None:
    groups = [[actor("a1", "troops", "group", "IRN")], [actor("a2", "troops", "group", "SYR")]]
    assert len(linked(documents(*groups))[1]) == 2


def test_an_actor_of_the_table_keeps_its_id() -> None:
    known = replace(actor("a-known", "Vladimir Putin"), wikidata="Q7747")
    mapping, actors = linked(documents([known], [known]))
    assert mapping == {}
    assert [a.actor_id for a in actors] == ["a-known"]
