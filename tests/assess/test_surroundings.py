"""What other stories tell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import Claim, filled, report
from whence.assess.surroundings import Surroundings, notice, surroundings
from whence.records import Actor, Mention, Relation, RelationParty
from whence.tables import DocumentRecords


def tie(subject: str, type_: str, object_: str, sign: str = "+") -> DocumentRecords:
    def side(key: str) -> RelationParty:
        return RelationParty(text=key, start=0, end=0, actor_id=key, name=key)

    relation = Relation(
        relation_id="r-1", document_id="d-1", subject=side(subject), type=type_, object=side(object_),  # type: ignore[arg-type]
        start=0, end=0, attribution_id=None, sign=sign, from_=None, to=None,  # type: ignore[arg-type]
    )  # fmt: skip
    return replace(report("Gazette", [Claim()]), relations=(relation,))


def allies(item: DocumentRecords, actor_of: dict[str, str]) -> dict[str, frozenset[str]]:
    return dict(surroundings([notice(item)], (), actor_of).allies)


@pytest.mark.parametrize("type_", ["ally_of", "supports", "proxy_of", "part_of", "leads"])
def test_ties_hold_both_ways(type_: str) -> None:
    found = allies(tie("a-1", type_, "a-2"), {"a-1": "a-9"})
    assert found == {"a-9": frozenset({"a-2"}), "a-2": frozenset({"a-9"})}


def test_opponents_family_and_denied_ties_are_no_allies() -> None:
    assert allies(tie("a-1", "opposes", "a-2"), {}) == allies(tie("a-1", "ally_of", "a-2", "-"), {}) == {}


def test_what_is_near_some_actors_and_documents_is_enough_to_assess_them() -> None:
    item = tie("a-1", "supports", "a-2")
    whole = surroundings([notice(item)], (), {})
    part = whole.of(["d-none"], {"a-2"})
    assert part == Surroundings(
        outlets=frozenset({"gazette"}),
        newsrooms=frozenset(),
        agencies={},
        allies={"a-2": frozenset({"a-1"})},
        rebels=frozenset(),
    )
    assert part.joined(whole).allies == whole.allies


def test_what_one_report_tells_of_as_an_outlet_is_one_everywhere() -> None:
    def of(kind: str) -> frozenset[str]:
        actor: Actor = filled(Actor, actor_id="a-1", name="Karm Ilbo", kind=kind)
        return surroundings(
            [notice(replace(report("Gazette", [Claim()]), actors=(actor,)))], (), {}
        ).newsrooms

    assert (of("outlet"), of("organization")) == ({"karm ilbo"}, set())


def test_whoever_a_report_calls_rebels_is_a_rebel_everywhere() -> None:
    called: Mention = filled(
        Mention, text="the rebels", kind="actor", form="nominal", refers_to="a-1", start=0, end=10
    )
    item = replace(report("Gazette", [Claim()]), mentions=(called,))
    assert surroundings([notice(item)], (), {"a-1": "a-7"}).rebels == {"a-7"}
