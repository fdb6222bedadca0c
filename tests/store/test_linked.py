from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import Claim, keep, report
from whence.records import TABLES, Review
from whence.store import Store
from whence.tables import Assessment, Linked

ACROSS = ("reprints", "stories", "events", "origins", "derivations", "conflicts", "actors")
NOTHING = Linked(event_of={}, actor_of={})


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_spans_documents_is_replaced_as_a_whole(
    data: st.DataObject, records: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def some(name: str) -> tuple[Any, ...]:
        record, identity = TABLES[name], {"stories": "story_id"}.get(name, f"{name[:-1]}_id")
        if identity not in record.__dataclass_fields__:
            return data.draw(st.lists(records(record), max_size=2).map(tuple))
        count = data.draw(st.integers(0, 2))
        return tuple(data.draw(records(record, **{identity: f"{name}-{n}"})) for n in range(count))

    with Store.open(tmp_path_factory.mktemp("s") / "a.db", create=True) as store:
        for run in ("r1", "r2"):
            found = {name: some(name) for name in ACROSS}
            across = Linked(
                event_of={},
                actor_of={},
                **{name: found[name] for name in ("reprints", "stories", "actors")},
            )
            assessment = Assessment(
                **{name: found[name] for name in ("events", "origins", "derivations", "conflicts")}
            )
            keep(store, across, assessment, run_id=run)
            for name in ACROSS:
                stored = list(store.table(name))
                assert all(stored.count(one) == 1 for one in found[name])
                assert len(stored) == len(
                    [one for n, one in enumerate(found[name]) if one not in found[name][:n]]
                )


def test_a_judged_document_is_shown_as_judged_and_kept_as_written(store: Store) -> None:
    written = report("The Gazette", [Claim(voice="Ada Brook")])
    review = Review(field="realis", verdict="corrected", value="past", who="A. Nowak", when="2031-02-03")
    (told,) = written.event_mentions
    judged = replace(written, event_mentions=(replace(told, realis="future", reviewed=(review,)),))
    store.add(written)
    across = replace(NOTHING, event_of={told.event_mention_id: told.event_id})
    keep(store, across, Assessment(), run_id="r1", judged=[judged])
    assert [m.realis for m in store.table("event_mentions")] == ["future"]
    assert [m.reviewed for m in store.table("event_mentions", event_id=told.event_id)] == [(review,)]
    assert list(store.load_all()) == [written]
    keep(store, NOTHING, Assessment(), run_id="r2")
    assert [m.realis for m in store.table("event_mentions")] == ["past"]


def test_what_was_judged_no_event_is_in_no_group_and_its_stances_are_not_shown(store: Store) -> None:
    written = report("The Gazette", [Claim(), Claim(target="Lomi")])
    first = written.event_mentions[0].event_mention_id
    judged = replace(
        written,
        event_mentions=written.event_mentions[1:],
        stances=tuple(s for s in written.stances if s.event_mention_id != first),
    )
    store.add(written)
    keep(store, NOTHING, Assessment(), run_id="r1", judged=[judged])
    (left,) = store.table("event_mentions")
    assert left.event_mention_id != first
    assert {stance.event_mention_id for stance in store.table("stances")} == {left.event_mention_id}
    store.remove(written.document.document_id)
    assert store.count("event_mentions") == store.count("stances") == 0
