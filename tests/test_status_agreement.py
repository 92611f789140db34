"""Reader and judge agree on every word of status: what the one calls meant, the other does."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from summarizer.analysis import Analysis, analyse
from summarizer.binding import bind
from summarizer.document import Block, Role, compose_article
from summarizer.lexicon import cues
from summarizer.report import Verdict
from summarizer.summary import ArticleSummary, Status
from summarizer.text import Span
from summarizer.verification import judge

MEANT = (
    "status.target",
    "status.forecast.firm",
    "status.forecast.loose",
    "status.plan.firm",
    "status.plan.resolved",
    "status.plan.loose",
    "status.capacity",
)
FACTS = ("status.fact.firm", "status.fact.loose", "status.fact.asserted")
ASIDE = re.compile(r"5(?:%|[^亿。]{0,3})(?=。|$)")


def sentences(*names: str) -> Iterator[str]:
    """Yield a sentence for every cue: its own example, or the word before a figure."""
    for cue in (cue for name in names for cue in cues(name)):
        told = cue.yes if cue.guarded else f"{cue.word}产值5亿元"
        if not cue.pattern.startswith("^"):  # where the sentence begins with it
            yield (
                f"霁川高新区{told}。"
                if "5亿元" in told
                else f"霁川高新区{ASIDE.sub('5亿元', told)}。"
            )


def reading(text: str) -> Analysis:
    """Return the analysis of a sentence."""
    blocks = (Block(Span(0, len(text)), Role.BODY),)
    return analyse(compose_article(text, "a", blocks), dt.date(2024, 3, 1))


def judged(analysis: Analysis, **otherwise: object) -> Verdict:
    """Return the verdict on the row of the last figure if it said this."""
    rows = bind(analysis)
    claimed = rows[-1].model_copy(update=otherwise)
    (finding,) = judge(ArticleSummary(abstract="", observations=(claimed,)), analysis, rows)
    return finding.verdict


@pytest.mark.parametrize("text", sorted(set(sentences(*MEANT))))
def test_what_is_meant_is_meant_for_both(text: str):
    """The row is no fact, and one that makes it a fact is not supported, unless its name tells."""
    analysis = reading(text)
    assert bind(analysis)[-1].status not in (Status.ACTUAL, Status.PRELIMINARY)
    assert judged(analysis, status=Status.ACTUAL, indicator="产值") is not Verdict.SUPPORTED


@pytest.mark.parametrize("text", sorted(set(sentences(*FACTS))))
def test_a_fact_is_none_that_is_meant(text: str):
    """The row is a fact, a row that says so is supported, and one that makes it a target is not."""
    analysis = reading(text)
    assert bind(analysis)[-1].status is Status.ACTUAL
    assert judged(analysis, status=Status.ACTUAL) is Verdict.SUPPORTED
    assert judged(analysis, status=Status.TARGET) is not Verdict.SUPPORTED
