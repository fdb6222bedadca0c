"""The account in a notebook: the cards of the web view, as HTML that renders without a kernel or a server.

Everything from an article is escaped. What only a server can do (links to other pages, forms) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from whence.show.card import EventCard

if TYPE_CHECKING:
    from whence.show.web.page import Ask, Page
    from whence.store import Store

# Text is escaped, so that only the templates have these.
_LINK = re.compile(r' href="/[^"]*"')
FORM = re.compile(r"<form\b.*?</form>|<fieldset\b.*?</fieldset>", re.DOTALL)


class Card:
    """A screen of the account. ``data`` is what it shows, and ``rows`` its table."""

    def __init__(self, page: Page) -> None:
        self.title = page.title
        self.data = page.data
        self.rows = page.rows
        self._page = page

    def __repr__(self) -> str:
        return f"<{self._page.template.removesuffix('.html')}: {self.title}>"

    def _repr_html_(self) -> str:
        return card_html(self._page)


def card(store: Store, key: str, screen: Callable[[Ask], Page]) -> Card:
    """What a screen shows of the record with that key."""
    from whence.show.web.page import Ask

    return Card(screen(Ask(store=store, key=key)))


def event_html(card: EventCard) -> str:
    """One event: status in words, three counts, its ladder, and each telling."""
    from whence.show.web.screens.event import PASSAGES, shown

    return card_html(shown(card, most=PASSAGES))


def card_html(page: Page) -> str:
    """The screen as a part of any page: its style holds inside it only."""
    from whence.show.web.page import as_html

    around: dict[str, Any] = {
        "path": "",
        "query": {},
        "form_token": "",
        "account": "",
        "version": "",
        "notice": None,
    }
    html = as_html(page, layout="card.html", style=_style(), **around)
    return _LINK.sub("", FORM.sub("", html))


@cache
def _style() -> str:
    """The style of the web view, of elements in a card alone (CSS Cascading and Inheritance Level 6, scoped
    styles)."""
    from whence.show.web.environment import stylesheet

    css = stylesheet()
    css = css[: css.index("@media print")].replace(":root", ":scope").replace("body {", ":scope {")
    return f"@scope (.whence-card) {{{css}}}"
