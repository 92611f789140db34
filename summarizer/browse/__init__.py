"""Looking into an archive: Datasette on the store, with search that knows Chinese.

runs.db ─► facets over the figures · full-text search · canned queries (queries/*.sql)
               │
           each row leads to its highlighted source, rendered when it is asked for
"""

import json
from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

from summarizer.errors import SummarizerError
from summarizer.loopback import LOOPBACK, Application, Door, Receive, Scope, Send
from summarizer.store import Store, is_server

PLUGIN = "newspaper-summarizer"
DESK = "/desk"
SETTINGS = {"default_page_size": 50, "facet_time_limit_ms": 2000, "sql_time_limit_ms": 10_000}


def serve(shown: Application, *, host: str, port: int) -> None:
    """Serve the application of a store to a browser until Ctrl-C; the store is only ever read."""
    import uvicorn  # comes with datasette, whose absence has been told by now

    uvicorn.run(shown, host=host, port=port, log_level="warning", lifespan="on")


def application(
    path: str, *, names: Iterable[str] = (), desk: Application | None = None, token: str = ""
) -> Application:
    """Return the ASGI application that shows a store. Raises StoreError, SummarizerError.

    It answers to `names` beside those of this machine. A desk is served below `DESK`, and reports
    lead to it with its token.
    """
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
    from summarizer.browse.plugin import Additions

    pm.unregister(name=PLUGIN) if pm.has_plugin(PLUGIN) else None
    pm.register(Additions(f"{DESK}/page/{{}}?token={token}" if desk else None), name=PLUGIN)
    shown = Datasette([path], metadata=metadata(Path(path).stem), settings=SETTINGS).app()
    return Door(_beside(shown, desk) if desk else shown, LOOPBACK | frozenset(names))


def _beside(shown: Application, desk: Application) -> Application:
    """Serve the desk below its path, and everything else as before."""

    async def served(scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if path == DESK or path.startswith(f"{DESK}/"):
            inner = {**scope, "path": path.removeprefix(DESK) or "/", "root_path": ""}
            await desk(inner, receive, send)
        else:
            await shown(scope, receive, send)

    return served


def metadata(database: str) -> dict[str, Any]:
    """Return what Datasette should know: facets, search and the canned queries, and where to go."""
    told: dict[str, Any] = json.loads(files(__name__).joinpath("metadata.json").read_text("utf-8"))
    tables, queries = told.pop("tables"), canned_queries()
    doors = {"figures": tables["figures"]["title"]}
    doors |= {name: each["title"].partition(" · ")[0] for name, each in queries.items()}
    told["description_html"] = f"<p>{escape(told.pop('description'))}</p>{_links(database, doors)}"
    return told | {"databases": {database: {"tables": tables, "queries": queries}}}


def _links(database: str, doors: Mapping[str, str]) -> str:
    """Return links to pages of a database: its first page names tables that nobody reads."""
    from datasette.utils import tilde_encode

    home = f"/{tilde_encode(database)}"
    links = (f'<a href="{home}/{name}">{escape(title)}</a>' for name, title in doors.items())
    return f"<p>{' · '.join(links)}</p>"


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
