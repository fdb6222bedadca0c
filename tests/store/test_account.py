from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import document, keep
from whence.records import (
    TABLES,
    Actor,
    Anchor,
    Argument,
    EventMention,
    Judgement,
    Loss,
    Place,
    Run,
    Span,
    Story,
)
from whence.store import Store, StoreError
from whence.tables import Assessment, DocumentRecords, Linked


def actor(actor_id: str, name: str) -> Actor:
    return Actor(
        actor_id=actor_id,
        name=name,
        aliases=(),
        kind="armed_group",
        country=None,
        sectors=("MIL",),
        wikidata=None,
        roles=(),
    )


def telling(event_mention_id: str, document_id: str, actor_id: str) -> EventMention:
    troops = Argument(
        text="Troops", start=0, end=6, actor_id=actor_id, name=None, country=None, sectors=(), title=None
    )
    return EventMention(
        event_mention_id=event_mention_id,
        event_id=f"own-{event_mention_id}",
        document_id=document_id,
        sentence=(0, 15),
        trigger=Span(text="arrived", start=7, end=14),
        lemma="arrive",
        type="MOBILIZE",
        mode=None,
        contexts=(),
        other=None,
        cameo=None,
        actors=(troops,),
        recipients=(),
        place=None,
        date=None,
        realis="past",
        quantities=(),
        attribution_id=None,
        restated=False,
        codes=(),
        why={"type": "rule"},
    )


def reading(document_id: str, **given: Any) -> DocumentRecords:
    one = f"a-{document_id}"
    return DocumentRecords(
        document=document(document_id, **{"text": "Troops arrived.", "analysis_key": "k1"} | given),
        actors=(actor(one, "troops"),),
        event_mentions=(telling(f"m-{document_id}", document_id, one),),
    )


def story(*document_ids: str) -> Story:
    return Story(story_id=f"s-{document_ids[0]}", title="", from_=None, to=None, document_ids=document_ids)


