from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from whence.show.web.safety import LOOPBACK

Client = Callable[..., TestClient]


def test_nothing_runs_or_loads_but_what_is_served(example: Path, client: Client) -> None:
    policy = client(example).get("/").headers["content-security-policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == directives["connect-src"] == "'self'"
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:8321", 200), ("localhost", 200), ("[::1]:80", 200), ("evil.example", 421), ("", 421)],
)
def test_on_this_machine_it_answers_to_its_own_names_only(
    example: Path, client: Client, host: str, status: int
) -> None:
    browser = client(example, hosts=LOOPBACK)
    assert browser.get("/", headers={"host": host}).status_code == status


def test_a_token_is_asked_for_and_then_kept_in_a_cookie(example: Path, client: Client) -> None:
    browser = client(example, token="geheim")
    assert browser.get("/").status_code == 401
    assert browser.get("/static/keys.js").status_code == 401
    assert browser.get("/?token=falsch").status_code == 401
    opened = browser.get("/actors?token=geheim")
    assert (opened.status_code, opened.headers["location"]) == (303, "/actors")
    cookie = opened.headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert browser.get("/").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"sec-fetch-site": "cross-site", "origin": "http://127.0.0.1"},
        {"sec-fetch-site": "same-site"},
        {"origin": "null"},
    ],
)
def test_decisions_come_from_its_own_pages_only(
    example: Path, client: Client, headers: dict[str, str]
) -> None:
    answer = client(example).post("/decide", data={"verdict": "right"}, headers=headers)
    assert answer.status_code == 403


def test_a_form_of_somebody_else_is_refused(example: Path, client: Client) -> None:
    answer = client(example).post("/decide", data={"verdict": "right", "form": "guessed"})
    assert answer.status_code == 400
    assert "Load the page again" in answer.text
