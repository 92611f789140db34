"""The report as an Excel workbook for the people who will go on working with it.

    说明    what was read, by what, and what the words mean
    总表    the articles                     勾稽    the checks
    长表    one row for each figure          核验    the verdicts
    宽表    who and what × period            摘句    the sentence of each figure, with its reference

Nothing in it calculates or leads out of the file: texts are written as texts, figures as numbers
(book). What the wide sheet takes in, and in which cell, is decided in `wide`.
"""

import io
from collections.abc import Iterator
from typing import Any

from summarizer import wording
from summarizer.citation import reference
from summarizer.phrases import label, told
from summarizer.renderers.xlsx.book import Book, Link, Shown
from summarizer.renderers.xlsx.wide import widen
from summarizer.report import IssueReport
from summarizer.standing import WORDS
from summarizer.table import ARTICLES, CHECKS, CORRECTIONS, FINDINGS, OBSERVATIONS, Row, Table

LONG, QUOTES = OBSERVATIONS.title, "摘句"
SAID_ONCE = frozenset({"issue", "title", "date", "source"})
"""Columns that are the same on every line: the notes have them."""
COLUMNS = tuple(column for column in OBSERVATIONS.columns if column.name not in SAID_ONCE)
WIDE = (
    "一格一个数。“界”为 ≥ > ≤ < 的是原文给出的界限，≈ 是约数，各占一行，不与实数混排；"
    "同一格原文有几个不同的数，依“并列”另行列出，不作取舍。"
)
FROZEN = 4
"""Columns of the long table that stay in view: up to whom and what a figure is about."""
LINKED = "printed"
"""The column of the long table that leads to the sentence."""


def render(report: IssueReport, text: str) -> bytes:
    """Return the workbook."""
    rows = list(OBSERVATIONS.rows(report, text))
    out = io.BytesIO()
    with Book(out, report.run.started) as book:
        notes = ((label(name), said) for name, said in _notes(report))
        book.sheet("说明", ("项", "内容"), notes)
        _sheet(book, ARTICLES, report, text)
        header = [column.title for column in COLUMNS]
        lines = (_long(row, line) for line, row in enumerate(rows, 1))
        book.sheet(LONG, header, lines, FROZEN)
        book.sheet("宽表", *widen(rows))
        _sheet(book, CHECKS, report, text)
        _sheet(book, FINDINGS, report, text)
        if report.corrections:
            _sheet(book, CORRECTIONS, report, text)
        quoted = ("篇", "主体", "指标", "原文数字", "摘句", "起", "止", "引文")
        book.sheet(QUOTES, quoted, (_quote(row, line) for line, row in enumerate(rows, 1)))
    return out.getvalue()


def _sheet(book: Book, table: Table[Any], report: IssueReport, text: str) -> None:
    columns = table.columns
    lines = (tuple(column.say(row) for column in columns) for row in table.rows(report, text))
    book.sheet(table.title, [column.title for column in columns], lines)


def _long(row: Row, line: int) -> tuple[Shown, ...]:
    return tuple(
        Link(row.printed, QUOTES, line)
        if column.name == LINKED and row.printed
        else column.say(row)
        for column in COLUMNS
    )


def _quote(row: Row, line: int) -> tuple[Shown, ...]:
    return (
        row.article.id,
        row.observation.ref_area,
        row.observation.indicator,
        Link(row.printed, LONG, line) if row.printed else None,
        row.sentence,
        row.quantity.start if row.quantity else None,
        row.quantity.end if row.quantity else None,
        reference(row.issue, row.article),
    )


def _notes(report: IssueReport) -> Iterator[tuple[str, Shown]]:
    """Yield what one must know to use the other sheets."""
    issue, run, ledger = report.issue, report.run, report.ledger
    yield from (("报名", issue.title or label("[不详]")), ("日期", issue.date or label("[不详]")))
    yield from (("来源", issue.source), ("SHA-256", issue.sha256), ("字数", issue.characters))
    yield from (("模型", run.model), ("提示词", run.prompt or label("无")), ("版本", run.version))
    yield from (("运行", run.id), ("开始", run.started))
    yield from (("全文数字", ledger.numerals), ("已认领", ledger.claimed))
    yield "未认领", wording.listed(quote.text for quote in ledger.unclaimed) or label("无")
    for failure in report.failures:
        yield label("未成：") + failure.article, told(failure.message)
    yield (
        "状态",
        wording.all_said(wording.STATUS) + label("。只有实绩、初步是事实，宽表只收这两种。"),
    )
    yield "宽表", label(WIDE)
    yield "核验", wording.all_said(wording.VERDICT)
    yield "勾稽", wording.all_said(wording.OUTCOME) + label("。说的是原文数字之间是否一致。")
    yield "数字之间", wording.all_said(WORDS)
    yield "数值", label("已乘出万、亿，以“单位”计；“量级”是印出的十的幂；“起”“止”以码位计。")
