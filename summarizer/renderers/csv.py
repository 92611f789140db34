"""The indicator table as CSV: UTF-8 with BOM, and no cell that a spreadsheet would run."""

import csv
import io
from decimal import Decimal

from summarizer.report import IssueReport
from summarizer.table import OBSERVATIONS, Cell

ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""What makes a spreadsheet calculate; the apostrophe itself, so that it can be taken off again."""


def render(report: IssueReport, text: str) -> bytes:
    """Return the table as one spreadsheet program and all others read it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(column.name for column in OBSERVATIONS.columns)
    writer.writerows(map(plain, cells) for cells in OBSERVATIONS.cells(report, text))
    return out.getvalue().encode("utf-8-sig")


def plain(cell: Cell) -> str:
    """Write a number with all its digits, and a text so that it stays one (see `ACTIVE`)."""
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return format(cell, "f")
    if isinstance(cell, int):
        return str(cell)
    return f"'{cell}" if cell.startswith(ACTIVE) else cell
