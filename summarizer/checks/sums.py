"""How a sum of parts stands to its whole: all of it, perhaps all of it, no more than it."""

from dataclasses import replace
from decimal import Decimal

from summarizer.checks.intervals import Interval, shown, total
from summarizer.checks.prose import Term
from summarizer.checks.ties import Answer, Terms, at_most, equality
from summarizer.report import Outcome

FINE = 1000
MANY = 6
"""Rounding errors of more figures than these may well add up to a whole unit."""


def all_of(figures: Terms) -> Answer:
    """Judge parts that are said to make up the whole."""
    whole, parts = figures[0], figures[1:]
    added = sum((part.value for part in parts), Decimal(0))
    result = equality(whole, total(part.allowed for part in parts), added)
    rest = abs(whole.value - added)
    if result is Outcome.ROUNDING and rest > _usual_rounding(figures):
        result = Outcome.REVIEW
    said = f"{shown(Interval(rest, rest), Decimal(1).scaleb(whole.quantity.unit_mult))}"
    note = f"各项之和与总数相差{said}{whole.quantity.unit_text or ''}。" if rest else ""
    return Answer(result, f"{whole.text} = {sum_of(parts)}", note)


def perhaps_all(figures: Terms) -> Answer:
    """Judge parts that seem to make up the whole."""
    return doubted(all_of(figures))


def no_more(figures: Terms) -> Answer:
    """Judge parts that cannot exceed the whole."""
    whole, parts = figures[0], figures[1:]
    result = at_most(total(part.allowed for part in parts), whole.allowed)
    return Answer(result, f"{sum_of(parts)} ≤ {whole.text}")


def hardly_more(figures: Terms) -> Answer:
    """Judge parts that should not exceed the whole, but may overlap."""
    return doubted(no_more(figures))


def doubted(answer: Answer) -> Answer:
    """Return an answer that asks for a review where it would contradict."""
    if answer.result is Outcome.MISMATCH:
        return replace(answer, result=Outcome.REVIEW)
    return answer


def sum_of(parts: Terms) -> str:
    """Write a sum as printed."""
    return " + ".join(part.text for part in parts)


def _usual_rounding(figures: Terms) -> Decimal:
    """Return how far a sum of a few rounded figures strays: one unit of the coarsest last digit.

    More is possible, but hardly ever happens; a bound or an estimate may stray as far as it likes.
    """
    if len(figures) > MANY or not all(figure.is_exact() for figure in figures):
        return Decimal("Infinity")
    return max(last_digit(figure) for figure in figures)


def is_fine(figure: Term, least: int = FINE) -> bool:
    """Say whether a figure has so many of its last digit that no sum meets it by chance."""
    return figure.value / last_digit(figure) >= least


def last_digit(figure: Term) -> Decimal:
    """Return what one of the last printed digit is worth."""
    return Decimal(1).scaleb(figure.quantity.unit_mult - figure.quantity.decimals)
