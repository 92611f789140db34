"""Places in an order: 第18批, 第一名, 一期, 第十九届. Some of them rank: 居全国第4位.

A 第 that leads into a name (第一时间, 第三方, 第一中学) is a label.
"""

import re
from decimal import Decimal
from functools import cache, lru_cache

from summarizer.lexicon import pattern, source
from summarizer.numerals import parse_numeral
from summarizer.quantities.units import Names, either, names_of
from summarizer.quantity import Kind

RANKS = frozenset("位名大")
LARGE = frozenset("千万亿")
"""第3000万辆: what has such a place is counted."""


@cache
def scanned() -> str:
    """Write an expression for a place in an order."""
    number, unmarked = source("labels.ordinal_number"), source("labels.unmarked")
    return rf"(?:第{number}(?:{either(names_of('order'))}|大(?![学道会]))?|{unmarked})"


@cache
def _in_parts() -> re.Pattern[str]:
    number = source("labels.ordinal_number")
    return re.compile(rf"(?P<marker>第?)(?P<number>{number})(?P<unit>.*)")


@cache
def _counted() -> Names:
    return Names(names_of("count"))


@lru_cache(maxsize=4096)
def _parts(printed: str) -> tuple[bool, Decimal, str]:
    found = _in_parts().fullmatch(printed)
    assert found is not None, printed
    return bool(found["marker"]), parse_numeral(found["number"]), found["unit"]


def read(text: str, start: int, end: int) -> tuple[Kind, Decimal, str | None]:
    """Return kind, value and unit of the ordinal that `PATTERN` has matched at `start`."""
    marked, value, unit = _parts(text[start:end])
    if not marked:
        return _unmarked(unit, text[start - 1 : start]), value, unit
    ranking = pattern("labels.ranks").search(text[max(0, start - 12) : start]) is not None
    if unit in RANKS:
        ranks = ranking and (unit == "位" or (unit == "名" and value > 1))
        return (Kind.RANK if ranks else Kind.ORDINAL), value, None if unit == "大" else unit
    if unit:
        return Kind.ORDINAL, value, unit
    if text[end - 1] in LARGE and _counted().at(text, end):
        return Kind.ORDINAL, value, None
    if pattern("labels.nothing_behind").match(text, end):
        return (Kind.RANK if ranking and value > 1 else Kind.ORDINAL), value, None
    return Kind.LABEL, value, None


def _unmarked(unit: str, ahead: str) -> Kind:
    """一期 is the first; 分三期 and 共四期 count them."""
    if unit == "期" and ahead in ("分", "共"):
        return Kind.COUNT
    return Kind.LABEL if unit in ("号", "级") else Kind.ORDINAL
