"""Terms over time: 上半年12.84亿元 is what 一季度6.05亿元 and 二季度6.79亿元 make together.

over_time   what is counted over parts of a year adds up to what is counted over all of them
cumulative  what is counted since new year is no less than what one of its months adds

Only what flows is added (收入, 产量), never what stands at a date (余额, 人口). What is not told of
one year, or by one name, is left alone; a contradiction is only for review.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.checks.prose import Prose, Statement, Term
from summarizer.checks.sums import hardly_more, perhaps_all
from summarizer.checks.ties import Tie
from summarizer.lexicon import only_word, pattern, source
from summarizer.numerals import parse_numeral

MONTH = source("times.month_number")
PERIOD = pattern("times.stretch")
HALVES = {"上": (1, 6), "下": (7, 12)}
NO_FLOW = pattern("measures.no_flow")
EMPTY = pattern("verbs.empty")
TOTAL = pattern("measures.total")
PART = only_word("parts.of_which")
SHORTEST = 2
"""So long a name must be to be known again in another paragraph."""
NEXT = 3
"""In so many paragraphs, its own first, the parts of a stretch may be told."""
NEAR = 40
"""So many characters after a period a figure may still be told of it."""
YEAR = 6
"""So many characters before it may say of which year."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with the months that it is counted over, first and last."""

    figure: Term
    first: int
    last: int
    name: str
    paragraph: int

    def covers(self, other: "Counted") -> bool:
        """Say whether the other is counted over a part of the same months."""
        inside = self.first <= other.first and other.last <= self.last
        return inside and (self.first, self.last) != (other.first, other.last)

    def is_akin(self, other: "Counted") -> bool:
        """Say whether the other is of the same thing: one unit, one name, or none of its own."""
        if not self.figure.is_like(other.figure) or not self.name.endswith(other.name):
            return False
        return self.paragraph == other.paragraph or len(other.name) >= SHORTEST


def over_time(prose: Prose) -> Iterator[Tie]:
    """Add up the parts of each stretch of time that is told, as far as the paragraphs after it."""
    counted = {
        paragraph: [each for statement in statements for each in _counted(statement)]
        for paragraph, statements in prose.statements.items()
    }
    for paragraph, wholes in counted.items():
        nearby = [each for n in range(NEXT) for each in counted.get(paragraph + n, ())]
        for whole in wholes:
            akin = [each for each in nearby if whole.covers(each) and whole.is_akin(each)]
            yield from _added_up(whole, akin)


def _added_up(whole: Counted, akin: Sequence[Counted]) -> Iterator[Tie]:
    parts = _filling(whole, akin)
    if parts:
        figures = (whole.figure, *(part.figure for part in parts))
        yield Tie("over_time", figures, perhaps_all)
        return
    for part in akin:
        yield Tie("cumulative", (whole.figure, part.figure), hardly_more)


def _filling(whole: Counted, akin: Sequence[Counted]) -> list[Counted]:
    """Return the figures whose months follow one another and fill those of the whole."""
    found: list[Counted] = []
    month = whole.first
    while month <= whole.last:
        following = [each for each in akin if each.first == month]
        if len(following) != 1:
            return []
        found.append(following[0])
        month = following[0].last + 1
    return found


def _counted(statement: Statement) -> Iterator[Counted]:
    """Yield the flows of a statement with the stretch of time that each is told of.

    What has no name of its own has the name of the flow before it.
    """
    name = ""
    for figure in statement.figures:
        said = statement.upto(figure)
        period = deque(PERIOD.finditer(said), maxlen=1)
        if not period or not figure.is_additive():
            continue
        clause, since = said[max(0, period[0].start() - YEAR) :], said[period[0].end() :]
        if len(since) <= NEAR and PART not in since and not NO_FLOW.search(clause):
            name = TOTAL.sub("", EMPTY.sub("", PERIOD.sub("", figure.before))) or name
            yield Counted(figure, *_months(period[0]), name, statement.paragraph)


def _months(period: re.Match[str]) -> tuple[int, int]:
    """Return the first and the last month of a period."""
    if period["since"]:
        return 1, _number(period["many"] or period["last"])
    if period["quarters"]:
        return 1, 3 * int(parse_numeral(period["quarters"][1]))
    if period["half"]:
        return HALVES[period["half"][0]]
    if period["quarter"]:
        number = period["quarter"].lstrip("第")[0]
        quarter = 1 if number == "首" else int(parse_numeral(number))
        return 3 * quarter - 2, 3 * quarter
    if period["year"]:
        return 1, 12
    return (_number(period["month"]),) * 2


def _number(text: str) -> int:
    return int(parse_numeral(text))
