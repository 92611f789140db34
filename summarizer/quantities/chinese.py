"""The scan over Chinese text, and what it makes of each find."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter

from summarizer.numerals import parse_numeral, plain
from summarizer.periods import PATTERN as PERIOD
from summarizer.periods.anchors import resolve_at
from summarizer.quantities import coins, figures, labels, ordinals, shares
from summarizer.quantities.chinese_words import CHINESE
from summarizer.quantities.cracks import whole
from summarizer.quantities.directions import DIRECTED, directed
from summarizer.quantities.figures import Figure
from summarizer.quantities.heads import under_heads
from summarizer.quantities.joining import Found, join
from summarizer.quantities.money import in_context
from summarizer.quantities.settling import settle
from summarizer.quantities.surroundings import in_surroundings
from summarizer.quantities.touching import checked, reasoned
from summarizer.quantities.units import units
from summarizer.quantities.view import View, view
from summarizer.quantity import Kind, Modifier, Quantity

ONES = r"\d一二三四五六七八九十两〇零○壹贰叁肆伍陆柒捌玖"
STARTS = (
    r"[\d.一二三四五六七八九十百千万亿两俩零〇○廿卅壹贰叁肆伍陆柒捌玖拾佰仟几好数第"
    r"今本去民上前明后下次翌当同往历首头全年半过大翻(〔新]"
)
DATED = (
    rf"(?:(?=[{ONES}千元]{{1,5}}[年月日季世号财学赛、和至到~—–/.-])"
    rf"|(?=十?[一二三四五六七八九]?五)|(?![{ONES}]))"
)
SHARED = rf"(?:(?=[{ONES}拾佰仟百千万亿点.至到~—–-]{{1,14}}[分份成折又/])|(?=一半)|(?![{ONES}]))"
"""A look ahead, so that most numerals are not tried as dates and shares at all."""

COLUMN = r"(?P<column>(?<=\d[ \n,;:-])\d{1,2}(?=[ \n,;:-]\d{1,2}[ \n,;:-]))"
"""A short number between others, with no word on either side: nothing says what it counts."""

GREAT = (
    r"(?:[二三四五六七八九十两]|(?<![\d.])[1-9]?\d)大(?=[\u4e00-\u9fff])"
    r"(?![概约会学量力型幅多部半小于批陆类])"
)

SCAN = re.compile(
    rf"(?={STARTS})(?:{COLUMN}|(?P<coins>{coins.PATTERN})|(?P<word>{labels.WORDS})"
    r"|(?P<ratio>(?<=[比例按为从由到成])\d{1,4}(?:\.\d+)?(?:[:∶]\d{1,4}(?:\.\d+)?){1,4}(?![\d:∶])"
    r"|(?!(?:19|20)\d\d比)\d{1,4}(?:\.\d+)?(?:(?:∶|比)\d{1,4}(?:\.\d+)?){1,4}"
    r"|(?:\d{1,3}\.\d{1,2}:){1,4}\d{1,3}\.\d{1,2}(?![\d.:])|(?<![\d:])\d{1,3}:\d(?!\.?[\d:])"
    r"|(?<![\d:])\d{1,3}:\d\.\d{1,2}(?![\d.:])|\d{1,3}\.\d{1,2}:\d{1,3}(?![\d.:]))"
    rf"|(?P<label>{labels.PATTERN})"
    rf"|(?P<period>{DATED}(?:{PERIOD}))"
    rf"|(?P<share>{SHARED}{shares.PATTERN})|(?P<ordinal>{ordinals.PATTERN})|(?P<great>{GREAT})"
    rf"|(?P<figure>{figures.PATTERN})"
    r"|(?P<half>半(?:年|个月|天|小时|个小时|个多月|个多小时|年多|个百分点|厘|公?升|公?斤|吨|亩|公里|公?尺"
    r"|米(?!多高)|克|岁|个世纪)))"
)
YEAR_ALONE = re.compile(
    r"(\d{4}|[一二〇零○三四五六七八九]{4}|[两二]千(?:[零〇○].)?)年(?:[底末初中度].?)?"
)
PLAN = re.compile(r"([一二三四五六七八九十]+)五")
POINT_IN_TIME = re.compile(
    r"(?:(?:[\w○]{4}|0\d)年|[今去前明本上后]一?年)?"
    r"(?:\w{1,2}月(?:\w{1,3}日|[底末初中].?|.旬|份)?|年?[底末初中].?|度)?|\w+日|[\d/.-]+"
)
HALF = Decimal("0.5")
TEN_THOUSANDTH = Decimal("0.0001")
RATIO = re.compile("[:∶比]")
START = attrgetter("start")


def find(text: str, date: dt.date | None) -> list[Quantity]:
    """Return the quantities of a Chinese text."""
    seen = view(text)
    return whole(seen, sorted(_scan(seen, date), key=START))


def _scan(seen: View, date: dt.date | None) -> Iterator[Quantity]:
    measured: list[Found] = []
    end = 0
    for match in SCAN.finditer(seen.plain):
        start, floor = match.start(), end
        if start < floor:
            continue
        end = match.end()
        if read := OTHERS.get(match.lastgroup or ""):
            yield read(seen, start, end, date)
        elif match.lastgroup != "word" and (found := _measured(seen.plain, match, floor)):
            measured.append(found)
            end = found.end
    joined = under_heads(seen, join(seen.plain, measured))
    told = [in_surroundings(seen.plain, found) for found in joined]
    for found, money in in_context(seen, told):
        quantity = settle(found, money, *seen.quote(found.start, found.end))
        yield reasoned(seen.plain, found, quantity) if quantity.kind is Kind.LABEL else quantity


def _label(seen: View, start: int, end: int, date: dt.date | None) -> Quantity:
    del date
    value = labels.value_of(seen.plain[start:end])
    return Quantity(*seen.quote(start, end), Kind.LABEL, value, value, value)


def _period(seen: View, start: int, end: int, date: dt.date | None) -> Quantity:
    printed = seen.plain[start:end]
    kind, value, unit = _named_time(printed)
    period = resolve_at(seen.plain, start, end, date)
    place = seen.quote(start, end)
    return Quantity(*place, kind, value, value, value, unit, time_period=period)


@lru_cache(maxsize=4096)
def _named_time(printed: str) -> tuple[Kind, Decimal | None, str | None]:
    """Return kind, value and unit of a date or period; only a year or a plan has a value."""
    kind = Kind.DATE if POINT_IN_TIME.fullmatch(printed) else Kind.PERIOD
    if year := YEAR_ALONE.fullmatch(printed):
        return kind, parse_numeral(year[1]), "a"
    plan = PLAN.fullmatch(printed)
    return kind, parse_numeral(plan[1]) if plan else None, None


def _ordinal(seen: View, start: int, end: int, date: dt.date | None) -> Quantity:
    del date
    kind, value, unit = ordinals.read(seen.plain, start, end)
    return Quantity(*seen.quote(start, end), kind, value, value, value, unit, unit_text=unit)


OTHERS: dict[str, Callable[[View, int, int, dt.date | None], Quantity]] = {
    "column": _label,
    "label": _label,
    "period": _period,
    "ordinal": _ordinal,
}


def _measured(folded: str, match: re.Match[str], floor: int) -> Found | None:
    start, end, part = match.start(), match.end(), match.lastgroup or ""
    figure = FIGURES[part](match[0])
    words = CHINESE.before(folded, start, floor)
    if figure.kind in DIRECTED:
        words = directed(folded, start, end, words, figure.kind)
    found = Found(start - words.length, end, figure, words)
    return checked(folded, found, start, floor) if part == "figure" else found


def _great(printed: str) -> Figure:
    """Read 五大, which counts what follows."""
    return Figure(Kind.COUNT, parse_numeral(printed[:-1])).closed()


def _ratio(printed: str) -> Figure:
    """Read 5:1 as a quotient where it is a short decimal; 5:45:50 has no one value."""
    above, *below = (Decimal(side) for side in RATIO.split(printed))
    value = above / below[0] if len(below) == 1 and below[0] else None
    exact = value is not None and value.quantize(TEN_THOUSANDTH) == value
    return Figure(Kind.RATIO, plain(value) if value is not None and exact else None).closed()


def _half(printed: str) -> Figure:
    unit = units("zh")[printed.removeprefix("半").replace("多", "").removesuffix("多")]
    more = Modifier.GT if "多" in printed else None
    return Figure(unit.kind, HALF, room=HALF, unit=unit, modifier=more).closed()


FIGURES: dict[str, Callable[[str], Figure]] = {
    "coins": coins.read,
    "share": shares.read,
    "figure": figures.read,
    "great": _great,
    "half": _half,
    "ratio": _ratio,
}
