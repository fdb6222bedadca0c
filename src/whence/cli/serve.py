"""``whence serve``: the account as pages in a browser, on this machine."""

from __future__ import annotations

import secrets
from typing import Annotated

import typer

from whence.cli.output import fail


def serve(
    account: Annotated[str, typer.Argument(help="The account, as syria.db.")],
    host: Annotated[
        str, typer.Option(help="Address to listen on. Any but this machine's own needs a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8321,
    token: Annotated[
        str | None, typer.Option(help="What readers must have in the address. Made up where it is needed.")
    ] = None,
    show: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the address as JSON.")] = False,
) -> None:
    """Show an account in a browser: stories, who says what, and where accounts differ.

    Example: whence serve syria.db --open
    """
    import json
    import socket
    import webbrowser

    import uvicorn

    from whence.show.web.app import application
    from whence.show.web.safety import LOOPBACK
    from whence.store import StoreError

    local = host in LOOPBACK
    asked = token or (None if local else secrets.token_urlsafe(18))
    try:
        app = application(account, hosts=LOOPBACK if local else None, token=asked)
    except StoreError as error:
        fail(str(error))
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
    except OSError as error:
        fail(
            f"{host}:{port} cannot be listened on: {error.strerror}. Give another --port; 0 takes a free one."
        )
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}/"
    address += f"?token={asked}" if asked else ""
    if as_json:
        typer.echo(json.dumps({"address": address, "token": asked}))
    else:
        typer.echo(f"{address}   (Ctrl-C ends it)")
    if show:
        webbrowser.open(address)
    uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[listening])
