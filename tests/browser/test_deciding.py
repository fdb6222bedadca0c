"""What a reader decides in the browser is kept, applied and shown."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Page, expect

from browser_serving import serving
from whence.store import Store


def test_a_reader_corrects_a_field_and_sees_it_applied(
    page: Page, accounts: dict[str, Path], tmp_path: Path
) -> None:
    with Store.open(accounts["example"]) as store, store.reading() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    own = Path(shutil.copy(accounts["example"], tmp_path / "own.db"))
    with Store.open(own) as store:
        told = next(m for m in store.table("event_mentions") if m.type == "ASSAULT")
    with serving(own) as address:
        page.goto(f"{address}/event/{told.event_id}")
        page.locator("summary", has_text="Correct it").first.click()
        form = page.locator("form.correct").first
        form.locator("select[name=field]").select_option("realis")
        form.locator("select[name=verdict]").select_option("corrected")
        form.locator("input[name=value]").fill("future")
        form.locator("input[name=who]").fill("A. Nowak")
        form.get_by_role("button", name="Keep").click()
        expect(page.get_by_role("status")).to_contain_text("linked anew")
        expect(page.locator("main")).to_contain_text("corrected by A. Nowak")
    with Store.open(own) as store:
        (judgement,) = store.table("judgements")
        assert (judgement.field, judgement.value, judgement.who) == ("realis", "future", "A. Nowak")
