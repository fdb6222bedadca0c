"""The real server and real Chromium. Without either the tests are left out, with a message."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import whence
from browser_serving import serving

pytest.importorskip("playwright", reason="the browser tests need: pip install 'whence[browser]'")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
if CHROMIUM is None:
    pytest.skip("the browser tests need Chromium (Debian: apt-get install chromium)", allow_module_level=True)

from playwright.sync_api import Page, sync_playwright  # noqa: E402

ROOT = Path(__file__).parents[2]
REPORTS = {
    "example": ROOT / "examples/marsa-talun-2031",
    "hong-kong": ROOT / "examples/hong-kong-2019",
    "seeds": ROOT.parent / "shared/seeds",
}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Both examples, and the two reports the project began with where they are at hand."""
    folder = tmp_path_factory.mktemp("browser")
    there = {name: path for name, path in REPORTS.items() if path.is_dir()}
    for name, path in there.items():
        published = "2015-10-02" if name == "seeds" else None
        whence.read(path, into=folder / f"{name}.db", published=published).close()
    return {name: folder / f"{name}.db" for name in there}


@pytest.fixture(scope="session", params=["example", "hong-kong", "seeds"])
def address(request: pytest.FixtureRequest, accounts: dict[str, Path]) -> Iterator[str]:
    if request.param not in accounts:
        pytest.skip(f"{REPORTS[request.param]} is not here")
    with serving(accounts[request.param]) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any) -> Iterator[Page]:
    """A page that may ask nobody but the server it is shown by, and may not complain."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    found = context.new_page()
    trouble: list[str] = []
    found.on(
        "console", lambda m: trouble.append(f"{m.type}: {m.text}") if m.type in ("error", "warning") else None
    )
    found.on("pageerror", lambda error: trouble.append(str(error)))
    found.on(
        "request", lambda r: trouble.append(r.url) if not r.url.startswith("http://127.0.0.1:") else None
    )
    yield found
    context.close()
    assert not trouble
