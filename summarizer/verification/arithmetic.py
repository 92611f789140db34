"""Numbers that the article does not print but implies, each with its formula and its operands.

    sum          37个   = 26个 + 11个              欧亚共37个
    difference   0.28元 = 7.45元 - 7.17元          上调0.28元; of two percentages, in points
    before       620万吨 = 430万吨 + 190万吨        去年: what a level was before its change
    share        67%    = 8亿元 ÷ 12亿元            约占三分之二; the rest: 100% - 67%
    growth       24%    = 62亿元 ÷ 50亿元 - 1
    multiple     2倍    = 120亿元 ÷ 60亿元
    whole        490亿美元 = 284亿美元 ÷ 58%         what a part with its share is part of
    part         4.5万辆 = 21.3万辆 × 21%
    base         70万亩 = 84万亩 ÷ (1 + 20%)        去年: what has grown by a rate
    average      12亿元 = 60亿元 ÷ 5年

With enough figures any number can be computed. So the operands must be named: together they stand
where most of the claim's words stand, or the claim tells them itself. And no two that are named
better may be computed, in the same way, to something else.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, permutations

from summarizer.lexicon import pattern
from summarizer.matching.amounts import COUNTABLE, conversion
from summarizer.quantity import Kind, Modifier, Quantity
from summarizer.text import Span

HUNDRED = Decimal(100)
COARSE = pattern("evidence.coarse")
NAMED, SPOKEN = 0.45, 0.1
"""How much of a claim's words must stand with the operands together, and with each of them."""
BETTER = 0.5
"""So much better named, operands that come to something else speak against a derivation."""
MOST = 24
RARE = 3
MOST_PARTS = 6
NEAR, ROUGH = Decimal("0.01"), Decimal("0.10")
SLACK = Decimal(3)
LEAST_DIGITS = 2
RATES = frozenset({Kind.PERCENT})
SHARES = frozenset({Kind.PERCENT, Kind.RATIO})
TIMES = frozenset({Kind.MULTIPLE, Kind.RATIO})
POINTS = frozenset({Kind.PERCENTAGE_POINT})
BELOW = frozenset({Modifier.GE, Modifier.GT})
ABOVE = frozenset({Modifier.LE, Modifier.LT})


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure of the article, its value, and where the claim's words stand to it.

    `near` says of each of the claim's words how near it stands, from 0 to 1; `line` is the number
    of its paragraph.
    """

    figure: Quantity
    value: Decimal
    near: tuple[float, ...]
    sentence: Span
    told: bool = False

    @property
    def named(self) -> float:
        """How surely the claim speaks of it."""
        return 1.0 if self.told else _mean(self.near)


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure follows from figures of the article, and what it comes to."""

    formula: str
    value: Decimal
    operands: tuple[Operand, ...]

    @property
    def named(self) -> float:
        """How much of the claim's words stands with the operands together."""
        if all(operand.told for operand in self.operands):
            return 1.0
        return _mean(tuple(map(max, *(operand.near for operand in self.operands))))

    @property
    def span(self) -> Span:
        """Where the first operand stands."""
        return self.operands[0].figure.span


def _mean(near: Sequence[float]) -> float:
    return sum(near) / len(near) if near else 0.0


Rule = Callable[[Quantity, Sequence[Operand]], Iterator[Derivation]]


def derive(claimed: Quantity, clause: str, operands: Iterable[Operand]) -> Derivation | None:
    """Return how a figure of a claim can be computed, if from figures that the claim speaks of.

    `clause` are the words around the figure: they must say what is computed.
    """
    if claimed.value is None:
        return None
    best = sorted(operands, key=lambda each: -each.named)[:MOST]
    spoken = sorted(
        (each for each in best if each.named >= SPOKEN), key=lambda each: each.figure.start
    )
    for kinds, said, rule in RULES:
        if claimed.kind not in kinds or not (_is_rare(claimed) or pattern(said).search(clause)):
            continue
        found = list(rule(claimed, spoken))
        right = [each for each in found if comes_to(claimed, each.value)]
        chosen = max(right, key=lambda each: each.named, default=None)
        if chosen is not None and chosen.named >= _needed(claimed):
            wrong = (each for each in found if each not in right)
            if not any(_is_better(each, chosen) for each in wrong):
                return chosen
    return None


def _digits(claimed: Quantity) -> int:
    assert claimed.value is not None
    return len(claimed.value.normalize().as_tuple().digits)


def _is_rare(claimed: Quantity) -> bool:
    """Say whether a figure has so many digits that it hardly comes by chance."""
    return _digits(claimed) >= RARE and claimed.kind in COUNTABLE


def _needed(claimed: Quantity) -> float:
    """Return how well operands must be named: the fewer digits, the sooner they come by chance."""
    return NAMED if _digits(claimed) >= LEAST_DIGITS else NAMED + 0.1


