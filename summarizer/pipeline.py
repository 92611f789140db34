"""The whole story on one page: an issue goes in, a report comes out.

    Issue ─ lay_out ─► Article… ─ analyse, bind ─► Request ─ Model.draft ─► Draft
                                                      ▲                       │
                        unsupported claims: revise ───┴────── verify ◄────────┘
                                                                 │ check
                         IssueReport ◄── ArticleReport ◄─────────┘

Inside an article all offsets are in `article.text`; on the way out they are taken home to the
issue. What a person corrected goes in at two places: into the layout before all else, and into the
last draft before it is judged. Trouble with one article is a `Failure` beside the others, never
the end of the issue.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Literal, Protocol
from uuid import uuid4

from summarizer import __version__
from summarizer.analysis import analyse
from summarizer.analysis import article_quantities as article_quantities  # noqa: PLC0414 - public
from summarizer.binding import claims_of, read_rows
from summarizer.corrections import (
    Corrections,
    Fate,
    Placed,
    correct_layout,
    correct_rows,
    kept_corrections,
    placed,
    told,
)
from summarizer.document import Article, Issue, Layout
from summarizer.errors import ModelError, worded
from summarizer.models import NO_USAGE, Model, Request
from summarizer.report import (
    ArticleReport,
    Failure,
    Finding,
    IssueReport,
    Origin,
    Run,
    Usage,
    Verdict,
)
from summarizer.reporting import article_report, issue_report
from summarizer.segmentation import kept_layout, lay_out
from summarizer.settling import settle
from summarizer.summary import ArticleSummary
from summarizer.text import Span
from summarizer.verification import judge

EMBEDDED = "extractive"
BY_PERSON = "person"
"""The reason of a verdict that a person gave."""
STOPPED = "Stopped"
"""The error of an article that nobody waited for."""
UNREAD = "Unread"
"""The error of an article that is longer than can be read."""
NOTHING_SAID = ArticleSummary(abstract="")


class Unsupported(StrEnum):
    """What becomes of a claim that the text does not support, even after the last revision."""

    MARK = "mark"  # kept, with its finding beside it
    DROP = "drop"  # left out; the finding stays
    FAIL = "fail"  # kept and marked, and the article counts as failed


@dataclass(frozen=True, slots=True)
class Policy:
    """How often a model may revise, what becomes of bad claims, the language of the summary."""

    revisions: int = 1
    unsupported: Unsupported = Unsupported.MARK
    language: Literal["zh", "en"] = "zh"


@dataclass(frozen=True, slots=True)
class Treated:
    """One article after the whole treatment."""

    report: ArticleReport
    usage: Usage
    failures: tuple[Failure, ...]
    fates: Mapping[Placed, Fate]


@dataclass(frozen=True, slots=True)
class Judged:
    """A draft and the verdicts on it."""

    summary: ArticleSummary
    findings: tuple[Finding, ...]

    @property
    def unsupported(self) -> tuple[Finding, ...]:
        """The verdicts that are not `supported`."""
        return tuple(f for f in self.findings if f.verdict is not Verdict.SUPPORTED)

    @property
    def contested(self) -> tuple[Finding, ...]:
        """The verdicts that a model should hear of: what is refuted, not what is only doubted."""
        return tuple(f for f in self.findings if f.verdict is Verdict.REFUTED)


class Spread(Protocol):
    """A `map` over articles: the built-in one, or one that runs several at once."""

    def __call__(
        self, task: Callable[[Article], Treated], articles: Sequence[Article], /
    ) -> Iterable[Treated]:
        """Return the results in the order of the articles."""


DEFAULT_POLICY = Policy()


def summarize_issue(
    issue: Issue,
    model: Model,
    *,
    policy: Policy = DEFAULT_POLICY,
    layout: Layout | None = None,
    spread: Spread = map,
    corrections: Corrections | None = None,
) -> IssueReport:
    """Summarise every article of an issue; what fails is told in `failures`.

    Without a layout, the one a person has kept is used, or else the page is taken apart. Without
    corrections, those that lie beside the page are applied.
    """
    run = start_run(model)
    changes = placed(kept_corrections(issue) if corrections is None else corrections, issue.text)
    given = layout or kept_layout(issue) or lay_out(issue)
    layout, fates = correct_layout(given, issue, changes)
    task = partial(summarize_article, model=model, date=issue.date, policy=policy, changes=changes)
    treated = tuple(spread(task, layout.articles))
    articles = tuple(each.report for each in treated)
    return issue_report(
        issue,
        layout,
        run,
        articles,
        failures=tuple(failure for each in treated for failure in each.failures),
        usage=total_usage(each.usage for each in treated),
        corrections=told(changes, fates | _together(treated)),
    )


def _together(treated: Iterable[Treated]) -> dict[Placed, Fate]:
    return {change: fate for each in treated for change, fate in each.fates.items()}


def summarize_article(
    article: Article,
    model: Model,
    *,
    date: dt.date | None = None,
    policy: Policy = DEFAULT_POLICY,
    changes: tuple[Placed, ...] = (),
) -> Treated:
    """Draft, verify, let the model revise what the text does not support, and check the figures.

    `changes` are what a person corrected, on this article and on others.
    """
    request = ask_about(article, date)
    failures = tuple(_unread(request))
    try:
        judged, usage = _draft_and_revise(request, model, policy)
    except ModelError as error:
        judged, usage = Judged(NOTHING_SAID, ()), error.usage or NO_USAGE
        failures += (_failure(article, error),)
    if policy.unsupported is Unsupported.DROP:
        judged = _without_unsupported(judged, request, policy)
    elif policy.unsupported is Unsupported.FAIL and judged.unsupported:
        failures += (_unsupported_failure(article, judged),)
    corrected = _correct(judged, request, policy, changes)
    vouched = corrected.by_person
    drafted = Origin.ENGINE if model.name == EMBEDDED else Origin.MODEL
    summary = corrected.judged.summary
    origins = tuple(
        Origin.PERSON if at in vouched else drafted for at in range(len(summary.observations))
    )
    report = article_report(request, summary, corrected.judged.findings, origins)
    return Treated(report, usage, failures, corrected.fates)


def left_out(article: Article, *, date: dt.date | None) -> Treated:
    """Report an article about which nobody has answered: its figures, and that it failed."""
    failure = Failure(
        article=article.id, error=STOPPED, message=worded("stopped before there was an answer")
    )
    report = article_report(ask_about(article, date), NOTHING_SAID, (), ())
    return Treated(report, NO_USAGE, (failure,), {})


@dataclass(frozen=True, slots=True)
class Corrected:
    """A draft that a person corrected: the verdicts anew, and the rows that they vouch for."""

    judged: Judged
    by_person: frozenset[int]
    fates: Mapping[Placed, Fate]


def _correct(
    judged: Judged, request: Request, policy: Policy, changes: tuple[Placed, ...]
) -> Corrected:
    """Put in what a person said of this article's rows; of that they are the judge."""
    article = request.article
    own = tuple(each for each in changes if each.span and _holds(article, each.span))
    if not own:
        return Corrected(judged, frozenset(), {})
    homes = {quantity.id: article.locate(quantity.span) for quantity in request.quantities}
    rows = correct_rows(judged.summary, request.quantities, homes, own)
    dropped = tuple(each for each in judged.findings if each.subject == "dropped")
    anew = _judge(rows.summary, request, policy)
    findings = tuple(_vouched(each, rows.by_person) for each in anew.findings)
    return Corrected(Judged(rows.summary, (*findings, *dropped)), rows.by_person, rows.fates)


