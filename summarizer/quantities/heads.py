"""Units that a heading gives to the numbers beside and under it.

    发行总额（亿元）10.00          单位：万元                  镇    产值（亿元）   增长（%）
                                   财政收入  5230              青湾      12.5         8.1
    项目 | 单位 | 数量             财政支出  4811              柳埠       9.3         6.4
    产值 | 亿元 | 23.5

A year, and a number that has a unit of its own, keep what they are.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from summarizer.lexicon import pattern
from summarizer.numerals import plain
from summarizer.quantities.figures import UNITS, Magnitude, in_whole, power_of
from summarizer.quantities.joining import Found
from summarizer.quantities.printed import is_loose, unit_at
from summarizer.quantities.units import Unit
from summarizer.quantities.view import View
from summarizer.quantity import Kind
from summarizer.text import fold

WIDE, NARROW = re.compile(r"\t+|\||[ \u3000]{2,}"), re.compile(r"[ \t\u3000|]+")
"""What parts the cells of a line; a single space, where the head of a column parts by no more."""

YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST = 16
MOST_ROWS = 60

Scaled = tuple[Unit, int]
"""A unit and the power of ten before it: 万元."""


@dataclass(frozen=True, slots=True)
class Head:
    """A unit with its power of ten, from a place on; None where each row has its own.

    `cell` is the column that it heads, `parting` what parts the cells of its table.
    """

    start: int
    end: int
    parting: re.Pattern[str]
    unit: Scaled | None
    cell: int | None = None


def under_heads(seen: View, found: Sequence[Found]) -> list[Found]:
    """Return the figures, bare ones with the unit of the heading that they stand under."""
    if not any(_is_bare(seen, item) for item in found) or not _may_head(seen.text):
        return list(found)
    heads = sorted(_heads(seen.text), key=lambda head: head.start)
    return [_headed(seen, item, heads) if _is_bare(seen, item) else item for item in found]


def _may_head(text: str) -> bool:
    """Say whether some brackets hold nothing but a unit, or one is stated: most texts have none."""
    return any(
        bracket[1] is None or _named(fold(bracket[1]), 0, "")
        for bracket in pattern("headings.bracket").finditer(text)
    )


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
    if beside := _beside(seen.plain, item.start):
        return replace(item, figure=_in(item.figure, *beside))
    place = seen.quote(item.start, item.end)[0]
    line = seen.text.rfind("\n", 0, place) + 1
    for head in reversed(heads[: bisect_right(heads, place, key=lambda head: head.start)]):
        if place < head.end and (unit := _of_row(seen.text, line, place, head)):
            return replace(item, figure=_in(item.figure, *unit))
    return item


def _beside(text: str, start: int) -> Scaled | None:
    """Return the unit in the brackets right before a number: 总额（亿元）10.00."""
    ahead = pattern("headings.beside").search(text, max(0, start - LONGEST), start)
    return _named(text, ahead.start() + 1, ")") if ahead else None


def _of_row(text: str, line: int, place: int, head: Head) -> Scaled | None:
    """Return the unit that a head gives to the number at `place` of the line."""
    before = head.parting.split(fold(text[line:place]).lstrip())
    if head.unit:
        return head.unit if head.cell in (None, len(before) - 1) else None
    cell = before[head.cell].strip() if head.cell is not None and head.cell < len(before) else ""
    return _named(cell, 0, "")


def _heads(text: str) -> Iterator[Head]:
    """Yield the headings of tables: what states the unit of all, and what heads a column."""
    done = 0
    for hint in pattern("headings.hint").finditer(text):
        if hint.start() < done:
            continue
        start = text.rfind("\n", 0, hint.start()) + 1
        done = text.find("\n", hint.end()) + 1 or len(text)
        yield from _heads_in(fold(text[start:done]).strip(), done, _table_end(text, done))


def _heads_in(line: str, start: int, end: int) -> Iterator[Head]:
    if stated := pattern("headings.stated").search(line):
        if unit := _named(line, stated.end(), ""):
            yield Head(start, end, WIDE, unit)
        return
    parting = WIDE if len(WIDE.split(line)) > 1 else NARROW
    heads = []
    for index, cell in enumerate(parting.split(line)):
        of_units = pattern("headings.of_units").fullmatch(cell.strip())
        unit = None if of_units else _in_brackets(cell)
        if of_units or unit:
            heads.append(Head(start, end, parting, unit, index))
    if parting is WIDE or len(heads) > 1:  # one unit in a line of prose heads nothing
        yield from heads


def _in_brackets(cell: str) -> Scaled | None:
    bracket = cell.find("(")
    return _named(cell, bracket + 1, ")") if bracket >= 0 else None


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


def _named(text: str, start: int, closed: str) -> Scaled | None:
    """Read 万元, 亿美元, 港币千元 and %, up to what closes it."""
    found = pattern("headings.scaled").match(text, start)
    assert found is not None
    currency, scale = found["currency"], found["scale"]
    name = unit_at(text, found.end())
    if name is None or is_loose(name) or not text.startswith(closed, found.end() + len(name)):
        return None
    return UNITS[currency or name], power_of(scale)


def _in(figure: Magnitude, unit: Unit, power: int) -> Magnitude:
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
