from __future__ import annotations

from pathlib import Path

from whence.show.web.page import Ask
from whence.show.web.screens.claims import claims
from whence.store import Store


def test_a_denial_and_an_assertion_of_one_claim_stand_in_one_row(example: Path) -> None:
    """The ministry denies that the allied militia shelled the market; the doctor says so."""
    with Store.open(example) as store:
        story = next(iter(store.table("stories")))
        page = claims(Ask(store=store, key=story.story_id))
        denied = {e.event_id for e in store.table("events") if e.denials.high}
    rows = {claim["line"].event_id: claim for claim in page.data["claims"]}
    does = {
        key: {cell["cell"].does for cell in claim["voices"] if cell is not None}
        for key, claim in rows.items()
    }
    assert any({"asserts", "denies"} <= found for key, found in does.items() if key in denied)


def test_outlets_repeat_and_never_stand_among_the_voices(example: Path) -> None:
    with Store.open(example) as store:
        story = next(iter(store.table("stories")))
        outlets = {d.outlet for d in store.table("documents")}
        page = claims(Ask(store=store, key=story.story_id))
    assert not outlets & {voice["name"] for voice in page.data["voices"]}
    assert {voice["name"] for voice in page.data["outlets"]} & outlets
    told = {row["does"] for row in page.rows if row["kind"] == "outlet"}
    assert "repeats" in told and "asserts" not in told
