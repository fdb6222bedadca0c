"""One account of the bundled example, read once and shared by the tests of everything that reads accounts."""

from pathlib import Path

import pytest

from whence.pipeline import read_into
from whence.store import Store

EXAMPLE = Path(__file__).parents[1] / "examples/hong-kong-2019"


@pytest.fixture(scope="session")
def example_account(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Path of an account that holds the six reports of the example. Tests must not write to it."""
    path = tmp_path_factory.mktemp("account") / "hong-kong.db"
    with Store.open(path, create=True) as store:
        read_into(store, [EXAMPLE])
    return path