def _is_better(other: Derivation, chosen: Derivation) -> bool:
    """Say whether one operand of a derivation is a worse one of the kind than another's."""
    mine = [each for each in chosen.operands if each not in other.operands]
    theirs = [each for each in other.operands if each not in chosen.operands]
    if len(mine) != 1 or len(theirs) != 1 or not other.value:
        return False
    return theirs[0].named > mine[0].named + BETTER


def _sums(claimed: Quantity, operands: Sequence[Operand]) -> Iterator[Derivation]:
    alike = [each for each in operands if _factor(each, claimed) is not None]
    for count in range(2, min(len(alike), MOST_PARTS) + 1):
        runs = (
            combinations(alike, 2)
            if count == 2  # noqa: PLR2004 - any two, but more only as they follow each other
            else (tuple(alike[at : at + count]) for at in range(len(alike) - count + 1))
        )
        for parts in runs:
            total = sum((_in_unit(each, claimed) for each in parts), Decimal(0))
            yield Derivation(" + ".join(each.figure.text for each in parts), total, parts)


def _differences(claimed: Quantity, operands: Sequence[Operand]) -> Iterator[Derivation]:
    alike = [each for each in operands if _factor(each, claimed) is not None]
    for one, two in combinations(alike, 2):
        yield _less(one, two, _in_unit(one, claimed), _in_unit(two, claimed))


def _points(_: Quantity, operands: Sequence[Operand]) -> Iterator[Derivation]:
    """Take one percentage from another: points."""
    for one, two in combinations(_rates(operands), 2):
        yield _less(one, two, one.value, two.value)


def _less(one: Operand, two: Operand, first: Decimal, second: Decimal) -> Derivation:
    if first < second:
        one, two, first, second = two, one, second, first
    return Derivation(f"{one.figure.text} - {two.figure.text}", first - second, (one, two))


def _before(claimed: Quantity, operands: Sequence[Operand]) -> Iterator[Derivation]:
    """Go back from a level to what it was, within one sentence."""
    for level, change in _within_sentence(operands):
        if _factor(level, claimed) is None:
            continue
        value = _in_unit(level, claimed)
        if _factor(change, claimed) is not None:
            step = abs(_in_unit(change, claimed))
            yield Derivation(_formula(level, "-", change), value - step, (level, change))
            yield Derivation(_formula(level, "+", change), value + step, (level, change))
        elif change.figure.kind is Kind.PERCENT and (grown := 1 + change.value / HUNDRED) > 0:
            formula = f"{level.figure.text} ÷ (1 + {change.value:f}%)"
            yield Derivation(formula, value / grown, (level, change))


def _rate_before(_: Quantity, operands: Sequence[Operand]) -> Iterator[Derivation]:
    """Go back from a rate by the points that it moved, or on to another's that lies so far off."""
    for rate, points in _within_sentence(operands):
        if rate.figure.kind is Kind.PERCENT and points.figure.kind is Kind.PERCENTAGE_POINT:
            step = abs(points.value)
            yield Derivation(_formula(rate, "-", points), rate.value - step, (rate, points))
            yield Derivation(_formula(rate, "+", points), rate.value + step, (rate, points))


def _whole(claimed: Quantity, operands: Sequence[Operand]) -> Iterator[Derivation]:
    """Return from a part and its share to the whole."""
    for part, share in _within_sentence(operands):
        if _is_share(share) and _factor(part, claimed) is not None:
            value = _in_unit(part, claimed) / abs(share.value) * HUNDRED
            yield Derivation(_formula(part, "÷", share), value, (part, share))


def _part(claimed: Quantity, operands: Sequence[Operand]) -> Iterator[Derivation]:
    """Take a share of a whole."""
    for share in filter(_is_share, operands):
        for whole in operands:
            if whole.figure.kind in COUNTABLE and _factor(whole, claimed) is not None:
                value = _in_unit(whole, claimed) * abs(share.value) / HUNDRED
                yield Derivation(_formula(whole, "×", share), value, (whole, share))


def _shares(_: Quantity, operands: Sequence[Operand]) -> Iterator[Derivation]:
    for part, whole, ratio in _ratios(operands):
        if ratio <= 1:
            yield Derivation(_formula(part, "÷", whole), ratio * HUNDRED, (part, whole))


def _rest(_: Quantity, operands: Sequence[Operand]) -> Iterator[Derivation]:
    for part in _rates(operands):
        if 0 < part.value < HUNDRED:
            yield Derivation(f"100% - {part.figure.text}", HUNDRED - part.value, (part, part))


def _growth(_: Quantity, operands: Sequence[Operand]) -> Iterator[Derivation]:
    for now, then, ratio in _ratios(operands):
        yield Derivation(f"{_formula(now, '÷', then)} - 1", (ratio - 1) * HUNDRED, (now, then))