EMPTY = Linked(event_of={}, actor_of={})


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_documents_come_back_as_the_stages_wrote_them(
    data: st.DataObject, analyses: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    one, two = data.draw(analyses("d-1")), data.draw(analyses("d-2"))
    with Store.open(tmp_path_factory.mktemp("s") / "a.db", create=True) as store:
        store.add(two)
        store.add(one)
        dates = {"d-1": one.document.published, "d-2": two.document.published}
        order = sorted(dates, key=lambda d: (dates[d] is not None, dates[d] or "", d))
        assert [r.document.document_id for r in store.load_all()] == order
        assert {r.document.document_id: r for r in store.load_all()} == {"d-1": one, "d-2": two}
        keep(store, EMPTY, Assessment(), run_id="r")
        for name in ("tokens", "stances", "attributions", "event_mentions"):
            assert len(list(store.table(name))) == len(getattr(one, name)) + len(getattr(two, name))
        store.remove("d-1")
        assert list(store.load_all()) == [two]


def test_documents_are_ordered_by_publication_then_id_undated_first(store: Store) -> None:
    store.add(reading("d-3", published="2015-10-01"), reading("d-2", published="2015-10-01"))
    store.add(reading("d-1", published="2015-10-02"), reading("d-4"))
    expected = ["d-4", "d-2", "d-3", "d-1"]
    assert [r.document.document_id for r in store.load_all()] == expected
    assert [r.document_id for r in store.table("documents")] == expected
    assert [r.document_id for r in store.table("event_mentions")] == expected


def test_known_documents_have_their_analysis_key(store: Store) -> None:
    store.add(reading("d-2", analysis_key="k2"), reading("d-1"))
    assert {key: held for key, (held, _) in store.known().items()} == {"d-1": "k1", "d-2": "k2"}


def test_a_document_analysed_again_is_replaced(store: Store) -> None:
    store.add(reading("d-1"))
    again = DocumentRecords(document=document("d-1", text="Other words.", analysis_key="k2"))
    store.add(again)
    assert list(store.load_all()) == [again]
    assert list(store.table("event_mentions")) == []


def test_tokens_can_be_left_where_they_are(store: Store) -> None:
    store.add(reading("d-1"))
    assert [r.tokens for r in store.load_all(without=("tokens",))] == [()]


def test_linking_maps_ids_in_the_account_and_leaves_the_documents_alone(store: Store) -> None:
    first, second = reading("d-1"), reading("d-2")
    store.add(first, second)
    merged = actor("a-d-1", "Troops")
    across = Linked(
        event_of={"m-d-1": "e-1", "m-d-2": "e-1"},
        actor_of={"a-d-1": "a-d-1", "a-d-2": "a-d-1"},
        actors=(merged,),
    )
    keep(store, across, Assessment(), run_id="r")
    assert [mention.event_id for mention in store.table("event_mentions")] == ["e-1", "e-1"]
    assert [mention.actors[0].actor_id for mention in store.table("event_mentions")] == ["a-d-1", "a-d-1"]
    assert list(store.table("actors")) == [merged]
    assert list(store.load_all()) == [first, second]
    assert [m.document_id for m in store.table("event_mentions", event_id="e-1")] == ["d-1", "d-2"]


def test_places_that_documents_share_are_one(store: Store) -> None:
    def here(name: str) -> Place:
        return Place(
            place_id="p-1",
            name=name,
            kind="city",
            country="SYR",
            admin1=None,
            lat=35.93061,
            lon=36.63393,
            precision="city",
            geonames=1,
        )

    store.add(
        DocumentRecords(document=document("d-2", published="2015-10-02"), places=(here("later"),)),
        DocumentRecords(document=document("d-1", published="2015-10-01"), places=(here("earlier"),)),
    )
    keep(store, EMPTY, Assessment(), run_id="r")
    assert list(store.table("places")) == [here("earlier")]


def test_a_run_says_what_it_changed_and_the_same_again_changes_nothing(store: Store) -> None:
    store.add(reading("d-1"))
    across = Linked(event_of={"m-d-1": "e-1"}, actor_of={"a-d-1": "a-d-1"}, stories=(story("d-1"),))
    first = keep(store, across, Assessment(), run_id="r1")
    assert {(c.kind, c.table, c.new_id) for c in first} == {
        ("new", "events", "e-1"),
        ("new", "stories", "s-d-1"),
        ("new", "actors", "a-d-1"),
    }
    assert keep(store, across, Assessment(), run_id="r2") == ()
    assert {change.run_id for change in store.table("changes")} == {"r1"}


def test_losses_and_judgements_are_kept_once(store: Store) -> None:
    loss = Loss(path="a.txt", document_id=None, stage="read", reason="empty", detail="")
    store.replace_losses([loss, loss], paths=())
    store.replace_losses([loss], paths=())
    assert list(store.table("losses")) == [loss]
    late, early = (
        Judgement(
            anchors=(Anchor(sha256="0", start=0, end=1, field="type"),),
            verdict="wrong",
            field="type",
            value=None,
            who=None,
            when=when,
            note=None,
        )
        for when in ("2026-01-02", "2026-01-01")
    )
    store.add_judgements([late])
    store.add_judgements([early, late])
    assert list(store.table("judgements")) == [early, late]


def test_losses_of_inputs_that_were_read_again_are_replaced(store: Store) -> None:
    def lost(path: str, reason: str) -> Loss:
        return Loss(path=path, document_id=None, stage="read", reason=reason, detail="")

    store.replace_losses([lost("a.txt", "empty"), lost("b.txt", "empty")], paths=())
    store.replace_losses([lost("b.txt", "binary")], paths=["a.txt", "b.txt"])
    assert list(store.table("losses")) == [lost("b.txt", "binary")]


def test_a_run_that_finishes_replaces_its_start(store: Store) -> None:
    started = Run(run_id="r", started="t0", finished=None, version="0", counts={})
    finished = Run(run_id="r", started="t0", finished="t1", version="0", counts={"documents": 2})
    store.write_run(started)
    store.write_run(finished)
    assert list(store.table("runs")) == [finished]


def test_nothing_of_a_step_that_fails_is_kept(store: Store) -> None:
    store.add(reading("d-1"))
    huge = replace(telling("m", "d-2", "a"), sentence=(0, 10**30))
    with pytest.raises(StoreError, match=r"d-2.*sentence_end"):
        store.add(reading("d-3"), DocumentRecords(document=document("d-2"), event_mentions=(huge,)))
    with pytest.raises(StoreError, match="as it was before"):
        bad = Linked(event_of={}, actor_of={}, stories=(story("d-1"), story("d-1")))
        keep(store, bad, Assessment(), run_id="r")
    assert [r.document.document_id for r in store.load_all()] == ["d-1"]
    assert list(store.table("stories")) == []


def test_a_filter_takes_values_lists_and_lists_of_the_record(store: Store) -> None:
    store.add(reading("d-1"), reading("d-2"), reading("d-3"))
    across = Linked(event_of={}, actor_of={}, stories=(story("d-1", "d-2"), story("d-3")))
    keep(store, across, Assessment(), run_id="r")
    assert [d.document_id for d in store.table("documents", document_id=["d-2", "d-3"])] == ["d-2", "d-3"]
    assert [s.story_id for s in store.table("stories", document_ids="d-2")] == ["s-d-1"]
    with pytest.raises(KeyError):
        store.table("stories", colour="red")


def test_an_id_is_found_by_a_prefix_that_only_it_has(store: Store) -> None:
    store.add(reading("d-10"), reading("d-11"), reading("d-1"))
    assert store.resolve("d-10", "documents") == ("documents", "d-10")
    assert store.resolve("d-1", "documents") == ("documents", "d-1"), "a whole id is no prefix"
    assert store.resolve("m-d-11") == ("event_mentions", "m-d-11")
    with pytest.raises(StoreError, match="d-10, d-11"):
        store.resolve("d-", "documents")
    with pytest.raises(StoreError, match="begins with 'q'"):
        store.resolve("q")


def test_every_table_can_be_read_from_an_empty_account(store: Store) -> None:
    for name in TABLES:
        assert list(store.table(name)) == []
        assert store.count(name) == 0
        assert all(list(rows) == [] for _, _, rows in store.rows(name))


def test_the_order_and_batches_of_adding_leave_the_same_rows(tmp_path: Path) -> None:
    found = []
    for label, batches in (("a", [["d-1", "d-2", "d-3"]]), ("b", [["d-3"], ["d-1"], ["d-2"]])):
        with Store.open(tmp_path / f"{label}.db", create=True) as store:
            for batch in batches:
                store.add(*(reading(one) for one in batch))
                keep(
                    store,
                    Linked(event_of={}, actor_of={}, stories=tuple(story(d) for d in store.known())),
                    Assessment(),
                    run_id="r",
                )
            with store.reading() as connection:
                dump = {
                    table: sorted(
                        map(tuple, connection.exec_driver_sql(f'SELECT * FROM "{table}"')), key=repr
                    )
                    for (table,) in connection.exec_driver_sql(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%'"
                        " AND name <> 'changes'"
                    ).all()
                }
            found.append(dump)
    assert found[0] == found[1]
