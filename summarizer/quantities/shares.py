"""Shares and multiples in words: 三分之一, 百分之五, 三成五, 八折, 一半, 翻两番.

A third is no finite decimal: its value is rounded to two places of a percent, `low` and `high`
enclose it.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache

from summarizer.lexicon import source
from summarizer.numerals import DIGITS, parse_numeral, plain
from summarizer.quantities.figures import (
    ARABIC,
    BOUND,
    DASH,
    HAN_DIGIT,
    Figure,
    bound_of,
    number_of,
)
from summarizer.quantities.units import units
from summarizer.quantity import Kind, Modifier

UNITS = units("zh")
WORD = rf"(?:(?:[{HAN_DIGIT}两十千万亿拾佰仟]|百(?!分位)){{1,12}}(?:点[{HAN_DIGIT}]{{1,9}})?)"
NUMBER = rf"(?:{ARABIC}|{WORD})"
ONE = rf"[{HAN_DIGIT}两]"
TENTHS = rf"(?:\d{{1,2}}(?:\.\d)?|{ONE}点{ONE}|{ONE}{{1,2}}|十)"
SINGLE = rf"(?:\d{{1,2}}(?:\.\d)?|{ONE}|十)"
SHORT = "(?:三分[一二]|四分[一三]|五分[一二三四])厘?"
"""三分一 for 三分之一, as Hong Kong writes."""

LEADING = source("figures.before_a_fraction")
NO_TENTHS = "[群形亲婚型立为长功果员本品交都绩套熟分就片批年人因]"
PATTERN = (
    rf"(?:[百千万]分之{NUMBER}{DASH}{NUMBER}(?![分份]之)[多余]?{BOUND}?"
    rf"|(?:{NUMBER}又)?(?:{WORD}|\d{{1,9}})[分份]之负?{NUMBER}(?!个?世纪|手[房车])[多余]?{BOUND}?|百分百"
    rf"|{SHORT}(?![{HAN_DIGIT}十百千万点之角元秒]){BOUND}?"
    rf"|(?:{SINGLE}{DASH}{SINGLE}|{TENTHS}|半)成(?!{NO_TENTHS}|不变)"
    rf"(?:(?:{ONE}|半)(?![个家]))?[多余]?{BOUND}?"
    rf"|(?<![\d/.])(?:(?<=[{LEADING}])|(?=[\d/]{{3,5}}(?:[的多强]|{BOUND})))"
    rf"[1-9]\d?/[1-9]\d?(?![\d/.月号日]|[万亿千百%]|[美港欧日]?元)[多强]?{BOUND}?"
    rf"|(?<=[打享受至按])(?:\d(?:\.\d)?|{ONE}{{1,2}})折"
    rf"|(?:一半|半数|过半数?|大半)(?!年|天){BOUND}?"
    rf"|翻(?:了|近)*(?:{NUMBER})番半?|翻(?:了|一)*倍|翻番)"
)
ENDING = re.compile(rf"(?P<more>[多余强])?(?P<bound>{BOUND})?$")
CENT = Decimal("0.01")
HALF_TENTH = 5
MOST, MOST_DOUBLINGS = Decimal(10) ** 15, 64
ENDS = re.compile(DASH)


def _percent(value: Decimal, step: Decimal, modifier: Modifier | None) -> Figure:
    value = plain(value)
    return Figure(Kind.PERCENT, value, step, step, UNITS["%"], "%", modifier=modifier)


def _fraction(below: str, above: str, modifier: Modifier | None) -> Figure:
    whole = parse_numeral(below.rpartition("又")[2])
    if "又" not in below and whole.normalize().as_tuple().digits == (1,):
        return _of_hundred(Decimal(100) / whole, above, modifier)
    exact = parse_numeral(f"{below}分之{above}") * 100 if whole else Decimal(0)
    if abs(exact) > MOST or exact.quantize(CENT) == exact:
        return _percent(exact, Decimal(0), modifier)
    low, high = exact.quantize(CENT, ROUND_FLOOR), exact.quantize(CENT, ROUND_CEILING)
    return replace(_percent(exact.quantize(CENT), Decimal(0), modifier), low=low, high=high)


def _of_hundred(factor: Decimal, above: str, modifier: Modifier | None) -> Figure:
    """Read 百分之5.3, 千分之三, 百分之二三十."""
    number = number_of(above.lstrip("负"))
    if number.value is None:
        return _interval(number.low, number.high, factor, modifier or number.modifier)
    value = number.value * factor * (-1 if above.startswith("负") else 1)
    return replace(_percent(value, number.step * factor, modifier), decimals=number.decimals)


def _slashed(above: str, below: str, modifier: Modifier | None) -> Figure:
    """Read 2/3; what is no proper fraction is none."""
    if int(above) >= int(below):
        return Figure(Kind.UNKNOWN, None)
    return _fraction(below, above, modifier)


def _between(below: str, ends: str, modifier: Modifier | None) -> Figure:
    """Read 百分之三到五."""
    factor = Decimal(100) / parse_numeral(below)
    low, high = sorted(parse_numeral(end) for end in ENDS.split(ends))
    return _interval(low, high, factor, modifier)


def _interval(
    low: Decimal | None, high: Decimal | None, factor: Decimal, modifier: Modifier | None
) -> Figure:
    assert low is not None
    assert high is not None
    low, high = plain(low * factor), plain(high * factor)
    return Figure(
        Kind.PERCENT, None, unit=UNITS["%"], unit_text="%", modifier=modifier, low=low, high=high
    )


def _short(below: str, above: str, rate: str, modifier: Modifier | None) -> Figure:
    """Read 四分三, and 四分一厘 as the quarter of a percent."""
    if rate:
        return _percent(parse_numeral(f"{below}分之{above}"), Decimal(0), modifier)
    return _fraction(below, above, modifier)


def _between_tenths(
    low: str, high: str, hundredths: str | None, modifier: Modifier | None
) -> Figure:
    """Read 三至五成, and 一至两成半, whose half is the upper end's."""
    more = Decimal(DIGITS.get(hundredths, HALF_TENTH)) / 10 if hundredths else 0
    low_end, high_end = sorted((parse_numeral(low), parse_numeral(high) + more))
    return _interval(low_end, high_end, Decimal(10), modifier)


