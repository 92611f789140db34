"""Numbers that the article does not print but implies, each with its formula and its operands.

    sum          37个   = 26个 + 11个              欧亚共37个
    difference   0.28元 = 7.45元 - 7.17元          上调0.28元; of two percentages, in points
    before       620万吨 = 430万吨 + 190万吨        去年: what a level was before its change
    share        67%    = 8亿元 ÷ 12亿元            约占三分之二
    multiple     2倍    = 120亿元 ÷ 60亿元
    whole        490亿美元 = 284亿美元 ÷ 58%         what a part with its share is part of
    base         70万亩 = 84万亩 ÷ (1 + 20%)        去年: what has grown by a rate

With enough figures any number can be computed. So both operands must be named: told in the claim
itself, or standing in a clause of the article whose words the claim repeats.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from summarizer.lexicon import pattern
from summarizer.matching.amounts import COUNTABLE, compare, conversion
from summarizer.matching.reasons import SUPPORTING
from summarizer.matching.source import Source
from summarizer.quantity import Kind, Modifier, Quantity
from summarizer.text import Span

HUNDRED = Decimal(100)
SUM = pattern("evidence.sums")
DIFFERENCE = pattern("evidence.differs")
SHARE = pattern("evidence.shares")
EARLIER = pattern("evidence.earlier")
WHOLE = pattern("evidence.whole")
COARSE = pattern("evidence.coarse")
TOLD, NAMED, BARELY = 1.0, 0.35, 0.2
"""How much of a claim's words must stand with an operand that the claim does not tell itself."""
MOST = 14
MOST_PARTS = 6
NEAR, ROUGH = Decimal("0.03"), Decimal("0.10")
SLACK = Decimal(3)


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure of the article, and how surely the claim speaks of it, from 0 to 1."""

    figure: Quantity
    value: Decimal
    named: float


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a claimed figure follows from figures of the article."""

    formula: str
    operands: tuple[Operand, ...]

    @property
    def named(self) -> float:
        """How surely the claim speaks of the operand that it names least."""
        return min(operand.named for operand in self.operands)

    @property
    def span(self) -> Span:
        """Where the first operand stands."""
        return self.operands[0].figure.span


def derive(
    claimed: Quantity,
    clause: str,
    told: Sequence[Quantity],
    named: Sequence[float],
    source: Source,
) -> Derivation | None:
    """Return how a figure of a claim can be computed, if from figures that the claim speaks of.

    `clause` are the words around the figure, `told` the other figures of the claim, `named` says
    for each figure of the article how much of the claim's words stands with it.
    """
    if claimed.value is None:
        return None
    operands = _operands(told, named, source)
    found = [
        derivation
        for derivation in _derivations(claimed, clause, operands, source)
        if derivation.named >= BARELY
        and sum(each.named for each in derivation.operands) >= NAMED * len(derivation.operands)
    ]
    return max(found, key=lambda each: each.named, default=None)


def _operands(
    told: Sequence[Quantity], named: Sequence[float], source: Source
) -> tuple[Operand, ...]:
    """Return the figures that the claim speaks of most."""
    found = [
        Operand(figure, figure.value, TOLD if _is_told(figure, told) else share)
        for figure, share in zip(source.figures, named, strict=True)
        if figure.value is not None
    ]
    best = sorted(found, key=lambda each: -each.named)[:MOST]
    return tuple(sorted(best, key=lambda each: each.figure.start))


def _is_told(figure: Quantity, told: Sequence[Quantity]) -> bool:
    return any(compare(each, figure) in SUPPORTING for each in told)


def _derivations(
    claimed: Quantity, clause: str, operands: Sequence[Operand], source: Source
) -> Iterator[Derivation]:
    alike = [o for o in operands if conversion(o.figure.unit, claimed.unit) == 1]
    countable = claimed.kind in COUNTABLE
    if countable and (SUM.search(clause) or sum(o.named == TOLD for o in alike) > 1):
        yield from _sums(claimed, alike)
    if countable and DIFFERENCE.search(clause):
        yield from _differences(claimed, alike)
    if countable:
        yield from _back(claimed, clause, operands, source)
    if claimed.kind in (Kind.PERCENT, Kind.PERCENTAGE_POINT):
        yield from _points(claimed, clause, operands, source)
    if claimed.kind in (Kind.PERCENT, Kind.RATIO, Kind.MULTIPLE):
        yield from _quotients(claimed, clause, operands)


def _sums(claimed: Quantity, alike: Sequence[Operand]) -> Iterator[Derivation]:
    for count in range(2, min(len(alike), MOST_PARTS) + 1):
        runs = (
            combinations(alike, 2)
            if count == 2  # noqa: PLR2004 - any two, but more only as they follow each other
            else (alike[at : at + count] for at in range(len(alike) - count + 1))
        )
        for parts in runs:
            if _matches(claimed, sum((each.value for each in parts), Decimal(0))):
                yield Derivation(" + ".join(each.figure.text for each in parts), tuple(parts))


