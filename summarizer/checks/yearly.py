"""Growth over many years: 由2001年的1860亿元增加到2011年的1.24万亿元，年均增长20.9%.

growth   the mean rate of the years between two levels, where both years are told
"""

from collections.abc import Iterator
from decimal import Decimal, localcontext
from functools import partial

from summarizer.checks.changes import from_to
from summarizer.checks.intervals import HUNDRED, PRECISION, Interval
from summarizer.checks.prose import Prose, Statement, Term
from summarizer.checks.ties import Answer, Terms, Tie, equality
from summarizer.lexicon import pattern
from summarizer.quantity import Kind

YEARS = pattern("times.year")
MEAN = pattern("change.mean_rate")
ONE = Decimal(1)


def yearly(prose: Prose) -> Iterator[Tie]:
    """Compare two levels with the mean rate of the years between them."""
    for sentence in prose.sentences:
        for index, rate in enumerate(sentence.figures):
            ends = from_to(sentence, sentence.figures[:index])
            if not ends or rate.quantity.kind is not Kind.PERCENT:
                continue
            years = _between(sentence, *ends)
            if years and MEAN.match(sentence.between(ends[1], rate)):
                yield Tie("growth", (rate, *ends), partial(_mean, years))


def _between(sentence: Statement, *ends: Term) -> int:
    """Return how many years lie between two levels, or 0 where they are not told."""
    years = [YEARS.findall(sentence.upto(end)[-12:]) for end in ends]
    first, last = (int(found[-1]) if found else 0 for found in years)
    return last - first if first and last > first else 0


def _mean(years: int, figures: Terms) -> Answer:
    rate, base, level = figures
    computed = Interval(
        _rate(level.allowed.low, base.allowed.high, years),
        _rate(level.allowed.high, base.allowed.low, years),
    )
    formula = f"({level.text} ÷ {base.text})^(1/{years}) - 1 = {rate.text}"
    return Answer(equality(rate, computed, None), formula)


def _rate(level: Decimal | None, base: Decimal | None, years: int) -> Decimal | None:
    if level is None or level <= 0 or not base or base < 0:
        return None
    with localcontext(prec=PRECISION):
        return ((level / base) ** (ONE / years) - 1) * HUNDRED
