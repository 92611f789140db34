"""`summarize check`: the figures of a page among themselves, and sentences of yours against it.

    summarize check issue.txt                      what the figures of the page do not agree on
    summarize check issue.txt --claims said.txt    each line of said.txt against the page
    summarize check issue.txt --json               the same for a program

No model is asked. Exit code 1 where figures cannot agree or a claim is not supported.
"""

import json
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.issue import tell_failures
from summarizer.cli.options import DateOption, EncodingOption, Language, issue_date
from summarizer.cli.watching import for_tables
from summarizer.phrases import label, told

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from summarizer.report import ArticleReport, Check, Finding, IssueReport

ALARMING = frozenset({"mismatch", "refuted"})


def check(
    source: Annotated[str, typer.Argument(metavar="ISSUE", help="A page of text; - is stdin.")],
    claims: Annotated[
        Path | None, typer.Option("--claims", help="A text file: one claim about the page a line.")
    ] = None,
    date: DateOption = None,
    encoding: EncodingOption = None,
    language: Annotated[Language, typer.Option("--language", help="Language of claims.")] = "zh",
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Show also what agrees.")] = False,
) -> None:
    """Tick and tie the figures of a page, and check your own sentences against it."""
    from summarizer.claims import claims_judged
    from summarizer.models import open_model
    from summarizer.pipeline import summarize_issue
    from summarizer.reading import read_issue
    from summarizer.segmentation import kept_layout, lay_out

    issue = read_issue(source, encoding=encoding, date=issue_date(date))
    layout = kept_layout(issue) or lay_out(issue)
    report = summarize_issue(issue, open_model("extractive"), layout=layout)
    tell_failures(report)
    judged = claims_judged(_lines(claims), issue, layout.articles, language) if claims else ()
    findings = tuple(each.finding for each in judged)
    if as_json:
        typer.echo(json.dumps(_as_data(report, findings), ensure_ascii=False, indent=2))
    else:
        _show(report, findings, everything=everything)
    if _alarms(report, findings):
        raise typer.Exit(1)


def _lines(path: Path) -> tuple[str, ...]:
    from summarizer.reading import read_issue

    lines = read_issue(path).text.splitlines()
    return tuple(line.strip() for line in lines if line.strip())


def _as_data(report: "IssueReport", findings: "tuple[Finding, ...]") -> dict[str, object]:
    return {
        "articles": [
            {
                "id": article.id,
                "headline": article.headline,
                "checks": [each.model_dump(mode="json") for each in article.checks],
            }
            for article in report.articles
        ],
        "claims": [
            finding.model_dump(mode="json", exclude={"subject", "evidence"}) for finding in findings
        ],
        "ledger": report.ledger.model_dump(mode="json"),
    }


def _show(report: "IssueReport", findings: "tuple[Finding, ...]", *, everything: bool) -> None:
    from summarizer.report import ALARMS

    console = for_tables()
    for article in report.articles:
        shown = [c for c in article.checks if everything or c.result in ALARMS]
        if shown:
            console.print(_checks_table(article, shown))
    if findings:
        console.print(_claims_table(findings))
        _show_verdicts(findings)
    _show_sums(report)


def _table(*headers: str) -> "Table":
    """Return a table whose cells are folded where they are long: no figure is ever cut."""
    from rich.table import Column, Table

    return Table(*(Column(header, overflow="fold") for header in headers))


def _checks_table(article: "ArticleReport", checks: "list[Check]") -> "Table":
    from summarizer.wording import OUTCOME, RULE, say

    table = _table(*map(label, ("规则", "结果", "算式", "说明", "可能的原数")))
    table.title = _cell(article.headline or label("（无题）"))
    for each in checks:
        cells = (say(RULE, each.rule), say(OUTCOME, each.result), each.formula, told(each.message))
        table.add_row(*map(_cell, cells), _cell(" ".join(each.candidates)))
    return table


def _cell(text: str) -> "Text":
    """Return words of a page for a table: nothing in them is a command to the terminal."""
    from rich.text import Text

    from summarizer.wording import visible

    return Text(visible(text))


def _claims_table(findings: "tuple[Finding, ...]") -> "Table":
    from summarizer.wording import REASON, TIER, VERDICT, backing, say

    table = _table(*map(label, ("主张", "核验", "层次", "依据", "说明")))
    for finding in findings:
        verdict, reason = say(VERDICT, finding.verdict), say(REASON, finding.reason)
        says = told(finding.message) or backing(finding)
        cells = (finding.claim, verdict, say(TIER, finding.tier), reason, says)
        table.add_row(*map(_cell, cells))
    return table


def _show_verdicts(findings: "tuple[Finding, ...]") -> None:
    """Count the verdicts, and on which tier they were given."""
    from summarizer.wording import TIER, VERDICT, say

    verdicts = [f"{say(VERDICT, f.verdict)} ({say(TIER, f.tier) or '-'})" for f in findings]
    counts = ", ".join(f"{verdicts.count(each)} {each}" for each in dict.fromkeys(verdicts))
    told = _("{number} claims: {counts}").format(number=len(findings), counts=counts)
    typer.echo(told, err=True)


def _show_sums(report: "IssueReport") -> None:
    from summarizer.wording import OUTCOME, say

    checks = (check for article in report.articles for check in article.checks)
    results = [say(OUTCOME, check.result) for check in checks]
    counts = ", ".join(f"{results.count(result)} {result}" for result in dict.fromkeys(results))
    ledger = report.ledger
    typer.echo(
        _("{number} checks: {counts}").format(
            number=len(results), counts=counts or _("nothing to check")
        ),
        err=True,
    )
    typer.echo(
        _("{claimed} of {numerals} numerals accounted for").format(
            claimed=ledger.claimed, numerals=ledger.numerals
        ),
        err=True,
    )


def _alarms(report: "IssueReport", findings: "tuple[Finding, ...]") -> bool:
    checks = (check.result.value for article in report.articles for check in article.checks)
    return bool(ALARMING.intersection(checks)) or any(
        finding.verdict.value != "supported" for finding in findings
    )
