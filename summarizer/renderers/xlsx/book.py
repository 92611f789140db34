"""How a workbook is written: frozen headers, widths for Chinese, no cell that acts."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import TracebackType
from typing import IO, Self

import xlsxwriter
from rich.cells import cell_len
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from summarizer import wording
from summarizer.report import Outcome, Verdict
from summarizer.summary import Status
from summarizer.table import Cell
from summarizer.wording import visible

SAFE = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
LONGEST = 32_767
"""Characters that fit into a cell."""
MOST_LINKS = 65_000
"""Links that a sheet may hold; figures below them do without."""
EXACT_DIGITS = 15
"""Digits that a number of Excel keeps; a longer one is written as text."""
NARROW, WIDE = 6, 48
SAMPLE = 200
"""Rows that decide how wide a column is."""

Look = dict[str, object]

BAD: Look = {"bg_color": "#FBE3DF", "font_color": "#B0201C"}
OPEN: Look = {"bg_color": "#F1E9FA", "font_color": "#6C3FA0", "italic": True}
CAREFUL: Look = {"bg_color": "#FDEEC6", "font_color": "#855000"}
COLOURS: dict[str, Look] = {
    wording.VERDICT[Verdict.REFUTED]: BAD,
    wording.OUTCOME[Outcome.MISMATCH]: BAD,
    wording.VERDICT[Verdict.NOT_ENOUGH_INFO]: CAREFUL,
    wording.OUTCOME[Outcome.REVIEW]: CAREFUL,
    wording.STATUS[Status.TARGET]: OPEN,
    wording.STATUS[Status.PLAN]: OPEN,
    wording.STATUS[Status.FORECAST]: OPEN,
    wording.STATUS[Status.CAPACITY]: OPEN,
}
"""Words that stand out, alone in their cell."""


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a line of another sheet of the book."""

    text: str
    sheet: str
    line: int


Shown = Cell | Link


class Book:
    """A workbook that is being written, sheet after sheet."""

    def __init__(self, out: IO[bytes], created: str) -> None:
        self._book = xlsxwriter.Workbook(out, SAFE)
        self._book.set_properties({"created": _moment(created)})
        base: Look = {"valign": "top", "text_wrap": True, "font_size": 10.5}
        self._text = self._book.add_format(base)
        self._number = self._book.add_format(base | {"num_format": "#,##0.##########"})
        self._whole = self._book.add_format(base | {"num_format": "#,##0"})
        self._link = self._book.add_format(base | {"font_color": "#1D5A9C", "underline": 1})
        self._head = self._book.add_format(
            {"bold": True, "bg_color": "#ECE8DF", "bottom": 1, "valign": "vcenter"}
        )
        self._standing_out = {
            word: self._book.add_format(base | colour) for word, colour in COLOURS.items()
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._book.close()

    def sheet(self, name: str, header: Sequence[str], lines: Iterable[Sequence[Shown]]) -> None:
        """Write a sheet with a frozen, filterable header."""
        sheet, rows = self._book.add_worksheet(name), list(lines)
        for column, title in enumerate(header):
            sheet.write_string(0, column, _printable(title), self._head)
            width = _width([title, *(row[column] for row in rows[:SAMPLE])])
            sheet.set_column(column, column, width)
        for line, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                self._write(sheet, line, column, cell)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(header) - 1)

    def _write(self, sheet: Worksheet, line: int, column: int, cell: Shown) -> None:
        if isinstance(cell, Link) and line <= MOST_LINKS:
            place = f"internal:'{cell.sheet}'!A{cell.line + 1}"
            sheet.write_url(line, column, place, self._link, _printable(cell.text))
        elif isinstance(cell, Link):
            sheet.write_string(line, column, _printable(cell.text), self._text)
        elif isinstance(cell, str):
            style = self._standing_out.get(cell, self._text)
            sheet.write_string(line, column, _printable(cell), style)
        elif cell is not None and len(Decimal(cell).as_tuple().digits) > EXACT_DIGITS:
            sheet.write_string(line, column, format(cell, "f"), self._text)
        elif cell is not None:
            sheet.write_number(line, column, cell, self._style(cell))

    def _style(self, number: int | Decimal) -> Format:
        return self._whole if number == int(number) else self._number


def _printable(text: str) -> str:
    return visible(text.replace("\r\n", "\n"))[:LONGEST]


def _width(cells: Iterable[Shown]) -> int:
    """Return a column width: a Chinese character takes two places."""
    texts = (cell.text if isinstance(cell, Link) else str(cell or "") for cell in cells)
    return max(NARROW, min(WIDE, 2 + max(map(cell_len, texts))))


def _moment(started: str) -> dt.datetime:
    """Return the time of the run without its zone, which Excel does not know."""
    return dt.datetime.fromisoformat(started).replace(tzinfo=None)
