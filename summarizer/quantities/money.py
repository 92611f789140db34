"""Which 元: whose dollar a bare 元 is, in the traditional characters of three places.

Hong Kong, Macau and Taiwan each print 元 for their own:
以62億元投得用地，每平方呎樓價1.3萬元   both HKD: only Hong Kong sells land by the 平方呎
每坪65萬元，台股站上兩萬點             TWD: a 坪 and 台股 are Taiwan's
收入人民幣30億元，純利5億元。派息2元   CNY, CNY within the sentence, then home again
收入30億元（人民幣，下同）             CNY, and so on to the end

Simplified text means 人民币 by 元 and says so where it does not. Traditional text prints 元 for the
money of the place it is written in and spells out only foreign money, so the place decides: it is
told by the money it names, and by measures, markets and authorities that no other place has. Of two
places the one more often told is home; a text that tells of none keeps 人民币.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.quantities.joining import CLOSED, Found
from summarizer.quantities.units import units
from summarizer.quantities.view import View
from summarizer.quantity import Kind

TRADITIONAL = re.compile("[億萬圓幣資總額價個業]")
HOMES = re.compile(
    r"(?=[港H呎恒本联金差股按仙厘澳葡M台N行立柜坪])"
    r"(?:(?P<HKD>港元|港币|HK\$|呎|恒指|恒生指|港股|港府|本港|港铁|港交所|联交所|金管局|差饷"
    r"|股份[编代]号|按[年月][升跌增减上下]|(?<=[\d一二三四五六七八九十])[仙厘])"
    r"|(?P<MOP>澳门[元币]|葡币|MOP)"
    r"|(?P<TWD>台币|NT\$|台股|金管会|行政院|立法院|柜买|(?<=[\d百千万每])坪))"
)
STATED = re.compile(
    r"(?=[港H台N人R])(?:(?P<HKD>港元|港币|HK\$)|(?P<TWD>台币|NT\$)"
    r"|(?P<CNY>(?:人民币|RMB)(?=[约逾近超]{0,2} ?[\d一二两三四五六七八九十百])"
    r"|(?<=[\d百千万亿(])人民币)(?P<on>[^)\n]?下同)?)"
)
"""人民币 counts beside a number: 人民幣貶值 is news of its rate."""
BEHIND = re.compile(r" ?\((人民币|港元|港币|新台币|美元)")
CODES = {"人民币": "CNY", "港元": "HKD", "港币": "HKD", "新台币": "TWD", "美元": "USD"}
PLAIN = re.compile(r"[元圆角毛](?:/|$)|^[十百千万亿]*$")
RATE, PERCENT = units("zh")["厘"], units("zh")["%"]
INTEREST = re.compile(r"(?:(?<!月)息|利率)[^，,。;；\d]{0,4}$")
LEAD = 4
SENTENCE = 80
"""How far a currency carries within its sentence."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The currency at home in a text, and where others are stated; both empty in simplified text.

    `onward` is where a 下同 makes 人民币 the currency of all that follows.
    """

    home: str | None = None
    places: tuple[tuple[int, str], ...] = ()
    onward: int | None = None


def in_context(seen: View, found: list[Found]) -> Iterator[tuple[Found, str | None]]:
    """Pair each figure with the currency its surroundings give it, where they do."""
    setting = _setting(seen)
    for item in found:
        if item.figure.unit is RATE and _is_interest(seen.plain, item, setting):
            yield replace(item, figure=replace(item.figure, kind=Kind.PERCENT, unit=PERCENT)), None
        else:
            yield item, _currency(seen.plain, item, setting)


def _is_interest(folded: str, item: Found, setting: Setting) -> bool:
    """Say whether a 厘 is a percent: of interest by the year, as Hong Kong quotes it."""
    lead = folded[max(0, item.start - len("息率") - LEAD) : item.start]
    return setting.home == "HKD" or INTEREST.search(lead) is not None


def _setting(seen: View) -> Setting:
    if not TRADITIONAL.search(seen.printed):
        return Setting()
    told = Counter(match.lastgroup for match in HOMES.finditer(seen.plain))
    stated = list(STATED.finditer(seen.plain))
    return Setting(
        max(told, key=told.__getitem__, default=None),
        tuple((match.start(), _code(match)) for match in stated),
        next((match.start() for match in stated if match["on"]), None),
    )


def _code(match: re.Match[str]) -> str:
    return next(code for code in ("HKD", "TWD", "CNY") if match[code])


def _currency(folded: str, item: Found, setting: Setting) -> str | None:
    unit, printed = item.figure.unit, item.figure.unit_text or ""
    if item.before.currency and (unit is None or PLAIN.search(printed)):
        return item.before.currency
    if unit is None or not unit.code.startswith("CNY") or not PLAIN.search(printed):
        return None
    if behind := BEHIND.match(folded, item.end):
        return CODES[behind[1]]
    code = _carried(folded, item, setting) or setting.home
    return unit.code.replace("CNY", code) if code else None


def _carried(folded: str, item: Found, setting: Setting) -> str | None:
    """Return the currency stated before the figure in its sentence, or for all that follows."""
    index = bisect_right(setting.places, (item.start, "")) - 1
    if index >= 0:
        place, code = setting.places[index]
        if item.start - place <= SENTENCE and not CLOSED.search(folded, place, item.start):
            return code
    follows = setting.onward is not None and setting.onward < item.start
    return "CNY" if follows else None
