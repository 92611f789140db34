"""Pages that a person corrected, wherever the corrections lie: beside the page, or in a store."""

import datetime as dt
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from summarizer.cli.desk import is_store
from summarizer.corrections import Corrections, kept_corrections
from summarizer.document import Issue
from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import summarize_issue
from summarizer.reading import read_issue
from summarizer.report import IssueReport
from summarizer.store import Store

Page = tuple[Issue, Corrections, IssueReport]


def corrected_pages(sources: Iterable[str], date: dt.date | None = None) -> Iterator[Page]:
    """Yield every corrected page with its corrections and the report as they leave it."""
    for source in sources:
        if "://" in source or is_store(Path(source)):
            yield from _of_store(source)
        else:
            issue = read_issue(source, date=date)
            corrections = kept_corrections(issue)
            if corrections.changes:
                report = summarize_issue(issue, ExtractiveModel(), corrections=corrections)
                yield issue, corrections, report


def _of_store(address: str) -> Iterator[Page]:
    """Yield the corrected pages of the last run of a store."""
    with closing(Store.open(address)) as store:
        run = store.runs()[-1].id
        for key in store.report_keys(run):
            issue = store.issue(key)
            changes = store.corrections(issue.id)
            if changes:
                corrections = Corrections(sha256=issue.sha256, changes=changes)
                yield issue, corrections, store.report(key)
