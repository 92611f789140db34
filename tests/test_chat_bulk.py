"""Answers that come hours later: drafts, and drafts gone over, are read as any others."""

import json
import re
from dataclasses import replace

from summarizer.models import ModelSpec
from summarizer.models.chat.bulk import read_completion
from summarizer.models.chat.reply import CONTRACTS
from summarizer.models.chat.sizes import LARGEST
from summarizer.prompt import prompts_folder
from summarizer.report import Finding, Verdict
from summarizer.summary import ArticleSummary, Measure, ObservationClaim, Status, Why
from tests.servers.articles import request
from tests.servers.chat import NOWHERE, chat_model
from tests.servers.scripted import changes

GOAL = ObservationClaim(
    quantity="Q4", printed="180亿元", ref_area="霁川高新区", indicator="工业总产值"
)
DRAFT = ArticleSummary(abstract="开门红。", observations=(GOAL,))
CONFLICT = Finding(
    subject="observations/0",
    claim="霁川高新区 工业总产值 180亿元",
    verdict=Verdict.REFUTED,
    reason="status_conflict",
)


def test_a_draft_gone_over_in_bulk_keeps_what_was_not_contested():
    """The question holds the draft; what was contested is kept beside it."""
    asked = replace(request(), findings=(CONFLICT,), previous=DRAFT)
    model = chat_model(None)
    (body,), (contested,) = model.questions([asked]), model.contested(asked)
    row = ["4", "180亿元", "霁川高新区", "工业总产值", "", "值", "", "全年", "目标"]
    kept = json.loads(json.dumps(contested))
    answer = changes(["r1", "改", *row]).body
    spec = ModelSpec("openai:scripted", base_url=NOWHERE)
    summary, _ = read_completion(answer, body, spec, kept)
    assert summary.abstract == "开门红。"
    assert [claim.status for claim in summary.observations] == [Status.TARGET]


def test_a_first_question_contests_nothing():
    """Its answer is a whole draft."""
    assert chat_model(None).contested(request()) == (None,)


def test_the_example_of_the_documentation_is_one():
    """It is read under the contract, cell by cell."""
    shown = (prompts_folder() / "README.md").read_text("utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", shown, re.DOTALL)
    contract = CONTRACTS["article-summary-3"]
    reply = contract.form("all", LARGEST).model_validate_json(example)
    summary = contract.read(reply, {number: f"Q{number}" for number in range(1, 5)})
    assert [row.measure for row in summary.observations][1] is Measure.GROWTH
    assert [each.why for each in summary.asides] == [Why.THRESHOLD]
    assert summary.abstract_quantities == ("Q1", "Q2")
