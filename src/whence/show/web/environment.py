"""The templates: everything from an account is escaped, and a name that is not given is an error."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

from whence.show import wording


@cache
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("whence.show.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["wording"] = wording
    made.filters |= {"query": _query, "counted": counted}
    return made


@cache
def stylesheet() -> str:
    """The style of the web view."""
    return files("whence.show.web").joinpath("static/whence.css").read_text(encoding="utf-8")


def counted(number: int, noun: str, several: str | None = None) -> str:
    """ "1 report", "1,204 reports"."""
    return f"{number:,} {noun if number == 1 else several or noun + 's'}"


def _query(values: dict[str, object], **changed: object) -> str:
    """``values`` with some changed, as the query of an address; "" without any."""
    kept = {name: value for name, value in {**values, **changed}.items() if value not in (None, "")}
    return f"?{urlencode(kept)}" if kept else ""
