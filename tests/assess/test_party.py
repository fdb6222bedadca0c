"""How close an origin stands to the event."""

from dataclasses import replace

import pytest

from builders import Claim, document, link, mention, report
from whence.assess.assertions import Assertion
from whence.assess.party import allies, party
from whence.assess.roots import Root
from whence.records import Actor, Argument, Attribution, Relation, RelationParty
from whence.tables import DocumentRecords

ROOT = Root("person", ("x",))


def argument(name: str, actor_id: str | None = None) -> Argument:
    return Argument(
        text=name, start=0, end=0, actor_id=actor_id, name=name, country=None, sectors=(), title=None
    )


EVENT = mention("n-1", actors=(argument("army", "a-army"),), recipients=(argument("rebels", "a-rebels"),))


def tie(subject: str, type_: str, object_: str, sign: str = "+") -> DocumentRecords:
    def side(key: str) -> RelationParty:
        return RelationParty(text=key, start=0, end=0, actor_id=key, name=key)

    relation = Relation(
        relation_id="r-1", document_id="d-1", subject=side(subject), type=type_, object=side(object_),  # type: ignore[arg-type]
        start=0, end=0, attribution_id=None, sign=sign, from_=None, to=None,  # type: ignore[arg-type]
    )  # fmt: skip
    return replace(report("Gazette", [Claim()]), relations=(relation,))


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


@pytest.mark.parametrize("type_", ["ally_of", "supports", "proxy_of", "part_of", "leads"])
def test_ties_hold_both_ways(type_: str) -> None:
    found = allies([tie("a-1", type_, "a-2")], {"a-1": "a-9"})
    assert found == {"a-9": frozenset({"a-2"}), "a-2": frozenset({"a-9"})}


def test_opponents_family_and_denied_ties_are_no_allies() -> None:
    assert allies([tie("a-1", "opposes", "a-2"), tie("a-1", "ally_of", "a-2", "-")], {}) == {}


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
