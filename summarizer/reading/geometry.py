"""Runs of type on a page → its blocks in reading order.

    ┌─────────────────┐      A page is cut along its white: first above headlines, where the white
    │    headline     │      goes across all columns, then along the gutters, then along the band
    ├───────┬─────────┤      that sets columns free (a headline bars the gutter), else the widest,
    │ col 1 │  col 2  │      until what is left is one block of lines.
    └───────┴─────────┘

Columns whose cells stand in rows of figures are a table, and are read line by line.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from statistics import median

from summarizer.reading.glyphs import Run

GUTTER = 0.8  # of the height of a line
BAND = 0.6
TITLE = 1.25  # of the usual height
APART, WIDER = 0.8, 1.4  # of the usual height, and of the white between two lines
ALIKE = 0.9  # of the widest white: as wide
SAME_LINE = 0.5
CELL = 0.8  # of the height of a line: the gap between two cells
CANDIDATES = 12
TABULAR = 0.5
MOST_LOOKS = 200_000
"""Runs that are looked at, all cuts of a page taken together: ten times a full page's."""
FIGURE = re.compile(r"[-+−]?[0-9０-９][0-9０-９,.，．]*[%％‰]?|[—–-]+")

Edges = Callable[[Run], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of a block."""

    left: float
    bottom: float
    right: float
    top: float
    text: str
    bold: bool
    height: float
    certainty: float = 1.0


Block = tuple[PrintedLine, ...]


def blocks_of(runs: Sequence[Run]) -> Iterator[Block]:
    """Yield the blocks of a page in reading order, each with its lines from top to bottom."""
    waiting = [list(runs)] if runs else []
    usual = usual_height(runs)
    looked_at = 0
    while waiting:
        region = waiting.pop()
        looked_at += len(region)
        parts = _parts(region, usual) if looked_at <= MOST_LOOKS else []
        if parts:
            waiting += reversed(parts)
        else:
            yield tuple(_lines(region))


def _parts(region: Sequence[Run], usual: float) -> list[list[Run]]:
    return _stories(region, usual) or _columns(region) or _bands(region)


def usual_height(runs: Iterable[Run]) -> float:
    """Return the height of the type in which most characters are set."""
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[round(run.height, 1)] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _stories(runs: Sequence[Run], usual: float) -> list[list[Run]]:
    """Return the parts of a region that white sets apart above a headline, across all columns.

    A headline shorter than its story bars no gutter, and the columns below it would be read
    together with those above.
    """
    ordered = sorted(runs, key=lambda run: -run.top)
    whites = _whites(ordered, _down)
    leading = [white for white, _ in whites if white <= usual]
    enough = max(APART * usual, WIDER * median(leading or [0.0]))
    cuts = [
        at for white, at in whites if white >= enough and _begins_with_title(ordered, at, usual)
    ]
    return _cut(ordered, cuts)


def _begins_with_title(ordered: Sequence[Run], at: int, usual: float) -> bool:
    """Say whether the first line of what begins with a run is set larger than most."""
    first = ordered[at]
    line = takewhile(lambda run: run.top > first.bottom, ordered[at:])
    return any(run.height >= TITLE * usual for run in line)


def _columns(runs: Sequence[Run]) -> list[list[Run]]:
    """Return the columns of a region, left to right, or nothing where there is only one."""
    white = GUTTER * median(run.height for run in runs)
    parts = _parted(sorted(runs, key=lambda run: run.left), white, _across)
    return [] if parts and (_is_line(runs) or _is_table(parts)) else parts


def _is_line(runs: Sequence[Run]) -> bool:
    """Say whether all runs stand on one line: cells of a row, or a folio, and no columns."""
    return min(run.top for run in runs) > max(run.bottom for run in runs)


def _is_table(parts: Sequence[Sequence[Run]]) -> bool:
    """Say whether columns are those of a table: figures, for the most part, behind the first."""
    behind = [run for part in parts[1:] for run in part]
    figures = sum(FIGURE.fullmatch(run.text) is not None for run in behind)
    return figures >= TABULAR * len(behind)


def _bands(runs: Sequence[Run]) -> list[list[Run]]:
    """Return what lies above and below a white band of a region, or nothing without one."""
    ordered = sorted(runs, key=lambda run: -run.top)
    whites = _whites(ordered, _down)
    widest = max((white for white, _ in whites), default=0.0)
    if widest < BAND * median(run.height for run in runs):
        return []
    best = max(sorted(whites, reverse=True)[:CANDIDATES], key=lambda each: _freed(ordered, *each))
    if _freed(ordered, *best)[0]:
        return [ordered[: best[1]], ordered[best[1] :]]
    if widest < WIDER * median(white for white, _ in whites):
        return []  # nothing but the leading of its lines
    return _parted(ordered, ALIKE * widest, _down)


def _freed(ordered: Sequence[Run], white: float, at: int) -> tuple[float, float]:
    """Return the height of the columns that a cut sets free, and how wide the cut is."""
    parts = (ordered[:at], ordered[at:])
    heights = (_height(part) for part in parts if len(part) > 1 and _columns(part))
    return sum(heights), white


def _height(runs: Sequence[Run]) -> float:
    return max(run.top for run in runs) - min(run.bottom for run in runs)


def _across(run: Run) -> tuple[float, float]:
    return run.left, run.right


def _down(run: Run) -> tuple[float, float]:
    return -run.top, -run.bottom


def _whites(runs: Sequence[Run], edges: Edges) -> list[tuple[float, int]]:
    """Return how much white lies before each run but the first, sorted along one direction."""
    found = []
    reached = edges(runs[0])[1]
    for at, run in enumerate(runs[1:], start=1):
        start, end = edges(run)
        if start > reached:
            found.append((start - reached, at))
        reached = max(reached, end)
    return found


def _parted(runs: Sequence[Run], white: float, edges: Edges) -> list[list[Run]]:
    """Part runs, sorted along one direction, wherever so much white lies between them."""
    return _cut(runs, [at for width, at in _whites(runs, edges) if width >= white])


def _cut(runs: Sequence[Run], cuts: Sequence[int]) -> list[list[Run]]:
    if not cuts:
        return []
    return [list(runs[start:end]) for start, end in pairwise((0, *cuts, len(runs)))]


def _lines(block: Sequence[Run]) -> Iterator[PrintedLine]:
    """Yield the lines of a block, top to bottom, each from left to right."""
    lines: list[list[Run]] = []
    for run in sorted(block, key=lambda run: (-run.top, run.left)):
        if lines and lines[-1][0].bottom < run.top - SAME_LINE * run.height:
            lines[-1].append(run)
        else:
            lines.append([run])
    for line in lines:
        yield _line(sorted(line, key=lambda run: run.left))


def _line(runs: Sequence[Run]) -> PrintedLine:
    text = runs[0].text
    for before, run in pairwise(runs):
        text += ("  " if run.left - before.right >= CELL * run.height else "") + run.text
    return PrintedLine(
        runs[0].left,
        min(run.bottom for run in runs),
        max(run.right for run in runs),
        max(run.top for run in runs),
        text,
        bold=all(run.bold for run in runs),
        height=max(run.height for run in runs),
        certainty=min(run.certainty for run in runs),
    )
