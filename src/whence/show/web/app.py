"""The web view: every screen at its address, as a page, as ``.json`` and as ``.csv``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from whence import __version__
from whence.show.web.deciding import Refused, decided
from whence.show.web.page import Ask, Page, as_csv, as_html, as_json
from whence.show.web.safety import Guard, form_token
from whence.show.web.screens import actors, attribution, claims, document, event, record, search, stories
from whence.show.web.screens.map import map_
from whence.store import Store, StoreError

Screen = Callable[[Ask], Page]
SCREENS: dict[str, Screen] = {
    "/": stories.stories,
    "/stories": stories.stories,
    "/story/{key}": stories.story,
    "/claims/{key}": claims.claims,
    "/event/{key}": event.event,
    "/document/{key}": document.document,
    "/attribution/{key}": attribution.attribution,
    "/actors": actors.actors,
    "/actor/{key}": actors.actor,
    "/network": actors.network,
    "/map": map_,
    "/search": search.search,
    "/losses": record.losses,
    "/changes": record.changes,
}
FORM_BYTES = 100_000
"""Size of a form that is read."""


def application(
    path: str | Path, *, hosts: frozenset[str] | None = None, token: str | None = None
) -> Starlette:
    """The web view of the account at ``path``.

    ``hosts`` are the names it answers to, any with ``None``; with ``token`` it is asked for. Raises
    :class:`whence.store.StoreError` if there is no account.
    """
    store = Store.open(path)
    form = form_token()
    routes: list[Any] = [
        Mount("/static", StaticFiles(directory=str(files("whence.show.web").joinpath("static")))),
        Route("/decide", _deciding(store, form), methods=["POST"]),
    ]
    for address, screen in SCREENS.items():
        shown = _shown(store, screen, form)
        # With a suffix first: a key has no full stop, but a route's takes one.
        for suffix in (".json", ".csv", "") if address != "/" else ("",):
            routes.append(Route(address + suffix, shown))
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=hosts, token=token)],
        exception_handlers={404: _not_found},
    )
    app.state.form = form
    return app


def _shown(store: Store, screen: Screen, form: str) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_answer, store, screen, form, request)

    return endpoint


def _answer(store: Store, screen: Screen, form: str, request: Request) -> Response:
    key = str(request.path_params.get("key", ""))
    path = request.url.path
    brief = not path.endswith((".json", ".csv"))
    ask = Ask(store=store, key=key, query=dict(request.query_params), brief=brief)
    try:
        page = screen(ask)
    except StoreError as error:
        missing = Page(template="missing.html", title="Not found", data={"message": str(error)})
        return HTMLResponse(_html(missing, store, form, request), 404)
    if path.endswith(".json"):
        return Response(as_json(page), media_type="application/json")
    if path.endswith(".csv"):
        name = path.rsplit("/", 1)[-1]
        disposition = {"content-disposition": f'attachment; filename="{name}"'}
        return Response(as_csv(page), media_type="text/csv; charset=utf-8", headers=disposition)
    return HTMLResponse(_html(page, store, form, request))


def _html(page: Page, store: Store, form: str, request: Request) -> str:
    path = request.url.path
    return as_html(
        page,
        path="/stories" if path == "/" else path,
        query=dict(request.query_params),
        form_token=form,
        account=store.path.name,
        version=__version__,
        notice=request.query_params.get("said"),
    )


async def _not_found(request: Request, _: Exception) -> Response:
    page = Page(
        template="missing.html", title="Not found", data={"message": "There is no page at this address."}
    )
    return HTMLResponse(
        as_html(
            page,
            path="/stories",
            query={},
            form_token=request.app.state.form,
            account="",
            version=__version__,
            notice=None,
        ),
        404,
    )


def _deciding(store: Store, form: str) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        body = b""
        async for chunk in request.stream():
            body += chunk
            if len(body) > FORM_BYTES:
                return Response("That is more than a form holds.", 413, media_type="text/plain")
        fields = dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
        try:
            back = await run_in_threadpool(decided, store, fields, form)
        except Refused as error:
            page = Page(template="missing.html", title="Not decided", data={"message": str(error)})
            return HTMLResponse(_html(page, store, form, request), 400)
        return RedirectResponse(back, 303)

    return endpoint
