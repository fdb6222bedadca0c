"""Article text in JSON that ends up in pages, and addresses that can be links.

JSON is put into pages inside ``<script>``, where ``</script>`` in a title would end it
(https://html.spec.whatwg.org/#restrictions-for-contents-of-script-elements). The characters of markup are
written as ``\\u003c``, which is the same text to whoever reads JSON. An address that is no web address
(``javascript:…``) is never written where readers make a link of it.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import urlsplit

_MARKUP = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
_UNSAFE = re.compile(r"[\s\x00-\x20\"<>\\^`{|}]")
"""What no address may hold as it is (RFC 3986)."""


def json_text(value: Any) -> str:
    """``value`` as JSON on one line, keys in their order, without a character of markup."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).translate(_MARKUP)


def web_address(url: str | None) -> str | None:
    """``url`` if it is one of the web (http, https) with a host and nothing that would end it."""
    if not url or _UNSAFE.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
