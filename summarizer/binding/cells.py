"""The figures of a table → rows: its heads say who and what, and need not be guessed.

镇      税收（万元）  增速（%）       霁川镇 | 税收 | level       stub names bodies: row head owns
霁川镇   4120        6.3           霁川镇 | 税收 | growth      a bare change: the column before it

指标     2023年      2024年        税收 | 2023年               stub names indicators: columns are
税收     3900        4120          税收 | 2024年               periods, or the bodies
"""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from summarizer.codelists import find_indicator
from summarizer.document import Article, Tabled
from summarizer.lexicon import pattern
from summarizer.quantities import find_quantities
from summarizer.quantity import Kind, Quantity
from summarizer.summary import Measure, ObservationClaim, Status
from summarizer.text import fold

PERIODS = (Kind.DATE, Kind.PERIOD)
YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def tabled_rows(
    article: Article,
    quantities: Sequence[Quantity],
    read: Mapping[str, ObservationClaim],
    date: dt.date | None,
) -> dict[str, ObservationClaim]:
    """Return the rows of the figures that stand in tables, by quantity id.

    `read` are the rows that their words gave, as far as they did.
    """
    starts = [quantity.start for quantity in quantities]
    rows = {}
    for tabled in article.tabled:
        quantity = quantities[max(0, bisect_right(starts, tabled.span.start) - 1)]
        if quantity.is_figure and quantity.span.overlaps(tabled.span):
            rows[quantity.id] = _row(tabled, quantity, read.get(quantity.id), date)
    return rows


def _row(
    tabled: Tabled, quantity: Quantity, read: ObservationClaim | None, date: dt.date | None
) -> ObservationClaim:
    owner, scope, name = _names(tabled)
    column = fold(tabled.columns[-1])
    places = (tabled.columns[-1], tabled.row if _is_time(tabled.row) else "", tabled.title)
    period = next(filter(None, (_period(text, date) for text in places)), None)
    return ObservationClaim(
        quantity=quantity.id,
        printed=quantity.text,
        ref_area=owner or (read.ref_area if read else None),
        indicator=name or (read.indicator if read else quantity.unit_text or quantity.text),
        scope=scope,
        measure=_measure(quantity, f"{column}{fold(tabled.row)}"),
        time_period_text=period or (read.time_period_text if read else None),
        status=read.status if read else Status.ACTUAL,
    )


def _names(tabled: Tabled) -> tuple[str | None, str | None, str]:
    """Return owner, scope and indicator of a figure, as its heads have them."""
    column = _measured(tabled)
    row = tabled.row.strip()
    total = _is_time(row) or pattern("heads.total").search(fold(row)) is not None
    if _names_indicators(tabled):
        owner = column if pattern("heads.body").search(fold(column)) else None
        return owner, None, _without_change(row) or row
    if not column:
        return (None if total else row), None, _titled(tabled.title)
    if total:
        return None, None, column
    kinds = pattern("heads.kinds").search(fold(tabled.stub))
    if kinds and not pattern("heads.body").search(fold(row)):
        return None, row, column
    return row, None, column


def _measured(tabled: Tabled) -> str:
    """Return what the column measures: that of the column before it where it is a mere change."""
    for column in reversed(tabled.columns):
        name = _without_period(column)
        name = _without_change(name) if name else ""
        if name and not pattern("heads.plain").fullmatch(fold(name)):
            return name
    return ""


def _is_time(row: str) -> bool:
    """Say whether a row's head only says when: 2022, 三季度."""
    return bool(row) and not _without_period(row)


def _without_change(name: str) -> str:
    return _cut(name, pattern("heads.change")).strip(" 　、，,（）()")


def _without_period(name: str) -> str:
    found = [q for q in find_quantities(name) if q.kind in PERIODS]
    for quantity in reversed(found):
        name = name[: quantity.start] + name[quantity.end :]
    return _cut(name, YEAR).strip(" 　、，,（）()")


def _cut(name: str, what: re.Pattern[str]) -> str:
    for match in reversed(list(what.finditer(fold(name)))):
        name = name[: match.start()] + name[match.end() :]
    return name


def _names_indicators(tabled: Tabled) -> bool:
    """Say whether the row heads are indicators: the stub says so, or what they are called."""
    stub, row = fold(tabled.stub), fold(tabled.row)
    body = pattern("heads.body").search
    if pattern("heads.indicators").search(stub):
        return not body(row)
    if body(fold(_measured(tabled))) and not body(row):
        return True
    if any(pattern(heads).search(stub) for heads in ("heads.bodies", "heads.kinds")) or body(row):
        return False
    return find_indicator(_without_change(tabled.row), None) is not None


def _titled(title: str) -> str:
    """Return what a table's title measures where no column does: 各镇税收 is 税收."""
    bare = _without_period(title.rstrip("。：: "))
    return pattern("heads.of_each").sub("", bare)


def _measure(quantity: Quantity, heads: str) -> Measure:
    if quantity.kind is Kind.PERCENTAGE_POINT:
        return Measure.PP_CHANGE
    if quantity.kind is Kind.PERCENT and pattern("heads.change").search(heads):
        return Measure.GROWTH
    if quantity.kind is Kind.PERCENT and pattern("heads.share").search(heads):
        return Measure.SHARE
    return Measure.CHANGE if pattern("heads.amount_of_change").search(heads) else Measure.LEVEL


def _period(text: str, date: dt.date | None) -> str | None:
    """Return the period that a head names, as printed."""
    for quantity in find_quantities(text, date=date):
        if quantity.kind in PERIODS and quantity.time_period:
            return text[quantity.start : quantity.end]
    found = YEAR.search(text)
    return found.group() if found else None
