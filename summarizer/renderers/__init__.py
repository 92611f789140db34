"""What a report looks like: one module for each format, chosen by the file's name.

report.html   page.md   digest.yaowen.md   rows.csv   book.xlsx   report.json …
     │ format_of
     ▼
Renderer: (report, text of the issue) → bytes        imported when first used
     │ write
     ▼
the file, whole or not at all; `-` is standard output
"""

import gc
import sys
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from summarizer.disk import replace_file
from summarizer.errors import RenderingError
from summarizer.report import IssueReport

if TYPE_CHECKING:
    from summarizer.reading import Paper

Renderer = Callable[[IssueReport, str], bytes]

STDOUT = "-"

RENDERERS: Mapping[str, str] = MappingProxyType(
    {
        "text": "terminal:render",
        "json": "json:render",
        "jsonl": "jsonl:render",
        "csv": "csv:render",
        "xlsx": "xlsx:render",
        "parquet": "parquet:render",
        "sdmx-csv": "sdmx:render",
        "annotations": "annotations:render",
        "datapackage": "datapackage:render",
        "datapackage-zip": "datapackage:render_archive",
        "html": "html:render",
        "markdown": "markdown:render",
        "kuaibao": "markdown.digest:render_kuaibao",
        "yaowen": "markdown.digest:render_yaowen",
        "zhuanbao": "markdown.digest:render_zhuanbao",
        "kuaibao-docx": "docx:render_kuaibao",
        "yaowen-docx": "docx:render_yaowen",
        "zhuanbao-docx": "docx:render_zhuanbao",
    }
)
"""Where the function of each format is."""

ILLUSTRATED = frozenset({"html"})
"""Formats that can show the pages as they are printed."""

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".kuaibao.md": "kuaibao",
        ".yaowen.md": "yaowen",
        ".zhuanbao.md": "zhuanbao",
        ".kuaibao.docx": "kuaibao-docx",
        ".yaowen.docx": "yaowen-docx",
        ".zhuanbao.docx": "zhuanbao-docx",
        ".docx": "zhuanbao-docx",
        ".html": "html",
        ".htm": "html",
        ".md": "markdown",
        ".txt": "text",
        ".jsonl": "jsonl",
        "datapackage.json": "datapackage",
        ".json": "json",
        ".jsonld": "annotations",
        ".sdmx.csv": "sdmx-csv",
        ".csv": "csv",
        ".xlsx": "xlsx",
        ".parquet": "parquet",
        ".zip": "datapackage-zip",
    }
)
"""How a file's name ends; the first that fits decides."""


def format_of(target: Path | str) -> str:
    """Return the format that the name of a file asks for; raises RenderingError."""
    name = Path(target).name.lower()
    for suffix, format_name in SUFFIXES.items():
        if name.endswith(suffix):
            return format_name
    known = " ".join(SUFFIXES)
    raise RenderingError(
        "{target}: no format goes with this name; use one of {known} or --format",
        target=target,
        known=known,
    )


def renderer(format_name: str, paper: "Paper | None" = None) -> Renderer:
    """Return the renderer of a format, and of its pages if it can show them.

    Raises RenderingError.
    """
    if format_name not in RENDERERS:
        known = " ".join(RENDERERS)
        raise RenderingError(
            "{name}: no such format; choose one of {known}",
            name=format_name,
            known=known,
        )
    module, function = RENDERERS[format_name].split(":")
    render = getattr(import_module(f"{__name__}.{module}"), function)
    if paper and format_name in ILLUSTRATED:
        render = partial(render, paper=paper)
    return partial(_undisturbed, render)


def _undisturbed(render: Renderer, report: IssueReport, text: str) -> bytes:
    """Render with the cycle collector asleep: of a million objects none is a cycle.

    Walking over them again and again took half of the time of a large page.
    """
    awake = gc.isenabled()
    gc.disable()
    try:
        return render(report, text)
    finally:
        if awake:
            gc.enable()


def render(
    report: IssueReport,
    text: str,
    target: Path | str,
    format_name: str | None = None,
    paper: "Paper | None" = None,
) -> bytes:
    """Render a report as the target's name, or else `format_name`, asks.

    `paper` is the file that the issue was read from, for formats that show its pages.
    """
    return renderer(format_name or format_of(target), paper)(report, text)


def write(
    report: IssueReport,
    text: str,
    target: Path | str,
    format_name: str | None = None,
    paper: "Paper | None" = None,
) -> None:
    """Render a report into a file, whole or not at all; `-` is standard output (and JSON)."""
    if str(target) == STDOUT:
        _write_out(renderer(format_name or "json", paper)(report, text))
    else:
        _replace(Path(target), render(report, text, target, format_name, paper))


def _write_out(content: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def demand_place(path: Path) -> None:
    """Raise RenderingError unless a file may be put there: no pipe, device or folder gives way."""
    try:
        if path.exists() and not path.is_file():
            raise RenderingError(
                "{path}: cannot be written (not a file); - is standard output", path=path
            )
        if not path.parent.is_dir():
            raise RenderingError(
                "{path}: cannot be written (no folder {folder}); make it",
                path=path,
                folder=path.parent,
            )
    except OSError as error:
        raise _unwritable(path, error) from error


def _replace(path: Path, content: bytes) -> None:
    demand_place(path)
    try:
        replace_file(path, content)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> RenderingError:
    return RenderingError("{path}: cannot be written ({error})", path=path, error=error.strerror)
