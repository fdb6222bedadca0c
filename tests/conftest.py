"""The parser, and an account of the bundled example, each made once and shared by all tests."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from builders import clean
from whence.handover import ParsedDocument
from whence.parse import Parser
from whence.pipeline import read_into
from whence.store import Store

# How long an example takes says how busy the machine is.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")

EXAMPLE = Path(__file__).parents[1] / "examples/hong-kong-2019"


@pytest.fixture(scope="session")
def example_account(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Path of an account that holds the six reports of the example. Tests must not write to it."""
    path = tmp_path_factory.mktemp("account") / "hong-kong.db"
    with Store.open(path, create=True) as store:
        read_into(store, [EXAMPLE])
    return path


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[..., ParsedDocument]:
    """``parse(text, *passages, published=…)``: a text as a document (``builders.clean``), parsed."""

    def parse_text(*given: Any, **fields: Any) -> ParsedDocument:
        return parser.parse(clean(*given, **fields))

    return parse_text
