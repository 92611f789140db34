"""A page for the terminal: what the issue says, and which of it somebody should look at.

Figures are coloured by their standing. Nothing in the text acts: control characters are shown as
signs, and what looks like markup stays as it is.
"""

import io
from collections.abc import Collection, Iterable, Iterator, Mapping

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from summarizer import wording
from summarizer.citation import Figures, further_points, read
from summarizer.report import (
    ArticleReport,
    Check,
    Finding,
    IssueReport,
    Ledger,
    Outcome,
    Verdict,
)
from summarizer.standing import WORDS, Standing, standings, worst_first
from summarizer.summary import Measure, Status
from summarizer.table import Row, rows_of
from summarizer.wording import on_one_line, say

STYLES = {
    Standing.REFUTED: "bold red",
    Standing.MISMATCH: "bold red",
    Standing.REVIEW: "bold yellow",
    Standing.EXACT: "green",
    Standing.ROUNDING: "cyan",
    Standing.SUPPORTED: "green",
    Standing.UNUSED: "default",
    Standing.OTHER: "dim",
}
MARKS = {
    Standing.REFUTED: "✗",
    Standing.MISMATCH: "✗",
    Standing.REVIEW: "?",
    Standing.EXACT: "=",
    Standing.ROUNDING: "≈",
    Standing.SUPPORTED: "✓",
}
OUTCOMES = {
    Outcome.EXACT: ("=", "green"),
    Outcome.ROUNDING: ("≈", "cyan"),
    Outcome.MISMATCH: ("✗", "bold red"),
    Outcome.REVIEW: ("?", "bold yellow"),
    Outcome.NOT_CHECKABLE: ("·", "dim"),
}
AGREED = frozenset({Outcome.EXACT, Outcome.ROUNDING})
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
    console.print(_masthead(report))
    for article in report.articles:
        console.print(_article(report, article, text))
    for failure in report.failures:
        words = f"{failure.article}  {failure.error}: {failure.message}"
        console.print(Text(f"✗ {on_one_line(words)}", style="bold red"))
    console.print(_footer(report))


def _masthead(report: IssueReport) -> RenderableType:
    issue = report.issue
    parts = (issue.title, issue.date, issue.source)
    title = "  ".join(on_one_line(part) for part in parts if part)
    return Rule(Text(title, style="bold"), style="dim")


def _article(report: IssueReport, article: ArticleReport, text: str) -> RenderableType:
    rows = tuple(rows_of(report.issue, article, text))
    parts: list[RenderableType] = [Text(), _headline(article), _byline(article)]
    parts.append(Padding(_hanging(_summary(article, text)), (0, 0, 0, 2)))
    if rows:
        parts.append(Padding(_indicators(rows), (1, 0, 1, 2)))
    parts.append(Padding(_hanging(_notes(article)), (0, 0, 0, 2)))
    return Group(*parts)


