"""Looking into an archive: Datasette on the store, with search that knows Chinese.

runs.db ─► facets over the figures · full-text search · canned queries (queries/*.sql)
               │
           each row leads to its highlighted source, rendered when it is asked for
"""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from summarizer.errors import SummarizerError
from summarizer.store import Store, is_server

SETTINGS = {"default_page_size": 50, "facet_time_limit_ms": 2000, "sql_time_limit_ms": 10_000}


def serve(shown: Any, *, host: str, port: int) -> None:  # noqa: ANN401 - see `application`
    """Serve the application of a store to a browser until Ctrl-C; the store is only ever read."""
    import uvicorn  # comes with datasette, whose absence has been told by now

    uvicorn.run(shown, host=host, port=port, log_level="warning", lifespan="on")


def application(path: str) -> Any:  # noqa: ANN401 - an ASGI application has no type of its own
    """Return the ASGI application that shows a store. Raises StoreError, SummarizerError."""
    if is_server(path):
        raise SummarizerError("browse needs a file; copy the server's store with runs export")
    Store.open(path).close()
    try:
        from datasette.app import Datasette
        from datasette.plugins import pm
    except ModuleNotFoundError:
        raise SummarizerError(
            "datasette is not installed: pip install newspaper-summarizer[browse]"
        ) from None
    from summarizer.browse import plugin

    if not pm.is_registered(plugin):
        pm.register(plugin)
    return Datasette([path], metadata=metadata(Path(path).stem), settings=SETTINGS).app()


def metadata(database: str) -> dict[str, Any]:
    """Return what Datasette should know: facets, search and the canned queries."""
    told: dict[str, Any] = json.loads(files(__name__).joinpath("metadata.json").read_text("utf-8"))
    tables = told.pop("tables")
    return told | {"databases": {database: {"tables": tables, "queries": canned_queries()}}}


def canned_queries() -> dict[str, dict[str, str]]:
    """Return the queries of the folder: title and description are their first two lines."""
    return {
        Path(file.name).stem: _canned(file.read_text("utf-8"))
        for file in sorted(files(__name__).joinpath("queries").iterdir(), key=lambda f: f.name)
        if file.name.endswith(".sql")
    }


def _canned(text: str) -> dict[str, str]:
    title, description, sql = text.split("\n", 2)
    return {
        "title": title.removeprefix("-- "),
        "description": description.removeprefix("-- "),
        "sql": sql.strip().rstrip(";"),
    }
