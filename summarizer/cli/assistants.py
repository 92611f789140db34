"""`summarize mcp`: three tools for assistants, over standard input and output."""

from pathlib import Path
from typing import Annotated

import typer


def serve(
    folders: Annotated[
        list[Path], typer.Argument(metavar="FOLDER...", help="Folders whose pages may be read.")
    ],
) -> None:
    """Offer pages to an assistant: summarise, check claims, explain figures; no network."""
    from summarizer.assistants import make_server

    make_server(folders).run("stdio")
