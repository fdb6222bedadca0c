from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from browser_serving import serving

Command = Callable[..., tuple[int, str, str]]


def status(address: str, host: str | None = None) -> int:
    try:
        with urlopen(Request(address, headers={"Host": host} if host else {}), timeout=10) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code


def test_it_serves_an_account_on_this_machine_only(example_account: Path) -> None:
    with serving(example_account) as address:
        assert address.startswith("http://127.0.0.1:")
        with urlopen(f"{address}/stories.json", timeout=10) as answer:
            assert json.load(answer)["stories"]
        assert status(address, host="evil.example") == 421


def test_where_others_can_reach_it_it_makes_up_a_token(example_account: Path) -> None:
    with serving(example_account, "--host", "0.0.0.0") as address:
        bare, _, token = address.partition("?token=")
        assert len(token) >= 20
        local = bare.replace("0.0.0.0", "127.0.0.1")
        assert status(local) == 401
        assert status(f"{local}?token=wrong") == 401


def test_a_program_is_told_the_address_as_json(example_account: Path) -> None:
    run = "from whence.cli import main; main()"
    start = [sys.executable, "-c", run, "serve", str(example_account), "--port", "0", "--json"]
    with subprocess.Popen(start, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            told = json.loads(server.stdout.readline())
            assert (status(told["address"]), told["token"]) == (200, None)
        finally:
            server.terminate()


def test_no_account_and_a_port_in_use_say_what_to_do(
    command: Command, no_account: Path, example_account: Path
) -> None:
    code, _, said = command("serve", no_account)
    assert (code, "none.db" in said) == (1, True)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        code, _, said = command("serve", example_account, "--port", str(taken.getsockname()[1]))
    assert code == 1
    assert "--port" in said


@pytest.mark.parametrize("port", ["-1", "70000", "x"])
def test_a_port_that_is_none_is_a_usage_error(command: Command, example_account: Path, port: str) -> None:
    assert command("serve", example_account, "--port", port)[0] == 2
