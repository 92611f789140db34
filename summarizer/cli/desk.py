"""`summarize desk page.txt | runs.db`: correct what was read, in a browser, and it lasts."""

import getpass
import webbrowser
from contextlib import closing
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.options import (
    DateOption,
    EncodingOption,
    FieldsOption,
    Language,
    issue_date,
    own_fields,
)
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    import datetime as dt

    from summarizer.desk import Pages
    from summarizer.loopback import Application
    from summarizer.reading import Fields

ByOption = Annotated[
    str | None, typer.Option("--by", help="Who signs corrections; else who you are here.")
]
HOST = "127.0.0.1"
SQLITE = b"SQLite format 3\x00"


def desk(
    source: Annotated[
        str, typer.Argument(metavar="PAGE|STORE", help="A page of text, or the store of a batch.")
    ],
    run: Annotated[
        str | None, typer.Option("--run", help="Which run of a store; else the latest.")
    ] = None,
    by: ByOption = None,
    date: DateOption = None,
    encoding: EncodingOption = None,
    port: Annotated[int, typer.Option("--port", help="Port to listen at; else a free one.")] = 0,
    fields: FieldsOption = None,
    language: Annotated[
        Language | None, typer.Option("--language", help="Of the desk; else the browser's.")
    ] = None,
    *,
    open_browser: Annotated[bool, typer.Option("--open", help="Open a browser.")] = False,
) -> None:
    """Correct rows and article boundaries in a browser; kept beside the page or in the store."""
    from summarizer.desk import application
    from summarizer.desk.serving import listening, serve
    from summarizer.loopback import new_token

    token = new_token()
    pages = _pages(source, run, encoding, issue_date(date), own_fields(fields))
    shown = application(pages, by=by or _who(), token=token)
    with listening(HOST, port) as socket:
        said = f"&lang={language}" if language else ""
        address = f"http://{HOST}:{socket.getsockname()[1]}/?token={token}{said}"
        typer.echo(address)
        typer.echo(_("(Ctrl-C ends it; every change is kept at once)"), err=True)
        if open_browser:
            webbrowser.open(address)
        serve(shown, socket)


def desk_on(store: str, by: str | None, token: str, *, root: str) -> "Application":
    """Return the desk of a store's last run, to be served below a path."""
    from summarizer.desk import application

    return application(_run_of(store, None), by=by or _who(), token=token, root=root)


def _pages(
    source: str,
    run: str | None,
    encoding: str | None,
    date: "dt.date | None",
    fields: "Fields",
) -> "Pages":
    """Lay a page on the desk, or the reports of a run."""
    if "://" in source or is_store(Path(source)):
        return _run_of(source, run)
    from summarizer.corrections import Corrections, kept_corrections
    from summarizer.desk import OnDisk
    from summarizer.models.extractive import ExtractiveModel
    from summarizer.pipeline import summarize_issue
    from summarizer.reading import read_issue

    if source == "-":
        raise SummarizerError("-: corrections lie beside a page; give a file")
    issue = read_issue(source, encoding=encoding, date=date, fields=fields)
    kept_corrections(issue)
    nothing = Corrections(sha256=issue.sha256)
    return OnDisk(issue, summarize_issue(issue, ExtractiveModel(), corrections=nothing))


def _run_of(source: str, run: str | None) -> "Pages":
    from summarizer.cli.runs import the_run
    from summarizer.desk import InStore
    from summarizer.store import Store

    with closing(Store.open(source)) as store:
        return InStore(source, the_run(store, run).id)


def is_store(path: Path) -> bool:
    """Say whether a file is a store: a database, whatever it is called."""
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "desk"
