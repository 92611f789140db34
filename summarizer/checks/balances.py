"""What is left when one is taken from the other: 出口521亿元，进口342亿元，顺差179亿元.

difference  a balance told together with its two sides
"""

from collections.abc import Iterator

from summarizer.checks.prose import Prose, Statement, Term, sized
from summarizer.checks.sides import told
from summarizer.checks.sums import doubted
from summarizer.checks.ties import Answer, Terms, Tie, equality

BALANCES = (
    ("出口", "进口", "顺差|逆差"),
    ("出生率", "死亡率", "自然增长率"),
    ("出生人口", "死亡人口", "自然增长人口|净增人口"),
    ("出生", "死亡", "净增"),
    ("流入|转入|迁入", "流出|转出|迁出", "净流入|净流出|净迁"),
    (r"[\u4e00-\u9fff]{0,8}收入", "支出", "结余|收支结余|赤字"),
)


def balance(prose: Prose) -> Iterator[Tie]:
    """Subtract one side from the other where a statement tells both and what is left."""
    for statements in prose.statements.values():
        for statement in statements:
            for names in BALANCES:
                figures = tuple(_only(statement, name) for name in names)
                one, other, left = figures
                if one and other and left and one.is_like(left) and other.is_like(left):
                    yield Tie("difference", (left, one, other), _left)


def _only(statement: Statement, name: str) -> Term | None:
    """Return the figure of that name, unless several are told or it is a change."""
    levels = [f for f in told(statement, name) if not f.is_change()]
    return levels[0] if len(levels) == 1 else None


def _left(figures: Terms) -> Answer:
    left, one, other = figures
    more, less = (one, other) if one.value >= other.value else (other, one)
    result = equality(sized(left), more.allowed - less.allowed, more.value - less.value)
    return doubted(Answer(result, f"{more.text} - {less.text} = {left.text}"))
