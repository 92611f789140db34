"""The indicator table, row by row.

A predicted row answers a gold row when its figure lies on the gold digits with the same value; it
answers it in full when entity, indicator, measure and status are right too. Names are compared in
two ways: relaxed names may contain each other (`similarity`), demanding names may not say more
(`demanding`). Omission and invention are counted apart. Optional rows, and predictions that answer
them, do not count.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from eval.gold import GoldRow
from eval.metrics.demanding import same_indicator, same_owner
from eval.metrics.periods import same_period
from eval.metrics.similarity import agree
from eval.metrics.tally import Overlap, Ratio
from eval.metrics.units import same_unit
from summarizer.summary import Measure, Status
from summarizer.text import Span


@dataclass(frozen=True, slots=True)
class Row:
    """A predicted row, as far as it is compared. `span` is that of the cited quantity."""

    span: Span
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    entity: str | None
    indicator: str
    measure: Measure
    status: Status
    period: str | None

    @property
    def title(self) -> str:
        """All that it says of whom and what."""
        return f"{self.entity or ''}{self.indicator}"


@dataclass(frozen=True, slots=True)
class Match:
    """A gold row and the prediction that answers it, if any."""

    gold: GoldRow
    row: Row | None


Agrees = Callable[[GoldRow, Row], bool]


def value_agrees(gold: GoldRow, row: Row) -> bool:
    """Compare values; an end of a printed range answers for its row."""
    if row.value is not None and gold.group is None:
        return gold.value == row.value
    return gold.value in (row.value, row.low, row.high)


def owner_demanded(gold: GoldRow, row: Row) -> bool:
    """Compare owners, under the name of the gold that fits best; neither may say more."""
    return any(
        same_owner(name, row.entity, f"{name or ''}{gold.indicator}", row.title)
        for name in gold.names or (None,)
    )


def indicator_demanded(gold: GoldRow, row: Row) -> bool:
    """Compare indicators; a scope of the gold must be in the row."""
    title = f"{gold.entity or ''}{gold.indicator}"
    return same_indicator(gold.indicator, row.indicator, title, row.title)


def status_agrees(gold: GoldRow, row: Row) -> bool:
    """Compare statuses; preliminary figures are actual ones."""
    status = Status.ACTUAL if row.status is Status.PRELIMINARY else row.status
    return status in gold.status


def is_fact(status: Status) -> bool:
    """Say whether a status claims that the figure has come true."""
    return status in (Status.ACTUAL, Status.PRELIMINARY)


FIELDS: dict[str, Agrees] = {
    "entity": lambda gold, row: any(agree(name, row.entity) for name in gold.names or (None,)),
    "indicator": lambda gold, row: agree(gold.indicator, row.indicator),
    "measure": lambda gold, row: row.measure in (gold.measure, *gold.also),
    "status": status_agrees,
    "unit": lambda gold, row: gold.measure is Measure.RANK or same_unit(gold.unit, row.unit),
    "period": lambda gold, row: same_period(gold.period, row.period),
    "fact": lambda gold, row: is_fact(gold.status[0]) is is_fact(row.status),
}
DEMANDING: dict[str, Agrees] = {
    "entity, demanding": owner_demanded,
    "indicator, demanding": indicator_demanded,
}
IDENTICAL: dict[str, Agrees] = {
    "entity, identical": lambda gold, row: row.entity in (gold.names or (None,)),
    "indicator, identical": lambda gold, row: row.indicator == gold.indicator,
}
ACCURACIES = FIELDS | DEMANDING | IDENTICAL
VALUE_ONLY: tuple[str, ...] = ()
RELAXED_NAMES = ("entity", "indicator", "measure", "status")
DEMANDING_NAMES = (*DEMANDING, "measure", "status")


def match(gold: Sequence[GoldRow], rows: Sequence[Row]) -> tuple[Match, ...]:
    """Give each gold row the prediction on its figure that agrees with it in most fields.

    A prediction answers one gold row, or all the rows of one printed range.
    """
    owner: dict[int, str | int] = {}
    matches = []
    for index, wanted in enumerate(gold):
        key = wanted.group or index
        rivals = [
            position
            for position, row in enumerate(rows)
            if owner.get(position, key) == key and _answers(wanted, row)
        ]
        best = max(rivals, key=lambda position: _likeness(wanted, rows[position]), default=None)
        if best is not None:
            owner[best] = key
        matches.append(Match(wanted, None if best is None else rows[best]))
    return tuple(matches)


def _answers(gold: GoldRow, row: Row) -> bool:
    return row.span.overlaps(Span(gold.start, gold.end)) and value_agrees(gold, row)


def _likeness(gold: GoldRow, row: Row) -> tuple[bool, int]:
    return gold.value == row.value, sum(agrees(gold, row) for agrees in FIELDS.values())


def is_right(match: Match, fields: Sequence[str]) -> bool:
    """Say whether a row was answered in all of some fields."""
    row = match.row
    return row is not None and all(ACCURACIES[name](match.gold, row) for name in fields)


def _claimed(matches: Sequence[Match], rows: Sequence[Row]) -> int:
    spared = {id(m.row) for m in matches if m.row and not m.gold.required}
    return sum(id(row) not in spared for row in rows)


def row_f(matches: Sequence[Match], rows: Sequence[Row], fields: Sequence[str]) -> Overlap:
    """F over rows: right figure and value, and the fields that are asked for."""
    wanted = [m for m in matches if m.gold.required]
    hits = [m for m in wanted if is_right(m, fields)]
    return Overlap(len({id(m.row) for m in hits}), _claimed(matches, rows), len(hits), len(wanted))


def accuracy(matches: Sequence[Match], field: str) -> Ratio:
    """Count the answered required rows whose field is right; a period only where there is one."""
    answered = [
        (m.gold, m.row)
        for m in matches
        if m.row and m.gold.required and (field != "period" or m.gold.period)
    ]
    return Ratio(sum(ACCURACIES[field](gold, row) for gold, row in answered), len(answered))


def omissions(matches: Sequence[Match]) -> Ratio:
    """Count the required rows nobody answered; lower is better."""
    wanted = [m for m in matches if m.gold.required]
    return Ratio(sum(m.row is None for m in wanted), len(wanted))


def inventions(matches: Sequence[Match], rows: Sequence[Row]) -> Ratio:
    """Count the predicted rows that answer no gold row; lower is better."""
    answered = {id(m.row) for m in matches if m.row}
    return Ratio(sum(id(row) not in answered for row in rows), len(rows))


def is_perfect(matches: Sequence[Match], rows: Sequence[Row]) -> bool:
    """Say whether a table has every required row in full, and none that is invented."""
    complete = all(is_right(m, DEMANDING_NAMES) for m in matches if m.gold.required)
    return complete and not inventions(matches, rows).hits