def _hanging(lines: Iterable[tuple[Text, Text]]) -> Table:
    """Set each line with its mark in front, and what runs on under its first word."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for mark, line in lines:
        grid.add_row(mark, line)
    return grid


def _headline(article: ArticleReport) -> Text:
    words = on_one_line(article.headline or "（无题）")
    return Text.assemble(("▌ ", "bold cyan"), (words, "bold"))


def _byline(article: ArticleReport) -> Text:
    parts = (article.section, article.byline, "（原文未完）" if article.truncated else None)
    return Text("  " + " · ".join(on_one_line(part) for part in parts if part), style="dim")


def _summary(article: ArticleReport, text: str) -> Iterator[tuple[Text, Text]]:
    figures = Figures.of(read(text, article), article.quantities)
    stands = standings(article)
    if article.summary.abstract:
        yield Text("▪", style="cyan"), _prose(article.summary.abstract, figures, stands)
    for _, point in further_points(article):
        yield Text("·"), _prose(point.text, figures, stands, point.quantities)


def _prose(
    prose: str, figures: Figures, stands: Mapping[str, Standing], cited: Collection[str] = ()
) -> Text:
    """Colour the figures of a sentence by how they stand."""
    shown = on_one_line(prose)
    styled = Text(shown)
    for figure in figures.within(shown, cited):
        styled.stylize(STYLES[stands[figure.quantity.id]], figure.start, figure.end)
    return styled


def _indicators(rows: Iterable[Row]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, header_style="dim", pad_edge=False, show_edge=False)
    table.add_column("主体", overflow="fold", min_width=8, max_width=22)
    table.add_column("指标", overflow="fold", min_width=8, max_width=26)
    table.add_column("口径", no_wrap=True)
    table.add_column("数值", justify="right", no_wrap=True)
    table.add_column("时期", no_wrap=True)
    table.add_column("状态", no_wrap=True)
    table.add_column("核验", no_wrap=True)
    for row in rows:
        table.add_row(*_cells(row))
    return table


def _cells(row: Row) -> tuple[Text, ...]:
    said = row.observation
    measure = "" if said.measure is Measure.LEVEL else say(wording.MEASURE, said.measure)
    style = STYLES[row.standing]
    return (
        Text(on_one_line(said.ref_area or "—")),
        Text(on_one_line(said.indicator)),
        Text(measure, style="dim"),
        Text(row.shown, style=style),
        Text(on_one_line(said.time_period or said.time_period_text or "—")),
        _status(said.status),
        Text(f"{MARKS.get(row.standing, '')} {WORDS[row.standing]}", style=style),
    )


def _status(status: Status) -> Text:
    """Show where a figure stands: what is only meant to become one never looks like a fact."""
    style = "default" if status is Status.ACTUAL else "italic magenta"
    return Text(say(wording.STATUS, status), style=style)


def _notes(article: ArticleReport) -> Iterator[tuple[Text, Text]]:
    checked = [check for check in article.checks if check.result is not Outcome.NOT_CHECKABLE]
    yield from (_check(check) for check in worst_first(checked))
    if len(checked) < len(article.checks):
        left = len(article.checks) - len(checked)
        yield Text("·", style="dim"), Text(f"缺项未核 {left} 条", style="dim")
    for finding in article.findings:
        if finding.verdict in VERDICTS:
            yield _finding(finding)


def _check(check: Check) -> tuple[Text, Text]:
    mark, style = OUTCOMES[check.result]
    line = Text(on_one_line(check.formula))
    line.append(f"  {say(wording.OUTCOME, check.result)}", style=style)
    line.append(f"  {on_one_line(say(wording.RULE, check.rule))}", style="dim")
    if check.message and check.result not in AGREED:
        line.append(f"  {on_one_line(check.message)}")
    if check.candidates:
        line.append(f"  可能是 {'、'.join(map(on_one_line, check.candidates))}", style="yellow")
    return Text(mark, style=style), line


def _finding(finding: Finding) -> tuple[Text, Text]:
    mark, style = VERDICTS[finding.verdict]
    line = Text(on_one_line(say(wording.REASON, finding.reason)), style=style)
    line.append(f"  {on_one_line(finding.claim)}", style="default")
    if finding.message:
        line.append(f"  {on_one_line(finding.message)}", style="dim")
    return Text(mark, style=style), line


def _footer(report: IssueReport) -> RenderableType:
    run = report.run
    words = " · ".join(filter(None, (run.model, run.prompt, run.version, _cost(report))))
    return Group(Rule(style="dim"), _ledger(report.ledger), Text(on_one_line(words), style="dim"))


def _ledger(ledger: Ledger) -> Text:
    """Say how many numerals of the page are accounted for, and which are not."""
    line = Text(f"全文数字 {ledger.numerals} 处，已认领 {ledger.claimed} 处")
    if ledger.unclaimed:
        found = "、".join(on_one_line(quote.text) for quote in ledger.unclaimed)
        line.append(f"，未认领 {len(ledger.unclaimed)} 处：{found}", style="yellow")
    return line


def _cost(report: IssueReport) -> str | None:
    usage = report.usage
    if not usage.requests:
        return None
    cost = "" if usage.cost is None else f"，费用 {usage.cost}"
    return f"{usage.requests} 次请求，{usage.prompt_tokens}+{usage.completion_tokens} 词元{cost}"
