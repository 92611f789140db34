"""What a figure is called where a verb tells it: the noun of the trade.

    生产 轮胎 7281万条           轮胎产量
    在国内 卖出 700万瓶           销量
    捐了 30万元                 捐款额
    多晶硅 跌价超过20%            多晶硅价格
    期铜 报收于 9124美元/吨        期铜收盘价
    照明市场 达到 69亿美元         照明市场规模
    银价 突破 每盎司 120美元        每盎司银价
    出口 拉动 进出口 增长 2个百分点   出口拉动进出口增长
    收入 年均 增长 8%              收入年均增长率
    6月底 播种小麦 20万亩          播种小麦面积
    新改建农村公路 10万公里         新改建农村公路里程

A table names its columns, and 生产 is no column. A name that has a noun of measure keeps it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.binding.measures import is_money
from summarizer.lexicon import pattern, table, word_set
from summarizer.quantity import Kind
from summarizer.summary import Measure
from summarizer.text import fold

if TYPE_CHECKING:
    from summarizer.binding.discourse import Reading

MEASURED, AREA = pattern("naming.measured"), pattern("naming.areas")
EACH_UNIT = pattern("measures.each_unit")
HEADS, AREA_UNITS = word_set("naming.heads"), word_set("naming.area_units")
EACH, MEAN = pattern("naming.each_unit"), pattern("naming.mean")
MARKET, PRICED, DEARER = (
    pattern("naming.market"),
    pattern("naming.priced"),
    pattern("naming.dearer"),
)
STANDS_FOR = {None: "规模", Kind.COUNT: "数量", Kind.PERCENT: "比例", Kind.AMOUNT: "金额"}
"""What a figure measures by its kind, where nothing says it; that of a market is its size."""
PULLS = pattern("naming.pulls")
VISITS = pattern("naming.visits")
WAYS, KILOMETRE = pattern("naming.ways"), "km"
CHANGES = (Measure.GROWTH, Measure.CHANGE)


class Noun(NamedTuple):
    """A verb at the beginning of a name, and what is measured of things and of money."""

    verb: re.Pattern[str]
    things: str
    money: str


@cache
def _nouns() -> tuple[Noun, ...]:
    rows = table("naming.nominal")
    return tuple(Noun(re.compile(row["verb"]), row["things"], row["money"]) for row in rows)


def completed(name: str, reading: "Reading") -> str:
    """Say with a noun what is measured, where only a verb or the unit does."""
    counted = reading.figure.quantity.unit in HEADS and bool(reading.name)
    if counted and reading.name[-1].tag == "v" and name.endswith(reading.name[-1].text):
        return f"{name}人数"
    said, led = next(_said(name, reading), name), _root(reading).figure.left
    each = led[-1].text if led and EACH_UNIT.fullmatch(led[-1].text) else ""
    return said if each in said else f"{each}{said}"


def _said(name: str, reading: "Reading") -> Iterator[str]:
    """Yield the nouns of the trade for a name, the surest first."""
    unit, measure = _unit(reading), reading.phrase.measure
    if measure is Measure.PP_CHANGE and PULLS.search(name):
        yield f"{name}增长"
    if measure is not Measure.LEVEL and measure not in CHANGES:
        return
    own = reading.figure.quantity.unit if measure is Measure.LEVEL else unit
    yield from _extent(name, own or "")
    if measure is Measure.GROWTH and (mean := MEAN.search(reading.figure.left_text)):
        yield f"{_without_mean(name)}{mean[0]}增长率"
    money = _is_in_money(unit)
    for noun in _nouns():
        found = noun.verb.match(fold(name))
        if found and (said := noun.money if money else noun.things):
            yield f"{name[found.end() :]}{said}"
    if money and MARKET.search(name):
        yield f"{name}规模"
    if _is_price(name, unit, reading):
        yield f"{name}价格"


def _extent(name: str, unit: str) -> Iterator[str]:
    """Say that it is an area, the length of a way, or how often a ship or plane has come."""
    if unit in AREA_UNITS and not _is_measured(name):
        yield f"{name}面积"
    if VISITS.fullmatch(unit) and not name.endswith(unit):
        yield f"{name}{unit}"
    if unit == KILOMETRE and WAYS.search(fold(name)):
        yield f"{name}里程"


def _root(reading: "Reading") -> "Reading":
    """Return the figure whose indicator another goes on with."""
    while reading.phrase.inherited and reading.base is not None:
        reading = reading.base
    return reading


def _without_mean(name: str) -> str:
    """Return a name without the first half of a mean rate: 收入 [复合]."""
    found = MEAN.search(fold(name))
    return name[: found.start()].rstrip("的") if found else name


def _is_measured(name: str) -> bool:
    return bool(AREA.search(name) or MEASURED.search(name))


def _unit(reading: "Reading") -> str:
    """Return in what it is measured: a change in the unit of what changes."""
    return _root(reading).figure.quantity.unit or ""


def _is_price(name: str, unit: str, reading: "Reading") -> bool:
    """Say whether a price is told of what is no measure: so much for a ton, or 涨 and 跌."""
    if MEASURED.search(name) or PRICED.search(name):
        return False
    if EACH.search(name) and _is_in_money(unit):
        return True
    dearer = reading.phrase.measure in CHANGES and DEARER.search(reading.figure.left_text)
    return bool(dearer) or (_is_in_money(unit) and "/" in unit)


def _is_in_money(unit: str | None) -> bool:
    """Say whether money is told, perhaps so much for each of something: CNY/t."""
    return is_money((unit or "").partition("/")[0])


def stands_for(reading: "Reading") -> str:
    """Return what a figure measures where nothing says it: the size of a market, an amount."""
    who = reading.who
    if who and who.end > who.core and who.text:
        return STANDS_FOR[None]
    quantity = reading.figure.quantity
    if quantity.kind is Kind.AMOUNT and not _is_in_money(quantity.unit):
        return "面积" if quantity.unit in AREA_UNITS else STANDS_FOR[Kind.COUNT]
    return STANDS_FOR.get(quantity.kind, quantity.text)
