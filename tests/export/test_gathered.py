from pathlib import Path

import pytest

from whence.export import gathered as module
from whence.export.gathered import gathered
from whence.export.view import View
from whence.store import Store


def test_every_event_has_what_stands_behind_it_in_any_portions(
    marsa_talun: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(marsa_talun) as store:
        found = list(gathered(View(store)))
        tellings = {m.event_mention_id: m.event_id for m in store.table("event_mentions")}
        assert [one.event for one in found] == list(store.table("events"))
        told = {t.event_mention_id: one.event.event_id for one in found for t in one.tellings}
        assert told == tellings
        for one in found:
            assert set(one.documents) == set(one.event.document_ids)
            dates = [one.document(telling).published or "9999" for telling in one.tellings]
            assert dates == sorted(dates)
            assert {o.event_id for o in one.origins} <= {one.event.event_id}
            assert all(s.scope == "event" for held in one.stances.values() for s in held)
        monkeypatch.setattr(module, "EVENTS_AT_ONCE", 7)
        assert list(gathered(View(store))) == found


def test_a_row_quotes_who_tells_it_as_happened(marsa_talun: Path) -> None:
    with Store.open(marsa_talun) as store:
        for one in gathered(View(store)):
            past = [t for t in one.tellings if t.realis in ("past", "ongoing")]
            held = [t for t in past if any(s.sign == "+" for s in one.stances.get(t.event_mention_id, ()))]
            assert one.first == (held or past or list(one.tellings))[0]


def test_a_place_in_dispute_is_none(world: Store) -> None:
    places = {one.event.event_id: one.place and one.place.name for one in gathered(View(world))}
    assert (places["e-reported"], places["e-disputed"], places["e-talks"]) == ("Karm", None, None)
