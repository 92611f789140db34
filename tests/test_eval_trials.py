"""Claims that are wrong in one way, and the same claims in other words."""

import pytest

from eval.dataset import load
from eval.gold import Sample
from eval.metrics import prose
from eval.metrics.tally import Ratio
from eval.scorers import verification
from eval.systems.gold import gold
from eval.trials import trials
from eval.trials.claims import Parts, Trial, english_figure, english_period
from eval.trials.errors import OPERATORS
from summarizer.report import Verdict
from summarizer.summary import Measure, Status
from summarizer.text import Span

SAMPLES = load(["synthetic-dev"])[0].samples
TRIED = [(sample, trial) for sample in SAMPLES for trial in trials(sample)]
NUMERIC = {"digit changed", "digits transposed", "digit dropped", "ten times", "万 for 亿"}


def test_every_operator_is_tried():
    """No error and no control is dead."""
    tried = {trial.id.split("/")[2] for _, trial in TRIED}
    assert {name for operators in OPERATORS.values() for name in operators} <= tried


def test_a_changed_number_is_no_number_of_the_article():
    """An error in a number never makes the claim true by accident."""
    for sample, trial in TRIED:
        if trial.operator in NUMERIC:
            article = next(a for a in sample.articles if a.id == trial.article)
            assert trial.claim.parts.value not in {row.value for row in article.rows}, trial.id


def test_a_swap_tells_another_figure_of_the_article():
    """Both figures are real; only the indicator is wrong, and the citation is the figure's."""
    swaps = [(s, t) for s, t in TRIED if t.operator == "swap, same unit"]
    for sample, trial in swaps:
        article = next(a for a in sample.articles if a.id == trial.article)
        cited = next(r for r in article.rows if Span(r.start, r.end) == trial.claim.cites[0])
        assert cited.value == trial.claim.parts.value
        assert cited.indicator != trial.claim.row.indicator


def test_a_sentence_differs_from_the_true_one():
    """Every error can be read in the claim itself."""
    for sample, trial in TRIED:
        if trial.wrong and not trial.claim.tabular and trial.claim.language == "zh":
            source = "".join(block_text(sample, trial)) + trial.claim.row.indicator
            assert trial.claim.sentence not in source


def block_text(sample: Sample, trial: Trial) -> list[str]:
    """Return the blocks of the article a trial is about."""
    article = next(a for a in sample.articles if a.id == trial.article)
    return [sample.text[block.start : block.end] for block in article.blocks]


def test_trials_are_repeatable():
    """The same page has the same trials, in another process too."""
    trials.cache_clear()
    again = [(sample.id, trial.id, trial.claim) for sample in SAMPLES for trial in trials(sample)]
    assert again == [(sample.id, trial.id, trial.claim) for sample, trial in TRIED]


def test_a_trial_without_finding_is_neither_caught_nor_passed():
    """Silence earns nothing on either side."""
    sample = SAMPLES[0]
    report = gold(sample)
    silent = report.model_copy(
        update={"articles": tuple(a.model_copy(update={"findings": ()}) for a in report.articles)}
    )
    scores = {score.measure: score.tally for score in verification.score(sample, silent)}
    assert scores["errors caught"].value == 0
    assert scores["false flags"].value == 1


def test_one_wrong_verdict_costs_one_point_and_shows_its_place():
    """A missed error is told with operator, claim and place in the source."""
    sample = SAMPLES[0]
    report = gold(sample)
    first, *others = report.articles
    index = next(i for i, f in enumerate(first.findings) if f.verdict is Verdict.REFUTED)
    missed = first.findings[index].model_copy(update={"verdict": Verdict.SUPPORTED})
    findings = (*first.findings[:index], missed, *first.findings[index + 1 :])
    changed = first.model_copy(update={"findings": findings})
    caught, *_ = verification.score(
        sample, report.model_copy(update={"articles": (changed, *others)})
    )
    assert isinstance(caught.tally, Ratio)
    assert caught.tally.total - caught.tally.hits == 1
    assert missed.claim in caught.losses[0].note


@pytest.mark.parametrize(
    ("parts", "unit", "english"),
    [
        (Parts("", "122.6", "亿", "元", ""), "CNY", "12.26 billion yuan"),
        (Parts("约", "1.2", "亿", "元", ""), "CNY", "about 120 million yuan"),
        (Parts("", "3.5", "万", "平方米", ""), "m2", "35,000 square meters"),
        (Parts("", "145", "", "家", "以上"), "家", "at least 145"),
    ],
)
def test_figures_are_told_in_english(parts: Parts, unit: str, english: str):
    """亿 and 万 become billion, million, or a plain number."""
    assert english_figure(parts, unit) == english


@pytest.mark.parametrize(
    ("period", "english"),
    [
        ("2017", "in 2017"),
        ("2018-Q1", "in the first quarter of 2018"),
        ("2018-02", "at the end of February 2018"),
        ("2018-01-01/P9M", "in the first nine months of 2018"),
        (None, ""),
    ],
)
def test_periods_are_told_in_english(period: str | None, english: str):
    """An SDMX period becomes a phrase."""
    assert english_period(period) == english


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("完成产值122.6亿元", [("12260000000", "CNY")]),
        ("增长１２％", [("12", "%")]),
        ("about 12,000 people", [("12000", None)]),
        ("12.26 billion yuan, up 3.2 percentage points", [("12260000000", "CNY"), ("3.2", "pp")]),
        ("130多户", [("130", "户")]),
        ("八成以上", []),
    ],
)
def test_the_plain_reader_reads_digits(text: str, told: list[tuple[str, str | None]]):
    """Digits, multiplier, unit, in both languages; what is not in digits it leaves alone."""
    assert [(f"{n.value:f}", n.unit) for n in prose.numbers(text)] == told


def test_a_printed_figure_keeps_its_thousands_separators():
    """6,842億元 is 684,200,000,000, and 6842 before its multiplier."""
    parts = Parts("", "6,842", "亿", "元", "")
    assert (parts.amount, parts.value) == (6842, 684_200_000_000)


def test_only_an_actual_share_is_told_in_per_cent():
    """Growth by 四成, and 三成 that are only planned, are not claims that something is 40%."""
    told = [
        (article, trial)
        for sample in load(["invented-2"])[0].samples
        for article in sample.articles
        for trial in trials(sample)
        if trial.operator == "八成 is 80%" and trial.article == article.id
    ]
    measures = {
        (row.measure, row.status[0])
        for article, trial in told
        for row in article.rows
        if trial.claim.cites[0].covers(Span(row.start, row.end))
    }
    assert measures == {(Measure.SHARE, Status.ACTUAL)}
