"""How a workbook is written: frozen headers, widths for Chinese, no cell that acts."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, islice
from types import TracebackType
from typing import IO, Self

import xlsxwriter
from rich.cells import cell_len
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from summarizer import wording
from summarizer.phrases import label
from summarizer.report import Outcome, Verdict
from summarizer.summary import Status
from summarizer.table import Cell
from summarizer.wording import visible

SAFE = {
    "constant_memory": True,
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
REMARK = {"x_scale": 2.4, "font_size": 9}
"""How the remark on a cell is shown."""
NARROW, WIDE = 6, 48
SAMPLE = 200
"""Rows that decide how wide a column is."""

Look = dict[str, object]

BASE: Look = {"valign": "top", "text_wrap": True, "font_size": 10.5}
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


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that is shown behind its sign (>240) and stays a number.

    `remark` is read when one points at it; a figure that is `contested` stands out.
    """

    value: Decimal
    sign: str = ""
    remark: str = ""
    contested: bool = False


Shown = Cell | Link | Numeral


class Book:
    """A workbook that is being written, sheet after sheet."""

    def __init__(self, out: IO[bytes], created: str) -> None:
        self._book = xlsxwriter.Workbook(out, SAFE)
        self._book.set_properties({"created": _moment(created)})
        self._text = self._book.add_format(BASE)
        self._link = self._book.add_format(BASE | {"font_color": "#1D5A9C", "underline": 1})
        self._numbers: dict[tuple[str, bool, bool], Format] = {}
        self._head = self._book.add_format(
            {"bold": True, "bg_color": "#ECE8DF", "bottom": 1, "valign": "vcenter"}
        )
        self._standing_out = {
            label(word): self._book.add_format(BASE | colour) for word, colour in COLOURS.items()
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

    def sheet(
        self, name: str, header: Sequence[str], lines: Iterable[Sequence[Shown]], frozen: int = 0
    ) -> None:
        """Write a sheet with a filterable header; it and the first columns stay in view.

        A row is on the disk before the one after the next is asked for.
        """
        sheet, rest, line = self._book.add_worksheet(label(name)), iter(lines), 0
        first = tuple(islice(rest, SAMPLE))
        for column, title in enumerate(map(label, header)):
            sheet.write_string(0, column, _printable(title), self._head)
            width = _width([title, *(row[column] for row in first)])
            sheet.set_column(column, column, width)
        for line, row in enumerate(chain(first, rest), 1):
            for column, cell in enumerate(row):
                self._write(sheet, line, column, cell)
        sheet.freeze_panes(1, frozen)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.autofilter(0, 0, max(line, 1), len(header) - 1)

    def _write(self, sheet: Worksheet, line: int, column: int, cell: Shown) -> None:
        match cell:
            case None:
                return
            case str():
                style = self._standing_out.get(cell, self._text)
                sheet.write_string(line, column, _printable(cell), style)
            case Link(text, there, at) if line <= MOST_LINKS:
                place = f"internal:'{label(there)}'!A{at + 1}"
                sheet.write_url(line, column, place, self._link, _printable(text))
            case Link(text):
                sheet.write_string(line, column, _printable(text), self._text)
            case Numeral(value, sign, remark, contested):
                self._write_number(sheet, line, column, value, sign, contested=contested)
                if remark:
                    sheet.write_comment(line, column, _printable(remark), REMARK)
            case _:
                self._write_number(sheet, line, column, cell)

    def _write_number(
        self,
        sheet: Worksheet,
        line: int,
        column: int,
        value: int | Decimal,
        sign: str = "",
        *,
        contested: bool = False,
    ) -> None:
        if len(Decimal(value).as_tuple().digits) > EXACT_DIGITS:
            sheet.write_string(line, column, f"{sign}{value:f}", self._text)
        else:
            sheet.write_number(
                line, column, value, self._style(sign, contested, is_whole=value == int(value))
            )

    def _style(self, sign: str, contested: bool, *, is_whole: bool) -> Format:
        key = sign, contested, is_whole
        if key not in self._numbers:
            digits = "#,##0" if is_whole else "#,##0.##########"
            shown = f'"{sign}"{digits};"{sign}"-{digits}' if sign else digits
            look = BASE | (BAD if contested else {}) | {"num_format": shown}
            self._numbers[key] = self._book.add_format(look)
        return self._numbers[key]


def _printable(text: str) -> str:
    return visible(text.replace("\r\n", "\n"))[:LONGEST]


def _width(cells: Iterable[Shown]) -> int:
    """Return a column width: a Chinese character takes two places."""
    return max(NARROW, min(WIDE, 2 + max(cell_len(_shown(cell)) for cell in cells)))


def _shown(cell: Shown) -> str:
    """Return a cell as it looks, to measure it."""
    match cell:
        case Link(text):
            return text
        case Numeral(value, sign):
            return f"{sign}{value:,f}"
        case int() | Decimal():
            return f"{cell:,f}"
        case _:
            return cell or ""


def _moment(started: str) -> dt.datetime:
    """Return the time of the run without its zone, which Excel does not know."""
    return dt.datetime.fromisoformat(started).replace(tzinfo=None)