def _multiples(_: Quantity, operands: Sequence[Operand]) -> Iterator[Derivation]:
    for great, small, ratio in _ratios(operands):
        if ratio >= 1:
            yield Derivation(_formula(great, "÷", small), ratio, (great, small))


def _averages(claimed: Quantity, operands: Sequence[Operand]) -> Iterator[Derivation]:
    """Share a sum out among those who have it, or over the years."""
    for total, among in permutations(operands, 2):
        counted = among.figure.kind in (Kind.COUNT, Kind.DURATION) and among.value > 1
        if counted and total.figure.kind in COUNTABLE and _factor(total, claimed) is not None:
            value = _in_unit(total, claimed) / among.value
            yield Derivation(_formula(total, "÷", among), value, (total, among))


RULES: Sequence[tuple[frozenset[Kind], str, Rule]] = (
    (COUNTABLE, "evidence.sums", _sums),
    (COUNTABLE, "evidence.differs", _differences),
    (COUNTABLE, "evidence.earlier", _before),
    (COUNTABLE, "evidence.averages", _averages),
    (COUNTABLE, "evidence.whole", _whole),
    (COUNTABLE, "evidence.whole", _part),
    (POINTS, "evidence.differs", _points),
    (RATES, "evidence.anything", _rate_before),
    (SHARES, "evidence.shares", _shares),
    (SHARES, "evidence.rest", _rest),
    (RATES, "evidence.differs", _growth),
    (TIMES, "evidence.times", _multiples),
)
"""For which kinds, said by which words, a figure is computed in which way."""


def _formula(one: Operand, sign: str, two: Operand) -> str:
    return f"{one.figure.text} {sign} {two.figure.text}"


def _factor(operand: Operand, claimed: Quantity) -> Decimal | None:
    """Return what the unit of an operand is in the claimed one, if they measure the same."""
    if operand.figure.kind not in COUNTABLE or claimed.kind not in COUNTABLE:
        return None
    return conversion(operand.figure.unit, claimed.unit)


def _in_unit(operand: Operand, claimed: Quantity) -> Decimal:
    return operand.value * (_factor(operand, claimed) or 1)


def _rates(operands: Iterable[Operand]) -> list[Operand]:
    return [each for each in operands if each.figure.kind is Kind.PERCENT]


def _is_share(operand: Operand) -> bool:
    """Say whether a figure can be what part of a whole something is: 放大十倍 is none."""
    return operand.figure.kind is Kind.PERCENT and 0 < abs(operand.value) < HUNDRED


def _ratios(operands: Sequence[Operand]) -> Iterator[tuple[Operand, Operand, Decimal]]:
    """Yield any two figures of one sort, in both orders, with the first over the second."""
    for one, two in permutations(operands, 2):
        if one.figure.kind in COUNTABLE and two.figure.kind in COUNTABLE and one.value * two.value:
            factor = conversion(one.figure.unit, two.figure.unit)
            if factor is not None:
                yield one, two, abs(one.value * factor / two.value)


def _within_sentence(operands: Sequence[Operand]) -> Iterator[tuple[Operand, Operand]]:
    return (pair for pair in permutations(operands, 2) if pair[0].sentence == pair[1].sentence)


def comes_to(claimed: Quantity, value: Decimal) -> bool:
    """Say whether a computed value is the claimed one, to the digits that are claimed."""
    assert claimed.value is not None
    said, value = abs(claimed.value), abs(value)
    if COARSE.search(claimed.text) and claimed.kind in SHARES:
        return _bounded(claimed, value, said, SLACK, HUNDRED * ROUGH)
    place = Decimal(1).scaleb(_last_place(claimed))
    if claimed.modifier is not None:
        reach = min(place, said * ROUGH)
        return _bounded(claimed, value, said, max(place / 2, said * NEAR), reach)
    few = _digits(claimed) < LEAST_DIGITS
    return abs(value - said) <= (min(place / 2, said * NEAR) if few else place / 2)


def _last_place(claimed: Quantity) -> int:
    """Return the power of ten of the last digit that is claimed; 约 makes trailing zeros round."""
    assert claimed.value is not None
    printed = claimed.unit_mult - claimed.decimals
    if claimed.modifier is None:
        return printed
    return max(printed, int(claimed.value.normalize().as_tuple().exponent))


def _bounded(
    claimed: Quantity, value: Decimal, said: Decimal, near: Decimal, reach: Decimal
) -> bool:
    """Say whether a value lies near what is said, or on the side of it that is said."""
    if claimed.modifier in BELOW:
        return said <= value <= said + reach
    if claimed.modifier in ABOVE:
        return said - reach <= value <= said
    return abs(value - said) <= near
