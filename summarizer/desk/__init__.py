"""The review desk: a local page on which a person corrects what was read, and it lasts.

    summarize desk page.txt | runs.db
        loopback ─► this machine only, by its own name, with its token
        app      ─► routes: the list of pages, a page, changes, undo
          pages    what lies on the desk: a page on disk, or the reports of a run
          view     left the text, right its rows, doubts first (doubts, offers)
          requests what the page asks for, made into changes that last
          templates · static · words      HTML, CSS and script, and what it says in two languages

Every change is kept before it is answered, and the page is rendered anew from what was kept.
"""

from summarizer.desk.pages import InStore, OnDisk, Pages
from summarizer.errors import SummarizerError
from summarizer.loopback import LOOPBACK, Application, Door

STATIC = "/static/"


def application(pages: Pages, *, by: str, token: str, root: str = "") -> Application:
    """Return the desk as an ASGI application behind its door. Raises SummarizerError.

    `root` is the path below which it is served, as its pages have to write it.
    """
    try:
        from summarizer.desk.app import build
    except ModuleNotFoundError as error:
        raise SummarizerError(
            "{package} is not installed: pip install newspaper-summarizer[desk]", package=error.name
        ) from None
    return Door(build(pages, by=by, token=token, root=root), LOOPBACK, token, (STATIC,))


__all__ = ["InStore", "OnDisk", "Pages", "application"]
