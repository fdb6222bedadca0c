"""How close an origin stands to the event."""

from dataclasses import replace

from builders import document, link, mention
from whence.assess.assertions import Assertion
from whence.assess.party import party
from whence.assess.roots import Root
from whence.records import Actor, Argument, Attribution

ROOT = Root("person", ("x",))


def argument(name: str, actor_id: str | None = None) -> Argument:
    return Argument(
        text=name, start=0, end=0, actor_id=actor_id, name=name, country=None, sectors=(), title=None
    )


EVENT = mention("n-1", actors=(argument("army", "a-army"),), recipients=(argument("rebels", "a-rebels"),))


def stands(*links: Attribution, near: dict[str, frozenset[str]] | None = None) -> str:
    told = Assertion(
        mention=EVENT, document=document("d-1"), sign="+", root=ROOT, chain=links, narrowed=frozenset()
    )
    return party([told], [EVENT], near or {}, {}, {})


def test_a_party_speaks_for_itself() -> None:
    assert stands(link("the army", kind="organization", actor_id="a-army")) == "actor"
    assert stands(link("rebels", kind="group", actor_id="a-rebels")) == "recipient"


def test_a_member_of_a_party_is_that_party() -> None:
    assert stands(link("Colonel Lund", name="Igor Lund", affiliation="the Army")) == "actor"


def test_an_ally_of_either_side() -> None:
    near = {"a-militia": frozenset({"a-army"})}
    assert stands(link("the militia", actor_id="a-militia"), near=near) == "ally"


def test_somebody_with_an_identity_and_no_tie_is_neither() -> None:
    assert stands(link("a monitor", actor_id="a-monitor")) == "none"


def test_nothing_to_compare_is_unknown() -> None:
    assert stands() == "unknown"
    assert stands(link("officials", name=None, naming="bare")) == "unknown"


def test_who_speaks_for_a_state_is_party_to_what_its_forces_did() -> None:
    def actor(key: str, kind: str, *sectors: str, country: str = "RUS") -> Actor:
        return Actor(
            actor_id=key, name=key, aliases=(), kind=kind, country=country, sectors=sectors, wikidata=None,  # type: ignore[arg-type]
            roles=(),
        )  # fmt: skip

    planes = replace(argument("Russian planes"), country="RUS", sectors=("MIL",))
    struck = mention("n-1", actors=(planes,), recipients=(argument("rebels", "a-rebels"),))
    known = {
        a.actor_id: a
        for a in (
            actor("a-minister", "person", "GOV"),
            actor("a-state", "country"),
            actor("a-citizen", "person", "CVL"),
            actor("a-foreign", "government", "GOV", country="USA"),
        )
    }

    def stands_at(key: str) -> str:
        told = Assertion(
            mention=struck, document=document("d-1"), sign="-", root=ROOT,
            chain=(link(key, actor_id=key),), narrowed=frozenset(),
        )  # fmt: skip
        return party([told], [struck], {}, {}, known)

    assert [stands_at(key) for key in known] == ["actor", "actor", "none", "none"]
