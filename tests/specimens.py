"""An issue and a report on it, as small as they can be and still have a row in every table."""

import datetime as dt
from decimal import Decimal

from summarizer.document import Issue, Role
from summarizer.quantity import Kind, Quantity
from summarizer.report import (
    ArticleReport,
    BlockPlace,
    Check,
    Failure,
    Finding,
    IssueInfo,
    IssueReport,
    Ledger,
    Observation,
    Outcome,
    Run,
    Summary,
    Usage,
    Verdict,
)
from summarizer.store import digest
from summarizer.summary import Measure, Status

VALUE = Decimal("1.25E+9")
HALF = Decimal(500000)
TEXT = "青岚高新区\n今年上半年，园区实现产值12.50亿元。"


def an_issue(text: str = TEXT) -> Issue:
    """Return a page of two lines."""
    name = digest(text.encode())
    return Issue(name, "a.txt", text, name, "青岚日报", dt.date(2018, 11, 26))


def a_report(
    issue: Issue,
    run: Run,
    failures: tuple[Failure, ...] = (),
    *,
    value: Decimal = VALUE,
    printed: str = "12.50亿元",
    period: str = "2018-S1",
    status: Status = Status.ACTUAL,
) -> IssueReport:
    """Return what might be said about it."""
    return IssueReport(
        issue=IssueInfo(
            id=issue.id,
            source=issue.source,
            sha256=issue.sha256,
            title=issue.title,
            date="2018-11-26",
            characters=len(issue.text),
        ),
        run=run,
        articles=(an_article(value, printed, period, status),),
        furniture=(),
        ledger=Ledger(numerals=1, claimed=1, unclaimed=()),
        failures=failures,
        usage=Usage(requests=1, prompt_tokens=90, completion_tokens=9, cost=Decimal("0.0012")),
    )


def an_article(value: Decimal, printed: str, period: str, status: Status) -> ArticleReport:
    """Return one article with one figure."""
    return ArticleReport(
        id="A1",
        headline="青岚高新区",
        byline=None,
        section=None,
        truncated=False,
        blocks=(BlockPlace(start=0, end=len(TEXT), role=Role.BODY),),
        quantities=(
            Quantity(
                18,
                25,
                printed,
                Kind.AMOUNT,
                value=value,
                low=value - HALF,
                high=value + HALF,
                id="Q1",
            ),
        ),
        summary=Summary(abstract="产值12.50亿元。", key_points=()),
        observations=(
            Observation(
                quantity="Q1",
                ref_area="青岚高新区",
                indicator="产值",
                indicator_code=None,
                scope=None,
                measure=Measure.LEVEL,
                time_period=period,
                time_period_text="今年上半年",
                status=status,
                value=value,
                unit="CNY",
                unit_mult=8,
                verdict=Verdict.SUPPORTED,
            ),
        ),
        findings=(
            Finding(
                subject="observations/0",
                claim="产值12.50亿元",
                verdict=Verdict.SUPPORTED,
                reason="exact",
            ),
        ),
        checks=(Check(rule="sum", result=Outcome.EXACT, formula="Q1 = Q1", quantities=("Q1",)),),
    )
