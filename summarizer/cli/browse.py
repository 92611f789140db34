"""`summarize browse runs.db`: look into an archive in a browser."""

import socket
from gettext import gettext as _
from typing import Annotated

import typer

from summarizer.cli.desk import ByOption, desk_on
from summarizer.cli.runs import StoreArgument
from summarizer.errors import SummarizerError


def browse(
    store: StoreArgument,
    host: Annotated[str, typer.Option("--host", help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="Port to listen at.")] = 8001,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", help="A name it answers to beside this machine's. Repeatable."),
    ] = None,
    by: ByOption = None,
    *,
    desk: Annotated[
        bool, typer.Option("--desk", help="Serve the review desk beside, reports lead to it.")
    ] = False,
) -> None:
    """Browse a store: facets, full-text search, ready questions, highlighted sources."""
    from summarizer.browse import DESK, application, serve
    from summarizer.loopback import is_loopback, new_token

    if desk and not is_loopback(host):
        raise SummarizerError(
            "{host}: the desk is for this machine only; leave --host out", host=host
        )
    token = new_token()
    beside = desk_on(store, by, token, root=DESK) if desk else None
    names = [*(name or ()), *([] if is_loopback(host) else _names_of(host))]
    shown = application(store, names=names, desk=beside, token=token)
    typer.echo(f"http://{host}:{port}/   " + _("(Ctrl-C ends it)"), err=True)
    serve(shown, host=host, port=port)


def _names_of(host: str) -> tuple[str, ...]:
    """Return the names that a server goes by which is told to listen to others."""
    return host, socket.gethostname().lower(), socket.getfqdn().lower()
