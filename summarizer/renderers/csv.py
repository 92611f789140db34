"""The indicator table as CSV, one row for each figure."""

from summarizer.report import IssueReport
from summarizer.table import OBSERVATIONS, comma_separated


def render(report: IssueReport, text: str) -> bytes:
    """Return the table as one spreadsheet program and all others read it."""
    names = (column.name for column in OBSERVATIONS.columns)
    return comma_separated(names, OBSERVATIONS.cells(report, text))
