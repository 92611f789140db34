"""The questions we ask, bottom-up. Start reading here.

A task names its systems (ours, the baselines, and the gold itself, which must score 1.0) and the
scorer that compares an answer with the gold. The first measure of a score is the one that counts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from eval import baselines, systems
from eval.gold import Question
from eval.scorers import Scorer, indicators, quantities, segmentation
from eval.systems import System

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
            OURS: systems.laid_out,
            "single segment": baselines.single_segment,
            "blank lines": baselines.blank_lines,
            "gold": systems.gold,
        },
        segmentation.score,
    )


def quantities_task() -> Task:
    """Ask for the numbers of the gold's articles."""
    return Task(
        Question.QUANTITIES,
        "Is every number there, with its value, unit and bound?",
        {OURS: systems.counted, "plain regex": baselines.plain_regex, "gold": systems.gold},
        quantities.score,
    )


def indicators_task() -> Task:
    """Ask for the indicator tables."""
    return Task(
        Question.INDICATORS,
        "Does every figure of the gold table come back, as what it is?",
        {f"{OURS}, gold articles": systems.bound, "gold": systems.gold},
        indicators.score,
    )


TASKS: dict[Question, Callable[[], Task]] = {
    Question.SEGMENTATION: segmentation_task,
    Question.QUANTITIES: quantities_task,
    Question.INDICATORS: indicators_task,
}
