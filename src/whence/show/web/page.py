"""A page: what it shows, once. Its HTML, its JSON and its table in CSV come from the same data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from whence.export.cells import inert
from whence.records import to_dict
from whence.show.web.environment import environment

if TYPE_CHECKING:
    from whence.store import Store

Row = Mapping[str, str | int | float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What somebody asks for: the account, the key in the address, and what follows its question mark.
    ``brief``: what a page has room for, not every row."""

    store: Store
    key: str = ""
    query: Mapping[str, str] = field(default_factory=dict)
    brief: bool = False

    def get(self, name: str) -> str | None:
        """A value of the query; ``None`` if it is not there or blank."""
        return (self.query.get(name) or "").strip() or None

    def number(self, name: str, *, default: int = 0, most: int = 1_000_000) -> int:
        """A whole number of the query, between 0 and ``most``."""
        value = self.get(name) or ""
        return min(int(value), most) if value.isascii() and value.isdigit() else default


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """``data`` is what the template shows, and the JSON; ``rows`` are the CSV."""

    template: str
    title: str
    data: Mapping[str, Any]
    rows: Sequence[Row] = ()


def as_html(page: Page, **around: Any) -> str:
    """``around`` is what every page has: see ``templates/layout.html``."""
    given = {"layout": "layout.html", "title": page.title, **around}
    return environment().get_template(page.template).render(page.data, **given)


def as_json(page: Page) -> str:
    return json.dumps(to_dict(page.data), ensure_ascii=False, indent=1)


def as_csv(page: Page) -> str:
    """RFC 4180; a cell that a spreadsheet would run is made inert, as in ``whence export --to csv``."""
    out = io.StringIO(newline="")
    names = list(dict.fromkeys(name for row in page.rows for name in row))
    writer = csv.writer(out)
    writer.writerow(names)
    for row in page.rows:
        cells = (row.get(name) for name in names)
        writer.writerow(["" if c is None else inert(c) if isinstance(c, str) else c for c in cells])
    return out.getvalue()
