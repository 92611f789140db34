"""The indicator table as JSON Lines: one object for each figure, decimals as strings."""

import json
import re
from decimal import Decimal

from summarizer.report import IssueReport
from summarizer.table import OBSERVATIONS, Cell

LINE_ENDS = re.compile("[\x85\u2028\u2029]")
"""What some readers take for the end of a line."""


def render(report: IssueReport, text: str) -> bytes:
    """Return one line for each row of the indicator table."""
    names = [column.name for column in OBSERVATIONS.columns]
    return b"".join(
        _line(dict(zip(names, cells, strict=True))) for cells in OBSERVATIONS.cells(report, text)
    )


def _line(row: dict[str, Cell]) -> bytes:
    line = json.dumps(row, ensure_ascii=False, default=_plain)
    return LINE_ENDS.sub(lambda end: f"\\u{ord(end[0]):04x}", line).encode() + b"\n"


def _plain(value: object) -> str:
    """Write a decimal with all its digits."""
    if isinstance(value, Decimal):
        return format(value, "f")
    raise TypeError(f"{type(value).__name__} has no place in the table")
