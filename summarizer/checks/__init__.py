"""The figures of the source among themselves, as an auditor ticks and ties.

Each rule is a small function over the prose of an article: it looks for its own trigger in the
words (其中, 占…比重, 提高…个百分点), computes with what the printed figures allow, and says what
came out. In reading order:

    parts       sum_parts  subset         145个，其中52个、27个、50个、16个
    partitions  (no rule: the sets that leave nothing out, 出口 and 进口, three sectors)
    columns     sum_parts                 27个、246亿元，10个、89亿元，8个、47亿元
    examples    sub_sum                   205个项目，某园等69个
    shares      share  share_bound  grim  产值38.5亿元，占工业总产值的31.4%
    points      pp_change                 比上年的18.7%提高1.5个百分点
    structure   structure  contribution   三次产业结构为7.0:43.7:49.3
    rates       rate                      贷款14208亿元，存款18642亿元，存贷比76.2%
    timespans   over_time  cumulative     上半年12.84亿元，一季度6.05亿元，二季度6.79亿元
    changes     growth  difference        由82亿元增加到105亿元，增长28%
    yearly      growth                    由2001年的1860亿元增加到2011年的1.24万亿元，年均增长20.9%
    multiples   multiple                  是2010年的4.2倍
    balances    difference                出口521亿元，进口342亿元，顺差179亿元
    products    product                   10个支部，每个30-40人
    rankings    superlative               增速最快
    headlines   headline                  投资超50亿元 over 52.7亿元
    bands       plausibility              a plot ratio, staff per firm
    listings    enum_count  title_count  label_count
    lapses      self_exclusion  incomplete_date  date_order  truncation
    garbling    garbled_figure  doubled_word  impossible_date  reversed_range  period_basis

They stand on `prose` (the article as they read it), `intervals` (what a printed figure allows),
`sums` (how parts stand to a whole) and `ties` (what a rule hands on).

Where figures disagree or look odd, `misprints` searches for the single slip of the pen that would
make all their relations hold. `archive` compares figures across issues.
"""

from collections.abc import Callable, Iterable, Iterator

from summarizer.analysis import Analysis, analyse
from summarizer.checks.balances import balance
from summarizer.checks.bands import plausibility
from summarizer.checks.changes import difference, growth
from summarizer.checks.columns import columns, from_one_side
from summarizer.checks.examples import sub_sum
from summarizer.checks.garbling import (
    doubled_word,
    garbled_figure,
    impossible_date,
    period_basis,
    reversed_range,
)
from summarizer.checks.headlines import headline
from summarizer.checks.lapses import date_order, incomplete_date, self_exclusion, truncation
from summarizer.checks.listings import enum_count, label_count, title_count
from summarizer.checks.misprints import candidates, sharing
from summarizer.checks.multiples import multiple
from summarizer.checks.parts import parted
from summarizer.checks.points import pp_change
from summarizer.checks.products import product
from summarizer.checks.prose import Prose, read_prose
from summarizer.checks.rankings import superlative
from summarizer.checks.rates import rate
from summarizer.checks.shares import grim, share, share_bound
from summarizer.checks.structure import contribution, structure
from summarizer.checks.ties import Tie
from summarizer.checks.timespans import over_time
from summarizer.checks.yearly import yearly
from summarizer.document import Article
from summarizer.quantity import Quantity
from summarizer.report import Check

__all__ = ["RULES", "audit", "check"]

Rule = Callable[[Prose], Iterator[Tie]]

RULES: tuple[Rule, ...] = (
    parted,
    columns,
    from_one_side,
    sub_sum,
    share,
    pp_change,
    share_bound,
    grim,
    structure,
    contribution,
    over_time,
    growth,
    yearly,
    multiple,
    difference,
    balance,
    product,
    rate,
    superlative,
    headline,
    plausibility,
    enum_count,
    title_count,
    label_count,
    self_exclusion,
    incomplete_date,
    date_order,
    truncation,
    garbled_figure,
    doubled_word,
    impossible_date,
    reversed_range,
    period_basis,
)


def check(article: Article, quantities: tuple[Quantity, ...]) -> tuple[Check, ...]:
    """Apply every rule to the figures of an article.

    The rules look for their triggers in the text: a wrong reading of rows makes no false alarm.
    """
    return audit(analyse(article, quantities=quantities))


def audit(analysis: Analysis) -> tuple[Check, ...]:
    """Return what `check` says of an article that has been read."""
    prose = read_prose(analysis)
    ties = _once(tie for rule in RULES for tie in rule(prose))
    shared = sharing(ties)
    return tuple(tie.check(candidates(tie, shared)) for tie in ties)


def _once(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """Return the ties, leaving out what two ways of reading find alike."""
    told: dict[object, Tie] = {}
    for tie in ties:
        told.setdefault(tie.key, tie)
    return tuple(told.values())
