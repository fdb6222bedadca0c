"""Accounts of one event, or of two that linking keeps apart, whose fillers exclude each other."""

from collections.abc import Sequence
from dataclasses import replace

from builders import document, event, filled, mention
from whence.assess.aligned import aligned
from whence.assess.assertions import Assertion
from whence.assess.fillers import EXCLUSIVE, NEXT_DAY, exclusive_fillers, labels
from whence.assess.roots import Root
from whence.assess.told import Told, World
from whence.records import Actor, Argument, EventDate, EventPlace, Place

ADA = Root("person", ("ada brook",), "Ada Brook")
BORIS = Root("person", ("boris lund",), "Boris Lund")
OFFICIALS = Root("anonymous", ("gazette", "official"), "officials (Gazette)")
ARMY, REBELS = ("the army", "MIL"), ("rebels", "REB")


def town(name: str) -> Place:
    made: Place = filled(Place, place_id=name, name=name, kind="city", country="SYR", admin1=name)
    return made


JUDGE: Actor = filled(Actor, actor_id="judge", name="Karim Saleh", kind="person")
WORLD = World(
    actors={"judge": JUDGE},
    actor_of={},
    places={name: town(name) for name in ("Homs", "Hama")},
    version_of={},
)


def party(text: str, *sectors: str, actor_id: str | None = None) -> Argument:
    return Argument(
        text=text, start=0, end=len(text), actor_id=actor_id, name=text, country=None, sectors=sectors,
        title=None,
    )  # fmt: skip


def says(
    root: Root,
    *,
    actor: tuple[str, ...] = ARMY,
    target: Argument | None = None,
    place: str | None = "Homs",
    day: str = "2020-03-02",
    lemma: str = "shell",
    outlet: str = "",
) -> Assertion:
    key = outlet or f"{root.name} {actor[0]} {place} {day}"
    return Assertion(
        mention=mention(
            f"n-{key}",
            lemma=lemma,
            actors=(party(*actor),),
            recipients=(target or party("the market"),),
            place=EventPlace(text=place, start=0, end=1, place_id=place, name=place) if place else None,
            date=EventDate(
                from_=day, to=day, text="then", start=0, end=4, precision="day", anchor="explicit"
            ),
        ),
        document=document(f"d-{key}", published=day),
        sign="+",
        root=root,
        chain=(),
        narrowed=frozenset(),
    )


def told(*group: Assertion, event_id: str = "e-1") -> Told:
    ids = {(a.sign, a.root): f"o-{a.root.name}" for a in group}
    return Told(event=event(event_id), assertions=group, doers=frozenset(), origin_ids=ids)


def within(*group: Assertion) -> list[tuple[str, str, float]]:
    return [(c.kind, c.field, c.probability) for c in exclusive_fillers(told(*group), WORLD)]


def test_two_who_could_have_known_put_it_on_two_sides() -> None:
    (conflict,) = exclusive_fillers(told(says(ADA), says(BORIS, actor=REBELS)), WORLD)
    assert (conflict.kind, conflict.field) == ("contradiction", "actor")
    assert "not compatible as read" in conflict.why
    assert {side.value: side.origin_ids for side in conflict.sides} == {
        "the army": ("o-Ada Brook",),
        "rebels": ("o-Boris Lund",),
    }
    assert all(len(side.document_ids) == 1 for side in conflict.sides)


def test_one_who_says_now_this_now_that_revises() -> None:
    assert within(says(ADA), says(ADA, actor=REBELS, day="2020-03-03"))[0][:2] == ("revision", "actor")
    assert within(says(ADA), says(ADA, actor=REBELS)) == [], "on one day she may speak of two shellings"


def test_who_met_whom_is_told_either_way_round() -> None:
    meeting = told(says(ADA), says(BORIS, actor=REBELS))
    meeting = replace(meeting, event=replace(meeting.event, type="CONSULT"))
    assert list(exclusive_fillers(meeting, WORLD)) == []


def test_what_rests_on_nobody_named_is_not_set_against_anything() -> None:
    assert within(says(ADA), says(OFFICIALS, actor=REBELS)) == []


def test_places_and_days() -> None:
    assert within(says(ADA), says(BORIS, place="Hama")) == [("contradiction", "place", EXCLUSIVE["place"])]
    assert within(says(ADA), says(BORIS, place=None)) == []
    assert within(says(ADA), says(BORIS, day="2020-03-06")) == [("contradiction", "date", EXCLUSIVE["date"])]
    assert within(says(ADA), says(BORIS, day="2020-03-03")) == [("contradiction", "date", NEXT_DAY)]


def labelled(*nouns: str, same_report: bool = False) -> list[tuple[str, str]]:
    group = [
        says(root, target=party(noun), outlet="one" if same_report else noun)
        for root, noun in zip((ADA, BORIS), nouns, strict=True)
    ]
    return [(c.kind, c.field) for c in labels(told(*group))]


def test_a_noun_that_judges_beside_one_that_does_not_is_a_label() -> None:
    assert labelled("rebels", "terrorists") == [("labelling", "recipient")]
    assert labelled("rebels", "fighters") == []
    assert labelled("terrorists", "extremists") == []
    assert labelled("protesters", "terrorists") == [], "those are no two names for the same people"
    assert labelled("rebels", "terrorists", same_report=True) == [], "one report may tell of both"


def pairs(a: Sequence[Assertion], b: Sequence[Assertion]) -> list[str]:
    events = [told(*a, event_id="e-1"), told(*b, event_id="e-2")]
    return [field for _, _, field in aligned(events, WORLD)]


def test_a_man_is_killed_once() -> None:
    judge = party("the judge Karim Saleh", actor_id="judge")
    first = says(ADA, target=judge, lemma="kill")
    assert pairs([first], [says(BORIS, target=judge, lemma="kill", place="Hama")]) == ["place"]
    assert pairs([first], [says(BORIS, target=judge, lemma="kill", day="2020-03-09")]) == ["date"]
    both = says(BORIS, target=judge, lemma="kill", place="Hama", day="2020-03-09")
    assert pairs([first], [both]) == [], "too little agrees"
    detained = [
        says(root, target=judge, lemma="detain", place=p) for root, p in ((ADA, "Homs"), (BORIS, "Hama"))
    ]
    assert pairs(detained[:1], detained[1:]) == [], "one can be detained twice"


def test_two_shellings_of_one_market_on_one_day_by_two_sides() -> None:
    assert pairs([says(ADA)], [says(BORIS, actor=REBELS)]) == ["actor"]
    assert pairs([says(ADA)], [says(BORIS, actor=REBELS, day="2020-03-03")]) == []
    assert pairs([says(ADA)], [says(BORIS, actor=REBELS, target=party("a bridge"))]) == []
    assert pairs([says(ADA)], [says(BORIS, place="Hama")]) == [], "an army shells two towns"


def test_a_report_that_tells_both_knows_them_for_two() -> None:
    mine = says(ADA, outlet="one"), says(BORIS, actor=REBELS, outlet="one")
    assert pairs(mine[:1], mine[1:]) == []


def test_the_conflict_of_two_events_names_both() -> None:
    a, b = told(says(ADA)), told(says(BORIS, actor=REBELS), event_id="e-2")
    (conflict,) = exclusive_fillers(a, WORLD, b)
    assert conflict.event_ids == ("e-1", "e-2")
    assert {side.origin_ids for side in conflict.sides} == {("o-Ada Brook",), ("o-Boris Lund",)}
