"""The questions we ask, bottom-up. Start reading here.

A task names its systems (ours, the baselines, and the gold itself, which must score 1.0), the
scorer that compares an answer with the gold, and the measures that decide.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from eval.gold import Question
from eval.scorers import (
    Scorer,
    claims,
    drafts,
    indicators,
    quantities,
    segmentation,
    summaries,
    verification,
)
from eval.systems import System, baselines, pipeline, stages
from eval.systems.gold import gold
from eval.trials.planted import IN_ROWS, IN_SENTENCES
from summarizer.segmentation.weights import fitted

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
    ceilings: Mapping[str, float] = field(default_factory=dict)
    """What two annotators under one guide agree at, measure by measure: nobody can ask for more."""

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
            **{f"without {cue}": stages.laid_out_without(cue) for cue in fitted().joins},
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
        (
            "rows F, demanding names",
            "rows F, relaxed names",
            "rows F, value only",
            "entity",
            "indicator",
            "status",
            "period",
            "omissions",
            "inventions",
        ),
        {
            "rows F, relaxed names": 0.94,
            "entity": 0.98,
            "indicator": 0.98,
            "entity, identical": 0.68,
            "indicator, identical": 0.66,
        },
    )


def verification_task(_: str) -> Task:
    """Ask a verifier which of many claims are wrong."""
    return Task(
        Question.VERIFICATION,
        "Which claims are wrong, and which only put in other words?",
        {OURS_IN_GOLD: stages.verified, "set membership": baselines.set_membership, "gold": gold},
        verification.score,
        ("errors caught", "false flags", "right claims refuted"),
    )


def claims_task(_: str) -> Task:
    """Ask a verifier about sentences that somebody wrote, true ones and false ones."""
    return Task(
        Question.CLAIMS,
        "Are true sentences left alone, and false ones not passed?",
        {OURS_IN_GOLD: stages.claimed, "set membership": baselines.claims_by_numbers, "gold": gold},
        claims.score,
        ("balanced accuracy", "true refuted", "false supported", "coverage", "supported: derived"),
    )


def drafts_task(_: str) -> Task:
    """Ask a verifier about a careful reader's drafts, and about errors planted in them."""
    return Task(
        Question.DRAFTS,
        "Is a right draft left alone, and what is planted in it found?",
        {OURS_IN_GOLD: stages.replayed, "gold": gold},
        drafts.score,
        (
            "false flags, rows",
            "false flags, sentences",
            "errors caught",
            *(f"caught: row: {name}" for name in IN_ROWS),
            *(f"caught: sentence: {name}" for name in IN_SENTENCES),
        ),
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
            "abstracts an editor accepts",
            "key points an editor accepts",
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
    Question.CLAIMS: claims_task,
    Question.DRAFTS: drafts_task,
    Question.SUMMARIES: summaries_task,
}
"""Each is made for the model under test; the stages below it do not ask a model."""
