"""`summarize doctor`: what is installed, what is missing, and what that costs."""

import importlib.util
import os
import platform
import sys
from collections.abc import Iterator, Mapping
from gettext import gettext as _
from pathlib import Path

import typer

EXTRAS: Mapping[str, tuple[str, str]] = {
    "pdf": ("pypdfium2", "PDF pages"),
    "office": ("odf", "ODT and RTF documents"),
    "pandas": ("pandas", "the table as a data frame"),
    "parquet": ("pyarrow", "Parquet files"),
    "postgres": ("psycopg", "a store for many machines"),
    "ray": ("ray", "work on many machines"),
    "warc": ("warcio", "web archives (WARC)"),
    "browse": ("datasette", "summarize browse"),
    "desk": ("starlette", "summarize desk"),
    "mcp": ("mcp", "summarize mcp"),
}
"""What each extra brings: a package to look for, and what one can do with it."""


def doctor() -> None:
    """Say what is installed, what is missing, and which keys are set; nothing is sent."""
    from rich.cells import set_cell_size

    from summarizer import __version__

    typer.echo(f"newspaper-summarizer {__version__}, Python {platform.python_version()}")
    typer.echo(_("in {folder}").format(folder=Path(sys.prefix)) + "\n")
    for name, (package, use) in EXTRAS.items():
        there = importlib.util.find_spec(package) is not None
        remedy = "" if there else f"   pip install 'newspaper-summarizer[{name}]'"
        typer.echo(f"{'✓' if there else '—':<3}{name:<10}{set_cell_size(_(use), 30)}{remedy}")
    typer.echo("")
    for line in (*_keys(), *_surroundings()):
        typer.echo(line)


def _keys() -> Iterator[str]:
    from summarizer.models.chat.vendors import VENDORS

    keys = {vendor.key: name for name, vendor in VENDORS.items() if vendor.key}
    found = [f"{name} ({key})" for key, name in keys.items() if os.environ.get(key)]
    known = ", ".join(found) or _("none; the embedded engine needs none")
    yield _("keys: {known}").format(known=known)


def _surroundings() -> Iterator[str]:
    from summarizer.cli.settings import settings_file

    kept = settings_file()
    missing = "" if kept.is_file() else _("(not there; summarize config set …)")
    yield _("config: {file} {missing}").format(file=kept, missing=missing).rstrip()
    place = _("a terminal") if sys.stdout.isatty() else _("a pipe")
    yield _("output: {encoding}, {place}").format(encoding=sys.stdout.encoding, place=place)
