from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whence.records import (
    Actor,
    Argument,
    Attribution,
    Document,
    EventDate,
    EventMention,
    EventPlace,
    Place,
    Source,
    Span,
)
from whence.store import Store
from whence.store.search import match
from whence.tables import Assessment, DocumentRecords, Linked

TEXT = "Jets shelled a market in Idlib. A monitor in London counted the dead. Ministers met on Friday."


def _document(document_id: str, text: str, title: str, outlet: str, published: str) -> Document:
    nothing: dict[str, Any] = dict.fromkeys(Document.__dataclass_fields__)
    return Document(
        **nothing
        | {"document_id": document_id, "text": text, "title": title, "outlet": outlet, "published": published}
        | {"language": "en", "sha256": "0", "analysis_key": "k"}
    )


def _telling(one: str, document: Document, sentence: str, word: str, **given: Any) -> EventMention:
    start, at = document.text.index(sentence), document.text.index(word)
    nothing: dict[str, Any] = dict.fromkeys(EventMention.__dataclass_fields__)
    empty = dict.fromkeys(("contexts", "actors", "recipients", "quantities", "codes"), ())
    return EventMention(
        **nothing
        | empty
        | {"event_mention_id": one, "event_id": one, "document_id": document.document_id, "why": {}}
        | {"sentence": (start, start + len(sentence)), "restated": False, "realis": "past", "lemma": word}
        | {"trigger": Span(text=word, start=at, end=at + len(word))}
        | given
    )


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


def _attribution(one: str, parent: str | None, name: str, naming: Any) -> Attribution:
    source = Source(
        text=name,
        start=0,
        end=1,
        actor_id=None,
        actor_ids=(),
        name=name,
        kind="outlet",
        naming=naming,
        affiliation=None,
        number=None,
        basis=None,
        reason=None,
    )
    return Attribution(
        attribution_id=one,
        document_id="d-1",
        parent_id=parent,
        source=source,
        cue=None,
        content=(),
        act="asserts",
        form="indirect",
    )


@pytest.fixture
def account(tmp_path: Path) -> Iterator[Store]:
    first = _document("d-1", TEXT, "Market is shelled", "The Daily Wire", "2015-10-01")
    second = _document(
        "d-2", "Traders left the market. Nobody was shelling.", "Trade", "Gazette", "2015-10-03"
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
        store.add(
            DocumentRecords(
                document=first,
                event_mentions=(shelled, met),
                actors=(
                    _actor("a-1", "Air Force", "armed_group", "RUS"),
                    _actor("a-2", "Russia", "country", "RUS", "Russian Federation"),
                ),
                places=(idlib, replace(idlib, place_id="p-2", name="Syria", kind="country", admin1=None)),
                attributions=(
                    _attribution("t-1", None, "Reuters", "named"),
                    _attribution("t-2", "t-1", "officials", "bare"),
                ),
            ),
            DocumentRecords(document=second, event_mentions=(left,)),
        )
        store.write_linked(Linked(event_of={}, actor_of={}), Assessment(), run_id="r")
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
