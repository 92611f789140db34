"""Where the reports of pages go, decided before anything is asked or paid for.

summarize a.txt -o a.html -o a.xlsx     one page, a file for each format
summarize a.txt b.pdf -o reports/       a folder: reports/a.html, reports/b.html (--format xlsx …)
summarize a.txt b.pdf                   each to the terminal, one after the other
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from summarizer.errors import RenderingError, SummarizerError

if TYPE_CHECKING:
    from summarizer.report import IssueReport

STDIN = STDOUT = "-"
USUAL = "html"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page, and the files that its report goes into."""

    source: str
    outputs: tuple[str, ...]


def wanted(
    sources: Sequence[str], outputs: Sequence[str], format_name: str | None
) -> tuple[Wanted, ...]:
    """Say which report goes where; raises SummarizerError for what cannot come about."""
    folders = [output for output in outputs if _is_folder(output)]
    files = [output for output in outputs if not _is_folder(output)]
    if len(sources) > 1 and files:
        raise SummarizerError(
            "{output}: one report, and {number} pages were given; name a folder, as in -o reports/",
            output=files[0],
            number=len(sources),
        )
    names = _names(sources, format_name or USUAL)
    found = tuple(
        Wanted(source, tuple(_place(output, name) for output in outputs))
        for source, name in zip(sources, names, strict=True)
    )
    for folder in folders:
        _make(Path(folder))
    for each in found:
        foresee(each.source, each.outputs, format_name)
    return found


def _is_folder(output: str) -> bool:
    return output != STDOUT and (output.endswith(("/", "\\")) or Path(output).is_dir())


def _place(output: str, name: str) -> str:
    return str(Path(output) / name) if _is_folder(output) else output


def _names(sources: Sequence[str], format_name: str) -> list[str]:
    """Name a report after its page; two pages of one name keep their suffixes."""
    from summarizer.renderers import SUFFIXES

    ending = next((end for end, name in SUFFIXES.items() if name == format_name), f".{format_name}")
    paths = [Path("stdin" if source == STDIN else source) for source in sources]
    alike = Counter(path.stem for path in paths)
    return [(path.stem if alike[path.stem] == 1 else path.name) + ending for path in paths]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SummarizerError(
            "{path}: cannot be made a folder ({error})", path=folder, error=error.strerror
        ) from error


def foresee(source: str, outputs: Sequence[str], format_name: str | None) -> None:
    """Refuse an output that cannot come about before anything is asked, or paid for."""
    from summarizer.renderers import demand_place, format_of, renderer

    try:
        for wanted in [format_name] if format_name else map(format_of, _files(outputs)):
            renderer(wanted)
    except RenderingError as error:
        raise typer.BadParameter(str(error)) from None
    for path in map(Path, _files(outputs)):
        demand_place(path)
        if path.exists() and Path(source).exists() and path.samefile(source):
            raise RenderingError(
                "{path}: is the page itself; choose another name for the report", path=path
            )


def _files(outputs: Sequence[str]) -> list[str]:
    return [output for output in outputs if output != STDOUT]


def spared(outputs: Sequence[str], report: "IssueReport", *, force: bool) -> Sequence[str]:
    """Return where to write: a report with failures never takes the place of an earlier one."""
    if force or not report.failures:
        return outputs
    return [_beside(output) if Path(output).is_file() else output for output in outputs]


def _beside(output: str) -> str:
    path = Path(output)
    beside = path.with_name(f"{path.stem}.failed{path.suffix}")
    typer.echo(
        _("{path}: kept as it was, since articles failed; this report is in {beside}").format(
            path=path, beside=beside
        ),
        err=True,
    )
    return str(beside)
