"""Numbers against numbers: is each there, with its value, unit and bound.

A prediction answers a gold number when their places overlap and its value is right; among several
the one that agrees in most fields. Optional numbers are neither asked for nor held against anyone;
a trap that is read as a figure is a false positive, and is also counted by itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eval.gold import GoldQuantity
from eval.metrics.tally import Overlap, Ratio
from eval.metrics.units import same_unit
from summarizer.quantity import FIGURES, Kind, Quantity
from summarizer.text import Span

Agrees = Callable[[GoldQuantity, Quantity], bool]


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold number and the prediction that lies on it, if any."""

    gold: GoldQuantity
    predicted: Quantity | None


def value_agrees(gold: GoldQuantity, quantity: Quantity) -> bool:
    """Compare values; an interval by its ends."""
    if gold.value is None:
        return (gold.low, gold.high) == (quantity.low, quantity.high)
    return gold.value == quantity.value


def unit_agrees(gold: GoldQuantity, quantity: Quantity) -> bool:
    """Compare units under their aliases; a place in a list has none (第3位)."""
    return gold.kind is Kind.RANK or same_unit(gold.unit, quantity.unit)


def bound_agrees(gold: GoldQuantity, quantity: Quantity) -> bool:
    """Compare bounds; strictly more and at least are one (超过, 以上)."""
    return _loose(gold.modifier) == _loose(quantity.modifier)


def _loose(modifier: str | None) -> str | None:
    return modifier and {"gt": "ge", "lt": "le"}.get(modifier, modifier)


def span_agrees(gold: GoldQuantity, quantity: Quantity) -> bool:
    """One lies in the other: annotators differ on whether 约 and 以上 belong to a number."""
    place = Span(gold.start, gold.end)
    return place.covers(quantity.span) or quantity.span.covers(place)


FIELDS: dict[str, Agrees] = {
    "value": value_agrees,
    "unit": unit_agrees,
    "bound": bound_agrees,
    "kind": lambda gold, quantity: gold.kind is quantity.kind,
    "span": span_agrees,
}


def pair(gold: Sequence[GoldQuantity], predicted: Sequence[Quantity]) -> tuple[Pair, ...]:
    """Give each gold number the overlapping prediction that agrees with it best."""
    taken: set[int] = set()
    pairs = []
    for number in gold:
        rivals = [
            index
            for index, quantity in enumerate(predicted)
            if index not in taken and _touch(number, quantity)
        ]
        best = max(rivals, key=lambda index: _likeness(number, predicted[index]), default=None)
        if best is not None:
            taken.add(best)
        pairs.append(Pair(number, None if best is None else predicted[best]))
    return tuple(pairs)


def _touch(gold: GoldQuantity, quantity: Quantity) -> bool:
    return quantity.span.overlaps(Span(gold.start, gold.end))


def _likeness(gold: GoldQuantity, quantity: Quantity) -> int:
    return sum(agrees(gold, quantity) for agrees in FIELDS.values())


def is_figure(gold: GoldQuantity) -> bool:
    """Say whether the gold number measures something."""
    return gold.kind in FIGURES


def is_open(pair: Pair) -> bool:
    """Say whether a prediction is nobody's error: an optional number, an ordinal told as a rank."""
    rank = pair.predicted is not None and pair.predicted.kind is Kind.RANK
    return not pair.gold.required or (rank and pair.gold.kind is Kind.ORDINAL)


def agrees_in(pair: Pair, fields: Sequence[str]) -> bool:
    """Say whether there is a prediction that is right in all the fields."""
    found = pair.predicted
    return found is not None and all(FIELDS[name](pair.gold, found) for name in fields)


def figures_f(
    gold: Sequence[GoldQuantity], predicted: Sequence[Quantity], fields: Sequence[str]
) -> Overlap:
    """F over figures; a hit agrees in all the fields named."""
    figures = tuple(quantity for quantity in predicted if quantity.is_figure)
    pairs = pair(gold, figures)
    wanted = [p for p in pairs if is_figure(p.gold) and p.gold.required]
    spared = {id(p.predicted) for p in pairs if p.predicted and is_open(p)}
    hits = sum(agrees_in(p, fields) for p in wanted)
    claimed = sum(id(quantity) not in spared for quantity in figures)
    return Overlap(hits, claimed, hits, len(wanted))


def traps(gold: Sequence[GoldQuantity], predicted: Sequence[Quantity]) -> Ratio:
    """Count the numbers that measure nothing but were read as figures; lower is better."""
    bait = [number for number in gold if not is_figure(number) and number.required]
    figures = [quantity for quantity in predicted if quantity.is_figure]
    caught = sum(
        any(_touch(number, q) and not is_open(Pair(number, q)) for q in figures) for number in bait
    )
    return Ratio(caught, len(bait))


def accuracy(pairs: Sequence[Pair], field: str) -> Ratio:
    """Count the required numbers found at all whose field is right."""
    found = [p for p in pairs if p.predicted and p.gold.required]
    return Ratio(sum(agrees_in(p, (field,)) for p in found), len(found))


def times(pairs: Sequence[Pair]) -> Ratio:
    """Count the dates and periods that were resolved to the right time."""
    from eval.metrics.periods import same_period

    dated = [p for p in pairs if p.gold.time_period and p.gold.required]
    right = sum(
        p.predicted is not None and same_period(p.gold.time_period, p.predicted.time_period)
        for p in dated
    )
    return Ratio(right, len(dated))
