"""The real server, for tests of what a browser shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def serving(account: Path, *options: str) -> Iterator[str]:
    """What ``whence serve`` prints as the address at which it shows an account, without a last slash."""
    start = [
        sys.executable,
        "-c",
        "from whence.cli import main; main()",
        "serve",
        str(account),
        "--port",
        "0",
    ]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen([*start, *options], stdout=subprocess.PIPE, text=True, env=environment) as server:
        try:
            assert server.stdout is not None
            found = re.search(r"http://[^\s\"]+", server.stdout.readline())
            assert found is not None
            yield found[0].removesuffix("/")
        finally:
            server.terminate()
