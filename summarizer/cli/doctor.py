"""`summarize doctor`: what is installed, what is missing, and what that costs."""

import importlib.util
import os
import platform
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import typer

EXTRAS: Mapping[str, tuple[str, str]] = {
    "pdf": ("pypdfium2", "PDF pages"),
    "office": ("odf", "ODT and RTF documents"),
    "pandas": ("pandas", "the table as a data frame"),
    "parquet": ("pyarrow", "Parquet files"),
    "postgres": ("psycopg", "a store for many machines"),
    "ray": ("ray", "work on many machines"),
    "browse": ("datasette", "summarize browse"),
    "desk": ("starlette", "summarize desk"),
}
"""What each extra brings: a package to look for, and what one can do with it."""


def doctor() -> None:
    """Say what is installed, what is missing, and which keys are set; nothing is sent."""
    from summarizer import __version__

    typer.echo(f"newspaper-summarizer {__version__}, Python {platform.python_version()}")
    typer.echo(f"in {Path(sys.prefix)}\n")
    for name, (package, use) in EXTRAS.items():
        there = importlib.util.find_spec(package) is not None
        remedy = "" if there else f"   pip install 'newspaper-summarizer[{name}]'"
        typer.echo(f"{'yes' if there else 'no ':<5}{name:<10}{use:<30}{remedy}")
    typer.echo("")
    for line in (*_keys(), *_surroundings()):
        typer.echo(line)


def _keys() -> Iterator[str]:
    from summarizer.models.chat.vendors import VENDORS

    keys = {vendor.key: name for name, vendor in VENDORS.items() if vendor.key}
    found = [f"{name} ({key})" for key, name in keys.items() if os.environ.get(key)]
    yield f"keys       {', '.join(found) or 'none; the embedded engine needs none'}"


def _surroundings() -> Iterator[str]:
    from summarizer.cli.settings import settings_file

    kept = settings_file()
    yield f"config     {kept}{'' if kept.is_file() else ' (not there; summarize config set …)'}"
    yield f"output     {sys.stdout.encoding}, {'a terminal' if sys.stdout.isatty() else 'a pipe'}"
