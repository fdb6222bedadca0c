"""What keeps an account on this machine and an article's text from doing anything.

Every answer has a strict Content-Security-Policy: nothing runs or loads but what the package ships. The
server answers only to the names it is called by (else any site could reach it through its own name, "DNS
rebinding"), asks for a token where others can reach it, and takes what people decide only from its own pages.
"""

from __future__ import annotations

import hmac
import secrets
from http.cookies import SimpleCookie
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""https://www.w3.org/TR/CSP3/"""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # With "no-referrer" a browser does not say which page a form is of.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
COOKIE = "whence-token"


def form_token() -> str:
    """What a form of this server carries, new with every start of it."""
    return secrets.token_urlsafe(24)


class Guard:
    """``hosts`` are the names and addresses it answers to, any with ``None``; ``token`` is asked for if it is
    given; ``form`` is the :func:`form_token`."""

    def __init__(self, app: ASGIApp, *, hosts: frozenset[str] | None, token: str | None) -> None:
        self._app = app
        self._hosts = hosts
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refused = self._refused(scope)
        await (refused or self._app)(scope, receive, guarded)

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if self._hosts is not None and urlsplit(f"//{host}").hostname not in self._hosts:
            return PlainTextResponse("This server does not answer to that name.", 421)
        if scope["method"] not in ("GET", "HEAD") and not _from_here(headers, host):
            return PlainTextResponse("Decisions are taken from the pages of this server only.", 403)
        return self._unknown(scope, headers) if self._token is not None else None

    def _unknown(self, scope: Scope, headers: Headers) -> Response | None:
        """The token comes once in the address, and then in a cookie."""
        held = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        if held is not None and self._is_token(held.value):
            return None
        query = parse_qs(scope.get("query_string", b"").decode("latin-1"))
        if self._is_token(query.get("token", [""])[0]):
            # The address is not shown again with the token in it.
            answer = RedirectResponse(scope["path"] if scope["path"].startswith("/") else "/", 303)
            answer.set_cookie(COOKIE, str(self._token), httponly=True, samesite="strict")
            return answer
        return PlainTextResponse("Open the address that whence serve printed: it ends in ?token=…", 401)

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode("utf-8", "replace"), str(self._token).encode())


def _from_here(headers: Headers, host: str) -> bool:
    """Whether a browser says that a request comes from a page of this server (Fetch Metadata; ``Origin`` of
    older ones). A program that says neither has no cookies of anybody's."""
    site = headers.get("sec-fetch-site")
    if site is not None and site != "same-origin":
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == host
