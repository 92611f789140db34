"""A whole run as one workbook: every row of every page, for filters and pivots.

说明    which run, how much, what the words mean
指标    one row for each figure, typed, whom and what in view ─► 篇目
篇目    the articles, with their summaries and references
人工    what a person corrected, where anybody did
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import IO

from summarizer import wording
from summarizer.citation import reference
from summarizer.phrases import label
from summarizer.renderers.xlsx.book import Book, Link, Shown
from summarizer.report import IssueReport, Run
from summarizer.table import CORRECTIONS, OBSERVATIONS, Row

Page = tuple[IssueReport, str]
FIRST = (
    "ref_area",
    "indicator",
    "scope",
    "measure",
    "time_period",
    "status",
    "printed",
    "value",
    "unit",
)
LEFT_OUT = frozenset({"issue", "row"})
FROZEN = 2
ARTICLES = "篇目"
MOST = 1_000_000
"""Rows of a sheet; further ones go into further sheets."""
HEADER = ("标题", "报名", "日期", "来源", "栏目", "署名", "摘要", "要点", "指标行数", "引文")


@cache
def columns() -> tuple:  # type: ignore[type-arg]  # of columns
    """Return the columns of the table of an archive, whom and what in front."""
    by_name = {column.name: column for column in OBSERVATIONS.columns}
    rest = (name for name in by_name if name not in {*FIRST, *LEFT_OUT})
    return tuple(by_name[name] for name in (*FIRST, *rest))


def write_archive(pages: Iterable[Page], run: Run, out: IO[bytes]) -> None:
    """Write the pages of a run into a workbook."""
    rows: list[tuple[Shown, ...]] = []
    articles: list[tuple[Shown, ...]] = []
    corrections: list[tuple[Shown, ...]] = []
    count = 0
    for report, text in pages:
        count, lines = count + 1, {}
        for article in report.articles:
            articles.append(_article(report, article.id))
            lines[article.id] = len(articles)
        rows += (_row(row, lines[row.article.id]) for row in OBSERVATIONS.rows(report, text))
        corrections += _corrections(report, text)
    with Book(out, run.started) as book:
        notes = ((label(name), said) for name, said in _notes(run, count, len(articles), len(rows)))
        book.sheet("说明", ("项", "内容"), notes)
        titles = [column.title for column in columns()]
        for start in range(0, max(len(rows), 1), MOST):
            name = label("指标") + (str(start // MOST + 1) if start else "")
            book.sheet(name, titles, rows[start : start + MOST], FROZEN)
        book.sheet(ARTICLES, HEADER, articles, 1)
        if corrections:
            said = [column.title for column in CORRECTIONS.columns[1:]]
            book.sheet(CORRECTIONS.title, ("来源", *said), corrections)


def _row(row: Row, line: int) -> tuple[Shown, ...]:
    return tuple(
        Link(row.printed, ARTICLES, line)
        if column.name == "printed" and row.printed
        else column.say(row)
        for column in columns()
    )


def _article(report: IssueReport, name: str) -> tuple[Shown, ...]:
    article = next(each for each in report.articles if each.id == name)
    issue = report.issue
    return (
        article.headline,
        issue.title,
        issue.date,
        issue.source,
        article.section,
        article.byline,
        article.summary.abstract,
        "\n".join(point.text for point in article.summary.key_points),
        len(article.observations),
        reference(issue, article),
    )


def _corrections(report: IssueReport, text: str) -> Iterator[tuple[Shown, ...]]:
    for row in CORRECTIONS.rows(report, text):
        yield (report.issue.source, *(column.say(row) for column in CORRECTIONS.columns[1:]))


def _notes(run: Run, pages: int, articles: int, rows: int) -> Iterator[tuple[str, Shown]]:
    yield from (("版面", pages), ("文章", articles), ("指标行", rows))
    yield from (("模型", run.model), ("提示词", run.prompt or label("无")), ("版本", run.version))
    yield from (("运行", run.id), ("开始", run.started))
    yield "状态", wording.all_said(wording.STATUS) + label("。只有实绩、初步是事实。")
    yield "核验", wording.all_said(wording.VERDICT)
    yield "来源方", wording.all_said(wording.ORIGIN)
    yield "数值", label("已乘出万、亿，以“单位”计；“量级”是印出的十的幂；“起”“止”以码位计。")
