"""The accepted scores as Markdown: the long table of `eval/README.md`, the short one of the README.

A score is looked up among the floors, so that what the documentation says is what the gate holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from eval.gate import Baseline, Floor
from eval.gold import Question
from eval.scorers import Better
from eval.tasks import OURS, OURS_IN_GOLD

DEMANDING = "rows F, demanding names"
NEVER_MENDED_UPON = ("real-pages-check", "real-articles-check", "real-claims-check")
OTHER_OUTLETS = ("real-news-check",)
MENDED_UPON = ("real-pages", "real-articles", "real-claims")
OF_OUR_MAKING = ("invented-2",)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the short table: what it says, and which floor it shows."""

    says: str
    chinese: str
    task: Question
    system: str
    measure: str


SHORT = (
    Line(
        "articles that come out whole, F", "文章完整还原（F）",
        Question.SEGMENTATION, OURS, "article F@.9",
    ),
    Line(
        "figures with value, unit and bound, F", "数字的数值、单位、上下限全对（F）",
        Question.QUANTITIES, OURS_IN_GOLD, "figures F",
    ),
    Line(
        "rows of the table right in every cell, F", "指标表整行全对（F）",
        Question.INDICATORS, OURS, DEMANDING,
    ),
    Line(
        "rows with the right value, F", "数值对的行（F）",
        Question.INDICATORS, OURS, "rows F, value only",
    ),
    Line("… whose figure it is", "……其中主体对", Question.INDICATORS, OURS, "entity"),
    Line("… what it measures", "……其中指标对", Question.INDICATORS, OURS, "indicator"),
    Line("… for when it holds", "……其中时期对", Question.INDICATORS, OURS, "period"),
    Line("… done or only planned", "……其中状态对", Question.INDICATORS, OURS, "status"),
    Line(
        "true sentences refuted", "真话被判为不符",
        Question.CLAIMS, OURS_IN_GOLD, "true refuted",
    ),
    Line(
        "false sentences passed", "假话被放过",
        Question.CLAIMS, OURS_IN_GOLD, "false supported",
    ),
    Line("key facts told", "要点讲到", Question.SUMMARIES, OURS, "key facts recalled"),
    Line(
        "abstracts an editor accepts", "编辑认可的摘要",
        Question.SUMMARIES, OURS, "abstracts an editor accepts",
    ),
)  # fmt: skip
SETS = (NEVER_MENDED_UPON, OTHER_OUTLETS, MENDED_UPON, OF_OUR_MAKING)
ENGLISH = (
    "real, never mended upon",
    "other outlets, never mended upon",
    "real, mended upon",
    "pages of our making",
)
CHINESE = "真实材料，从未据以修改", "其他来源，从未据以修改", "真实材料，曾据以修改", "自编版面"


def short_table(baseline: Baseline, headings: Sequence[str] = ENGLISH) -> str:
    """Print what a reader wants to know first, a line for each stage."""
    lines = [f"| | {' | '.join(headings)} |", f"|---|{'---:|' * len(SETS)}"]
    for line in SHORT:
        floors = [
            floor
            for floor in baseline.floors
            if (floor.task, floor.system, floor.measure) == (line.task, line.system, line.measure)
        ]
        cells = (
            _cell(next((floor for floor in floors if floor.dataset in names), None))
            for names in SETS
        )
        down = any(floor.better is Better.LOWER for floor in floors)
        says = line.chinese if headings == CHINESE else line.says
        lines.append(f"| {says}{' ↓' if down else ''} | {' | '.join(cells)} |")
    return "\n".join(lines)


def table(baseline: Baseline, datasets: Sequence[str]) -> str:
    """Print every accepted score: a row for each measure, a column for each set."""
    kept = {(f.task, f.system, f.measure, f.dataset): f for f in baseline.floors}
    rows = dict.fromkeys((f.task, f.system, f.measure, f.better) for f in baseline.floors)
    lines = [
        f"| task | measure | {' | '.join(datasets)} | for comparison |",
        f"|---|---|{'---:|' * len(datasets)}---|",
    ]
    for task, system, measure, better in rows:
        floors = [kept.get((task, system, measure, name)) for name in datasets]
        _, _, place = system.partition(", ")
        lines.append(
            f"| {task}{f' ({place})' if place else ''} "
            f"| {measure}{' ↓' if better is Better.LOWER else ''} "
            f"| {' | '.join(_cell(floor) for floor in floors)} "
            f"| {_comparison(floors)} |"
        )
    return "\n".join(lines)


def _cell(floor: Floor | None) -> str:
    return f"{floor.value} /{floor.size}" if floor else "–"


def _comparison(floors: Sequence[Floor | None]) -> str:
    """Say what the baselines have on the first set that the measure was taken on."""
    floor = next(filter(None, floors), None)
    return "; ".join(f"{name} {value}" for name, value in floor.beside.items()) if floor else ""
