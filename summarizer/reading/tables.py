"""A grid of cells → a table: which cells hold figures, and what stands at the head of each.

    镇      税收（万元）   增速（%）        heads: a name, and the unit of all that stands below
    柳湾镇   4120         6.3            row head, figures
    合计     4120                        单位：万元 above a table holds for columns without a unit

A column 单位 gives the unit of its row. Rows at the top that hold no figure are heads as well;
heads of two rows are read one after the other (2024年 · 产值).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from summarizer.lexicon import pattern, word_set
from summarizer.setting import Cell, Row, Table
from summarizer.text import Span, fold

NUMBER = re.compile(r"[-+−–]?[0-9][0-9,.]*")
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,12})[)\]]$")
PER_CENT = ("%", "％")

Cells = Sequence[Sequence[Span | None]]


def table_of(text: str, placed: Cells, *, heads: int = 0, above: Sequence[Span] = ()) -> Table:
    """Return the table whose cells stand at these places of a page; an empty one stands nowhere.

    `heads` is the number of rows that are declared to be heads, `above` what stands over the table:
    its title and perhaps a line with the unit of all.
    """
    width = max(map(len, placed))
    cells = [[*row, *[None] * (width - len(row))] for row in placed]
    reader = _Reader(text, cells, above)
    top = max(heads, reader.heads())
    printed = [span for row in cells for span in row if span]
    told = pattern("heads.unit_line").fullmatch
    titles = [span for span in above if not told(fold(span.of(text)))]
    return Table(
        Span(printed[0].start, printed[-1].end),
        tuple(reader.rows(top)),
        stub=cells[top - 1][0] if top else None,
        title=titles[-1] if titles else None,
    )


def placed(rows: Sequence[Sequence[str]], start: int) -> Cells:
    """Return where the cells of a grid stand that is printed from `start` on, a row to a line."""
    found: list[list[Span | None]] = []
    for row in rows:
        spans: list[Span | None] = []
        for cell in row:
            spans.append(Span(start, start + len(cell)) if cell else None)
            start += len(cell) + 1
        found.append(spans)
    return found


def unit_of(head: str) -> Span | None:
    """Return where a column's head has its unit: 产值（亿元）, 税收/万元, 增长%."""
    folded = fold(head).rstrip()
    for form in (BRACKETED, pattern("heads.unit_behind")):
        found = form.search(folded)
        if found and pattern("heads.unit").fullmatch(found[1].replace(" ", "")):
            return Span(*found.span(1))
    if folded.endswith("%"):
        return Span(len(folded) - 1, len(folded))
    return None


def is_figure(cell: str, *, told: bool = False) -> bool:
    """Say whether a cell holds a figure; 2023 may be one only where the heads are known."""
    bare = fold(cell).replace(" ", "")
    year = YEAR.fullmatch(bare) and not told
    dated = year or (pattern("heads.day").fullmatch(bare) and not NUMBER.fullmatch(bare))
    return pattern("heads.figure").fullmatch(bare) is not None and not dated


@dataclass(frozen=True, slots=True)
class _Column:
    """The heads of a column, its unit, and what the table gives for columns of its sort."""

    names: tuple[Span, ...]
    unit: Span | None
    general: Span | None
    rate: bool


