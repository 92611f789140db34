"""An invented page on disk, and the changes that a person makes to it."""

import datetime as dt
from pathlib import Path

from summarizer.corrections import (
    AddRow,
    AnyChange,
    Corrections,
    Join,
    RejectRow,
    RowWords,
    SetRole,
    SetRow,
    Split,
    anchor,
    keep_corrections,
)
from summarizer.document import Issue, Role
from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import summarize_issue
from summarizer.reading import read_issue
from summarizer.report import IssueReport, Observation
from summarizer.text import Span

PAGE = """霁川高新区上半年产值稳步增长

本报记者 江一苇

今年上半年，霁川高新区完成工业总产值86.4亿元，同比增长12.5%。全区现有企业145家。

青篱软件园开工

青篱软件园日前奠基，总投资约5亿元，占地42万平方米，档案编号 77123。
"""
WHEN = dt.datetime(2024, 7, 18, 9, 30, tzinfo=dt.UTC)
SAID = {"at": WHEN, "by": "林知远"}


def a_page(folder: Path, text: str = PAGE) -> Issue:
    """Write the page into a folder and read it."""
    path = folder / "page.txt"
    path.write_text(text, encoding="utf-8")
    return read_issue(path, date=dt.date(2024, 7, 18))


def corrected(issue: Issue, *changes: AnyChange) -> IssueReport:
    """Keep changes beside the page and summarise it."""
    keep_corrections(issue, Corrections(sha256=issue.sha256, changes=changes))
    return summarize_issue(issue, ExtractiveModel())


def at(text: str, words: str) -> Span:
    """Return where words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def row(**said: object) -> RowWords:
    """Return the words of a row."""
    return RowWords.model_validate({"indicator": "工业总产值"} | said)


def set_owner(text: str, figure: str, owner: str) -> SetRow:
    """Say whose a figure is."""
    place = anchor(text, at(text, figure))
    return SetRow(**SAID, anchor=place, row=row(ref_area=owner), fields=("ref_area",))


def reject(text: str, figure: str) -> RejectRow:
    """Take a figure out of the table."""
    return RejectRow(**SAID, anchor=anchor(text, at(text, figure)))


def add(text: str, figure: str, **said: object) -> AddRow:
    """Put a figure into the table."""
    return AddRow(**SAID, anchor=anchor(text, at(text, figure)), row=row(**said))


def split(text: str, line: str) -> Split:
    """Begin an article."""
    return Split(**SAID, anchor=anchor(text, at(text, line)))


def join(text: str, line: str, to: str) -> Join:
    """Let an article go on in another."""
    return Join(**SAID, anchor=anchor(text, at(text, line)), to=anchor(text, at(text, to)))


def name(text: str, line: str, role: Role) -> SetRole:
    """Say what a line is."""
    return SetRole(**SAID, anchor=anchor(text, at(text, line)), role=role)


def row_of(report: IssueReport, figure: str) -> Observation | None:
    """Return the row of a figure, if it has one."""
    for article in report.articles:
        ids = {quantity.id for quantity in article.quantities if figure in quantity.text}
        for each in article.observations:
            if each.quantity in ids:
                return each
    return None
