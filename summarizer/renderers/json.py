"""The report itself as JSON: `schemas/issue-report.json`, Chinese as it is."""

from summarizer.report import IssueReport


def render(report: IssueReport, text: str) -> bytes:
    """Return the report as indented JSON in UTF-8."""
    del text
    return report.model_dump_json(indent=2).encode() + b"\n"
