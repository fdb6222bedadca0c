from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import filled, keep
from whence.account import Account
from whence.records import (
    TABLES,
    Attribution,
    Document,
    Event,
    EventDate,
    EventMention,
    EventParty,
    Origin,
    OriginInterval,
    Source,
    Span,
    TimeValue,
)
from whence.store import Store, StoreError
from whence.tables import Assessment, DocumentRecords, Linked

TEXT = "Sources told the agency that <b>troops</b> arrived. Nobody else spoke."


def told(one: str, parent: str | None, name: str, naming: str) -> Attribution:
    source = filled(Source, name=name, kind="outlet", naming=naming)
    fields = {"attribution_id": one, "parent_id": parent, "document_id": "d-1", "source": source}
    made: Attribution = filled(Attribution, **fields, act="asserts", form="indirect")
    return made


@pytest.fixture
def account(tmp_path: Path) -> Iterator[Account]:
    document = filled(
        Document,
        document_id="d-1",
        outlet="The <i>Wire</i>",
        text=TEXT,
        language="en",
        sha256="0",
        analysis_key="k",
    )
    telling = filled(
        EventMention,
        event_mention_id="m-1",
        event_id="own",
        document_id="d-1",
        sentence=(0, 51),
        trigger=Span(text="arrived", start=43, end=50),
        lemma="arrive",
        type="MOBILIZE",
        date=filled(EventDate, from_="2015-10-01", to="2015-10-01"),
        realis="past",
        attribution_id="t-2",
        restated=False,
        principal=False,
        political=False,
        why={},
    )
    none = OriginInterval(low=0, expected=0.0, high=0)
    event = filled(
        Event,
        event_id="e-12",
        story_id="s-1",
        type="MOBILIZE",
        actors=(EventParty(actor_id=None, name="<script>"),),
        date=TimeValue(from_="2015-09-30", to=None, precision=None),
        realis="past",
        status="reported",
        document_ids=("d-1",),
        reports=1,
        outlets=1,
        origins=OriginInterval(low=1, expected=1.5, high=2),
        denials=none,
    )
    origin = filled(
        Origin,
        origin_id="o-1",
        event_id="e-12",
        sign="+",
        kind="anonymous",
        source="sources",
        party="unknown",
    )
    path = tmp_path / "account.db"
    with Store.open(path, create=True) as store:
        store.add(
            DocumentRecords(
                document=document,
                event_mentions=(telling,),
                attributions=(
                    told("t-1", None, "the agency", "named"),
                    told("t-2", "t-1", "Sources", "bare"),
                ),
            )
        )
        other = filled(
            Event, **{f: getattr(event, f) for f in Event.__dataclass_fields__} | {"event_id": "e-13"}
        )
        assessment = Assessment(events=(event, other), origins=(origin,))
        keep(store, Linked(event_of={"m-1": "e-12"}, actor_of={}), assessment, run_id="r")
    with Account(path) as opened:
        yield opened


def test_every_table_is_a_property(account: Account) -> None:
    for name in TABLES:
        table = getattr(account, name)
        assert len(table) == len(list(table))
        assert table.name == name
    assert [event.event_id for event in account.events] == ["e-12", "e-13"]
    assert repr(account.events) == "<events: 2 rows>"
    assert repr(account).endswith("documents: 1, stories: 0, events: 2>")


def test_a_table_is_narrowed_by_its_fields(account: Account) -> None:
    assert [event.event_id for event in account.events.where(event_id=["e-13", "e-14"])] == ["e-13"]
    assert len(account.events.where(document_ids="d-1", type="MOBILIZE")) == 2
    assert len(account.events.where(type="ASSAULT")) == 0


def test_a_data_frame_has_nested_objects_as_columns_and_lists_as_lists(account: Account) -> None:
    frame = account.events.df()
    assert list(frame["origins_low"]) == [1, 1]
    assert list(frame["date_from"]) == ["2015-09-30", "2015-09-30"]
    assert frame["place_name"].isna().all()
    assert frame["actors"][0] == [{"actor_id": None, "name": "<script>"}]
    table = account.events.arrow()
    assert table.num_rows == len(frame)
    assert table.column("event_id").to_pylist() == list(frame["event_id"])
    assert table.schema.field("origins").type.num_fields == 3, "nested, as the records are"
    empty = account.reprints.df()
    assert len(empty) == 0
    assert "of_document_id" in empty.columns


def test_where_only_polars_is_installed_it_makes_the_frame(
    account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    frame = account.events.df()
    assert type(frame).__module__.startswith("polars")
    assert frame["event_id"].to_list() == ["e-12", "e-13"]
    assert frame["origins_low"].to_list() == [1, 1]
    assert frame["place_name"].to_list() == [None, None]
    assert frame["actors"].to_list()[0] == [{"actor_id": None, "name": "<script>"}]
    assert "of_document_id" in account.reprints.df().columns


def test_without_pandas_and_polars_the_error_says_what_to_install(
    account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(ImportError, match=r"pip install 'whence\[dataframe\]'"):
        account.events.df()


def test_an_event_is_found_by_a_prefix_and_brings_what_it_stands_on(account: Account) -> None:
    card = account.event("e-12")
    assert [telling.mention.event_mention_id for telling in card.tellings] == ["m-1"]
    assert [origin.origin_id for origin in card.origins] == ["o-1"]
    assert [link.source.name for link in card.tellings[0].chain] == ["the agency", "Sources"]
    with pytest.raises(StoreError, match="e-12, e-13"):
        account.event("e-")


def test_find_gives_a_list(account: Account) -> None:
    (hit,) = account.find("troops arrive")
    assert hit.event_mention is not None
    assert hit.event_mention.event_id == "e-12"
