from __future__ import annotations

import copy
from typing import Any

import jsonschema
import pytest

from whence.analysis import Analysis
from whence.export.jsonschema import analysis, table
from whence.records import TABLES
from whence.store import Store
from whence.tables import DocumentRecords


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_a_valid_schema_with_all_its_fields(name: str) -> None:
    schema = table(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["required"] == [field.rstrip("_") for field in TABLES[name].__dataclass_fields__]
    assert schema["description"]


def _analysis(store: Store) -> Any:
    (records,) = store.load_all()
    return Analysis(records).to_dict()


def test_an_analysis_is_one_document_and_its_tables(store: Store) -> None:
    schema = analysis()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["required"] == [name for name in DocumentRecords.__dataclass_fields__ if name != "parse"]
    jsonschema.validate(_analysis(store), schema)


def test_what_is_no_record_is_refused(store: Store) -> None:
    good = _analysis(store)

    def refused(**changed: Any) -> bool:
        bad = copy.deepcopy(good)
        bad["event_mentions"][0].update(changed)
        return not jsonschema.Draft202012Validator(analysis()).is_valid(bad)

    assert not refused()
    assert refused(realis="maybe"), "not one of the choices"
    assert refused(extra=1)
    assert refused(sentence=[0])
    assert refused(trigger=None)
    assert refused(why={"type": 1})
    assert not refused(date=None)
    bad = copy.deepcopy(good)
    bad["document"]["text"] = None
    assert not jsonschema.Draft202012Validator(analysis()).is_valid(bad), "an analysis always has its text"
