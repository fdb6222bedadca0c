"""What holders are committed to, against the records themselves."""

from __future__ import annotations

from pathlib import Path

import whence
from whence.store import Store
from whence.store.voices import held

EXAMPLE = Path(__file__).parents[2] / "examples/marsa-talun-2031"


def test_stances_on_events_come_with_the_telling_and_the_holder(tmp_path: Path) -> None:
    whence.read(EXAMPLE, into=tmp_path / "a.db").close()
    with Store.open(tmp_path / "a.db") as store:
        mentions = {m.event_mention_id: m for m in store.table("event_mentions")}
        documents = {d.document_id: d for d in store.table("documents")}
        holders = {a.attribution_id: a.source for a in store.table("attributions")}
        events = sorted({m.event_id for m in mentions.values()})[::2]
        expected = []
        for stance in store.table("stances"):
            mention = mentions[stance.event_mention_id]
            if stance.scope != "event" or mention.event_id not in events:
                continue
            source = holders.get(stance.attribution_id or "")
            expected.append(
                (
                    *(mention.event_id, stance.sign, stance.certainty, mention.trigger.start),
                    *(mention.document_id, documents[mention.document_id].outlet),
                    *((source.naming, source.kind, source.name, source.actor_id) if source else [None] * 4),
                )
            )
        with store.reading() as connection:
            found = [
                (
                    *(one.event_id, one.sign, one.certainty, one.start, one.document_id, one.outlet),
                    *(one.naming, one.kind, one.name, one.actor_id),
                )
                for one in held(connection, events)
            ]
            assert list(held(connection, [])) == []
    assert len(found) > 20
    assert sorted(found, key=repr) == sorted(expected, key=repr)