def _differences(claimed: Quantity, alike: Sequence[Operand]) -> Iterator[Derivation]:
    for first, second in combinations(alike, 2):
        more, less = sorted((first, second), key=lambda each: -each.value)
        if _matches(claimed, more.value - less.value):
            yield Derivation(f"{more.figure.text} - {less.figure.text}", (more, less))


def _back(
    claimed: Quantity, clause: str, operands: Sequence[Operand], source: Source
) -> Iterator[Derivation]:
    """Go back from a level to what it was, or from a part to its whole, within one sentence."""
    for level, other in _pairs(operands, source):
        if conversion(level.figure.unit, claimed.unit) != 1 or level.figure.kind not in COUNTABLE:
            continue
        if EARLIER.search(clause) and conversion(other.figure.unit, claimed.unit) == 1:
            change = abs(other.value)
            for value, sign in ((level.value - change, "-"), (level.value + change, "+")):
                if _matches(claimed, value):
                    yield Derivation(
                        f"{level.figure.text} {sign} {other.figure.text}", (level, other)
                    )
        if other.figure.kind is not Kind.PERCENT or not other.value:
            continue
        grown = 1 + other.value / HUNDRED
        if EARLIER.search(clause) and grown > 0 and _nearly(claimed, level.value / grown):
            yield Derivation(f"{level.figure.text} ÷ (1 + {other.value:f}%)", (level, other))
        if WHOLE.search(clause) and _nearly(claimed, level.value / abs(other.value) * HUNDRED):
            yield Derivation(f"{level.figure.text} ÷ {other.figure.text}", (level, other))


def _pairs(operands: Sequence[Operand], source: Source) -> Iterator[tuple[Operand, Operand]]:
    """Yield every two figures of one sentence, in both orders."""
    for one in operands:
        for two in operands:
            if one is not two and source.sentence(one.figure) == source.sentence(two.figure):
                yield one, two


def _points(
    claimed: Quantity, clause: str, operands: Sequence[Operand], source: Source
) -> Iterator[Derivation]:
    """Tell two percentages apart in points, or one from another and the points between them."""
    rates = [o for o in operands if o.figure.kind is Kind.PERCENT]
    if claimed.kind is Kind.PERCENTAGE_POINT:
        if DIFFERENCE.search(clause):
            yield from _differences(claimed, rates)
        return
    for rate in rates:
        for points in operands:
            if points.figure.kind is not Kind.PERCENTAGE_POINT:
                continue
            if source.sentence(rate.figure) != source.sentence(points.figure):
                continue
            step = abs(points.value)
            for value, sign in ((rate.value - step, "-"), (rate.value + step, "+")):
                if _matches(claimed, value):
                    yield Derivation(
                        f"{rate.figure.text} {sign} {points.figure.text}", (rate, points)
                    )


def _quotients(claimed: Quantity, clause: str, operands: Sequence[Operand]) -> Iterator[Derivation]:
    """Divide two figures of one sort: a share of the greater, or how many times the smaller."""
    share = claimed.kind is Kind.PERCENT
    if share and not SHARE.search(clause):
        return
    for first, second in combinations(operands, 2):
        factor = conversion(first.figure.unit, second.figure.unit)
        if factor is None or not first.value or not second.value:
            continue
        if first.figure.kind not in COUNTABLE or second.figure.kind not in COUNTABLE:
            continue
        sizes = ((abs(first.value * factor), first), (abs(second.value), second))
        (small, part), (great, whole) = sorted(sizes, key=lambda pair: pair[0])
        if share and _nearly(claimed, small / great * HUNDRED):
            yield Derivation(f"{part.figure.text} ÷ {whole.figure.text}", (part, whole))
        elif not share and _nearly(claimed, great / small):
            yield Derivation(f"{whole.figure.text} ÷ {part.figure.text}", (whole, part))


def _matches(claimed: Quantity, value: Decimal) -> bool:
    """Say whether a computed value is the claimed one: exact, or rounded and said to be."""
    assert claimed.value is not None
    if claimed.modifier is None:
        return abs(value) == abs(claimed.value)
    computed = Quantity(0, 0, "", claimed.kind, value, value, value, claimed.unit)
    return compare(claimed, computed) in SUPPORTING or _nearly(claimed, value)


def _nearly(claimed: Quantity, value: Decimal) -> bool:
    """Say whether a quotient is the claimed one, to the digits that are claimed."""
    assert claimed.value is not None
    said = abs(claimed.value)
    if COARSE.search(claimed.text) and claimed.kind is Kind.PERCENT:
        return _bounded(claimed, value, said, SLACK, HUNDRED * ROUGH)
    if claimed.modifier is not None:
        return _bounded(claimed, value, said, said * NEAR, said * ROUGH)
    places = claimed.value.normalize().as_tuple().exponent
    return round(value, max(-int(places), claimed.decimals, 0)) == said


def _bounded(
    claimed: Quantity, value: Decimal, said: Decimal, near: Decimal, reach: Decimal
) -> bool:
    """Say whether a value lies near what is said, or on the side of it that is said."""
    if claimed.modifier in (Modifier.GE, Modifier.GT):
        return said <= value <= said + reach
    if claimed.modifier in (Modifier.LE, Modifier.LT):
        return said - reach <= value <= said
    return abs(value - said) <= near
