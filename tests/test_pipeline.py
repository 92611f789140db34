"""The whole story, with a scripted model in the seam."""

from cProfile import Profile

import pytest
from conftest import ScriptedModel

from summarizer.analysis import analyse, article_quantities
from summarizer.analysis.sentences import read_sentences
from summarizer.binding import read_rows
from summarizer.document import Issue
from summarizer.errors import ModelUnavailable
from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import Policy, Unsupported, summarize_issue
from summarizer.report import IssueReport, Verdict
from summarizer.segmentation import segment
from summarizer.summary import ArticleSummary, KeyPoint, ObservationClaim

RIGHT = "2023年一季度,全区规模以上工业企业实现总产值104.6亿元,同比增长12.3%"
WRONG = "2023年一季度,全区规模以上工业企业实现总产值140.6亿元"


def cited(issue: Issue, printed: str) -> str:
    """Return the id of the first quantity of the first article that is printed so."""
    quantities = article_quantities(segment(issue)[0], issue.date)
    return next(quantity.id for quantity in quantities if quantity.text == printed)


def saying(*points: str) -> ArticleSummary:
    """Draft a summary of these key points."""
    return ArticleSummary(abstract="", key_points=tuple(KeyPoint(text=p) for p in points))


def test_every_span_of_a_report_is_what_it_says(continued: Issue) -> None:
    """For every quantity, `text[start:end]` is its text."""
    report = summarize_issue(continued, ExtractiveModel())
    for article in report.articles:
        assert article.quantities
        for quantity in article.quantities:
            assert continued.text[quantity.start : quantity.end] == quantity.text


def test_blocks_and_furniture_cover_the_page_once(continued: Issue) -> None:
    """Every non-blank character belongs to exactly one of them."""
    report = summarize_issue(continued, ExtractiveModel())
    places = [block for article in report.articles for block in article.blocks]
    places += report.furniture
    covered = [n for place in places for n in range(place.start, place.end)]
    visible = {n for n, character in enumerate(continued.text) if not character.isspace()}
    assert len(covered) == len(set(covered))
    assert visible <= set(covered)


def test_a_supported_draft_is_not_asked_for_again(zone_news: Issue) -> None:
    """One request for each article is enough when the text supports every claim."""
    model = ScriptedModel([saying()])
    report = summarize_issue(zone_news, model)
    assert len(model.requests) == len(report.articles)


def test_an_unsupported_claim_is_sent_back_with_the_reason(zone_news: Issue) -> None:
    """The revision round names the claim; what is then right is released."""
    model = ScriptedModel([saying(WRONG), saying(RIGHT), saying()])
    report = summarize_issue(zone_news, model)
    asked_again = model.requests[1]
    assert [finding.subject for finding in asked_again.findings] == ["key_points/0"]
    assert "140.6" in asked_again.findings[0].message
    assert report.articles[0].findings[-1].verdict is Verdict.SUPPORTED


def unrepentant(issue: Issue, unsupported: Unsupported) -> IssueReport:
    """Summarise with a model that insists on a wrong figure beside a right one."""
    model = ScriptedModel([saying(WRONG, RIGHT)] * 2 + [saying()])
    return summarize_issue(issue, model, policy=Policy(1, unsupported))


def test_what_stays_unsupported_is_kept_and_marked(zone_news: Issue) -> None:
    """Never silently released: the finding stands beside it."""
    article = unrepentant(zone_news, Unsupported.MARK).articles[0]
    verdicts = {finding.subject: finding.verdict for finding in article.findings}
    assert verdicts["key_points/0"] is Verdict.REFUTED
    assert verdicts["key_points/1"] is Verdict.SUPPORTED


def test_what_stays_unsupported_can_be_dropped(zone_news: Issue) -> None:
    """Then the rest moves up, and the finding on what is gone stays."""
    article = unrepentant(zone_news, Unsupported.DROP).articles[0]
    assert [point.text for point in article.summary.key_points] == [RIGHT]
    verdicts = {finding.subject: finding.verdict for finding in article.findings}
    assert verdicts["key_points/0"] is Verdict.SUPPORTED
    assert verdicts["dropped"] is Verdict.REFUTED


def test_what_stays_unsupported_can_fail_the_article(zone_news: Issue) -> None:
    """The failure names the claim."""
    (failure,) = unrepentant(zone_news, Unsupported.FAIL).failures
    assert (failure.article, failure.error) == ("A1", "Unsupported")
    assert "key_points/0" in failure.message


def test_one_dead_request_costs_one_article(zone_news: Issue) -> None:
    """The article is still in the report with its figures; the failure stands beside."""
    model = ScriptedModel([ModelUnavailable("no route"), saying()])
    report = summarize_issue(zone_news, model)
    assert [failure.article for failure in report.failures] == ["A1"]
    assert len(report.articles) == len(segment(zone_news))
    assert report.articles[0].quantities


def test_value_and_place_come_from_the_cited_figure(zone_news: Issue) -> None:
    """A row takes its words from the claim and its number from the source."""
    claim = ObservationClaim(
        quantity=cited(zone_news, "104.6亿元"),
        printed="104.6亿元",
        ref_area="云岚高新区",
        indicator="总产值",
        scope="规模以上工业企业",
        time_period_text="2023年一季度",
    )
    model = ScriptedModel([ArticleSummary(abstract="", observations=(claim,)), saying()])
    row = summarize_issue(zone_news, model).articles[0].observations[0]
    assert (str(row.value), row.unit, row.unit_mult) == ("10460000000", "CNY", 8)
    assert (row.time_period, row.verdict) == ("2023-Q1", Verdict.SUPPORTED)


@pytest.mark.parametrize("page", ["zone_news", "continued"])
def test_the_embedded_engine_claims_nothing_unsupported(
    page: str, request: pytest.FixtureRequest
) -> None:
    """What it takes from the article's own sentences is supported by them."""
    report = summarize_issue(request.getfixturevalue(page), ExtractiveModel())
    findings = [finding for article in report.articles for finding in article.findings]
    assert findings
    assert {finding.verdict for finding in findings} == {Verdict.SUPPORTED}


def test_an_article_is_read_once_by_all(zone_news: Issue) -> None:
    """However often a model revises, the article is not read again."""
    model = ScriptedModel([saying(WRONG), saying(RIGHT), saying()])
    with Profile() as profile:
        report = summarize_issue(zone_news, model)
    calls = {entry.code: entry.callcount for entry in profile.getstats()}
    for reading in (analyse, read_sentences, read_rows):
        assert calls[reading.__code__] == len(report.articles), reading
    assert calls[article_quantities.__code__] == len(report.articles)
