"""The web view of small accounts: the invented example, and one whose every text is an attack."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import whence
from whence.show.web.app import application
from whence.store import Store

EXAMPLE = Path(__file__).parents[3] / "examples/marsa-talun-2031"
_HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>'


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented example as an account; nobody decides anything of it."""
    path = tmp_path_factory.mktemp("web") / "example.db"
    whence.read(EXAMPLE, into=path).close()
    return path


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports of one strike, with script in title, text, outlet, byline and address."""
    folder = tmp_path_factory.mktemp("hostile")
    told = (
        f"Ana Lima {_HOSTILE} said on Monday that rebels shelled the market and killed 12 people.\n\n"
        f'Soldiers arrested 5 men. {_HOSTILE} "We are safe {_HOSTILE}", the mayor said.\n'
    )
    for number in (1, 2):
        (folder / f"{number}.txt").write_text(f"{told}\nMore of it, {number}.", encoding="utf-8")
        about = {
            "title": f"Shells {_HOSTILE}",
            "outlet": f"Gazette {number} {_HOSTILE}",
            "byline": _HOSTILE,
            "url": f"javascript:alert({number})//{_HOSTILE}",
            "published": f"2020-03-0{number}",
        }
        (folder / f"{number}.json").write_text(json.dumps(about), encoding="utf-8")
    path = folder / "hostile.db"
    whence.read(folder, into=path).close()
    return path


@pytest.fixture(scope="session")
def attack() -> str:
    """What stands in every text of ``hostile``."""
    return _HOSTILE


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "account.db", create=True) as opened:
        yield opened


Client = Callable[..., TestClient]


@pytest.fixture
def client() -> Iterator[Client]:
    """``client(path, …)``: a browser at the view of an account; further arguments are the view's."""
    opened: list[TestClient] = []

    def made(path: Path, **options: object) -> TestClient:
        app = application(path, **options)  # type: ignore[arg-type]
        opened.append(TestClient(app, base_url="http://127.0.0.1", follow_redirects=False))
        return opened[-1]

    yield made
    for one in opened:
        one.close()
