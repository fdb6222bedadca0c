from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from whence.records import TABLES
from whence.store import Store
from whence.tables import Assessment, Linked

ACROSS = ("reprints", "stories", "events", "origins", "derivations", "conflicts", "actors")


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
            linked = Linked(
                event_of={},
                actor_of={},
                **{name: found[name] for name in ("reprints", "stories", "actors")},
            )
            assessment = Assessment(
                **{name: found[name] for name in ("events", "origins", "derivations", "conflicts")}
            )
            store.write_linked(linked, assessment, run_id=run)
            for name in ACROSS:
                stored = list(store.table(name))
                assert all(stored.count(one) == 1 for one in found[name])
                assert len(stored) == len(
                    [one for n, one in enumerate(found[name]) if one not in found[name][:n]]
                )
