"""Plain text → the tables that it prints with blanks or tabs.

各镇税收（单位：万元）
镇名      税收      增速（%）        lines of as many cells, two blanks or a tab between them,
霁川镇    4120      6.3            of which most hold figures
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.reading.tables import is_figure, table_of
from summarizer.setting import Declared, Mark, Setting, Table
from summarizer.text import Span

CELL = re.compile(r"[^\s|│]+(?:[ \u00a0][^\s|│]+)*")
BREAK = re.compile(r"\t|[ \u3000\u00a0]{2,}|[|│]")
LEAST_ROWS, LEAST_CELLS = 2, 2
LONGEST_LINE, LONGEST_CELL, LONGEST_TITLE = 300, 40, 80


@dataclass(frozen=True, slots=True)
class _Line:
    span: Span
    cells: tuple[Span, ...]

    def figures(self, text: str) -> int:
        """Return how many cells behind the first hold a figure."""
        return sum(is_figure(cell.of(text)) for cell in self.cells[1:])


def setting_of(text: str) -> Setting:
    """Return the tables of a plain text, and the rows that they are made of."""
    tables = tuple(_tables(text))
    marks = (Mark(row.span, declared=Declared.ROW) for table in tables for row in table.rows)
    return Setting(tuple(marks), tables)


def with_tables(text: str, setting: Setting) -> Setting:
    """Return a setting with the tables that its lines print with blanks, as a PDF's do."""
    tables = tuple(_tables(text))
    rows = {row.span for table in tables for row in table.rows}
    marks = (
        replace(mark, declared=Declared.ROW) if mark.span in rows else mark
        for mark in setting.marks
    )
    return replace(setting, marks=tuple(marks), tables=setting.tables + tables)


def _tables(text: str) -> Iterator[Table]:
    run: list[_Line] = []
    above: list[Span] = []
    for line in _lines(text):
        if run and len(line.cells) == len(run[-1].cells):
            run.append(line)
            continue
        yield from _table(text, run, above)
        above = [*above[-1:], *(each.span for each in run), line.span][-2:] if run else above
        tabular = len(line.cells) >= LEAST_CELLS
        if not tabular:
            above = [*above, line.span][-2:]
        run = [line] if tabular else []
    yield from _table(text, run, above)


def _table(text: str, run: Sequence[_Line], above: Sequence[Span]) -> Iterator[Table]:
    """Yield the table of some lines with as many cells, if most of them hold figures."""
    told = [line for line in run if line.figures(text)]
    if len(run) < LEAST_ROWS or len(told) < max(1, len(run) // 2):
        return
    if all(line.figures(text) for line in run):
        return  # without heads, nothing is known of its figures
    near = [span for span in above if len(span) <= LONGEST_TITLE and span.end <= run[0].span.start]
    yield table_of(text, [line.cells for line in run], above=near)


def _lines(text: str) -> Iterator[_Line]:
    position = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = position + line.index(bare[0])
            yield _Line(Span(start, start + len(bare)), tuple(_cells(bare, start)))
        position += len(line)


def _cells(line: str, start: int) -> Iterator[Span]:
    """Yield the cells of a line; one that is too long for a row is a single cell."""
    pieces = [Span(*match.span()).shifted(start) for match in CELL.finditer(line)]
    broken = BREAK.search(line) is not None and len(line) <= LONGEST_LINE
    if broken and all(len(piece) <= LONGEST_CELL for piece in pieces):
        yield from pieces
    else:
        yield Span(start, start + len(line))
