from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import document, filled, keep, link
from whence.records import (
    Actor,
    Argument,
    Document,
    EventDate,
    EventMention,
    EventPlace,
    Place,
    Span,
)
from whence.store import Store
from whence.store.search import match
from whence.tables import Assessment, DocumentRecords, Linked

TEXT = "Jets shelled a market in Idlib. A monitor in London counted the dead. Ministers met on Friday."


def _telling(one: str, report: Document, sentence: str, word: str, **given: Any) -> EventMention:
    start, at = report.text.index(sentence), report.text.index(word)
    fields = {
        "event_mention_id": one,
        "event_id": one,
        "document_id": report.document_id,
        "sentence": (start, start + len(sentence)),
        "trigger": Span(text=word, start=at, end=at + len(word)),
        "lemma": word,
        "realis": "past",
        "restated": False,
        "principal": False,
        "political": False,
    }
    made: EventMention = filled(EventMention, **fields | given)
    return made


def _actor(actor_id: str, name: str, kind: Any, country: str | None, *aliases: str) -> Actor:
    return Actor(
        actor_id=actor_id,
        name=name,
        aliases=aliases,
        kind=kind,
        country=country,
        sectors=(),
        wikidata=None,
        roles=(),
    )


@pytest.fixture
def account(tmp_path: Path) -> Iterator[Store]:
    first = document(
        "d-1", text=TEXT, title="Market is shelled", outlet="The Daily Wire", published="2015-10-01"
    )
    second = document(
        "d-2",
        text="Traders left the market. Nobody was shelling.",
        title="Trade",
        outlet="Gazette",
        published="2015-10-03",
    )
    jets = Argument(
        text="Jets", start=0, end=4, actor_id="a-1", name="Air Force", country="RUS", sectors=(), title=None
    )
    town = EventPlace(text="Idlib", start=25, end=30, place_id="p-1", name="Idlib")
    date = EventDate(
        from_="2015-09-28", to="2015-09-30", text=None, start=None, end=None, precision="range", anchor=None
    )
    shelled = _telling(
        "m-1",
        first,
        "Jets shelled a market in Idlib.",
        "shelled",
        type="ASSAULT",
        mode="aerial",
        actors=(jets,),
        place=town,
        date=date,
        attribution_id="t-2",
    )
    met = _telling("m-2", first, "Ministers met on Friday.", "met", type="CONSULT")
    left = _telling("m-3", second, "Traders left the market.", "left", type="NONE")
    idlib = Place(
        place_id="p-1",
        name="Idlib",
        kind="city",
        country="SYR",
        admin1="Idlib Governorate",
        lat=None,
        lon=None,
        precision="city",
        geonames=None,
    )
    with Store.open(tmp_path / "a.db", create=True) as store:
        actors = (
            _actor("a-1", "Air Force", "armed_group", "RUS"),
            _actor("a-2", "Russia", "country", "RUS", "Russian Federation"),
        )
        store.add(
            DocumentRecords(
                document=first,
                event_mentions=(shelled, met),
                actors=actors,
                places=(idlib, replace(idlib, place_id="p-2", name="Syria", kind="country", admin1=None)),
                attributions=(
                    link("Reuters", attribution_id="t-1", parent_id=None, kind="outlet", naming="named"),
                    link("officials", attribution_id="t-2", parent_id="t-1", kind="outlet", naming="bare"),
                ),
            ),
            DocumentRecords(document=second, event_mentions=(left,)),
        )
        across = Linked(
            event_of={m.event_mention_id: m.event_id for m in (shelled, met, left)},
            actor_of={actor.actor_id: actor.actor_id for actor in actors},
            actors=actors,
        )
        keep(store, across, Assessment(), run_id="r")
        yield store


def found(store: Store, text: str | None = None, **where: Any) -> list[str]:
    return [
        hit.event_mention.event_mention_id if hit.event_mention else hit.document.document_id
        for hit in store.find(text, **where)
    ]


def test_words_are_found_in_the_sentence_of_a_telling_by_their_stems(account: Store) -> None:
    (hit,) = list(account.find("shelling market", actor="Russia"))
    assert hit.event_mention is not None
    assert hit.event_mention.event_mention_id == "m-1"
    assert hit.snippet == "Jets shelled a market in Idlib."


def test_a_document_that_holds_the_words_elsewhere_is_found_after_the_tellings(account: Store) -> None:
    assert found(account, "market shelling") == ["m-1", "d-2"]
    assert found(account, "monitor") == ["d-1"]
    assert "monitor" in next(account.find("monitor")).snippet


def test_a_quoted_phrase_and_a_prefix(account: Store) -> None:
    assert found(account, '"a market"') == ["m-1"]
    assert found(account, "minis*") == ["m-2"]
    assert found(account, "nothing") == []


@pytest.mark.parametrize("query", ['"', "AND", "a-b", "title:x", "NEAR(", "*", "(", "'", "\x00", "", "–"])
def test_operators_are_words_like_any_other(account: Store, query: str) -> None:
    found(account, query)


@settings(max_examples=60)
@given(st.text(max_size=20))
def test_any_query_can_be_asked(text: str) -> None:
    import sqlite3

    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(text)")
    if match(text):
        connection.execute("SELECT * FROM t WHERE t MATCH ?", (match(text),)).fetchall()
    connection.close()


@pytest.mark.parametrize("actor", ["a-1", "air force", "Russia", "RUS", "russian federation", "jets"])
def test_an_actor_is_an_id_a_name_a_country_or_its_wording(account: Store, actor: str) -> None:
    assert found(account, actor=actor) == ["m-1"]


@pytest.mark.parametrize("place", ["p-1", "idlib", "Syria", "SYR", "Idlib Governorate"])
def test_a_place_is_an_id_a_name_or_what_it_lies_in(account: Store, place: str) -> None:
    assert found(account, place=place) == ["m-1"]


def test_part_of_a_word_is_no_name(account: Store) -> None:
    assert found(account, actor="Russ") == []
    assert found(account, place="Id") == []


def test_the_interval_of_an_event_touches_the_one_asked_for(account: Store) -> None:
    assert found(account, type="assault", from_="2015-09-30") == ["m-1"]
    assert found(account, type="assault", from_="2015-10-01") == []
    assert found(account, type="AERIAL", to="2015-09-28") == ["m-1"]
    assert found(account, type="assault", to="2015-09-27") == []
    assert found(account, type="assault", from_="2015-09-30T12:00") == ["m-1"]


def test_an_undated_event_counts_from_its_publication(account: Store) -> None:
    assert found(account, from_="2015-10-02") == ["m-3"]
    assert found(account, from_="2015-10-01", to="2015-10-01") == ["m-2"]


def test_a_source_is_found_anywhere_on_the_chain_its_naming_at_the_end(account: Store) -> None:
    assert found(account, source="Reuters") == ["m-1"]
    assert found(account, source="officials") == ["m-1"]
    assert found(account, naming="bare") == ["m-1"]
    assert found(account, naming="named") == []


def test_an_outlet_narrows_tellings_and_documents(account: Store) -> None:
    assert found(account, "market", outlet="gazette") == ["m-3"]
    assert found(account, "shelling", outlet="Gazette") == ["d-2"]
    assert found(account, outlet="Daily Wire") == ["m-1", "m-2"]
