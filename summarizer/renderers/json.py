"""The report itself as JSON: `schemas/issue-report.json`, Chinese as it is."""

from pydantic_core import to_json

from summarizer.report import IssueReport


def render(report: IssueReport, text: str) -> bytes:
    """Return the report as indented JSON in UTF-8."""
    del text
    return to_json(report, indent=2) + b"\n"
