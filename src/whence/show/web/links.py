"""Addresses that a page may link to: an article's own is whatever its capture says."""

from __future__ import annotations

from urllib.parse import urlsplit


def web_address(url: str | None) -> str | None:
    """``url`` if it is one of the web; a link to any other ("javascript:…") could run."""
    if url is None or any(ord(c) < 33 for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
