"""Assertions of one event whose actor, recipient, place and day can be varied."""

from __future__ import annotations

from builders import document, event, filled, mention
from whence.assess.assertions import Assertion
from whence.assess.roots import Root
from whence.assess.told import Told, World
from whence.records import Actor, Argument, EventDate, EventPlace, Place, Sign

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
    sign: Sign = "+",
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
        sign=sign,
        root=root,
        chain=(),
        narrowed=frozenset(),
    )


def told(*group: Assertion, event_id: str = "e-1") -> Told:
    ids = {(a.sign, a.root): f"o-{a.root.name}" for a in group}
    return Told(event=event(event_id), assertions=group, doers=frozenset(), origin_ids=ids)
