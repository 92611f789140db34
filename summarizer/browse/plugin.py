"""What we add to Datasette: search that knows Chinese, and the way from a row to its source.

Datasette calls these by name; `browse` registers the module.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Request, Response
from markupsafe import Markup

from summarizer.errors import SummarizerError
from summarizer.renderers import renderer
from summarizer.store import Store
from summarizer.store.fulltext import query

SOURCE = "/-/source"


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]  # pluggy has no hints
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Search for character pairs instead of words between blanks (Datasette's own comes first)."""
    conn.create_function("escape_fts", 1, query)


@hookimpl  # type: ignore[untyped-decorator]  # the same
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    """Serve the page of a report by its key: the issue's text with its figures highlighted."""
    return [(rf"^{SOURCE}/(?P<report>[0-9]+)$", _source)]


async def _source(datasette: Datasette, request: Request) -> Response:
    try:
        with closing(Store.open(datasette.get_database().path)) as store:
            report = store.report(int(request.url_vars["report"]))
            page = renderer("html")(report, store.issue_text(report.issue.id))
    except SummarizerError as error:
        raise NotFound(str(error)) from error
    return Response.html(page.decode())


@hookimpl  # type: ignore[untyped-decorator]  # the same
def render_cell(row: Any, value: Any, column: str) -> Markup | None:  # noqa: ANN401 - Datasette's
    """Lead from a report's key to its page, and from a quantity to its place there."""
    if column == "report" and value is not None:
        return _link(value, "", "source")
    if column == "quantity" and "report" in row.keys():  # noqa: SIM118 - sqlite3.Row has no `in`
        return _link(row["report"], f"#{_anchor(row)}", value)
    return None


def _anchor(row: Any) -> str:  # noqa: ANN401 - a row of Datasette's
    """Return the name that the page gives to a quantity: both count from nought."""
    return f"t-{row['position']}-{int(row['quantity'].removeprefix('Q')) - 1}"


def _link(report: int, anchor: str, label: object) -> Markup:
    return Markup('<a href="{}/{}{}">{}</a>').format(SOURCE, report, anchor, label)
