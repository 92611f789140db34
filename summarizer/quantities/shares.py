"""Shares and multiples in words: 三分之一, 百分之五, 三成五, 八折, 一半, 翻两番.

A third is no finite decimal: its value is rounded to two places of a percent, `low` and `high`
enclose it.
"""

import re
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache

from summarizer.numerals import DIGITS, parse_numeral
from summarizer.quantities.figures import (
    ARABIC,
    BOUND,
    DASH,
    HAN_DIGIT,
    Figure,
    bound_of,
    number_of,
    plain,
)
from summarizer.quantities.units import units
from summarizer.quantity import Kind, Modifier

UNITS = units("zh")
WORD = rf"(?:[{HAN_DIGIT}两十百千万亿拾佰仟]{{1,12}}(?:点[{HAN_DIGIT}]{{1,9}})?)"
NUMBER = rf"(?:{ARABIC}|{WORD})"
ONE = rf"[{HAN_DIGIT}两]"
NO_TENTHS = "[立为长功果员本品交都绩套熟分就片批年人因]"
PATTERN = (
    rf"(?:[百千万]分之{NUMBER}{DASH}{NUMBER}(?![分份]之)[多余]?{BOUND}?"
    rf"|(?:{NUMBER}又)?(?:{WORD}|\d{{1,9}})[分份]之负?{NUMBER}[多余]?{BOUND}?"
    rf"|(?:\d{{1,2}}(?:\.\d)?|{ONE}点{ONE}|{ONE}{{1,2}}|十)成(?!{NO_TENTHS}|不变)"
    rf"(?:{ONE}(?![个家]))?[多余]?{BOUND}?"
    rf"|(?<=[打享受至按])(?:\d(?:\.\d)?|{ONE}{{1,2}})折"
    rf"|(?:一半|半数|过半数?|大半)(?!年|天){BOUND}?"
    rf"|翻(?:了|近)*(?:{NUMBER})番|翻(?:了|一)*倍|翻番)"
)
SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<ends_below>[百千万])分之(?P<ends>{NUMBER}{DASH}{NUMBER})",
        rf"(?P<below>(?:{NUMBER}又)?(?:{WORD}|\d+))[分份]之(?P<above>负?{NUMBER})",
        rf"(?P<tenths>[\d.]+|{ONE}(?:点{ONE})|{ONE}{{1,2}}|十)成(?P<hundredths>{ONE})?",
        rf"(?P<price>[\d.]+|{ONE}{{1,2}})折",
        r"(?P<half>一半|半数|过半数?|大半)",
        rf"翻(?:了|近)*(?P<doublings>{NUMBER})番|(?P<double>翻(?:了|一)*倍|翻番)",
    )
)
ENDING = re.compile(rf"(?P<more>[多余])?(?P<bound>{BOUND})?$")
CENT = Decimal("0.01")
MOST = Decimal(10) ** 15
ENDS = re.compile(DASH)


@lru_cache(maxsize=2048)
def read(printed: str) -> Figure:
    """Read a share or multiple that `PATTERN` has matched."""
    ending = ENDING.search(printed)
    assert ending is not None
    body = printed[: ending.start()]
    modifier = bound_of(ending["bound"] or "")
    modifier = modifier or (Modifier.GT if ending["more"] or body.startswith("过") else None)
    found = next(found for shape in SHAPES if (found := shape.fullmatch(body)))
    part = found.groupdict()
    if part.get("ends"):
        return _between(Decimal(100) / parse_numeral(part["ends_below"]), part["ends"], modifier)
    if part.get("below"):
        return _fraction(part["below"], part["above"], modifier)
    if part.get("tenths"):
        return _tenths(part["tenths"], part["hundredths"], modifier)
    if part.get("price"):
        return _percent(_discount(part["price"]), Decimal(1), modifier)
    if part.get("half"):
        return _percent(Decimal(50), Decimal(10), modifier)
    doublings = int(parse_numeral(part["doublings"])) if part.get("doublings") else 1
    value = Decimal(2) ** min(doublings, 64)
    return Figure(Kind.MULTIPLE, value, unit=UNITS["倍"], unit_text="番", modifier=modifier)


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


def _between(factor: Decimal, ends: str, modifier: Modifier | None) -> Figure:
    """Read 百分之三到五."""
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


def _tenths(tenths: str, hundredths: str | None, modifier: Modifier | None) -> Figure:
    if len(tenths) == 2 and tenths[0] in DIGITS:  # noqa: PLR2004 - 三四成
        low, high = sorted(Decimal(DIGITS[digit]) for digit in tenths)
        return _interval(low, high, Decimal(10), modifier or Modifier.APPROX)
    value = parse_numeral(tenths) * 10
    if hundredths:
        return _percent(value + DIGITS[hundredths], Decimal(1), modifier)
    return _percent(value, Decimal(1) if len(tenths) > 1 else Decimal(10), modifier)


def _discount(price: str) -> Decimal:
    """Return what is paid: 八折 is 80 %, 八五折 is 85 %."""
    if price[0] in DIGITS and len(price) > 1:
        return Decimal(DIGITS[price[0]] * 10 + DIGITS[price[1]])
    return parse_numeral(price) * 10
