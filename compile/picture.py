"""``python -m compile.picture``: the README's picture: the page of an event of the bundled example as
Chromium shows it. It takes the extra ``browser``, and Chromium."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import whence

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs/event.png"
WIDTH, HEIGHT = 1180, 1080


def main() -> int:
    from playwright.sync_api import sync_playwright

    sys.path.insert(0, str(ROOT / "tests"))
    from browser_serving import serving

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        account = whence.read(ROOT / "examples/marsa-talun-2031", into=Path(folder) / "example.db")
        event = max(account.events, key=lambda e: (e.reports, e.origins.low, e.event_id))
        account.close()
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        with serving(Path(folder) / "example.db") as address:
            page.goto(f"{address}/event/{event.event_id}", wait_until="networkidle")
            page.screenshot(path=str(OUT))
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