class _Reader:
    """Reads one grid of placed cells."""

    def __init__(self, text: str, cells: Cells, above: Sequence[Span]) -> None:
        self._text, self._cells, self._above = text, cells, above

    def heads(self) -> int:
        """Return how many rows at the top hold no figure, but name the columns."""
        bare = takewhile(lambda row: not any(map(self._is_figure, row[1:])), self._cells)
        top = len(tuple(bare))
        return top if top < len(self._cells) else 0

    def rows(self, top: int) -> Iterator[Row]:
        """Yield the rows, of which `top` are heads."""
        columns = tuple(self._columns(top))
        unit_column = self._unit_column(top)
        stubs = self._stubs(top)
        for number, row in enumerate(self._cells):
            printed = tuple(span for span in row if span)
            whole = Span(printed[0].start, printed[-1].end)
            if number < top or pattern("heads.unit_line").fullmatch(fold(self._of(whole))):
                yield Row(whole, printed, head=True)
                continue
            heads = self._row_heads(number, top, stubs)
            own = row[unit_column] if unit_column is not None else self._unit_of_row(heads)
            heads = tuple(self._name(span, self._unit_in(span)) or span for span in heads)
            figures = tuple(
                Cell(span, heads, columns[at].names, self._unit(span, columns[at], own))
                for at, span in enumerate(row)
                if at >= stubs and at != unit_column and span and self._is_figure(span, told=True)
            )
            kept = tuple(span for span in printed if span is not own)
            yield Row(whole, kept, figures)

    def _row_heads(self, number: int, top: int, stubs: int) -> tuple[Span, ...]:
        """Return what names a row; a group's name stands beside its first row alone."""
        heads = []
        for at in range(stubs):
            above = (self._cells[row][at] for row in range(number, top - 1, -1))
            last = at == stubs - 1
            found = self._cells[number][at] if last else next(filter(None, above), None)
            if found:
                heads.append(found)
        words = [span for span in heads if not NUMBER.fullmatch(fold(self._of(span)))]
        return tuple(words or heads)

    def _unit_of_row(self, heads: Sequence[Span]) -> Span | None:
        """Return the unit that a row's head has in brackets: 工业总产值（亿元）."""
        return next(filter(None, map(self._unit_in, reversed(heads))), None)

    def _columns(self, top: int) -> Iterator["_Column"]:
        """Yield the columns with their heads and units."""
        general = self._general_units(top)
        width = max((len(row) for row in self._cells), default=0)
        for at in range(width):
            names: list[Span] = []
            unit = None
            for row in self._cells[:top]:
                span = self._spread(row, at)
                if span is None or self._is_unit_line(span):
                    continue
                inner = self._unit_in(span)
                unit = inner or unit
                if name := self._name(span, inner):
                    names.append(name)
            rate = any(pattern("heads.rate").search(fold(self._of(name))) for name in names)
            fitting = (each for each in general if self._of(each).endswith(PER_CENT) == rate)
            yield _Column(tuple(dict.fromkeys(names)), unit, next(fitting, None), rate=rate)

    def _unit_in(self, span: Span) -> Span | None:
        """Return where a head has its unit, or is nothing but one: （亿元）."""
        found = unit_of(self._of(span))
        if found is None and pattern("heads.unit").fullmatch(fold(self._of(span)).strip("() ")):
            found = self._bare(span)
        return found.shifted(span.start) if found else None

    def _bare(self, span: Span) -> Span:
        """Return where the unit is in a cell that holds nothing else: （亿元）."""
        printed = self._of(span)
        inner = printed.strip("()（）")
        at = printed.index(inner)
        return Span(at, at + len(inner))

    def _spread(self, row: Sequence[Span | None], at: int) -> Span | None:
        """Return a column's cell, or the one to its left that spans it in a row of groups."""
        if row[at] is not None or (row is self._cells[0] and at == 0):
            return row[at]
        left = [span for span in row[1:at] if span]
        return left[-1] if left and len(self._cells) > 1 and row is self._cells[0] else None

    def _name(self, span: Span, unit: Span | None) -> Span | None:
        end = unit.start if unit else span.end
        name = self._of(Span(span.start, end)).rstrip(" （(［[，,/：:\n")
        return Span(span.start, span.start + len(name)) if name else None

    def _general_units(self, top: int) -> tuple[Span, ...]:
        """Return the units that a line above the heads gives for the whole table: 万元、%."""
        inside = (span for row in self._cells[: top + 1] for span in row if span)
        for span in (*reversed(self._above), *inside):
            folded = fold(self._of(span))
            if found := pattern("heads.unit_line").search(folded):
                parts = pattern("heads.several").finditer(folded, *found.span(1))
                return tuple(Span(*part.span()).shifted(span.start) for part in parts)
        return ()

    def _is_unit_line(self, span: Span) -> bool:
        return pattern("heads.unit_line").fullmatch(fold(self._of(span))) is not None

    def _unit_column(self, top: int) -> int | None:
        for row in self._cells[:top]:
            for at, span in enumerate(row):
                if span and fold(self._of(span)).replace(" ", "") in word_set("heads.units"):
                    return at
        return None

    def _stubs(self, top: int) -> int:
        """Return how many columns at the left name the rows: the first, and words beside it."""
        body = self._cells[top:]
        width = max((len(row) for row in self._cells), default=0)
        at = 1
        while at < width - 1 and not any(self._is_figure(row[at]) for row in body):
            at += 1
        unit = self._unit_column(top)
        return min(at, unit) if unit else at

    def _unit(self, span: Span, column: "_Column", own: Span | None) -> Span | None:
        """Return the unit that a figure takes from its heads: none where it brings its own.

        Its column's unit goes before its row's, and that before what holds for the whole table.
        """
        if not NUMBER.fullmatch(fold(self._of(span)).strip()):
            return None
        return column.unit or (column.general if column.rate else own or column.general)

    def _is_figure(self, span: Span | None, *, told: bool = False) -> bool:
        return span is not None and is_figure(self._of(span), told=told)

    def _of(self, span: Span) -> str:
        return span.of(self._text)
