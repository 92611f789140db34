"""The indicator table in the columns that a terminal has; on a narrow one, two lines for a row.

    主体        指标          数值  状态        岱屿经开区 · 首批投资
    ─────────────────────────────────          不超过2亿元 · 今年以来 · 实绩 · ✓ 有据
    岱屿经开区  首批投资   不超过2亿元  实绩

Names fold; figures, periods and verdicts are never cut.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from summarizer import wording
from summarizer.phrases import label
from summarizer.renderers.terminal.lines import BLANK, Line, Run, fold, measure, said
from summarizer.standing import Standing
from summarizer.summary import Measure, Status
from summarizer.table import Row
from summarizer.wording import say

STYLES = {
    Standing.REFUTED: "bold red",
    Standing.MISMATCH: "bold red",
    Standing.REVIEW: "bold yellow",
    Standing.EXACT: "green",
    Standing.ROUNDING: "cyan",
    Standing.SUPPORTED: "green",
    Standing.UNUSED: "",
    Standing.OTHER: "dim",
}
MARKS = {
    Standing.REFUTED: "✗",
    Standing.MISMATCH: "✗",
    Standing.REVIEW: "?",
    Standing.EXACT: "=",
    Standing.ROUNDING: "≈",
    Standing.SUPPORTED: "✓",
}
TITLES = ("主体", "指标", "计量", "数值", "时期", "状态", "核验")
AREA, INDICATOR, MEASURE, FIGURE = range(4)
MOST = {AREA: 22, INDICATOR: 26}
"""Columns that names take at most."""
LEAST = 10
"""Columns that names take at least: five characters."""
GAP = "  "
INDENT = "  "
DOT = Run(" · ", "dim")

Cells = tuple[Run, ...]


def indicators(rows: Iterable[Row], width: int) -> Iterator[Line]:
    """Yield the lines of the table, as wide as `width` at most."""
    cells = [_cells(row) for row in rows]
    shown = [at for at in range(len(TITLES)) if any(row[at].text for row in cells)]
    widths = _widths([[row[at] for row in cells] for at in shown], shown, width - len(INDENT))
    if widths:
        yield from _columns(cells, shown, widths)
    else:
        yield from (line for row in cells for line in _stacked(row, width))


def _cells(row: Row) -> Cells:
    told, style = row.observation, STYLES[row.standing]
    kind = "" if told.measure is Measure.LEVEL else say(wording.MEASURE, told.measure)
    scope = label("（{said}）").format(said=told.scope) if told.scope else ""
    return (
        said(told.ref_area or "—"),
        said(told.indicator + scope),
        Run(kind, "dim"),
        said(row.shown, style, whole=True),
        said(told.time_period or told.time_period_text or "—", whole=True),
        _status(told.status),
        Run(f"{_mark(row)} {row.word}", style, whole=True),
    )


def _mark(row: Row) -> str:
    """Return the sign of how a row stands; a number whose reading is open has none."""
    return " " if row.is_open else MARKS.get(row.standing, "")


def _status(status: Status) -> Run:
    """Show where a figure stands: what is only meant to become one never looks like a fact."""
    style = "" if status is Status.ACTUAL else "italic magenta"
    return Run(say(wording.STATUS, status), style, whole=True)


def _widths(
    columns: Sequence[Sequence[Run]], shown: Sequence[int], room: int
) -> Sequence[int] | None:
    """Return the widths of the columns, names folded as far as need be; None if all is in vain."""
    widths = [
        min(MOST.get(at, room), max(measure((cell,)) for cell in (Run(label(TITLES[at])), *column)))
        for at, column in zip(shown, columns, strict=True)
    ]
    over = sum(widths) + len(GAP) * (len(widths) - 1) - room
    while over > 0:
        widest = max((AREA, INDICATOR), key=widths.__getitem__)
        if widths[widest] <= LEAST:
            return None
        widths[widest] -= 1
        over -= 1
    return widths


def _columns(rows: Iterable[Cells], shown: Sequence[int], widths: Sequence[int]) -> Iterator[Line]:
    yield _line([(Run(label(TITLES[at]), "dim"),) for at in shown], shown, widths)
    yield (Run(INDENT + "─" * (sum(widths) + len(GAP) * (len(widths) - 1)), "dim"),)
    for row in rows:
        pairs = zip(shown, widths, strict=True)
        for parts in zip_longest(*(fold((row[at],), width) for at, width in pairs)):
            yield _line([part or BLANK for part in parts], shown, widths)


def _line(parts: Sequence[Line], shown: Sequence[int], widths: Sequence[int]) -> Line:
    """Set the parts of one line under their titles, the figure to the right."""
    line = [Run(INDENT)]
    for at, part, width in zip(shown, parts, widths, strict=True):
        blank = Run(" " * (width - measure(part)))
        line += (blank, *part) if at == FIGURE else (*part, blank)
        line.append(Run(GAP))
    return tuple(line[:-2] if line[-2].text.isspace() else line[:-1])


def _stacked(row: Cells, width: int) -> Iterator[Line]:
    """Yield who and what, and below it how much, when and how sure."""
    name = _dotted(row[:FIGURE])
    for indent, line in ((INDENT, name), (INDENT * 2, _dotted(row[FIGURE:]))):
        yield from ((Run(indent), *part) for part in fold(line, width - len(indent)))


def _dotted(cells: Iterable[Run]) -> Line:
    line: Line = ()
    for cell in cells:
        if cell.text:
            line += (DOT, cell) if line else (cell,)
    return line
