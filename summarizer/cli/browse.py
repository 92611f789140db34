"""`summarize browse runs.db`: look into an archive in a browser."""

from typing import Annotated

import typer

from summarizer.cli.runs import StoreArgument


def browse(
    store: StoreArgument,
    host: Annotated[str, typer.Option("--host", help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="Port to listen at.")] = 8001,
) -> None:
    """Browse a store: facets, full-text search, ready questions, highlighted sources."""
    from summarizer.browse import application, serve

    shown = application(store)
    typer.echo(f"http://{host}:{port}/   (Ctrl-C ends it)", err=True)
    serve(shown, host=host, port=port)
