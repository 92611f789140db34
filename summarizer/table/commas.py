"""A table as comma-separated values that no spreadsheet takes for formulas."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

from summarizer.table.definition import Cell

ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""What makes a spreadsheet calculate; the apostrophe itself, so that it can be taken off again."""


def comma_separated(header: Iterable[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """Return UTF-8 with BOM (Excel reads Chinese only behind one), texts guarded."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows(map(plain, cells) for cells in rows)
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
