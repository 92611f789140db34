"""A page for the terminal: what the issue says, and which of it somebody should look at.

Figures are coloured by their standing. Nothing in the text acts: control characters are shown as
signs, and what looks like markup stays as it is. No figure is cut, however narrow the terminal:
`lines` folds what is said, `indicators` sets the table.
"""

import io
from collections.abc import Collection, Iterator, Mapping

from rich.console import Console

from summarizer import wording
from summarizer.citation import Figures, further_points, read
from summarizer.phrases import label, told
from summarizer.renderers.terminal.indicators import INDENT, STYLES, indicators
from summarizer.renderers.terminal.lines import BLANK, Line, Page, Run, fold, hang, measure, said
from summarizer.report import (
    AGREED,
    ArticleReport,
    Check,
    Finding,
    IssueReport,
    Ledger,
    Outcome,
    Verdict,
)
from summarizer.standing import Standing, standings, worst_first
from summarizer.table import rows_of
from summarizer.wording import listed, on_one_line, say

OUTCOMES = {
    Outcome.EXACT: ("=", "green"),
    Outcome.ROUNDING: ("≈", "cyan"),
    Outcome.MISMATCH: ("✗", "bold red"),
    Outcome.REVIEW: ("?", "bold yellow"),
    Outcome.NOT_CHECKABLE: ("·", "dim"),
}
VERDICTS = {Verdict.REFUTED: ("✗", "bold red"), Verdict.NOT_ENOUGH_INFO: ("?", "bold yellow")}
WIDTH = 96
"""Columns of a page that goes into a file."""


def render(report: IssueReport, text: str) -> bytes:
    """Return the page as plain text, for a file or a pipe."""
    out = io.StringIO()
    console = Console(file=out, width=WIDTH, color_system=None, force_terminal=False, emoji=False)
    render_terminal(report, text, console)
    lines = (line.rstrip() for line in out.getvalue().splitlines())
    return ("\n".join(lines) + "\n").encode()


def render_terminal(report: IssueReport, text: str, console: Console) -> None:
    """Print the page on a console."""
    console.print(Page(_page(report, text, console.width)), crop=False, end="")


def _page(report: IssueReport, text: str, width: int) -> Iterator[Line]:
    yield from _masthead(report, width)
    for article in report.articles:
        yield from _article(report, article, text, width)
    for failure in report.failures:
        words = f"{failure.article}  {told(failure.message)}"
        yield from hang(Run("✗", "bold red"), (said(words, "bold red"),), width)
    yield from _footer(report, width)


def _masthead(report: IssueReport, width: int) -> Iterator[Line]:
    issue = report.issue
    parts = (issue.title, issue.date, issue.source)
    title = said("  ".join(on_one_line(part) for part in parts if part), "bold")
    left, odd = divmod(width - measure((title,)) - 2, 2)
    if left < 1:
        yield from fold((title,), width)
    else:
        yield Run("─" * left + " ", "dim"), title, Run(" " + "─" * (left + odd), "dim")


def _article(report: IssueReport, article: ArticleReport, text: str, width: int) -> Iterator[Line]:
    yield BLANK
    headline = said(article.headline or label("（无题）"), "bold")
    yield from hang(Run("▌", "bold cyan"), (headline,), width)
    yield from _byline(article, width)
    for mark, line in _summary(article, text):
        yield from hang(mark, line, width, INDENT)
    if article.observations:
        yield BLANK
        yield from indicators(rows_of(report.issue, article, text), width)
        yield BLANK
    for mark, line in _notes(article):
        yield from hang(mark, line, width, INDENT)


def _byline(article: ArticleReport, width: int) -> Iterator[Line]:
    parts = (article.section, article.byline, label("（原文未完）") if article.truncated else None)
    words = " · ".join(on_one_line(part) for part in parts if part)
    for line in fold((said(words, "dim"),), width - len(INDENT)) if words else ():
        yield Run(INDENT), *line


def _summary(article: ArticleReport, text: str) -> Iterator[tuple[Run, Line]]:
    figures = Figures.of(read(text, article), article.quantities)
    stands = standings(article)
    if article.summary.abstract:
        yield Run("▪", "cyan"), _prose(article.summary.abstract, figures, stands)
    for _, point in further_points(article):
        yield Run("·"), _prose(point.text, figures, stands, point.quantities)


def _prose(
    prose: str, figures: Figures, stands: Mapping[str, Standing], cited: Collection[str] = ()
) -> Line:
    """Colour the figures of a sentence by how they stand."""
    sentence, line, end = said(prose).text, [], 0
    for figure in figures.within(sentence, cited):
        line.append(Run(sentence[end : figure.start]))
        style = STYLES[stands[figure.quantity.id]]
        line.append(Run(sentence[figure.start : figure.end], style, whole=True))
        end = figure.end
    return (*line, Run(sentence[end:]))


def _notes(article: ArticleReport) -> Iterator[tuple[Run, Line]]:
    checked = [check for check in article.checks if check.result is not Outcome.NOT_CHECKABLE]
    yield from (_check(check) for check in worst_first(checked))
    if len(checked) < len(article.checks):
        left = len(article.checks) - len(checked)
        yield Run("·", "dim"), (Run(label("缺项未核 {count} 条").format(count=left), "dim"),)
    for finding in article.findings:
        if finding.verdict in VERDICTS:
            yield _finding(finding)


def _check(check: Check) -> tuple[Run, Line]:
    mark, style = OUTCOMES[check.result]
    line = [said(check.formula), Run(f"  {say(wording.OUTCOME, check.result)}", style)]
    line += Run("  "), said(say(wording.RULE, check.rule), "dim")
    if check.message and check.result not in AGREED:
        line += Run("  "), said(told(check.message))
    if check.candidates:
        line += Run("  " + label("可能是 "), "yellow"), said(listed(check.candidates), "yellow")
    return Run(mark, style), tuple(line)


def _finding(finding: Finding) -> tuple[Run, Line]:
    mark, style = VERDICTS[finding.verdict]
    line = [said(say(wording.REASON, finding.reason), style), Run("  "), said(finding.claim)]
    if finding.message:
        line += Run("  "), said(told(finding.message), "dim")
    return Run(mark, style), tuple(line)


def _footer(report: IssueReport, width: int) -> Iterator[Line]:
    run = report.run
    words = " · ".join(filter(None, (run.model, run.prompt, run.version, _cost(report))))
    yield (Run("─" * width, "dim"),)
    yield from fold(_ledger(report.ledger), width)
    yield from fold((said(words, "dim"),), width)


def _ledger(ledger: Ledger) -> Line:
    """Say how many numerals of the page are accounted for, and which are not."""
    counts = label("全文数字 {numerals} 处，已认领 {claimed} 处")
    line = (Run(counts.format(numerals=ledger.numerals, claimed=ledger.claimed)),)
    if not ledger.unclaimed:
        return line
    found = listed(quote.text for quote in ledger.unclaimed)
    missed = label("，未认领 {count} 处：").format(count=len(ledger.unclaimed))
    return *line, Run(missed, "yellow"), said(found, "yellow")


def _cost(report: IssueReport) -> str | None:
    usage = report.usage
    if not usage.requests:
        return None
    tokens = f"{usage.prompt_tokens}+{usage.completion_tokens}"
    paid = label("{requests} 次请求，{tokens} 词元").format(requests=usage.requests, tokens=tokens)
    return paid if usage.cost is None else paid + label("，费用 {cost}").format(cost=usage.cost)
