"""A small account, linked and assessed by the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from whence.across import link_account
from whence.store import Store
from whence.tables import DocumentRecords


@pytest.fixture
def account(tmp_path: Path) -> Iterator[Callable[..., Store]]:
    """``account(report, …)``: these reports, linked and assessed."""
    with ExitStack() as stack:

        def made(*reports: DocumentRecords) -> Store:
            store = stack.enter_context(Store.open(tmp_path / "account.db", create=True))
            store.add(*reports)
            link_account(store, run_id="r-1", workers=1, tell=lambda *_: None)
            return store

        yield made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "held.db", create=True) as opened:
        yield opened
