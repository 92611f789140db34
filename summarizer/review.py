"""A report under review: what a person corrected goes in, and all is judged again, unasked.

    report as a model made it ─┐
    corrections ───────────────┴─► report as a person left it

No model is paid for it: rows and words are taken from the report, and only what has become another
article is summed up by the embedded engine. Verdicts on what nobody touched stay.
"""

from summarizer.corrections import Corrections
from summarizer.document import Issue
from summarizer.models.extractive import ExtractiveModel
from summarizer.models.kept import KeptModel, same_article
from summarizer.pipeline import Policy, summarize_issue
from summarizer.report import ArticleReport, Finding, IssueReport, Observation, Origin

AS_IT_IS = Policy(revisions=0)
Key = tuple[object, ...]


def corrected(report: IssueReport, issue: Issue, corrections: Corrections) -> IssueReport:
    """Return the report on an issue as a person left it; `report` is as it was without them."""
    if not corrections.changes:
        return report
    model = KeptModel(report, ExtractiveModel())
    anew = summarize_issue(issue, model, policy=AS_IT_IS, corrections=corrections)
    return anew.model_copy(
        update={
            "run": report.run,
            "usage": report.usage,
            "failures": report.failures,
            "articles": tuple(_with_verdicts(each, report) for each in anew.articles),
        }
    )


def _with_verdicts(article: ArticleReport, before: IssueReport) -> ArticleReport:
    """Put back what was judged of rows and words that are as they were."""
    known = {key: row for each in before.articles for key, row in _rows(each).items()}
    reasons = {key: finding for each in before.articles for key, finding in _reasons(each).items()}
    keys = _keys(article)
    settled = _words(same_article(before, article))
    rows = list(article.observations)
    for at, (row, key) in enumerate(zip(article.observations, keys, strict=True)):
        if row.origin is not Origin.PERSON and key in known:
            rows[at] = known[key].model_copy(update={"quantity": row.quantity})
            if key in reasons:
                subject = f"observations/{at}"
                settled[subject] = reasons[key].model_copy(update={"subject": subject})
    findings = tuple(settled.get(finding.subject, finding) for finding in article.findings)
    return article.model_copy(update={"observations": tuple(rows), "findings": findings})


def _words(twin: ArticleReport | None) -> dict[str, Finding]:
    """Return what was judged of an article's abstract and key points."""
    findings = twin.findings if twin else ()
    return {f.subject: f for f in findings if not f.subject.startswith("observations/")}


def _rows(article: ArticleReport) -> dict[Key, Observation]:
    return dict(zip(_keys(article), article.observations, strict=True))


def _reasons(article: ArticleReport) -> dict[Key, Finding]:
    by_subject = {finding.subject: finding for finding in article.findings}
    return {
        key: by_subject[f"observations/{at}"]
        for at, key in enumerate(_keys(article))
        if f"observations/{at}" in by_subject
    }


def _keys(article: ArticleReport) -> list[Key]:
    """Return what makes each row that row: the place of its figure, and its words."""
    places = {quantity.id: quantity.span for quantity in article.quantities}
    return [
        (
            places.get(row.quantity),
            row.ref_area,
            row.indicator,
            row.scope,
            row.measure,
            row.time_period_text,
            row.status,
        )
        for row in article.observations
    ]
