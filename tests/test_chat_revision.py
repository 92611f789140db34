"""A draft gone over: what is contested may change, what is not is never touched."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from summarizer.models import Request
from summarizer.models.chat.reply.shapes import CITATION
from summarizer.pipeline import Treated, summarize_article
from summarizer.report import Certainty, Finding, Place, Verdict
from summarizer.settling import QUOTED, settle
from summarizer.summary import (
    ArticleSummary,
    KeyPoint,
    ObservationClaim,
    Stand,
    Status,
    Why,
)
from summarizer.verification import ledger
from tests.servers.articles import TEXT, request
from tests.servers.chat import chat_model
from tests.servers.scripted import Answer, Body, ScriptedServer, changes, reply

OUTPUT = ObservationClaim(
    quantity="Q1", printed="42.6亿元", ref_area="霁川高新区", indicator="工业总产值"
)
GOAL = ObservationClaim(
    quantity="Q4", printed="180亿元", ref_area="霁川高新区", indicator="工业总产值"
)
DRAFT = ArticleSummary(
    abstract="霁川高新区一季度完成工业总产值42.6亿元。",
    abstract_quantities=("Q1",),
    key_points=(KeyPoint(text="工业总产值同比增长8.3%。", quantities=("Q2",)),),
    observations=(OUTPUT, GOAL),
)
GOAL_IN_TEXT = Place(start=TEXT.index("180亿元"), end=TEXT.index("180亿元") + 5)
CONFLICT = Finding(
    subject="observations/1",
    claim="霁川高新区 工业总产值 180亿元",
    verdict=Verdict.REFUTED,
    reason="status_conflict",
    message="“180亿元”是目标数，不能记为actual，请改引Q4。",
    evidence=(GOAL_IN_TEXT,),
)


def revise(*told: list[str], findings: tuple[Finding, ...] = (CONFLICT,)) -> ArticleSummary:
    """Have the draft gone over by a model that answers so."""
    with ScriptedServer(changes(*told)) as server:
        asked = replace(request(), findings=findings, previous=DRAFT)
        return chat_model(server).draft(asked).summary


def test_a_contested_row_is_changed_and_nothing_else():
    """The other row, the points and the abstract are as they were."""
    row = ["4", "180亿元", "霁川高新区", "工业总产值", "", "值", "", "全年", "目标"]
    after = revise(["r2", "改", *row])
    assert after.observations == (
        OUTPUT,
        GOAL.model_copy(update={"status": Status.TARGET, "time_period_text": "全年"}),
    )
    assert (after.abstract, after.key_points) == (DRAFT.abstract, DRAFT.key_points)


@pytest.mark.parametrize(
    "told",
    [
        ["r1", "删"],
        ["k1", "改", "平稳。"],
        ["a", "删"],
        ["r9", "删"],
        ["r2", "改", "4", "180亿元"],
        ["r2", "何"],
    ],
)
def test_what_is_not_contested_or_not_said_well_stays(told: list[str]):
    """A model that does more than it is asked changes nothing by it."""
    assert revise(told) == DRAFT


def test_a_contested_row_may_be_left_out():
    """Nothing is put in its place."""
    assert revise(["r2", "删"]).observations == (OUTPUT,)


def test_a_sentence_is_changed_with_its_citations():
    """A new sentence is read as any other."""
    doubt = CONFLICT.model_copy(update={"subject": "key_points/0"})
    after = revise(["k1", "改", "新增企业⟦3:37家⟧。"], findings=(doubt,))
    assert after.key_points == (KeyPoint(text="新增企业37家。", quantities=("Q3",)),)


def test_the_model_sees_its_draft_with_its_marks_and_the_words_of_the_prompt():
    """Marks stand where they stood; a doubt names the place, what was said and what is printed."""
    with ScriptedServer(changes()) as server:
        doubt = CONFLICT.model_copy(update={"subject": "abstract", "reason": "other"})
        asked = replace(request(), findings=(CONFLICT, doubt), previous=DRAFT)
        chat_model(server).draft(asked)
    said, told = (turn["content"] for turn in server.requests[0]["messages"][2:])
    assert "工业总产值⟦1:42.6亿元⟧。" in said
    assert "同比增长⟦2:8.3%⟧" in said
    assert "- r2 状态写“实际” 原文：“全年力争工业总产值突破⟦4:180亿元⟧”" in told
    assert "- a “180亿元”是目标数，不能记为实际，请改用⟦4:180亿元⟧。" in told


def test_where_nothing_of_a_section_is_contested_nobody_is_asked():
    """The draft stays, and nothing is paid."""
    with ScriptedServer(changes()) as server:
        other = CONFLICT.model_copy(update={"subject": "observations/7"})
        draft = chat_model(server).draft(replace(request(), findings=(other,), previous=DRAFT))
    assert (draft.summary, server.requests) == (DRAFT, [])


def standing(quote: str, finding: Finding = CONFLICT) -> Finding:
    """Return what becomes of a doubt about a row that the model stands by with a quotation."""
    stand = Stand(claim=finding.claim, reason=finding.reason, quote=quote)
    (settled,) = settle((finding,), DRAFT.model_copy(update={"stands": (stand,)}), request())
    return settled


def test_a_quotation_that_holds_the_figure_settles_a_doubt_about_a_reading():
    """The claim is supported by the words of the article, which are its evidence."""
    settled = standing("全年力争工业总产值突破180亿元")
    assert (settled.verdict, settled.reason) == (Verdict.SUPPORTED, QUOTED)
    assert TEXT[settled.evidence[0].start : settled.evidence[0].end].startswith("全年力争")


@pytest.mark.parametrize(
    "quote",
    ["全年实现工业总产值180亿元", "一季度，霁川高新区完成工业总产值42.6亿元", "180亿", ""],
    ids=["not in the article", "holds another figure", "too short", "nothing"],
)
def test_no_other_quotation_settles_anything(quote: str):
    """It must stand there word for word, and hold the figure."""
    assert standing(quote) == CONFLICT


def test_no_quotation_settles_a_number():
    """Digits are proven by characters, not by words around them."""
    wrong = CONFLICT.model_copy(update={"reason": "value_mismatch"})
    assert standing("全年力争工业总产值突破180亿元", wrong) == wrong


PAGE = request().article
RIGHT = [
    ["1", "42.6亿元", "霁川高新区", "工业总产值", "", "值", "", "一季度", "实际"],
    ["4", "突破180亿元", "霁川高新区", "工业总产值", "", "值", "", "全年", "目标"],
]
FALSE = [RIGHT[0], [*RIGHT[1][:8], "实际"]]


def treated(rows: list[list[str]], go_over: Callable[[Body], Answer]) -> tuple[Treated, int]:
    """Treat the article with a model that drafts these rows, and goes over them so."""

    def answer(body: Body) -> Answer:
        figures = {m[2]: m[1] for m in CITATION.finditer(body["messages"][1]["content"])}
        numbered = [[figures[row[1]], *row[1:]] for row in rows]
        return (
            go_over(body)
            if len(body["messages"]) > 2
            else reply(a="霁川高新区开门红。", r=numbered)
        )

    with ScriptedServer(answer) as server:
        return summarize_article(PAGE, chat_model(server), date=request().date), len(
            server.requests
        )


def obedient(body: Body) -> Answer:
    """Leave out whatever is contested."""
    places = re.findall(r"^- ([akr]\d*) ", body["messages"][-1]["content"], re.MULTILINE)
    return changes(*([place, "删"] for place in places))


def stubborn(body: Body) -> Answer:
    """Stand by whatever is contested, with a sentence of the article."""
    places = re.findall(r"^- ([akr]\d*) ", body["messages"][-1]["content"], re.MULTILINE)
    return changes(*([place, "留", "全年力争工业总产值突破180亿元"] for place in places))


@pytest.mark.parametrize("go_over", [obedient, stubborn])
def test_a_right_draft_stays_whoever_goes_over_it(go_over: Callable[[Body], Answer]):
    """It is not even asked about: what is only doubted is shown to the person."""
    done, requests = treated(RIGHT, go_over)
    assert [row.status for row in done.report.observations] == [Status.ACTUAL, Status.TARGET]
    assert requests == 1


def test_an_obedient_model_gives_up_what_is_refuted_and_keeps_the_rest():
    """The row that tells a goal as a fact goes, the right one stays."""
    done, requests = treated(FALSE, obedient)
    assert requests == 2
    assert [row.status for row in done.report.observations] == [Status.ACTUAL]


def test_a_stubborn_model_is_believed_only_with_the_words_of_the_article():
    """Its row stays, and its verdict says that a quotation stands behind it."""
    done, _ = treated(FALSE, stubborn)
    reasons = {f.reason for f in done.report.findings if f.subject == "observations/1"}
    assert reasons == {QUOTED}


def test_a_request_that_was_never_drafted_is_not_gone_over():
    """A first request has no draft to show."""
    with ScriptedServer(reply()) as server:
        chat_model(server).draft(Request(request().analysis, ()))
    assert len(server.requests[0]["messages"]) == 2


@pytest.mark.parametrize("cell", [2, 3, 4, 6, 7, 8])
def test_what_a_model_is_not_sure_of_joins_the_confidence_of_the_reading(cell: int):
    """A cell that ends in ? is an ambiguous reading; the row has no p, for nobody has counted."""
    doubted = [list(row) for row in RIGHT]
    doubted[1][cell] += "?"
    done, _ = treated(doubted, obedient)
    row = done.report.observations[1]
    fields = {2: "ref_area", 3: "indicator", 7: "time_period", 8: "status"}
    if cell in fields:
        assert getattr(row.confidence, fields[cell]) is Certainty.AMBIGUOUS
        assert row.confidence.p is None
    assert row.indicator == "工业总产值"


@pytest.mark.parametrize("indicator", ["", "（年度总产值指标）"], ids=["left empty", "inferred"])
def test_an_indicator_that_the_text_does_not_name_is_not_refuted(indicator: str):
    """Left empty, or the model's own word and marked so: never refuted as a name."""
    rows = [RIGHT[0], [*RIGHT[1][:3], indicator, *RIGHT[1][4:]]]
    done, _ = treated(rows, obedient)
    verdicts = [row.verdict for row in done.report.observations]
    assert Verdict.REFUTED not in verdicts
    assert len(verdicts) == 2


def test_a_number_set_aside_is_accounted_for():
    """The ledger counts it as the word of whoever drafted, and the report keeps the reason."""
    with ScriptedServer(reply(r=RIGHT, o=["3无"])) as server:
        done = summarize_article(PAGE, chat_model(server), date=request().date)
    (aside,) = done.report.asides
    told = next(q.text for q in done.report.quantities if q.id == aside.quantity)
    assert aside.why is Why.NOTHING
    assert told not in [quote.text for quote in ledger(PAGE.text, [done.report]).unclaimed]
