"""Plausibility: ratios of two figures that lie in a known band, or should be looked at.

    plot ratio          floor area / land area         0.2 – 10    (industrial minimum is 0.5 – 1.0)
    staff per firm      staff / firms                  1 – 100
    staff per business  staff / (firms + self-employed)  1 – 30
    money per land      investment / land, 元/m2       1500 – 50000, in a high-tech zone only: land
                                                       there is granted from 100万元/亩 upwards
    output per money    output / investment            0.2 – 8
    members per branch  party members / branches       3 – 60

A ratio outside its band is never called wrong, only worth a look.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from summarizer.checks.intervals import Interval, shown, total
from summarizer.checks.prose import Prose, Term
from summarizer.checks.ties import Answer, Terms, Tie
from summarizer.lexicon import only_word, pattern
from summarizer.report import Outcome

AREA = {"m2": Decimal(1), "km2": Decimal(1_000_000), "ha": Decimal(10_000), "亩": Decimal(2000) / 3}
FLOOR = pattern("measures.floor_area")
LAND = pattern("measures.land")
STAFF = pattern("measures.staff")
FIRMS = pattern("measures.firms")
SOLE = pattern("measures.sole_traders")
INVESTED = pattern("measures.invested")
OUTPUT = pattern("measures.output")
MEMBERS = pattern("measures.members")
BRANCHES = pattern("measures.branches")
HIGH_TECH = only_word("bodies.high_tech")


Told = Callable[[Term], bool]


@dataclass(frozen=True, slots=True)
class Band:
    """A ratio with its name, its two sides (the lower one a sum), and where it usually lies."""

    name: str
    over: Told
    under: tuple[Told, ...]
    low: Decimal
    high: Decimal

    def judge(self, figures: Terms) -> Answer:
        """Compute the ratio of the first figure to the sum of the others."""
        over, base = figures[0], figures[1:]
        ratio = _in_base_unit(over) / total(_in_base_unit(figure) for figure in base)
        formula = f"{self.name}：{over.text} ÷ {_sum_of(base)} = {shown(ratio)}"
        if ratio.meets(Interval(self.low, self.high)):
            return Answer(Outcome.ROUNDING, formula)
        note = f"{self.name}通常在{self.low}至{self.high}之间，量级可疑。"
        return Answer(Outcome.REVIEW, formula, note)


def plausibility(prose: Prose) -> Iterator[Tie]:
    """Compare the ratios of figures of one sentence, or else of one paragraph, with their bands."""
    bands = (*BANDS, DEAR_LAND) if HIGH_TECH in prose.text else BANDS
    for index in sorted({sentence.paragraph for sentence in prose.sentences}):
        sentences = [sentence.figures for sentence in prose.paragraph(index)]
        together = tuple(figure for figures in sentences for figure in figures)
        for band in bands:
            found = [tie for figures in sentences for tie in _compared(band, figures)]
            yield from found or _compared(band, together)


def _compared(band: Band, figures: Terms) -> Iterator[Tie]:
    over = [figure for figure in figures if band.over(figure)]
    under = [[figure for figure in figures if told(figure)] for told in band.under]
    if len(over) == 1 and all(len(side) == 1 for side in under):
        yield Tie("plausibility", (over[0], *(side[0] for side in under)), band.judge)


def _in_base_unit(figure: Term) -> Interval:
    return figure.allowed.scaled(AREA.get(figure.quantity.unit or "", Decimal(1)))


def _sum_of(figures: Terms) -> str:
    said = " + ".join(figure.text for figure in figures)
    return f"({said})" if len(figures) > 1 else said


def _says(mark: re.Pattern[str], *units: str) -> Told:
    """Recognise a figure by the words before it and its unit."""

    def told(figure: Term) -> bool:
        return figure.quantity.unit in units and bool(mark.search(figure.before))

    return told


FIRM = ("户", "家", "个")
BANDS = (
    Band("容积率", _says(FLOOR, *AREA), (_says(LAND, *AREA),), Decimal("0.2"), Decimal(10)),
    Band("户均从业人员", _says(STAFF, "人"), (_says(FIRMS, *FIRM),), Decimal(1), Decimal(100)),
    Band(
        "每个经营主体从业人员",
        _says(STAFF, "人"),
        (_says(FIRMS, *FIRM), _says(SOLE, *FIRM)),
        Decimal(1),
        Decimal(30),
    ),
    Band(
        "产值与投资之比",
        _says(OUTPUT, "CNY"),
        (_says(INVESTED, "CNY"),),
        Decimal("0.2"),
        Decimal(8),
    ),
    Band(
        "每个组织党员",
        _says(MEMBERS, "人", "名"),
        (_says(BRANCHES, "个"),),
        Decimal(3),
        Decimal(60),
    ),
)
DEAR_LAND = Band(
    "每平方米土地投资（元）",
    _says(INVESTED, "CNY"),
    (_says(LAND, *AREA),),
    Decimal(1500),
    Decimal(50000),
)