def _holds(article: Article, span: Span) -> bool:
    return any(block.span.start <= span.start < block.span.end for block in article.blocks)


def _vouched(finding: Finding, by_person: frozenset[int]) -> Finding:
    family, _, number = finding.subject.partition("/")
    if family != "observations" or int(number) not in by_person:
        return finding
    said = {"verdict": Verdict.SUPPORTED, "reason": BY_PERSON, "message": ""}
    return finding.model_copy(update=said)


def ask_about(article: Article, date: dt.date | None) -> Request:
    """Read an article, once for all that follows, and ask for a summary of it."""
    analysis = analyse(article, date)
    rows = read_rows(analysis)
    sureness = {row.claim.quantity: row.confidence for row in rows}
    return Request(analysis, claims_of(analysis, rows), sureness)


def _draft_and_revise(request: Request, model: Model, policy: Policy) -> tuple[Judged, Usage]:
    draft = model.draft(request)
    judged, usage = _judge(draft.summary, request, policy), draft.usage
    for _ in range(policy.revisions):
        if not judged.contested:
            break
        again = replace(request, findings=judged.contested, previous=judged.summary)
        try:
            draft = model.draft(again)
        except ModelError as error:  # the first draft is paid for: keep it, marked
            return judged, total_usage((usage, error.usage or NO_USAGE))
        usage = total_usage((usage, draft.usage))
        judged = _judge(draft.summary, request, policy)
    return judged, usage


def _judge(summary: ArticleSummary, request: Request, policy: Policy) -> Judged:
    findings = judge(summary, request.analysis, request.table, policy.language)
    return Judged(summary, settle(findings, summary, request))


def _without_unsupported(judged: Judged, request: Request, policy: Policy) -> Judged:
    """Leave out what is unsupported; the findings on it stay, as `dropped`."""
    kept = judged.summary.without(finding.subject for finding in judged.unsupported)
    dropped = (f.model_copy(update={"subject": "dropped"}) for f in judged.unsupported)
    return Judged(kept, (*_judge(kept, request, policy).findings, *dropped))


def _failure(article: Article, error: ModelError) -> Failure:
    return Failure(article=article.id, error=type(error).__name__, message=str(error))


def _unread(request: Request) -> Iterator[Failure]:
    """Yield a failure for what lies beyond the budget of an article."""
    if left := request.analysis.unread:
        read = len(request.article.text)
        message = f"only its first {read:,} of {read + left:,} characters were read; split the page"
        yield Failure(article=request.article.id, error=UNREAD, message=message)


def _unsupported_failure(article: Article, judged: Judged) -> Failure:
    claims = "; ".join(f"{each.subject} ({each.reason})" for each in judged.unsupported)
    return Failure(
        article=article.id,
        error="Unsupported",
        message=worded("not supported: {claims}", claims=claims),
    )


def start_run(model: Model) -> Run:
    """Record under which conditions a report is made."""
    return Run(
        id=uuid4().hex[:12],
        started=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        model=model.name,
        prompt=model.prompt,
        version=__version__,
    )


def total_usage(usages: Iterable[Usage]) -> Usage:
    """Add up; the cost of the whole is unknown as soon as the cost of a part is.

    An article that shared a request has tokens without a request of its own.
    """
    parts = [usage for usage in usages if usage.requests or usage.prompt_tokens]
    costs = [usage.cost for usage in parts]
    return Usage(
        requests=sum(part.requests for part in parts),
        prompt_tokens=sum(part.prompt_tokens for part in parts),
        completion_tokens=sum(part.completion_tokens for part in parts),
        cost=None if not costs or None in costs else sum(filter(None, costs)),
    )
