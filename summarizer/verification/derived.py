"""Numbers that the article does not print but implies: sums, differences, shares.

Only where the claim says that it computes (合计, 相差, 占), and only from figures that the article
puts side by side, so that a wrong digit does not pass for arithmetic.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from summarizer.lexicon import pattern
from summarizer.quantity import Kind, Quantity
from summarizer.text import Span
from summarizer.verification.amounts import compare, conversion
from summarizer.verification.context import words
from summarizer.verification.reasons import SUPPORTING, Judgement, Reason
from summarizer.verification.source import Source

SUM = pattern("verbs.sums")
DIFFERENCE = pattern("verbs.differs")
AGAINST = pattern("verbs.compares")
SHARE = pattern("verbs.shares")
MOST_PARTS = 8
WORD = 6
HUNDRED = Decimal(100)


def derive(claimed: Quantity, text: str, source: Source) -> Judgement | None:
    """Return a judgement with the formula where the figure follows from those of the article."""
    if claimed.value is None:
        return None
    for formula, value, span in _results(claimed, text, source):
        if _matches(claimed, value):
            message = f"由原文数字推算：{formula} = {claimed.text}"
            return Judgement(Reason.DERIVED, message, span)
    return None


def _results(claimed: Quantity, text: str, source: Source) -> Iterator[tuple[str, Decimal, Span]]:
    if SUM.search(text):
        yield from _sums(claimed, text, source)
    if (AGAINST if claimed.kind is Kind.PERCENTAGE_POINT else DIFFERENCE).search(text):
        yield from _differences(source, claimed)
    if claimed.kind is Kind.PERCENT and SHARE.search(text):
        yield from _shares(source)


def _sums(claimed: Quantity, text: str, source: Source) -> Iterator[tuple[str, Decimal, Span]]:
    """Add up two figures that the claim names, or neighbours in one sentence."""
    alike = [
        q for q in source.figures if q.value is not None and conversion(q.unit, claimed.unit) == 1
    ]
    named = [figure for figure in alike if _is_named(figure, text, source)]
    yield from map(_added, combinations(named, 2))
    for start, first in enumerate(alike):
        sentence = source.sentence(first)
        run = [q for q in alike[start : start + MOST_PARTS] if source.sentence(q) == sentence]
        for length in range(3, len(run) + 1):
            yield _added(run[:length])


def _is_named(figure: Quantity, text: str, source: Source) -> bool:
    """Say whether a claim repeats the word right before or after a figure."""
    before = source.text[max(0, figure.start - WORD) : figure.start]
    after = source.text[figure.end : figure.end + WORD]
    return any(pair in text for pair in (*words(before), *words(after)))


def _added(parts: Sequence[Quantity]) -> tuple[str, Decimal, Span]:
    value = sum((part.value for part in parts if part.value), Decimal(0))
    return " + ".join(part.text for part in parts), value, Span(parts[0].start, parts[-1].end)


def _differences(source: Source, claimed: Quantity) -> Iterator[tuple[str, Decimal, Span]]:
    """Subtract figures of one unit; the difference of two percentages is in points."""
    unit = "%" if claimed.kind is Kind.PERCENTAGE_POINT else claimed.unit
    alike = [q for q in source.figures if q.value is not None and conversion(q.unit, unit) == 1]
    for first, second in combinations(alike, 2):
        if source.sentence(first) != source.sentence(second):
            continue
        assert first.value is not None
        assert second.value is not None
        more, less = (first, second) if first.value >= second.value else (second, first)
        yield f"{more.text} - {less.text}", abs(first.value - second.value), first.span


def _shares(source: Source) -> Iterator[tuple[str, Decimal, Span]]:
    """Divide figures of one unit, the smaller by the greater."""
    for first, second in combinations(source.figures, 2):
        if not first.value or not second.value or conversion(first.unit, second.unit) != 1:
            continue
        part, whole = sorted((first, second), key=_size)
        assert part.value is not None
        assert whole.value is not None
        yield f"{part.text} ÷ {whole.text}", part.value / whole.value * HUNDRED, part.span


def _size(quantity: Quantity) -> Decimal:
    return abs(quantity.value or Decimal(0))


def _matches(claimed: Quantity, value: Decimal) -> bool:
    """Say whether a computed value is the claimed one, to the digits that are claimed."""
    assert claimed.value is not None
    if claimed.kind is Kind.PERCENT:
        return round(value, claimed.decimals) == claimed.value
    if claimed.modifier is None:
        return value == claimed.value
    computed = Quantity(0, 0, "", claimed.kind, value, value, value, claimed.unit)
    return compare(claimed, computed) in SUPPORTING
