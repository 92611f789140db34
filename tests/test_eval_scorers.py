"""Each thing that can go wrong lowers its own measure, and only that."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from eval.dataset import load
from eval.gold import Question
from eval.metrics.tally import Ratio
from eval.scorers import Better
from eval.systems.gold import gold
from eval.tasks import TASKS
from eval.trials import trials
from summarizer.document import Role
from summarizer.quantity import Kind, Quantity
from summarizer.report import ArticleReport, Confidence, IssueReport
from summarizer.summary import KeyPoint, Measure, Status

(DEV,) = load(["synthetic-dev"])
SAMPLE = next(
    sample
    for sample in DEV.samples
    if len(sample.articles[0].rows) > 3 and sample.articles[0].rows[0].status == (Status.ACTUAL,)
)
Change = Callable[[ArticleReport], ArticleReport]


def scores(question: Question, report: IssueReport) -> dict[str, float]:
    """Judge a report, higher being better for every measure."""
    judged = TASKS[question]("extractive").score(SAMPLE, report)
    return {
        score.measure: value if score.better is Better.HIGHER else 1 - value
        for score in judged
        if score.better is not Better.NEITHER and (value := score.tally.value) is not None
    }


def lowered(change: Change) -> dict[Question, set[str]]:
    """Change the first article of the gold report; return what went down, task by task."""
    report = gold(SAMPLE)
    first, *others = report.articles
    changed = report.model_copy(update={"articles": (change(first), *others)})
    down = {}
    for question in (Question.SEGMENTATION, Question.QUANTITIES, Question.INDICATORS):
        before, after = scores(question, report), scores(question, changed)
        down[question] = {name for name, value in before.items() if after.get(name, value) < value}
    return down


def first_row(**changes: object) -> Change:
    """Change the first row of the table."""

    def change(article: ArticleReport) -> ArticleReport:
        row, *rows = article.observations
        return article.model_copy(update={"observations": (row.model_copy(update=changes), *rows)})

    return change


def first_figure(**changes: object) -> Change:
    """Change the first figure that the table does not cite by its value."""

    def change(article: ArticleReport) -> ArticleReport:
        index = next(i for i, q in enumerate(article.quantities) if q.kind is Kind.AMOUNT)
        figures = list(article.quantities)
        figures[index] = replace(figures[index], **changes)
        return article.model_copy(update={"quantities": tuple(figures)})

    return change


def without_headline(article: ArticleReport) -> ArticleReport:
    """Lose the words of the headline, not its place."""
    return article.model_copy(update={"headline": None})


def cut_short(article: ArticleReport) -> ArticleReport:
    """Lose the second half of the article."""
    return article.model_copy(update={"blocks": article.blocks[: len(article.blocks) // 2]})


@pytest.mark.parametrize(
    ("change", "question", "measures"),
    [
        (without_headline, Question.SEGMENTATION, {"headlines"}),
        (
            first_row(ref_area="远山集团"),
            Question.INDICATORS,
            {"entity", "entity, demanding", "entity, identical"},
        ),
        (
            first_row(indicator="森林覆盖率"),
            Question.INDICATORS,
            {"indicator", "indicator, demanding", "indicator, identical"},
        ),
        (first_row(measure=Measure.RATIO), Question.INDICATORS, {"measure"}),
        (first_row(status=Status.FORECAST), Question.INDICATORS, {"status", "fact"}),
        (first_row(unit="JPY"), Question.INDICATORS, {"unit"}),
        (first_row(time_period="1901"), Question.INDICATORS, {"period"}),
    ],
)
def test_a_field_lowers_its_own_accuracy(change: Change, question: Question, measures: set[str]):
    """Rows and perfect tables follow; no other task and no other field does."""
    down = lowered(change)
    follow = {"rows F, demanding names", "rows F, relaxed names", "perfect tables"}
    assert down.pop(question) - follow == measures
    assert not any(down.values())


@pytest.mark.parametrize(
    ("change", "measures"),
    [
        (first_figure(value=Decimal(1)), {"value", "figures F, value only"}),
        (first_figure(unit="JPY"), {"unit"}),
        (first_figure(kind=Kind.RATIO), {"kind"}),
    ],
)
def test_a_number_lowers_its_own_accuracy(change: Change, measures: set[str]):
    """The deciding F follows, and the slice of its form."""
    down = lowered(change)[Question.QUANTITIES]
    rest = {measure for measure in down if not measure.startswith("recall")} - {"figures F"}
    assert rest == measures


def test_half_an_article_lowers_what_is_about_whole_articles():
    """The other tasks do not ask where an article ends."""
    down = lowered(cut_short)
    assert {"article F@.9", "B³ F", "characters accounted for"} <= down[Question.SEGMENTATION]
    assert not down[Question.QUANTITIES] | down[Question.INDICATORS]


def test_a_trap_read_as_a_figure_is_counted_and_shown():
    """The number that measures nothing is named with what it was read as."""
    trap = next(q for q in SAMPLE.articles[0].quantities if q.kind is Kind.LABEL and q.required)
    bite = Quantity(trap.start, trap.end, trap.text, Kind.COUNT, value=Decimal(131), id="Q99")

    def add(article: ArticleReport) -> ArticleReport:
        return article.model_copy(update={"quantities": (*article.quantities, bite)})

    assert "traps read as figures" in lowered(add)[Question.QUANTITIES]


@pytest.mark.parametrize(
    ("said", "measure"),
    [
        ("该区营业收入987.65亿元。", "unsupported numbers"),
        ("", "articles summarised"),
    ],
)
def test_a_summary_lowers_its_own_measure(said: str, measure: str):
    """A number the article does not have, or silence."""
    before, after = (scores(Question.SUMMARIES, report) for report in (gold(SAMPLE), saying(said)))
    assert after[measure] < before[measure]


def test_a_key_point_without_its_doer_is_counted_and_shown():
    """Behind an abstract; the points of the gold stand for themselves."""
    report = saying("该区营业收入987.65亿元。")
    first, *others = report.articles
    summary = first.summary.model_copy(update={"abstract": SAMPLE.articles[0].headline})
    told = report.model_copy(
        update={"articles": (first.model_copy(update={"summary": summary}), *others)}
    )
    accepted = "key points an editor accepts"
    assert scores(Question.SUMMARIES, told)[accepted] == 0
    assert accepted not in scores(Question.SUMMARIES, gold(SAMPLE))


def saying(text: str) -> IssueReport:
    """Return the gold report, but with this for a summary of the first article."""
    report = gold(SAMPLE)
    first, *others = report.articles
    points = (KeyPoint(text=text),) if text else ()
    summary = first.summary.model_copy(update={"key_points": points})
    changed = first.model_copy(update={"summary": summary})
    return report.model_copy(update={"articles": (changed, *others)})


def test_a_year_that_the_gold_resolves_is_supported():
    """Where the article says 今年, a summary may say which year."""
    dated = next(row.period for row in SAMPLE.articles[0].rows if row.period)
    told = f"{dated[:4]}年的情况。"
    assert scores(Question.SUMMARIES, saying(told))["unsupported numbers"] == 1
    assert scores(Question.SUMMARIES, saying("1873年的情况。"))["unsupported numbers"] < 1


def test_a_swap_of_two_figures_is_out_of_place_and_not_unsupported():
    """Both numbers stand in the article: a set of numbers sees nothing."""
    swap = next(t for t in trials(SAMPLE) if t.operator == "swap, same unit")
    index = next(i for i, a in enumerate(SAMPLE.articles) if a.id == swap.article)
    said = swap.claim.sentence
    report = gold(SAMPLE)
    articles = list(report.articles)
    summary = articles[index].summary.model_copy(update={"key_points": (KeyPoint(text=said),)})
    articles[index] = articles[index].model_copy(update={"summary": summary})
    after = scores(Question.SUMMARIES, report.model_copy(update={"articles": tuple(articles)}))
    assert after["unsupported numbers"] == 1
    assert after["numbers out of place"] < 1


def test_headline_lines_are_compared_without_spaces():
    """Two lines joined by a space, or by none, are one headline."""
    report = gold(SAMPLE)
    joined = tuple(
        a.model_copy(update={"headline": a.headline and a.headline.replace(" ", "")})
        for a in report.articles
    )
    after = scores(Question.SEGMENTATION, report.model_copy(update={"articles": joined}))
    assert after["headlines"] == 1
    assert Role.HEADLINE in {block.role for block in report.articles[0].blocks}


def test_an_article_that_is_unsure_is_kept_only_where_few_are_asked_to_be_sure():
    """Coverage falls with the bar; what is left is judged alone."""
    report = gold(SAMPLE)
    first, *others = report.articles
    unsure = first.model_copy(update={"confidence": 0.6})
    report = report.model_copy(update={"articles": (unsure, *others)})
    judged = TASKS[Question.SEGMENTATION]("extractive").score(SAMPLE, report)
    kept = {score.measure: score.tally.value for score in judged}
    assert kept["articles kept, sure ≥ 0.5"] == 1.0
    assert kept["articles kept, sure ≥ 0.7"] == len(others) / (len(others) + 1)


def test_a_row_is_judged_among_those_that_are_as_sure():
    """Of the rows that say .9, so many are right: the curve tells whether p can be believed."""
    change = first_row(ref_area="nobody of that name", confidence=Confidence(p=0.9))
    report = gold(SAMPLE)
    changed = report.model_copy(update={"articles": (change(report.articles[0]),)})
    judged = TASKS[Question.INDICATORS]("extractive").score(SAMPLE, changed)
    told = {score.measure: score.tally for score in judged}
    assert told["right where p is 0.8 to 1.0"] == Ratio(0, 1)
