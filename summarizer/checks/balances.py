"""What is left when one is taken from the other: 出口521亿元，进口342亿元，顺差179亿元.

difference  a balance told together with its two sides
"""

from collections.abc import Iterator

from summarizer.checks.partitions import told
from summarizer.checks.prose import Prose, Statement, Term, sized
from summarizer.checks.sums import doubted
from summarizer.checks.ties import Answer, Terms, Tie, equality
from summarizer.lexicon import table

BALANCES = tuple((each["one"], each["other"], each["left"]) for each in table("parts.balances"))


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
