"""The questions we ask, bottom-up. Start reading here.

A task names its systems (ours, the baselines, and the gold itself, which must score 1.0) and the
scorer that compares an answer with the gold. The first measure of a score is the one that counts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from eval.gold import Question
from eval.scorers import Scorer, indicators, quantities, segmentation, summaries, verification
from eval.systems import System, baselines, stages
from eval.systems.gold import gold

OURS = "summarizer"


@dataclass(frozen=True, slots=True)
class Task:
    """A question, who is asked, and how the answer is judged."""

    question: Question
    asks: str
    systems: Mapping[str, System]
    score: Scorer


def segmentation_task() -> Task:
    """Ask for the articles of a page."""
    return Task(
        Question.SEGMENTATION,
        "Are the articles whole again, and alone?",
        {
            OURS: stages.laid_out,
            "single segment": baselines.single_segment,
            "blank lines": baselines.blank_lines,
            "gold": gold,
        },
        segmentation.score,
    )


def quantities_task() -> Task:
    """Ask for the numbers of the gold's articles."""
    return Task(
        Question.QUANTITIES,
        "Is every number there, with its value, unit and bound?",
        {OURS: stages.counted, "plain regex": baselines.plain_regex, "gold": gold},
        quantities.score,
    )


def indicators_task() -> Task:
    """Ask for the indicator tables."""
    return Task(
        Question.INDICATORS,
        "Does every figure of the gold table come back, as what it is?",
        {f"{OURS}, gold articles": stages.bound, "gold": gold},
        indicators.score,
    )


def verification_task() -> Task:
    """Ask a verifier which of many claims are wrong."""
    return Task(
        Question.VERIFICATION,
        "Which claims are wrong, and which only put in other words?",
        {OURS: stages.verified, "set membership": baselines.set_membership, "gold": gold},
        verification.score,
    )


def summaries_task() -> Task:
    """Ask for the summaries."""
    return Task(
        Question.SUMMARIES,
        "What is said of an article: what is wrong, what is missing?",
        {"lead-2": baselines.lead, "gold": gold},
        summaries.score,
    )


TASKS: dict[Question, Callable[[], Task]] = {
    Question.SEGMENTATION: segmentation_task,
    Question.QUANTITIES: quantities_task,
    Question.INDICATORS: indicators_task,
    Question.VERIFICATION: verification_task,
    Question.SUMMARIES: summaries_task,
}