def _tenths(tenths: str, hundredths: str | None, modifier: Modifier | None) -> Figure:
    if len(tenths) == 2 and tenths[0] in DIGITS:  # noqa: PLR2004 - 三四成
        low, high = sorted(Decimal(DIGITS[digit]) for digit in tenths)
        return _interval(low, high, Decimal(10), modifier or Modifier.APPROX)
    if tenths == "半":
        return _percent(Decimal(HALF_TENTH), Decimal(1), modifier)
    value = parse_numeral(tenths) * 10
    if hundredths:
        return _percent(value + DIGITS.get(hundredths, HALF_TENTH), Decimal(1), modifier)
    return _percent(value, Decimal(1) if len(tenths) > 1 else Decimal(10), modifier)


def _discount(price: str, modifier: Modifier | None) -> Figure:
    """Read what is paid: 八折 is 80 %, 八五折 is 85 %."""
    if price[0] in DIGITS and len(price) > 1:
        value = Decimal(DIGITS[price[0]] * 10 + DIGITS[price[1]])
    else:
        value = parse_numeral(price) * 10
    return _percent(value, Decimal(1), modifier)


def _half(half: str, modifier: Modifier | None) -> Figure:
    return _percent(Decimal(50), Decimal(10), Modifier.GT if half.startswith("过") else modifier)


def _all(printed: str, modifier: Modifier | None) -> Figure:
    del printed
    return _percent(Decimal(100), Decimal(0), modifier)


def _doubled(times: str | None, half: str | None, modifier: Modifier | None) -> Figure:
    """Read 两番半 as two doublings and half of one."""
    value = Decimal(2) ** min(int(parse_numeral(times or "1")), MOST_DOUBLINGS)
    if half:
        value = (value * Decimal(2).sqrt()).quantize(CENT)
    return Figure(Kind.MULTIPLE, value, unit=UNITS["倍"], unit_text="番", modifier=modifier)


SHAPES: tuple[tuple[re.Pattern[str], Callable[..., Figure]], ...] = tuple(
    (re.compile(shape), reader)
    for shape, reader in (
        (rf"([百千万])分之({NUMBER}{DASH}{NUMBER})", _between),
        (rf"((?:{NUMBER}又)?(?:{WORD}|\d+))[分份]之(负?{NUMBER})", _fraction),
        (r"(\d+)/(\d+)", _slashed),
        (r"([三四五])分([一二三四])(厘?)", _short),
        (rf"({SINGLE}){DASH}({SINGLE})成({ONE}|半)?", _between_tenths),
        (rf"({TENTHS}|半)成({ONE}|半)?", _tenths),
        (rf"([\d.]+|{ONE}{{1,2}})折", _discount),
        (r"(一半|半数|过半数?|大半)", _half),
        (rf"翻(?:(?:了|近)*({NUMBER})番(半)?|(?:了|一)*倍|番)", _doubled),
        ("(百分百)", _all),
    )
)


@lru_cache(maxsize=2048)
def read(printed: str) -> Figure:
    """Read a share or multiple that `PATTERN` has matched."""
    ending = ENDING.search(printed)
    assert ending is not None
    modifier = bound_of(ending["bound"] or "") or (Modifier.GT if ending["more"] else None)
    body = printed[: ending.start()]
    for shape, reader in SHAPES:
        if found := shape.fullmatch(body):
            return reader(*found.groups(), modifier).closed()
    raise AssertionError(printed)
