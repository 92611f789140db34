"""The routes of the desk.

GET  /                 the page, or the list of pages of a store
GET  /page/KEY         a page
POST /page/KEY/change  changes, as JSON ─► kept ─► the page anew
POST /page/KEY/undo    the last change taken back ─► the page anew
GET  /page/KEY/paper/N picture of a page as it is printed
GET  /static/NAME      style and script
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import PurePath
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from summarizer import wording
from summarizer.desk.pages import ONLY, Opened, Pages, paper
from summarizer.desk.requests import Refused, changes_of
from summarizer.desk.speech import catalogue, preferred
from summarizer.desk.view import lay_sheet
from summarizer.errors import StoreError, SummarizerError
from summarizer.phrases import phrasebook
from summarizer.renderers.html import style
from summarizer.store.workload import A_PAGE

LARGEST = 2**63
"""Keys are below this."""
MOST = 200_000
"""Bytes of a request; a change is far smaller."""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
KINDS = {".css": "text/css", ".js": "text/javascript"}


def build(pages: Pages, *, by: str, token: str, root: str) -> Starlette:
    """Return the application, without the door before it."""
    desk = Desk(pages, by, token, root)
    return Starlette(
        routes=[
            Route("/", desk.first),
            Route("/page/{key}", desk.page),
            Route("/page/{key}/change", desk.change, methods=["POST"]),
            Route("/page/{key}/undo", desk.undo, methods=["POST"]),
            Route("/page/{key}/paper/{number:int}", desk.paper),
            Route("/static/{name}", _static),
        ],
        exception_handlers={SummarizerError: _told},
    )


class Desk:
    """Answers requests about the pages that lie on it; `by` signs what is changed."""

    def __init__(self, pages: Pages, by: str, token: str, root: str) -> None:
        self._pages, self._by, self._token, self._root = pages, by, token, root

    async def first(self, request: Request) -> Response:
        """Show the list of pages, or the only page."""
        sought, start = request.query_params.get("q", ""), request.query_params.get("start", "0")
        at = int(start) if start.isdecimal() else 0
        listed = await run_in_threadpool(self._pages.listed, sought, at)
        if not listed and self._pages.alone:
            return await self._shown(request, ONLY)
        said = {"listed": listed, "sought": sought, "start": at, "size": A_PAGE}
        return self._html("list.html.jinja", request, said)

    async def page(self, request: Request) -> Response:
        """Show a page."""
        return await self._shown(request, _key(request))

    async def paper(self, request: Request) -> Response:
        """Show how a page is printed."""
        key, number = _key(request), int(request.path_params["number"])

        def made() -> bytes:
            printed = paper(self._pages.open(key))
            if printed is None:
                raise StoreError("{key}: no such page", key=key)
            return printed.picture(number)

        picture = await run_in_threadpool(made)
        return Response(picture, media_type="image/jpeg", headers=HEADERS)

    async def change(self, request: Request) -> Response:
        """Keep what is asked for, and show the page as it is then."""
        key, content = _key(request), await _body(request)

        def kept() -> None:
            opened = self._pages.open(key)
            self._pages.keep(key, changes_of(content, opened.issue, opened.report, self._by))

        await run_in_threadpool(kept)
        return await self._shown(request, key, part=True)

    async def undo(self, request: Request) -> Response:
        """Take the last change back, and show the page as it is then."""
        key = _key(request)
        undone = await run_in_threadpool(self._pages.undo, key)
        response = await self._shown(request, key, part=True)
        response.headers["X-Undone"] = undone.op if undone else ""
        return response

    async def _shown(self, request: Request, key: str, *, part: bool = False) -> Response:
        name = "sheet.html.jinja" if part else "page.html.jinja"

        def rendered() -> Response:
            opened = self._pages.open(key)
            return self._html(name, request, _said_of(opened))

        return await run_in_threadpool(rendered)

    def _html(self, name: str, request: Request, said: Mapping[str, Any]) -> Response:
        language = _language(request)
        content = (
            _templates()
            .get_template(name)
            .render(
                said,
                t=catalogue(language),
                language=language,
                token=self._token,
                root=self._root,
                by=self._by,
                one=self._pages.alone,
            )
        )
        return HTMLResponse(content, headers=HEADERS)


def _said_of(opened: Opened) -> dict[str, Any]:
    return {"sheet": lay_sheet(opened), "issue": opened.issue}


def _key(request: Request) -> str:
    key: str = request.path_params["key"]
    if key != ONLY and not (key.isascii() and key.isdecimal() and int(key) < LARGEST):
        raise StoreError("{key}: no such page", key=key)
    return key


async def _body(request: Request) -> bytes:
    content = b""
    async for piece in request.stream():
        content += piece
        if len(content) > MOST:
            raise Refused("the request is too long")
    return content


def _language(request: Request) -> str:
    accepted = request.headers.get("accept-language", "")
    return preferred(request.query_params.get("lang"), accepted)


async def _told(request: Request, error: Exception) -> Response:
    """Say in one line what cannot be done, in the language of the page; the page shows it."""
    missing = isinstance(error, StoreError)
    status = 422 if isinstance(error, Refused) else 404 if missing else 409
    message = phrasebook(_language(request)).say(str(error))
    return JSONResponse({"message": message}, status, headers=HEADERS)


async def _static(request: Request) -> Response:
    name = PurePath(request.path_params["name"]).name
    content = _asset(name)
    if content is None:
        return Response("no such file\n", 404, headers=HEADERS)
    return Response(content, media_type=KINDS[PurePath(name).suffix], headers=HEADERS)


@cache
def _asset(name: str) -> str | None:
    if name == "page.css":
        return style()
    known = {each.name for each in files(__package__).joinpath("static").iterdir()}
    if name not in known:
        return None
    return files(__package__).joinpath("static", name).read_text(encoding="utf-8")


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=PackageLoader("summarizer.desk"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {"visible": wording.visible, "json": _as_json}
    return environment


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
