"""What a person says of one field: anchored to the text, applied on every run, and undone."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

import whence
from whence.correction import decide
from whence.export import jsonl
from whence.recoding import recode
from whence.records import Event, EventMention, Judgement
from whence.review import apply, judge, lost
from whence.store import Store, StoreError

FIRST = (
    "Gunmen shot three traders at the market in Karm on Monday, police said. "
    "The governor denied that soldiers arrested the mayor."
)
SECOND = (
    "Rebels shelled the village of Lomi on Tuesday. Of the market nothing is left. Soldiers blocked the road."
)


@pytest.fixture
def account(tmp_path: Path) -> Path:
    for name, text in (("a", FIRST), ("b", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    whence.read(tmp_path / "a.txt", tmp_path / "b.txt", into=tmp_path / "account.db", published="2020-03-03")
    return tmp_path / "account.db"


def telling(store: Store, trigger: str) -> EventMention:
    (found,) = (m for m in store.table("event_mentions") if m.trigger.text == trigger)
    return found


def event(store: Store, trigger: str) -> Event:
    (found,) = store.table("events", event_id=telling(store, trigger).event_id)
    return found


def judged(store: Store, verdict: Any, ids: Sequence[str], **given: Any) -> list[Judgement]:
    found = decide(store, verdict, ids, who="A. Nowak", **given)
    apply(store)
    return found


def test_a_corrected_field_changes_the_event_and_keeps_what_was_read(account: Path) -> None:
    with Store.open(account) as store:
        told = telling(store, "shot")
        judged(store, "corrected", [told.event_mention_id], field="actor", value="Blue Brigade")
        assert [party.name for party in event(store, "shot").actors] == ["Blue Brigade"]
        (review,) = telling(store, "shot").reviewed
        assert (review.field, review.verdict, review.who) == ("actor", "corrected", "A. Nowak")
        assert review.value == (told.actors[0].name or told.actors[0].text)
        assert event(store, "shot").reviewed == (review,)
        (written,) = (m for a in store.load_all() for m in a.event_mentions if m.trigger.text == "shot")
        assert [a.text for a in written.actors] == [a.text for a in told.actors], (
            "the reading stays as it was"
        )
        assert "Blue Brigade" in {actor.name for actor in store.table("actors")}


def test_unsure_takes_it_back_and_the_account_is_as_before(account: Path, tmp_path: Path) -> None:
    with Store.open(account) as store:
        before = exported(store, tmp_path / "before")
        told = telling(store, "shelled").event_mention_id
        judged(store, "corrected", [told], field="realis", value="future")
        assert event(store, "shelled").status == "planned"
        judged(store, "wrong", [told])
        assert "shelled" not in {m.trigger.text for m in store.table("event_mentions")}
        judged(store, "unsure", [told], field="realis")
        judged(store, "unsure", [told])
        assert exported(store, tmp_path / "after") == before


def test_a_sign_that_is_corrected_changes_origins_and_status(account: Path) -> None:
    with Store.open(account) as store:
        told = telling(store, "shot")
        stances = [s for s in store.table("stances", event_mention_id=told.event_mention_id) if s.sign == "+"]
        assert event(store, "shot").status == "reported"
        judged(store, "corrected", [s.stance_id for s in stances], field="sign", value="-")
        found = event(store, "shot")
        assert (found.status, found.origins.high) == ("denied", 0)
        assert found.denials.high >= 1
        assert "sign" in {review.field for review in found.reviewed}


def test_a_source_that_is_corrected_changes_the_origin(account: Path) -> None:
    with Store.open(account) as store:
        (police,) = (a for a in store.table("attributions") if a.source.text == "police")
        judged(store, "corrected", [police.attribution_id], field="naming", value="bare")
        origins = store.table("origins", event_id=event(store, "shot").event_id)
        assert [o.kind for o in origins if police.attribution_id in o.attribution_ids] == ["anonymous"]
        assert [
            r.field
            for r in next(a for a in store.table("attributions") if a.source.text == "police").reviewed
        ] == ["naming"]


def test_an_event_is_added_by_its_trigger_and_corrected_by_its_id(account: Path) -> None:
    with Store.open(account) as store:
        (report,) = (d for d in store.table("documents") if d.text == SECOND)
        (judgement,) = judged(store, "added", [report.document_id], value="ASSAULT", span="nothing is left")
        told = telling(store, "nothing is left")
        assert SECOND[slice(*told.sentence)] == "Of the market nothing is left."
        assert [anchor.field for anchor in judgement.anchors] == ["event", "value_sentence"]
        judged(store, "corrected", [told.event_mention_id], field="actor", span="Rebels")
        judged(store, "corrected", [told.event_mention_id], field="realis", value="future")
        told = telling(store, "nothing is left")
        assert [party.text for party in told.actors] == ["Rebels"]
        assert event(store, "nothing is left").status == "planned"
        # It can be made one with another, like any event.
        judge(store, "same", [told.event_mention_id, telling(store, "shelled").event_mention_id])
        apply(store)
        assert telling(store, "nothing is left").event_id == telling(store, "shelled").event_id
        assert lost(store) == []


def test_a_judgement_on_an_event_is_one_on_each_telling(account: Path) -> None:
    with Store.open(account) as store:
        judge(
            store, "same",
            [telling(store, "shelled").event_mention_id, telling(store, "blocked").event_mention_id],
        )  # fmt: skip
        apply(store)
        found = judged(store, "corrected", [event(store, "shelled").event_id], field="place", value="Lomi")
        assert len(found) == 2
        assert {
            m.place.name for m in store.table("event_mentions", event_id=event(store, "shelled").event_id)
        } == {"Lomi"}


def test_who_tells_it_can_be_another_or_nobody(account: Path) -> None:
    with Store.open(account) as store:
        told = telling(store, "shot")
        assert told.attribution_id is not None
        judged(store, "corrected", [told.event_mention_id], field="attribution", value="none")
        assert telling(store, "shot").attribution_id is None
        other = next(a for a in store.table("attributions") if a.attribution_id != told.attribution_id)
        judged(store, "corrected", [told.event_mention_id], field="attribution", value=other.attribution_id)
        assert telling(store, "shot").attribution_id == other.attribution_id


def test_an_actor_by_its_id_is_meant_by_its_name(account: Path) -> None:
    with Store.open(account) as store:
        rebels = telling(store, "shelled").actors[0]
        assert rebels.actor_id is not None
        (judgement,) = judged(
            store,
            "corrected",
            [telling(store, "shot").event_mention_id],
            field="actor",
            value=rebels.actor_id,
        )
        assert judgement.value == rebels.name
        assert [p.actor_id for p in telling(store, "shot").actors] == [rebels.actor_id]


def test_coding_the_account_again_keeps_what_was_judged(account: Path) -> None:
    with Store.open(account) as store:
        judged(store, "corrected", [telling(store, "shot").event_mention_id], field="actor", value="Rebels")
        judged(store, "wrong", [telling(store, "blocked").event_mention_id])
        recode(store)
        assert [party.name for party in telling(store, "shot").actors] == ["Rebels"]
        assert "blocked" not in {m.trigger.text for m in store.table("event_mentions")}


def exported(store: Store, out: Path) -> dict[str, bytes]:
    """File → content, of all that does not tell of runs."""
    untold = ("runs", "changes", "judgements")
    return {
        path.name: path.read_bytes() for path in jsonl.export(store, out) if path.stem not in untold
    }  # fmt: skip


def test_the_account_is_a_function_of_documents_and_judgements(account: Path, tmp_path: Path) -> None:
    with Store.open(account) as store:
        shot, shelled = (telling(store, word).event_mention_id for word in ("shot", "shelled"))
        judgements = [
            *judged(store, "corrected", [shot], field="actor", value="Rebels"),
            *judged(store, "added", [shelled], field="recipient", value="villagers"),
            *judged(store, "wrong", [telling(store, "blocked").event_mention_id]),
            *judged(store, "corrected", [shot], field="type", value="COERCE"),
            *judged(store, "right", [shelled], field="type"),
        ]
        expected = exported(store, tmp_path / "expected")
    for seed in (1, 2):
        other = tmp_path / f"other-{seed}.db"
        random.Random(seed).shuffle(judgements)
        with Store.open(other, create=True) as store:
            store.add_judgements(judgements[:2])
        whence.read(tmp_path / ("b.txt" if seed == 1 else "a.txt"), into=other, published="2020-03-03")
        with Store.open(other) as store:
            for judgement in judgements[2:]:
                store.add_judgements([judgement])
        whence.read(tmp_path / "a.txt", tmp_path / "b.txt", into=other, published="2020-03-03")
        with Store.open(other) as store:
            assert exported(store, tmp_path / f"out-{seed}") == expected


@pytest.mark.parametrize(
    ("verdict", "of", "given", "message"),
    [
        ("corrected", "telling", {"field": "type", "value": "FOO"}, "none of AGREE"),
        ("corrected", "telling", {"field": "colour", "value": "red"}, "no field of an event"),
        ("corrected", "telling", {"field": "actor", "span": "a navy"}, "does not stand"),
        ("corrected", "telling", {"value": "ASSAULT"}, "right or wrong"),
        ("corrected", "telling", {"field": "attribution", "value": "t-zzz"}, "Nothing in"),
        ("wrong", "telling", {"field": "realis"}, "cannot be empty"),
        ("wrong", "document", {}, "Only an event can be added"),
        ("added", "document", {"value": "ASSAULT"}, "Only an event can be added"),
        ("added", "document", {"span": "market"}, "with its type"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_nothing_kept(
    account: Path, verdict: Any, of: str, given: dict[str, str], message: str
) -> None:
    with Store.open(account) as store:
        told = telling(store, "shot")
        with pytest.raises(StoreError, match=message):
            decide(store, verdict, [told.event_mention_id if of == "telling" else told.document_id], **given)
        with pytest.raises(StoreError, match="Give the id"):
            decide(store, verdict, [])
        assert store.count("judgements") == 0
