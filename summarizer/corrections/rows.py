"""Rows that a person set, rejected or added, put onto the table of one article.

    claims of a draft ─► by figure ─► changed, in the order in which they were made ─► claims

The figure is found by its place in the issue; the row takes its number from there, whatever the
draft printed. What a person has said is marked, so that nobody judges it again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.corrections.anchoring import Placed
from summarizer.corrections.changes import AddRow, RejectRow, RowChange, RowWords, SetRow
from summarizer.corrections.outcome import Fate
from summarizer.quantity import Quantity
from summarizer.summary import ArticleSummary, ObservationClaim
from summarizer.text import Span

FIELDS = {"period": "time_period_text"}


@dataclass(frozen=True, slots=True)
class CorrectedRows:
    """A draft as a person left it: which of its rows they vouch for, and what became of what."""

    summary: ArticleSummary
    by_person: frozenset[int]
    fates: Mapping[Placed, Fate]


@dataclass(slots=True)
class _Line:
    """A row under correction."""

    claim: ObservationClaim
    by_person: bool = False
    rejected: bool = False


@dataclass(slots=True)
class _Table:
    """The rows of an article under correction, in order; added ones come last."""

    lines: list[_Line]
    fates: dict[Placed, Fate] = field(default_factory=dict)

    def of(self, quantity: Quantity) -> list[_Line]:
        """Return the rows of a figure, rejected ones too, so that their count stays true."""
        return [line for line in self.lines if line.claim.quantity == quantity.id]


def correct_rows(
    summary: ArticleSummary,
    quantities: Sequence[Quantity],
    homes: Mapping[str, Span],
    changes: Iterable[Placed],
) -> CorrectedRows:
    """Return a draft with the changes to its rows; `homes` is where each quantity lies."""
    table = _Table([_Line(claim) for claim in summary.observations])
    for each in changes:
        if isinstance(each.change, RowChange) and each.span:
            quantity = _figure(each.span, quantities, homes)
            table.fates[each] = _apply(table, each.change, quantity)
    kept = [line for line in table.lines if not line.rejected]
    return CorrectedRows(
        summary.model_copy(update={"observations": tuple(line.claim for line in kept)}),
        frozenset(at for at, line in enumerate(kept) if line.by_person),
        table.fates,
    )


def _figure(
    place: Span, quantities: Iterable[Quantity], homes: Mapping[str, Span]
) -> Quantity | None:
    """Return the quantity that stands at a place, or the only one that reaches into it."""
    near = [q for q in quantities if homes[q.id].overlaps(place)]
    exact = [q for q in near if homes[q.id] == place]
    found = exact or near
    return found[0] if len(found) == 1 else None


def _apply(table: _Table, change: RowChange, quantity: Quantity | None) -> Fate:
    match change:
        case RejectRow():
            _reject(table, change, quantity)
            return Fate.APPLIED
        case _ if quantity is None or not has_value(quantity):
            return Fate.NO_FIGURE
        case SetRow():
            return _set(table, change, quantity)
        case AddRow():
            return _add(table, change.row, quantity)


def has_value(quantity: Quantity) -> bool:
    """Say whether a quantity is read as a value, or as bounds of one."""
    return (quantity.value, quantity.low, quantity.high) != (None, None, None)


def _reject(table: _Table, change: RejectRow, quantity: Quantity | None) -> None:
    for line in table.of(quantity)[change.nth : change.nth + 1] if quantity else ():
        line.rejected = True


def _set(table: _Table, change: SetRow, quantity: Quantity) -> Fate:
    """Change the fields that were changed; where the row is missing, make it as it was then."""
    lines = table.of(quantity)
    if len(lines) <= change.nth:
        return _add(table, change.row, quantity)
    line = lines[change.nth]
    fields = {FIELDS.get(name, name): getattr(change.row, name) for name in change.fields}
    line.claim = line.claim.model_copy(update=fields | {"printed": quantity.text})
    line.by_person, line.rejected = True, False
    return Fate.APPLIED


def _add(table: _Table, row: RowWords, quantity: Quantity) -> Fate:
    table.lines.append(
        _Line(
            ObservationClaim(
                quantity=quantity.id,
                printed=quantity.text,
                ref_area=row.ref_area,
                indicator=row.indicator,
                scope=row.scope,
                measure=row.measure,
                time_period_text=row.period,
                status=row.status,
            ),
            by_person=True,
        )
    )
    return Fate.APPLIED
