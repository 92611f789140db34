"""Shares and multiples in words: 三分之一, 百分之五, 三成五, 八折, 一半, 翻两番.

A third is no finite decimal: its value is rounded to two places of a percent, `low` and `high`
enclose it.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache

from summarizer.lexicon import pattern
from summarizer.numerals import DIGITS, parse_numeral, plain
from summarizer.quantities.figures import Magnitude, bound_of, number_of
from summarizer.quantities.units import units
from summarizer.quantity import Kind, Modifier

UNITS = units("zh")
CENT = Decimal("0.01")
HALF_TENTH = 5
MOST, MOST_DOUBLINGS = Decimal(10) ** 15, 64


def _percent(value: Decimal, step: Decimal, modifier: Modifier | None) -> Magnitude:
    value = plain(value)
    return Magnitude(Kind.PERCENT, value, step, step, UNITS["%"], "%", modifier=modifier)


def _fraction(below: str, above: str, modifier: Modifier | None) -> Magnitude:
    whole = parse_numeral(below.rpartition("又")[2])
    if "又" not in below and whole.normalize().as_tuple().digits == (1,):
        return _of_hundred(Decimal(100) / whole, above, modifier)
    exact = parse_numeral(f"{below}分之{above}") * 100 if whole else Decimal(0)
    if abs(exact) > MOST or exact.quantize(CENT) == exact:
        return _percent(exact, Decimal(0), modifier)
    low, high = exact.quantize(CENT, ROUND_FLOOR), exact.quantize(CENT, ROUND_CEILING)
    return replace(_percent(exact.quantize(CENT), Decimal(0), modifier), low=low, high=high)


def _of_hundred(factor: Decimal, above: str, modifier: Modifier | None) -> Magnitude:
    """Read 百分之5.3, 千分之三, 百分之二三十."""
    number = number_of(above.lstrip("负"))
    if number.value is None:
        return _interval(number.low, number.high, factor, modifier or number.modifier)
    value = number.value * factor * (-1 if above.startswith("负") else 1)
    return replace(_percent(value, number.step * factor, modifier), decimals=number.decimals)


def _slashed(above: str, below: str, modifier: Modifier | None) -> Magnitude:
    """Read 2/3; what is no proper fraction is none."""
    if int(above) >= int(below):
        return Magnitude(Kind.UNKNOWN, None)
    return _fraction(below, above, modifier)


def _between(below: str, ends: str, modifier: Modifier | None) -> Magnitude:
    """Read 百分之三到五."""
    factor = Decimal(100) / parse_numeral(below)
    low, high = sorted(parse_numeral(end) for end in pattern("numerals.dash").split(ends))
    return _interval(low, high, factor, modifier)


def _interval(
    low: Decimal | None, high: Decimal | None, factor: Decimal, modifier: Modifier | None
) -> Magnitude:
    assert low is not None
    assert high is not None
    low, high = plain(low * factor), plain(high * factor)
    return Magnitude(
        Kind.PERCENT, None, unit=UNITS["%"], unit_text="%", modifier=modifier, low=low, high=high
    )


def _short(below: str, above: str, rate: str, modifier: Modifier | None) -> Magnitude:
    """Read 四分三, and 四分一厘 as the quarter of a percent."""
    if rate:
        return _percent(parse_numeral(f"{below}分之{above}"), Decimal(0), modifier)
    return _fraction(below, above, modifier)


def _between_tenths(
    low: str, high: str, hundredths: str | None, modifier: Modifier | None
) -> Magnitude:
    """Read 三至五成, and 一至两成半, whose half is the upper end's."""
    more = Decimal(DIGITS.get(hundredths, HALF_TENTH)) / 10 if hundredths else 0
    low_end, high_end = sorted((parse_numeral(low), parse_numeral(high) + more))
    return _interval(low_end, high_end, Decimal(10), modifier)


def _tenths(tenths: str, hundredths: str | None, modifier: Modifier | None) -> Magnitude:
    if len(tenths) == 2 and tenths[0] in DIGITS:  # noqa: PLR2004 - 三四成
        low, high = sorted(Decimal(DIGITS[digit]) for digit in tenths)
        return _interval(low, high, Decimal(10), modifier or Modifier.APPROX)
    if tenths == "半":
        return _percent(Decimal(HALF_TENTH), Decimal(1), modifier)
    value = parse_numeral(tenths) * 10
    if hundredths:
        return _percent(value + DIGITS.get(hundredths, HALF_TENTH), Decimal(1), modifier)
    return _percent(value, Decimal(1) if len(tenths) > 1 else Decimal(10), modifier)


def _discount(price: str, modifier: Modifier | None) -> Magnitude:
    """Read what is paid: 八折 is 80 %, 八五折 is 85 %."""
    if price[0] in DIGITS and len(price) > 1:
        value = Decimal(DIGITS[price[0]] * 10 + DIGITS[price[1]])
    else:
        value = parse_numeral(price) * 10
    return _percent(value, Decimal(1), modifier)


def _half(half: str, modifier: Modifier | None) -> Magnitude:
    return _percent(Decimal(50), Decimal(10), Modifier.GT if half.startswith("过") else modifier)


def _all(printed: str, modifier: Modifier | None) -> Magnitude:
    del printed
    return _percent(Decimal(100), Decimal(0), modifier)


def _doubled(times: str | None, half: str | None, modifier: Modifier | None) -> Magnitude:
    """Read 两番半 as two doublings and half of one."""
    value = Decimal(2) ** min(int(parse_numeral(times or "1")), MOST_DOUBLINGS)
    if half:
        value = (value * Decimal(2).sqrt()).quantize(CENT)
    return Magnitude(Kind.MULTIPLE, value, unit=UNITS["倍"], unit_text="番", modifier=modifier)


SHAPES: tuple[tuple[str, Callable[..., Magnitude]], ...] = (
    ("shares.of_hundred_between", _between),
    ("shares.fraction", _fraction),
    ("shares.slashed", _slashed),
    ("shares.short", _short),
    ("shares.tenths_between", _between_tenths),
    ("shares.in_tenths", _tenths),
    ("shares.discount", _discount),
    ("shares.half", _half),
    ("shares.doubled", _doubled),
    ("shares.whole", _all),
)


@lru_cache(maxsize=2048)
def read(printed: str) -> Magnitude:
    """Read a share or multiple that the scan has found."""
    ending = pattern("shares.ending").search(printed)
    assert ending is not None
    modifier = bound_of(ending["bound"] or "") or (Modifier.GT if ending["more"] else None)
    body = printed[: ending.start()]
    for shape, reader in SHAPES:
        if found := pattern(shape).fullmatch(body):
            return reader(*found.groups(), modifier).closed()
    raise AssertionError(printed)
