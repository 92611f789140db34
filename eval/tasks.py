"""The questions we ask, bottom-up. Start reading here.

A task names its systems (ours, the baselines, and the gold itself, which must score 1.0), the
scorer that compares an answer with the gold, and the measures that decide.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from eval.gold import Question
from eval.scorers import Scorer, indicators, quantities, segmentation, summaries, verification
from eval.systems import System, baselines, pipeline, stages
from eval.systems.gold import gold
from summarizer.segmentation.evidence import CUES

OURS = "summarizer"
EXTRACTIVE = "extractive"
OURS_IN_GOLD = "summarizer, gold articles"


@dataclass(frozen=True, slots=True)
class Task:
    """A question, who is asked, how the answer is judged, and by which measures above all."""

    question: Question
    asks: str
    systems: Mapping[str, System]
    score: Scorer
    keys: tuple[str, ...]

    def role(self, system: str) -> str:
        """Say whether a system is ours, ours without a part, a baseline, or the gold."""
        if system == "gold":
            return "gold"
        if system.startswith("without "):
            return "ablation"
        return "ours" if system.startswith(OURS) else "baseline"


def segmentation_task(_: str) -> Task:
    """Ask for the articles of a page."""
    return Task(
        Question.SEGMENTATION,
        "Are the articles whole again, and alone?",
        {
            OURS: stages.laid_out,
            **{f"without {cue}": stages.laid_out_without(cue) for cue in CUES},
            "single segment": baselines.single_segment,
            "blank lines": baselines.blank_lines,
            "gold": gold,
        },
        segmentation.score,
        ("article F@.9", "jumps rejoined", "contamination", "headlines", "bylines"),
    )


def quantities_task(_: str) -> Task:
    """Ask for the numbers of the gold's articles."""
    return Task(
        Question.QUANTITIES,
        "Is every number there, with its value, unit and bound?",
        {OURS_IN_GOLD: stages.counted, "plain regex": baselines.plain_regex, "gold": gold},
        quantities.score,
        ("figures F", "figures F, value only", "traps read as figures", "dates and periods"),
    )


def indicators_task(model: str) -> Task:
    """Ask for the indicator tables."""
    return Task(
        Question.INDICATORS,
        "Does every figure of the gold table come back, as what it is?",
        {
            OURS: pipeline.end_to_end(model),
            OURS_IN_GOLD: pipeline.in_gold_articles(model),
            **_extractive(model),
            "gold": gold,
        },
        indicators.score,
        ("rows F, strict", "rows F, relaxed", "period", "omissions", "inventions"),
    )


def verification_task(_: str) -> Task:
    """Ask a verifier which of many claims are wrong."""
    return Task(
        Question.VERIFICATION,
        "Which claims are wrong, and which only put in other words?",
        {OURS_IN_GOLD: stages.verified, "set membership": baselines.set_membership, "gold": gold},
        verification.score,
        ("errors caught", "false flags"),
    )


def summaries_task(model: str) -> Task:
    """Ask for the summaries."""
    return Task(
        Question.SUMMARIES,
        "What is said of an article: what is wrong, what is missing?",
        {
            OURS: pipeline.end_to_end(model),
            **_extractive(model),
            "lead-2": baselines.lead,
            "gold": gold,
        },
        summaries.score,
        (
            "unsupported numbers",
            "numbers out of place",
            "summaries with a wrong number",
            "key facts recalled",
        ),
    )


def _extractive(model: str) -> dict[str, System]:
    """Set the embedded engine beside every other model."""
    if model == EXTRACTIVE:
        return {}
    return {"extractive engine": pipeline.end_to_end(EXTRACTIVE)}


TASKS: dict[Question, Callable[[str], Task]] = {
    Question.SEGMENTATION: segmentation_task,
    Question.QUANTITIES: quantities_task,
    Question.INDICATORS: indicators_task,
    Question.VERIFICATION: verification_task,
    Question.SUMMARIES: summaries_task,
}
"""Each is made for the model under test; the stages below it do not ask a model."""
