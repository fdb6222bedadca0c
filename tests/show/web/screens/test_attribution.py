from __future__ import annotations

from pathlib import Path

from whence.show.web.page import Ask
from whence.show.web.screens.attribution import attribution
from whence.store import Store


def test_the_words_stand_marked_inside_the_report(example: Path) -> None:
    with Store.open(example) as store:
        for one in store.table("attributions"):
            page = attribution(Ask(store=store, key=one.attribution_id))
            marked = {layer for run in page.data["passage"] for layer in run.layers}
            assert ("source" in marked) is (one.source.start is not None)
            assert ("quote" in marked) is bool(one.content)


def test_it_is_told_inside_whoever_tells_it(example: Path) -> None:
    with Store.open(example) as store:
        inner = next(a for a in store.table("attributions") if a.parent_id)
        page = attribution(Ask(store=store, key=inner.attribution_id))
    assert len(page.data["steps"]) >= 3, "the report, the one who tells, the one who is told of"
