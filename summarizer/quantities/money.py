"""Which 元: in traditional characters and beside 港元, a bare 元 is a Hong Kong dollar.

營業額120億港元，溢利30億元     both HKD; the statement of a currency nearest before it decides
廠房投資5億元（人民幣）          a bracket right behind says so itself
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from summarizer.quantities.joining import Found
from summarizer.quantities.view import View

STATEMENTS = re.compile(
    r"(?P<HKD>港元|港币|HK\$|(?<=\d)仙)|(?P<TWD>新台币|台币|NT\$)|(?P<CNY>人民币|RMB)"
)
BEHIND = re.compile(r" ?\((人民币|港元|港币|新台币|美元|下同)")
CODES = {"人民币": "CNY", "港元": "HKD", "港币": "HKD", "新台币": "TWD", "美元": "USD"}
PLAIN = ("元", "圆")


def in_context(seen: View, found: list[Found]) -> Iterator[tuple[Found, str | None]]:
    """Pair each figure with the currency its surroundings give it, where they do."""
    places: list[tuple[int, str]] = []
    if any(mark in seen.printed for mark in "億萬圓幣"):
        places = [(m.start(), m.lastgroup or "") for m in STATEMENTS.finditer(seen.plain)]
    for item in found:
        yield item, _currency(seen.plain, item, places)


def _currency(folded: str, item: Found, places: list[tuple[int, str]]) -> str | None:
    unit = item.figure.unit
    if unit is None or not (item.figure.unit_text or "").endswith(PLAIN):
        return item.before.currency if unit is None and item.before.currency else None
    if item.before.currency:
        return item.before.currency
    if unit.code != "CNY":
        return None
    if behind := BEHIND.match(folded, item.end):
        return CODES.get(behind[1])
    index = bisect_right(places, (item.start, "")) - 1
    return places[max(index, 0)][1] if places else None
