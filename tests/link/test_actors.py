from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from builders import Claim, filled, report
from whence.link.actors import link_actors
from whence.link.digest import digest
from whence.link.judged import actors_at, verdicts
from whence.records import Actor, Anchor, Judgement, Mention, Role, Story
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
    return changed(items, stories)


def changed(
    items: list[DocumentRecords], stories: list[Story], judgements: Sequence[Judgement] = ()
) -> tuple[dict[str, str], tuple[Actor, ...]]:
    """Local ids that are another in the account, and its actors."""
    judged = verdicts(judgements, "actor", actors_at(items))
    mapping, actors = link_actors([digest(item) for item in items], stories, judged)
    return {local: of for local, of in mapping.items() if local != of}, actors


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


def test_another_spelling_a_nickname_or_a_middle_initial_is_the_same_person_in_a_story() -> None:
    for one, other in (
        ("Qassem Suleimani", "Ghassem Soleimani"),
        ("Bill Harmon", "William Harmon"),
        ("John R. Bolton", "John Bolton"),
    ):
        items = documents([actor("a1", one)], [actor("a2", other)])
        assert len(linked(items)[1]) == 1, (one, other)
        apart = linked(items, one_story=False)[1]
        assert [a.candidates for a in apart] == [("a2",), ("a1",)], (
            "without support both are kept, and say so"
        )


def test_an_actor_of_the_table_takes_in_the_spellings_of_others() -> None:
    known = replace(actor("a-known", "Qasem Soleimani"), wikidata="Q1")
    mapping, actors = linked(documents([actor("a2", "Ghassem Suleimani")], [known]))
    assert mapping == {"a2": "a-known"}
    assert actors[0].name == "Qasem Soleimani"
    assert "Ghassem Suleimani" in actors[0].aliases


def test_a_surname_joins_the_one_full_name_of_its_story() -> None:
    items = documents([actor("a1", "Hadi")], [actor("a2", "Omar al-Hadi")])
    mapping, actors = linked(items)
    assert (mapping, [a.name for a in actors]) == ({"a2": "a1"}, ["Omar al-Hadi"])
    assert linked(items, one_story=False)[0] == {}


def test_a_surname_that_two_full_names_have_stays_apart_and_names_both() -> None:
    items = documents([actor("a1", "Hadi")], [actor("a2", "Omar al-Hadi")], [actor("a3", "Sami al-Hadi")])
    mapping, actors = linked(items)
    assert mapping == {}
    assert {a.actor_id: a.candidates for a in actors} == {"a1": ("a2", "a3"), "a2": ("a1",), "a3": ("a1",)}


def test_one_name_in_two_countries_is_two_persons() -> None:
    items = documents([actor("a1", "Ali Hassan", country="IRQ")], [actor("a2", "Ali Hassan", country="PAK")])
    assert linked(items, one_story=False)[0] == {}


def test_a_minister_and_a_doctor_of_one_name_in_two_stories_are_candidates_only() -> None:
    minister = replace(actor("a1", "Ali Hassan"), sectors=("GOV",))
    doctor = replace(actor("a2", "Ali Hassan"), sectors=("MED",))
    mapping, actors = linked(documents([minister], [doctor]), one_story=False)
    assert mapping == {}
    assert [a.candidates for a in actors] == [("a2",), ("a1",)]


def test_described_persons_are_never_one_across_documents() -> None:
    assert (
        linked(documents([actor("a1", "Pentagon spokesman")], [actor("a2", "Pentagon spokesman")]))[0] == {}
    )


def test_a_body_is_found_by_acronym_and_by_what_follows_its_place_in_its_story() -> None:
    city = filled(Mention, text="San Diego", kind="place")
    for one, other in (
        ("Harbour Workers Union of Ostmark", "HWUO"),
        ("San Diego Pelicans", "Pelicans"),
        ("Hizbullah", "Hezbollah"),
    ):
        first, second = documents([actor("a1", one, "organization")], [actor("a2", other, "organization")])
        items = [replace(first, mentions=(city,)), second]
        assert len(linked(items)[1]) == 1, (one, other)
        assert len(linked(items, one_story=False)[1]) == 2, (one, other)


def test_a_ministry_of_no_known_country_is_one_inside_a_story_only() -> None:
    items = documents(
        [actor("a1", "Ministry of Ports", "government")], [actor("a2", "Ministry of Ports", "government")]
    )
    assert len(linked(items)[1]) == 1
    assert len(linked(items, one_story=False)[1]) == 2


def said(verdict: str, items: list[DocumentRecords], when: str = "2026-01-01") -> Judgement:
    """A verdict on the first mention of each document."""
    return Judgement(
        anchors=tuple(Anchor(sha256=item.document.sha256, start=0, end=4, field="actor") for item in items),
        verdict=verdict,  # type: ignore[arg-type]
        field="actor",
        value=None,
        who="reader",
        when=when,
        note=None,
    )


def mentioned(items: list[DocumentRecords]) -> list[DocumentRecords]:
    """The same, with the first actor of each document mentioned in its first four characters, and a text of
    its own."""
    return [
        replace(
            item,
            document=replace(item.document, sha256=f"sha{number}"),
            mentions=(
                filled(
                    Mention,
                    document_id=item.document.document_id,
                    start=0,
                    end=4,
                    kind="actor",
                    refers_to=item.actors[0].actor_id,
                ),
            ),
        )
        for number, item in enumerate(items)
    ]


def test_what_a_person_judged_goes_before_the_names_and_the_later_verdict_counts() -> None:
    namesakes = mentioned(documents([actor("a1", "Omar Hadi")], [actor("a2", "Omar Hadi")]))
    others = mentioned(documents([actor("a1", "Omar Hadi")], [actor("a2", "Abu Faris")]))
    story = [
        Story(
            story_id="s",
            title="",
            from_=None,
            to=None,
            document_ids=tuple(d.document.document_id for d in (*namesakes, *others)),
        )
    ]
    assert changed(namesakes, story, [said("different", namesakes)])[0] == {}
    assert changed(others, story, [said("same", others)])[0] == {"a2": "a1"}
    both = [said("same", others, "2026-01-02"), said("different", others, "2026-01-03")]
    for order in (both, both[::-1]):
        assert changed(others, story, order)[0] == {}


def test_a_judgement_on_a_text_that_is_gone_decides_nothing() -> None:
    items = mentioned(documents([actor("a1", "Omar Hadi")], [actor("a2", "Omar Hadi")]))
    gone = [replace(items[0], document=replace(items[0].document, sha256="gone")), items[1]]
    story = [
        Story(
            story_id="s",
            title="",
            from_=None,
            to=None,
            document_ids=tuple(d.document.document_id for d in items),
        )
    ]
    assert len(changed(items, story, [said("different", gone)])[1]) == 1


@given(st.permutations(["Omar al-Hadi", "Hadi", "O. Hadi", "Umar Hadi", "Sami Hadi", "Hady"]))
def test_the_order_of_documents_changes_nothing(names: list[str]) -> None:
    def groups(order: list[str]) -> set[frozenset[str]]:
        mapping, _ = linked(documents(*([actor(name, name)] for name in order)))
        found: dict[str, set[str]] = {}
        for name in order:
            found.setdefault(mapping.get(name, name), set()).add(name)
        return {frozenset(group) for group in found.values()}

    assert groups(names) == groups(sorted(names))
