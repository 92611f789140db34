"""Places in an order: 第18批, 第一名, 一期, 第十九届. Some of them rank: 居全国第4位.

A 第 that leads into a name (第一时间, 第三方, 第一中学) is a label.
"""

import re
from decimal import Decimal
from functools import lru_cache

from summarizer.lexicon import source
from summarizer.numerals import parse_numeral
from summarizer.quantities.figures import HAN_DIGIT
from summarizer.quantities.units import either, names_of
from summarizer.quantity import Kind

NUMBER = rf"(?:\d{{1,9}}[千万亿]{{0,2}}|[{HAN_DIGIT}十百千万亿]{{1,10}})"
ORDERS = either(names_of("order"))
PATTERN = (
    rf"(?:第{NUMBER}(?:{ORDERS}|大(?![学道会]))?|[一二三四五六七八九十]{{1,3}}(?:期(?![间望货])|级|届)"
    rf"|\d{{1,5}}(?:号|届)(?!召))"
)
PARTS = re.compile(rf"(?P<marker>第?)(?P<number>{NUMBER})(?P<unit>.*)")
RANKS_BEFORE, RANKED_IN = source("figures.ranking"), source("figures.ranked_in")
RANKING = re.compile(rf"(?:{RANKS_BEFORE})[^，,。;；、]{{0,9}}$|(?:{RANKED_IN})$")
RANKS = ("位", "名", "大")
COUNTED = re.compile(rf"(?<=[千万亿])(?:{either(names_of('count'))})")
"""第3000万辆: what has such a place is counted."""

NOTHING_AFTER = re.compile(r"[^\u4e00-\u9fff]|[的地和与及、]|$")


@lru_cache(maxsize=4096)
def _parts(printed: str) -> tuple[bool, Decimal, str]:
    found = PARTS.fullmatch(printed)
    assert found is not None, printed
    return bool(found["marker"]), parse_numeral(found["number"]), found["unit"]


def read(text: str, start: int, end: int) -> tuple[Kind, Decimal, str | None]:
    """Return kind, value and unit of the ordinal that `PATTERN` has matched at `start`."""
    marked, value, unit = _parts(text[start:end])
    if not marked:
        return _unmarked(unit, text[start - 1 : start]), value, unit
    ranking = RANKING.search(text[max(0, start - 12) : start]) is not None
    if unit in RANKS:
        ranks = ranking and (unit == "位" or (unit == "名" and value > 1))
        return (Kind.RANK if ranks else Kind.ORDINAL), value, None if unit == "大" else unit
    if unit:
        return Kind.ORDINAL, value, unit
    if COUNTED.match(text, end):
        return Kind.ORDINAL, value, None
    if NOTHING_AFTER.match(text, end):
        return (Kind.RANK if ranking and value > 1 else Kind.ORDINAL), value, None
    return Kind.LABEL, value, None


def _unmarked(unit: str, ahead: str) -> Kind:
    """一期 is the first; 分三期 and 共四期 count them."""
    if unit == "期" and ahead in ("分", "共"):
        return Kind.COUNT
    return Kind.LABEL if unit in ("号", "级") else Kind.ORDINAL
