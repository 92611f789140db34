"""Labelled sentences and replayed drafts: who knows all scores 1, and each fault costs its own."""

import pytest

from eval.dataset import Dataset, load
from eval.gold import (
    Draft,
    DraftRow,
    DraftSentence,
    GoldArticle,
    GoldBlock,
    GoldClaim,
    Question,
    Sample,
)
from eval.harness import evaluate
from eval.metrics.tally import Balance
from eval.scorers import Better, Score
from eval.shared import find_shared
from eval.systems.gold import gold
from eval.tasks import OURS_IN_GOLD, TASKS
from eval.trials.planted import IN_ROWS, IN_SENTENCES, replays
from summarizer.document import Role
from summarizer.report import Finding, IssueReport, Verdict
from summarizer.summary import Measure, Status

PAGE = (
    "柳湾高新区开局良好\n\n一季度，柳湾高新区完成产值31.2亿元，进驻企业47家。"
    "青杉集团预计年内投资8.6亿元。\n"
)
BODY = PAGE.index("一季度")
CLAIMS = (
    GoldClaim(id="1", text="柳湾高新区一季度产值31.2亿元。", true=True, kind="verbatim"),
    GoldClaim(id="2", text="柳湾高新区一季度产值31.3亿元。", true=False, kind="digit"),
    GoldClaim(id="3", text="青杉集团一季度产值31.2亿元。", true=False, kind="owner"),
)


def row(printed: str, entity: str, indicator: str, status: Status = Status.ACTUAL) -> DraftRow:
    """Return a right row for a figure of the page."""
    start = PAGE.index(printed)
    return DraftRow(
        start=start,
        end=start + len(printed),
        printed=printed,
        entity=entity,
        indicator=indicator,
        scope=None,
        measure=Measure.LEVEL,
        time=None,
        status=status,
    )


ROWS = (
    row("31.2亿元", "柳湾高新区", "产值"),
    row("47家", "柳湾高新区", "进驻企业"),
    row("8.6亿元", "青杉集团", "投资", Status.PLAN),
)
SENTENCES = (
    DraftSentence(text="柳湾高新区完成产值31.2亿元。", cites=(ROWS[0].start,)),
    DraftSentence(text="青杉集团预计投资8.6亿元。", cites=(ROWS[2].start,)),
)
SAMPLE = Sample(
    id="柳湾",
    text=PAGE,
    articles=(
        GoldArticle(
            id="1",
            headline="柳湾高新区开局良好",
            byline=None,
            blocks=(
                GoldBlock(start=0, end=9, role=Role.HEADLINE),
                GoldBlock(start=BODY, end=len(PAGE) - 1, role=Role.BODY),
            ),
        ),
    ),
    asks=(Question.CLAIMS, Question.DRAFTS),
    claims=CLAIMS,
    draft=Draft(sentences=SENTENCES, rows=ROWS),
)
DATA = Dataset("invented", "1", "invented", "ours", (SAMPLE,))


def scores(question: Question, report: IssueReport, sample: Sample = SAMPLE) -> dict[str, Score]:
    """Judge a report by a task."""
    return {each.measure: each for each in TASKS[question]("").score(sample, report)}


def with_verdict(subject: str, verdict: Verdict | None) -> IssueReport:
    """Return what the gold says, with another verdict on one thing, or none."""
    report = gold(SAMPLE)
    found = [f for f in report.articles[0].findings if f.subject != subject]
    if verdict:
        found.append(Finding(subject=subject, claim="", verdict=verdict, reason="r"))
    article = report.articles[0].model_copy(update={"findings": tuple(found)})
    return report.model_copy(update={"articles": (article,)})


@pytest.mark.parametrize("question", [Question.CLAIMS, Question.DRAFTS])
def test_the_gold_is_right_in_every_measure(question: Question):
    """A system that knows all has no false flag and misses nothing."""
    for score in scores(question, gold(SAMPLE)).values():
        if score.tally.value is not None and score.better is not Better.NEITHER:
            assert score.tally.value == (score.better is Better.HIGHER), score.measure
            assert not score.losses


