"""Who tells of an event, and what follows for the stances."""

from dataclasses import replace

from builders import Claim, filled, report
from whence.judge.document import Draft
from whence.judge.holders import chain, drop, innermost, rehold
from whence.judge.known import Known
from whence.records import Relation

TOLD = report("The Gazette", [Claim(voice="Ada Brook", outlet="Reuters", sign="-", narrowed=True)])
"""The Gazette → Reuters → Ada Brook, who denies it as far as the recipient goes."""


def draft() -> Draft:
    return Draft(TOLD, Known([TOLD]))


def signs(found: Draft) -> dict[str | None, str]:
    """Who holds what of the event: source of an attribution (``None``: the article) → sign."""
    names = {a.attribution_id: a.source.name for a in TOLD.attributions}
    return {names.get(s.attribution_id or ""): s.sign for s in found.stances.values() if s.scope == "event"}


def test_the_deepest_attribution_tells_of_what_its_content_holds() -> None:
    outer, inner = TOLD.attributions
    trigger = TOLD.event_mentions[0].trigger
    found = draft()
    assert innermost(found, (trigger.start, trigger.end)) == inner.attribution_id
    assert innermost(found, (0, 3)) is None
    assert chain(found, inner.attribution_id) == [inner.attribution_id, outer.attribution_id, None]


def test_the_commitment_goes_with_the_innermost_holder() -> None:
    outer, _ = TOLD.attributions
    found = draft()
    told = rehold(found, TOLD.event_mentions[0], outer.attribution_id)
    assert told.attribution_id == outer.attribution_id
    assert signs(found) == {"Reuters": "-", None: "?"}
    (narrowed,) = (s for s in found.stances.values() if s.scope == "recipient")
    assert narrowed.attribution_id == outer.attribution_id
    rehold(found, told, TOLD.event_mentions[0].attribution_id)
    assert signs(found) == {"Reuters": "?", "Ada Brook": "-", None: "?"}


def test_what_is_no_attribution_is_told_by_who_told_it() -> None:
    outer, inner = TOLD.attributions
    found = draft()
    drop(found, inner)
    assert found.events[TOLD.event_mentions[0].event_mention_id].attribution_id == outer.attribution_id
    assert signs(found) == {"Reuters": "-", None: "?"}
    tie = filled(Relation, relation_id="r-1", attribution_id=inner.attribution_id)
    held = Draft(replace(TOLD, relations=(tie,)), Known([TOLD]))
    drop(held, inner)
    assert [relation.attribution_id for relation in held.finished().relations] == [outer.attribution_id]
    found = draft()
    drop(found, outer)
    assert found.attributions[inner.attribution_id].parent_id is None
    assert signs(found) == {"Ada Brook": "-", None: "?"}


def test_a_holder_off_the_chain_keeps_its_stance() -> None:
    _, inner = TOLD.attributions
    colonel = replace(inner, attribution_id="t-colonel", parent_id=None)
    (row,) = (s for s in TOLD.stances if s.attribution_id == inner.attribution_id and s.scope == "event")
    own = replace(row, stance_id="x-colonel", attribution_id="t-colonel", sign="+")
    records = replace(TOLD, attributions=(*TOLD.attributions, colonel), stances=(*TOLD.stances, own))
    found = Draft(records, Known([records]))
    rehold(found, records.event_mentions[0], None)
    assert found.stances["x-colonel"] == own
