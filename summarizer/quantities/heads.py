"""Units that a heading gives to the numbers beside and under it.

    发行总额（亿元）10.00          单位：万元                  镇    产值（亿元）   增长（%）
                                   财政收入  5230              青湾      12.5         8.1
                                   财政支出  4811              柳埠       9.3         6.4

A year, and a number that has a unit of its own, keep what they are.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from summarizer.numerals import plain
from summarizer.quantities.figures import ANY_UNIT, LOOSE, POWER, UNITS, Figure, in_whole
from summarizer.quantities.joining import Found
from summarizer.quantities.units import Unit, either
from summarizer.quantities.view import View
from summarizer.quantity import Kind
from summarizer.text import fold

NAMED = rf"(?P<scale>[十百千万亿]{{0,2}})(?!{either(LOOSE)})(?P<unit>{ANY_UNIT})"
BESIDE = rf"\({NAMED}\)[ :=]{{0,2}}$"
STATED = rf"单位 ?[:为] ?{NAMED}"
HEADED = rf"\({NAMED}\)"
ANY_HEAD = rf"单位 ?[:为]|\([十百千万亿]{{0,2}}(?:{ANY_UNIT})\)"
"""Compiled by the first page that has a bracket or a 单位 in it."""

MAY_HEAD = re.compile(r"单位|\([^\s()]{1,8}\)")
CELL = re.compile(r"\t+|\||[ \u3000]{2,}")
YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST = 16
MOST_ROWS = 60
HINT = re.compile(r"[单單]位|[(（][^()（）\n]{1,6}[)）][ \t|\u3000\n]")


@dataclass(frozen=True, slots=True)
class Head:
    """A unit with its power of ten, from a place in the text on; `cell` where it heads a column."""

    start: int
    end: int
    unit: Unit
    power: int
    cell: int | None = None


def under_heads(seen: View, found: Sequence[Found]) -> list[Found]:
    """Return the figures, bare ones with the unit of the heading that they stand under."""
    if not _has_heads(seen) or not any(_is_bare(seen, item) for item in found):
        return list(found)
    heads = sorted(_heads(seen.text), key=lambda head: head.start)
    return [_headed(seen, item, heads) if _is_bare(seen, item) else item for item in found]


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def _has_heads(seen: View) -> bool:
    return bool(MAY_HEAD.search(seen.plain) and _compiled(ANY_HEAD).search(seen.plain))


def _is_bare(seen: View, item: Found) -> bool:
    figure = item.figure
    printed = seen.plain[item.start : item.end]
    return (
        figure.unit is None
        and figure.kind in (Kind.LABEL, Kind.AMOUNT)
        and figure.value is not None
        and not YEAR.fullmatch(printed)
    )


def _headed(seen: View, item: Found, heads: Sequence[Head]) -> Found:
    beside = _compiled(BESIDE).search(seen.plain, max(0, item.start - LONGEST), item.start)
    if beside:
        return replace(item, figure=_in(item.figure, *_unit(beside)))
    place = seen.quote(item.start, item.end)[0]
    line = seen.text.rfind("\n", 0, place) + 1
    cell = len(CELL.findall(seen.text[line:place].lstrip()))
    for head in reversed(heads[: bisect_right(heads, place, key=lambda head: head.start)]):
        if place < head.end and head.cell in (None, cell):
            return replace(item, figure=_in(item.figure, head.unit, head.power))
    return item


def _heads(text: str) -> Iterator[Head]:
    """Yield the headings of tables: what states the unit of all, and what heads a column."""
    done = 0
    for hint in HINT.finditer(text):
        if hint.start() < done:
            continue
        start = text.rfind("\n", 0, hint.start()) + 1
        done = text.find("\n", hint.end()) + 1 or len(text)
        yield from _heads_in(fold(text[start:done]), done, _table_end(text, done))


def _heads_in(line: str, start: int, end: int) -> Iterator[Head]:
    if stated := _compiled(STATED).search(line):
        yield Head(start, end, *_unit(stated))
    elif len(cells := CELL.split(line.strip())) > 1:
        for index, cell in enumerate(cells):
            if headed := _compiled(HEADED).search(cell):
                yield Head(start, end, *_unit(headed), index)


def _table_end(text: str, start: int) -> int:
    """Return where the rows end: at an empty line, at prose, or after many."""
    end = start
    for _ in range(MOST_ROWS):
        stop = text.find("\n", end)
        line = text[end : stop if stop >= 0 else len(text)]
        if not line.strip() or "。" in line:
            return end
        if stop < 0:
            return len(text)
        end = stop + 1
    return end


def _unit(found: re.Match[str]) -> tuple[Unit, int]:
    return UNITS[found["unit"]], sum(POWER[character] for character in found["scale"])


def _in(figure: Figure, unit: Unit, power: int) -> Figure:
    """Return a bare figure in a unit that is named elsewhere."""
    assert figure.value is not None
    scale = Decimal(1).scaleb(power)
    exact = unit.kind is Kind.COUNT and not power and not figure.decimals
    whole = replace(
        figure,
        kind=unit.kind,
        value=plain(figure.value * scale),
        step=Decimal(0) if exact else Decimal(1).scaleb(power + figure.power - figure.decimals),
        room=figure.room * scale,
        unit=unit,
        unit_text=None,
        power=figure.power + power,
        low=None,
        high=None,
    )
    return (in_whole(whole, unit.parts) if unit.parts > 1 else whole).closed()
