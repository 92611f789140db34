"""The scan over Chinese text, and what it makes of each find."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from summarizer.numerals import parse_numeral
from summarizer.periods import PATTERN as PERIOD
from summarizer.periods import resolve_period
from summarizer.quantities import figures, labels, ordinals, shares
from summarizer.quantities.figures import Figure
from summarizer.quantities.joining import Found, join
from summarizer.quantities.money import in_context
from summarizer.quantities.qualifiers import TENTH, Before, Interval, before, interval
from summarizer.quantities.units import units
from summarizer.quantity import Kind, Modifier, Quantity
from summarizer.text import fold

STARTS = (
    r"[\d一二三四五六七八九十百千万亿两俩零〇○廿卅壹贰叁肆伍陆柒捌玖拾佰仟几好数第"
    r"今本去上前明后下次翌当同往历首头全年半过大翻(〔新]"
)
SCAN = re.compile(
    rf"(?={STARTS})(?:(?P<word>{labels.WORDS})|(?P<label>{labels.PATTERN})|(?P<period>{PERIOD})"
    rf"|(?P<share>{shares.PATTERN})|(?P<ordinal>{ordinals.PATTERN})|(?P<figure>{figures.PATTERN})"
    r"|(?P<great>[二三四五六七八九十两]大(?=[\u4e00-\u9fff])(?![概约会学量力型幅多部半小于批陆]))"
    r"|(?P<half>半(?:年|个月|天|小时|个多月|年多)))"
)
LIST_COMMA = re.compile(r"(?<=[0-9])，(?=[0-9])")
YEAR_ALONE = re.compile(r"(\d{4}|[一二〇零○三四五六七八九]{4})年(?:[底末初中度].?)?")
PLAN = re.compile(r"([一二三四五六七八九十]+)五")
POINT_IN_TIME = re.compile(
    r"(?:\w{4}年|[今去前明本上后]一?年)?(?:\w{1,2}月(?:\w{1,3}日|[底末初中].?|.旬|份)?|年?[底末初中].?|度)?|\w+日|[\d/.-]+"
)
OPENING = ("“", "‘", "「", "『", '"')
STRESS = ("仅", "只", "唯", "占", "减", "增", "了", "有")
THRESHOLD = re.compile(
    "级|大关|俱乐部|企业|产业|项目|县|镇|村|园区|税收|产值|集群|规模|投资|工程|市场"
)
LETTERS_BEFORE = re.compile(r"[A-Za-z][A-Za-z.]{0,7}[-‑]?$")
LETTERS_AFTER = re.compile(r"-?[A-Za-z][A-Za-z\d.]{0,11}")
DIGITS = re.compile(figures.ARABIC)
SIGNED = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.AMOUNT, Kind.COUNT})
MULTIPLE = units("zh")["倍"]


def find(text: str, date: dt.date | None) -> list[Quantity]:
    """Return the quantities of a Chinese text."""
    folded = fold(LIST_COMMA.sub("；", text))
    measured: list[Found] = []
    quantities: list[Quantity] = []
    end = 0
    for match in SCAN.finditer(folded):
        start, floor = match.start(), end
        end = match.end()
        read = OTHERS.get(match.lastgroup or "")
        if read:
            quantities.append(read(text, folded, start, end, date))
        elif match.lastgroup != "word":
            found = _measured(folded, match, floor)
            if isinstance(found, Found):
                measured.append(found)
                end = found.end
    quantities += (
        _settled(text, found, money)
        for found, money in in_context(text, folded, join(folded, measured))
    )
    return sorted(quantities, key=lambda quantity: quantity.start)


def _label(text: str, folded: str, start: int, end: int, date: dt.date | None) -> Quantity:
    del date
    value = labels.value_of(folded[start:end])
    return Quantity(start, end, text[start:end], Kind.LABEL, value, value, value)


def _period(text: str, folded: str, start: int, end: int, date: dt.date | None) -> Quantity:
    printed = folded[start:end]
    period = resolve_period(printed, date)
    kind = Kind.DATE if POINT_IN_TIME.fullmatch(printed) else Kind.PERIOD
    value = unit = None
    if year := YEAR_ALONE.fullmatch(printed):
        value, unit = parse_numeral(year[1]), "a"
    elif plan := PLAN.fullmatch(printed):
        value = parse_numeral(plan[1])
    return Quantity(
        start, end, text[start:end], kind, value, value, value, unit, time_period=period
    )


def _ordinal(text: str, folded: str, start: int, end: int, date: dt.date | None) -> Quantity:
    del date
    kind, value, unit = ordinals.read(folded, start, end)
    return Quantity(start, end, text[start:end], kind, value, value, value, unit, unit_text=unit)


OTHERS: dict[str, Callable[[str, str, int, int, dt.date | None], Quantity]] = {
    "label": _label,
    "period": _period,
    "ordinal": _ordinal,
}


def _measured(folded: str, match: re.Match[str], floor: int) -> Found | None:
    start, end, printed = match.start(), match.end(), match[0]
    if match.lastgroup == "share":
        figure = shares.read(printed)
    elif match.lastgroup == "great":
        figure = Figure(Kind.COUNT, parse_numeral(printed[:-1]))
    elif match.lastgroup == "half":
        figure = _half(printed)
    else:
        figure = figures.read(printed)
    words = before(folded, start, floor)
    found = Found(start - words.length, end, figure, words)
    return _checked(folded, found, start) if match.lastgroup == "figure" else found


def _half(printed: str) -> Figure:
    unit = units("zh")[printed.removeprefix("半").replace("多", "").removesuffix("多")]
    more = Modifier.GT if "多" in printed else None
    return Figure(Kind.DURATION, Decimal("0.5"), room=Decimal("0.5"), unit=unit, modifier=more)


def _checked(folded: str, found: Found, start: int) -> Found | None:
    """Look at what a figure touches: letters make it a name, and a bare 万元 may be a heading."""
    figure = found.figure
    if folded[start].isascii():
        return _named(folded, found, start) or found
    if folded[start] in "百千万亿" and not _counts_alone(folded, found, start):
        return None
    if (
        folded[start - 1 : start] in OPENING
        and figure.kind in (Kind.COUNT, Kind.LABEL)
        and not figure.power
    ):
        return replace(found, figure=replace(figure, kind=Kind.LABEL))
    if (
        folded[start] == "一"
        and figure.value == 1
        and figure.kind is Kind.COUNT
        and not found.before.length
        and folded[start - 1 : start] not in STRESS
    ):
        return replace(found, figure=replace(figure, kind=Kind.LABEL))
    return found


def _named(folded: str, found: Found, start: int) -> Found | None:
    """Read PM2.5, C919, 5G, CJ-10 as one label, letters and all."""
    figure = found.figure
    if figure.unit and (figure.power or figure.unit.dimension != "count"):
        return None
    ahead = (
        None if found.before.currency else LETTERS_BEFORE.search(folded[max(0, start - 12) : start])
    )
    behind = None if figure.unit else LETTERS_AFTER.match(folded, found.end)
    if not ahead and not behind:
        return None
    digits = replace(figure, kind=Kind.LABEL, unit=None, unit_text=None, modifier=None)
    end = behind.end() if behind else start + len(DIGITS.match(folded, start)[0])  # type: ignore[index]
    return Found(start - (len(ahead[0]) if ahead else 0), end, digits)


def _counts_alone(folded: str, found: Found, start: int) -> bool:
    """Say whether a multiplier without a numeral counts: 上万人, 亿元以上; not （单位：万元）."""
    figure = found.figure
    if found.before.modifier or figure.modifier or figure.kind in (Kind.COUNT, Kind.DURATION):
        return True
    if folded[start + 1] in "百千万亿" and figure.unit:
        return True
    return bool(THRESHOLD.match(folded, found.end))


def _settled(text: str, found: Found, currency: str | None) -> Quantity:
    figure, words = found.figure, found.before
    value, unit, kind = figure.value, figure.unit.code if figure.unit else None, figure.kind
    if currency:
        unit, kind = currency, Kind.AMOUNT
    modifier = _modifier(figure, words)
    low, high = _bounds(found, modifier)
    if figure.unit is MULTIPLE and words.rises and value is not None and figure.unit_text != "番":
        value, unit, kind = value * 100, "%", Kind.PERCENT
        low, high = low and low * 100, high and high * 100
    if words.negative or (words.falls and kind in SIGNED):
        value, low, high = value and -value, high and -high, low and -low
    return Quantity(
        found.start, found.end, text[found.start : found.end], kind, value, low, high, unit,
        modifier, figure.decimals, figure.unit_text, figure.power,
    )  # fmt: skip


def _modifier(figure: Figure, words: Before) -> Modifier | None:
    if words.modifier and figure.kind is Kind.DURATION and words.near:
        return figure.modifier
    if words.modifier and figure.kind is Kind.PERCENTAGE_POINT and words.compares:
        return figure.modifier
    if figure.modifier in (Modifier.GE, Modifier.LE):
        return figure.modifier
    return words.modifier or figure.modifier


def _bounds(found: Found, modifier: Modifier | None) -> Interval:
    figure = found.figure
    if figure.value is None:
        return _stretched(found, modifier)
    if figure.low is not None and modifier is None:
        return figure.low, figure.high
    if figure.kind is Kind.LABEL:
        return figure.value, figure.value
    room = figure.room if found.before.modifier is None and figure.modifier is Modifier.GT else None
    return interval(figure.value, figure.step, room, modifier, near=found.before.near)


def _stretched(found: Found, modifier: Modifier | None) -> Interval:
    """Widen a range by its bound: 30-40人左右 by a tenth of its ends."""
    low, high = found.figure.low, found.figure.high
    if not found.ranged or low is None or high is None:
        return low, high
    if modifier is Modifier.APPROX:
        return low - low * TENTH, high + high * TENTH
    return low, None if modifier in (Modifier.GE, Modifier.GT) else high
