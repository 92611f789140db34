"""A report as Markdown: each article, its indicator table, its checks, every figure footnoted.

    prose with 4.36亿元[^1]   …   [^1]: 4.36亿元：“the printed sentence”（字 12–18）

`digest` has the forms that Chinese offices send round. Words of the page never become markup.
"""

from collections.abc import Iterator

from summarizer import wording
from summarizer.citation import further_points, reference
from summarizer.digest import HEADER, check_words, indicator_words
from summarizer.phrases import label, told
from summarizer.renderers.markdown.writing import Notes, document, escape, grid
from summarizer.report import ArticleReport, Finding, IssueReport, Verdict
from summarizer.standing import worst_first
from summarizer.table import Row, rows_of
from summarizer.wording import say


def render(report: IssueReport, text: str) -> bytes:
    """Return the whole report as one Markdown page."""
    notes = Notes(text)
    issue = report.issue
    title = " ".join(part for part in (issue.title or issue.source, issue.date) if part)
    lines = [f"# {escape(title)}"]
    for article in report.articles:
        lines += _article(report, article, notes)
    return document((*lines, *_closing(report)), notes)


def _article(report: IssueReport, article: ArticleReport, notes: Notes) -> Iterator[str]:
    yield f"## {escape(article.headline or label('（无题）'))}"
    yield escape(reference(report.issue, article)) + (
        label("（原文未完）") if article.truncated else ""
    )
    if article.summary.abstract:
        yield notes.on(article, article.summary.abstract)
    points = [point for _, point in further_points(article)]
    if points:
        yield "\n".join(f"- {notes.on(article, each.text, each.quantities)}" for each in points)
    rows = tuple(rows_of(report.issue, article, notes.text))
    if rows:
        yield grid(map(label, HEADER), (_indicator_cells(row, notes) for row in rows))
    if article.checks:
        yield f"**{label('勾稽')}**"
        yield "\n".join(f"- {escape(check_words(check))}" for check in worst_first(article.checks))
    doubts = [each for each in article.findings if each.verdict is not Verdict.SUPPORTED]
    if doubts:
        yield f"**{label('待核')}**"
        yield "\n".join(f"- {_doubt(finding)}" for finding in doubts)


def _indicator_cells(row: Row, notes: Notes) -> tuple[str, ...]:
    """Return a row of the indicator table, its figure footnoted."""
    area, indicator, figure, *rest = map(escape, indicator_words(row))
    note = notes.mark(row.article, row.quantity) if row.quantity else ""
    return (area, indicator, figure + note, *rest)


def _doubt(finding: Finding) -> str:
    verdict, reason = say(wording.VERDICT, finding.verdict), say(wording.REASON, finding.reason)
    words = label("{name}：{what}").format(name=verdict, what=escape(finding.claim))
    words += label("（{said}）").format(said=escape(reason))
    return f"{words} {escape(told(finding.message))}".strip()


def _closing(report: IssueReport) -> Iterator[str]:
    yield "---"
    ledger = report.ledger
    accounts = label("全文数字 {numerals} 处，已认领 {claimed} 处").format(
        numerals=ledger.numerals, claimed=ledger.claimed
    )
    if missed := ledger.unclaimed:
        accounts += label("，未认领 {count} 处：").format(count=len(missed))
        accounts += wording.listed(escape(quote.text) for quote in missed)
    yield accounts
    for failure in report.failures:
        yield escape(
            label("{name}：{what}").format(name=failure.article, what=told(failure.message))
        )
    run = report.run
    yield escape(" · ".join(part for part in (run.model, run.prompt, run.version) if part))
