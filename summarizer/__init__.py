"""Newspaper pages in, summaries and indicator tables out: trusted to the last digit.

    from summarizer import summarize

    page = summarize(Path("issue.txt"))
    page.rows(), page.to_html(), page.write("table.xlsx")

Step by step it is `read_issue`, then `summarize_issue` with a model of `open_model`. The names
below are the public ones. Each is imported when it is first asked for, so that a command pays only
for what it uses.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

_HOME = {
    "IssueReport": "report",
    "SummarizedPage": "notebook",
    "check": "checks",
    "find_quantities": "quantities",
    "open_model": "models",
    "read_issue": "reading",
    "segment": "segmentation",
    "summarize": "notebook",
    "summarize_issue": "pipeline",
    "verify": "verification",
}

__all__ = [
    "IssueReport",
    "SummarizedPage",
    "check",
    "find_quantities",
    "open_model",
    "read_issue",
    "segment",
    "summarize",
    "summarize_issue",
    "verify",
]

if TYPE_CHECKING:
    from summarizer.checks import check
    from summarizer.models import open_model
    from summarizer.notebook import SummarizedPage, summarize
    from summarizer.pipeline import summarize_issue
    from summarizer.quantities import find_quantities
    from summarizer.reading import read_issue
    from summarizer.report import IssueReport
    from summarizer.segmentation import segment
    from summarizer.verification import verify


def __getattr__(name: str) -> object:
    """Import a public name from its room."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"summarizer.{_HOME[name]}"), name)