@pytest.mark.parametrize(
    ("subject", "verdict", "measure", "value"),
    [
        ("1", Verdict.REFUTED, "true refuted", 1.0),
        ("1", None, "true refuted", 1.0),
        ("2", Verdict.SUPPORTED, "false supported", 0.5),
        ("2", None, "false supported", 0.5),
        ("2", Verdict.SUPPORTED, "passed: digit", 1.0),
        ("2", Verdict.SUPPORTED, "passed: owner", 0.0),
        ("1", Verdict.REFUTED, "balanced accuracy", 0.5),
        ("1", Verdict.NOT_ENOUGH_INFO, "balanced accuracy", 0.75),
        ("3", Verdict.NOT_ENOUGH_INFO, "balanced accuracy", 0.875),
        ("3", Verdict.NOT_ENOUGH_INFO, "coverage", 2 / 3),
    ],
)
def test_a_wrong_verdict_costs_its_own_measure(
    subject: str, verdict: Verdict | None, measure: str, value: float
):
    """A doubt is half an answer, no answer is the worst one."""
    judged = scores(Question.CLAIMS, with_verdict(subject, verdict))
    assert judged[measure].tally.value == pytest.approx(value)


PLANTED = [f"row: {name}" for name in IN_ROWS] + [f"sentence: {name}" for name in IN_SENTENCES]


def test_every_kind_of_error_finds_its_place_in_a_draft():
    """Rows and sentences are replayed right first, then wrong in one way each."""
    made = {each.operator for each in replays(SAMPLE)}
    assert made >= {"", "row: owner", "row: status", "row: digit", "row: unit", "sentence: owner"}
    assert made - {""} <= set(PLANTED)
    assert replays(SAMPLE) == replays(SAMPLE.model_copy())


@pytest.mark.parametrize("replay", replays(SAMPLE), ids=lambda replay: replay.id)
def test_a_replay_costs_its_own_measure(replay: object):
    """A right row flagged is a false flag; an error passed is not caught."""
    wrong_verdict = Verdict.SUPPORTED if replay.wrong else Verdict.REFUTED
    before = scores(Question.DRAFTS, gold(SAMPLE))
    after = scores(Question.DRAFTS, with_verdict(replay.id, wrong_verdict))
    moved = {name for name, score in after.items() if score.tally != before[name].tally}
    what = "rows" if replay.row else "sentences"
    kind = {f"caught: {replay.operator}", f"refuted: {replay.operator}", "errors caught"}
    assert moved == (kind if replay.wrong else {f"false flags, {what}", f"refuted, {what}"})


@pytest.mark.parametrize("question", [Question.CLAIMS, Question.DRAFTS])
def test_our_verifier_answers_everything_it_is_asked(question: Question):
    """Each claim, row and sentence has a finding of its own."""
    report = TASKS[question]("").systems[OURS_IN_GOLD](SAMPLE)
    asked = SAMPLE.claims if question is Question.CLAIMS else replays(SAMPLE)
    found = [finding.subject for finding in report.articles[0].findings]
    assert sorted(found) == sorted(each.id for each in asked)
    assert evaluate(TASKS[question](""), DATA, OURS_IN_GOLD).n_ok == 1


def test_the_sides_of_a_balance_weigh_alike():
    """Nine true claims and one false one: whoever always says true gets a half."""
    assert Balance(9, 9, 0, 1).value == 0.5
    assert (Balance(9, 9, 0, 1) + Balance(0, 0, 1, 1)).value == 0.75
    assert Balance().value is None


@pytest.mark.skipif(find_shared() is None, reason="the real articles lie beside a checkout only")
def test_every_row_of_a_real_draft_lies_on_the_figure_it_repeats():
    """Their places are found on the page of the article."""
    (drafts,) = load(["real-drafts"])
    rows = [(sample, row) for sample in drafts.samples for row in sample.draft.rows]
    lying = [sample.text[row.start : row.end].startswith(row.printed[:1]) for sample, row in rows]
    assert len(lying) > 300
    assert all(lying)
