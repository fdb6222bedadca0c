"""What an address says about the outlet."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlsplit

_ARCHIVES: Final = ("web.archive.org", "archive.org", "archive.ph", "archive.today", "archive.is", "perma.cc")
"""Hosts that keep other outlets' pages: the page's own address is inside theirs, or nowhere."""


def outlet_of(url: str | None) -> str | None:
    """The host of ``url`` without ``www.``: the outlet, where nothing names it better."""
    host = _host(url)
    if host in _ARCHIVES:
        _, _, inner = (url or "")[8:].partition("http")
        host = _host(f"http{inner}") if inner else None
    return host.removeprefix("www.") if host else None


def _host(url: str | None) -> str | None:
    try:
        parts = urlsplit(url or "")
        host = parts.hostname
    except ValueError:  # an unclosed [ in the address
        return None
    return host if parts.scheme in ("http", "https") and host and "." in host else None
