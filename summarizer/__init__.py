"""Newspaper pages in, summaries and indicator tables out: trusted to the last digit.

    from summarizer import open_model, read_issue, summarize_issue

    report = summarize_issue(read_issue("issue.txt"), open_model("extractive"))

The names below are the public ones. Each is imported when it is first asked for, so that a command
pays only for what it uses.
"""

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

_HOME = {
    "IssueReport": "report",
    "check": "checks",
    "find_quantities": "quantities",
    "open_model": "models",
    "read_issue": "reading",
    "segment": "segmentation",
    "summarize_issue": "pipeline",
    "verify": "verification",
}

__all__ = [
    "IssueReport",
    "check",
    "find_quantities",
    "open_model",
    "read_issue",
    "segment",
    "summarize_issue",
    "verify",
]

if TYPE_CHECKING:
    from summarizer.checks import check
    from summarizer.models import open_model
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
