"""What we add to Datasette: search that knows Chinese, and the way from a row to its source.

    report ─► source   the page, with its figures highlighted        /-/source/KEY
           ─► desk     the page on the review desk, where it is served beside

Datasette calls the methods by name; `browse` registers an object for each application.
"""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
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
QUANTITY = re.compile("Q([1-9][0-9]{0,8})")
LARGEST = 2**63


@dataclass(frozen=True)
class Additions:
    """Hooks of one application; `desk` is the address of a report on the desk, `{}` its key."""

    __name__ = "newspaper-summarizer"  # Datasette asks a plugin for it, as if it were a module
    desk: str | None = None

    @hookimpl(trylast=True)  # type: ignore[untyped-decorator]  # pluggy has no hints
    def prepare_connection(self, conn: sqlite3.Connection) -> None:
        """Search for character pairs instead of words between blanks (Datasette's own is first)."""
        conn.create_function("escape_fts", 1, query)

    @hookimpl  # type: ignore[untyped-decorator]  # the same
    def register_routes(self) -> list[tuple[str, Callable[..., Any]]]:
        """Serve the page of a report by its key: the issue's text with its figures highlighted."""
        return [(rf"^{SOURCE}/(?P<report>[0-9]+)$", _source)]

    @hookimpl  # type: ignore[untyped-decorator]  # the same
    def render_cell(self, row: Any, value: Any, column: str) -> Markup | None:  # noqa: ANN401 - Datasette's
        """Lead from a report's key to its page, and from a quantity to its place there."""
        if column == "report" and isinstance(value, int):
            return _link(f"{SOURCE}/{value}", "原文") + self._desk_link(value)
        if column == "quantity" and (anchor := _anchor(row)):
            return _link(f"{SOURCE}/{row['report']}#{anchor}", value)
        return None

    def _desk_link(self, report: int) -> Markup:
        if self.desk is None:
            return Markup("")
        return Markup(" ") + _link(self.desk.format(report), "校对")


def _source(datasette: Datasette, request: Request) -> Response:
    """Render a page; not being a coroutine, it is run beside the event loop."""
    key = int(request.url_vars["report"])
    if key >= LARGEST:
        raise NotFound(f"no report {key}")
    try:
        with closing(Store.open(datasette.get_database().path)) as store:
            report = store.report(key)
            page = renderer("html")(report, store.issue_text(report.issue.id))
    except SummarizerError as error:
        raise NotFound(str(error)) from error
    return Response.html(page.decode())


def _anchor(row: Any) -> str | None:  # noqa: ANN401 - a row of Datasette's
    """Return the name that the page gives to a quantity: both count from nought.

    None in the answer to a question of somebody's own that lacks what it takes.
    """
    names = row.keys()
    if not {"report", "position", "quantity"} <= set(names):
        return None
    number = QUANTITY.fullmatch(str(row["quantity"]))
    return f"t-{row['position']}-{int(number[1]) - 1}" if number else None


def _link(address: str, label: object) -> Markup:
    return Markup('<a href="{}">{}</a>').format(address, label)
