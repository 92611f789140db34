"""Reader and judge agree on every word of status: what the one calls meant, the other does."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from summarizer.analysis import Analysis, analyse
from summarizer.binding import bind
from summarizer.document import Block, Role, compose_article
from summarizer.lexicon import cues
from summarizer.matching.modality import Stance, stance_of
from summarizer.summary import Status
from summarizer.text import Span

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


def stance(analysis: Analysis) -> Stance:
    """Return how the judge takes the sum of money."""
    (sum_,) = (each for each in analysis.quantities if each.unit == "CNY")
    return stance_of(analysis.text, sum_.span)


@pytest.mark.parametrize("text", sorted(set(sentences(*MEANT))))
def test_what_is_meant_is_meant_for_both(text: str):
    """The row is no fact, and a claim that makes it one is refuted."""
    analysis = reading(text)
    assert bind(analysis)[-1].status not in (Status.ACTUAL, Status.PRELIMINARY)
    assert stance(analysis) >= Stance.LOOSELY_MEANT


@pytest.mark.parametrize("text", sorted(set(sentences(*FACTS))))
def test_a_fact_is_none_that_is_meant(text: str):
    """The row is a fact, and no claim that says so is refuted."""
    analysis = reading(text)
    assert bind(analysis)[-1].status is Status.ACTUAL
    assert stance(analysis) < Stance.LOOSELY_MEANT
