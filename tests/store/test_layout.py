from __future__ import annotations

import pytest

from whence.records import TABLES, Event, Mention, TimeValue, to_dict
from whence.store.layout import DOCUMENT_TABLES, account, columns_of, flat, local, singular


def names(table: str) -> list[str]:
    return [column.name for column in account(table).columns]


def test_the_lists_the_contract_names_are_tables() -> None:
    lists = {items.table for table in TABLES for items in account(table).lists}
    assert {"event_arguments", "event_quantities", "attribution_contents"} <= lists
    assert lists.isdisjoint(TABLES)


def test_nested_records_are_flat_columns() -> None:
    assert {"source_text", "source_naming", "cue_start"} <= set(names("attributions"))
    assert {"place_id", "place_name", "date_from", "sentence_end", "trigger_start"} <= set(
        names("event_mentions")
    )
    assert {"origins_low", "origins_expected", "denials_high"} <= set(names("events"))
    assert {"argument_start", "argument_end"} <= set(names("stances"))


@pytest.mark.parametrize("table", TABLES)
def test_no_column_or_list_is_named_twice(table: str) -> None:
    assert len(set(names(table))) == len(names(table))
    layout = account(table)
    for items in layout.lists:
        columns = [column.name for column in (*items.key_columns, *columns_of(items.item))]
        assert len(set(columns)) == len(columns)
    assert len({(items.table, items.role, items.keys) for items in layout.lists}) == len(layout.lists) or (
        table == "event_mentions"  # sectors of actors and of recipients: the role is in their key
    )


def test_rows_of_documents_have_their_document_and_place_in_it() -> None:
    for table in DOCUMENT_TABLES:
        columns = [column.name for column in local(table).columns]
        assert {"document_id", "position"} <= set(columns)
        assert all(items.key_columns[0].name == "document_id" for items in local(table).lists), (
            "so that a document can be removed"
        )


def test_ids_that_mean_more_in_the_account_are_kept_apart() -> None:
    assert local("event_mentions").table == "local_event_mentions"
    assert "local_actor_aliases" in [items.table for items in local("actors").lists]
    assert local("tokens").columns == account("tokens").columns


def test_names_in_the_singular() -> None:
    words = {"stories": "story", "losses": "loss", "aliases": "alias", "places": "place", "stances": "stance"}
    assert {plural: singular(plural) for plural in words} == words


def test_a_flat_dictionary_has_the_same_keys_whether_its_parts_are_known_or_not() -> None:
    shape = account("mentions").shape
    known = Mention(
        mention_id="m",
        document_id="d",
        start=0,
        end=4,
        text="July",
        kind="time",
        form=None,
        refers_to=None,
        value=TimeValue(from_="2015-07-01", to="2015-07-31", precision="month"),
    )
    found = flat(shape, to_dict(known))
    assert found["value_from"] == "2015-07-01"
    assert list(found) == list(flat(shape, None))
    assert list(flat(account("events").shape, None)) != list(Event.__dataclass_fields__)
