"""Numerals to exact values: 1,300.5 · 三千八百 · 5亿1万 · 一点五亿 · 三分之一 · ○ 〇 廿 壹.

2千零30万   groups below 万 add up, 万 亿 兆 close a group; a larger one after a smaller one
            multiplies all that came before (一万亿, 10万万)
二〇一八    digits in a row are read by position
一千三      a last digit with no 零 before it counts tenths of the unit before it: 1300
"""

import re
from decimal import Decimal
from functools import lru_cache

from summarizer.text import fold

DIGITS = {
    **dict.fromkeys("零〇○", 0),
    **dict.fromkeys("一壹弌幺", 1),
    **dict.fromkeys("二贰两俩弐", 2),
    **dict.fromkeys("三叁参仨", 3),
    **dict.fromkeys("四肆", 4),
    **dict.fromkeys("五伍", 5),
    **dict.fromkeys("六陆", 6),
    **dict.fromkeys("七柒", 7),
    **dict.fromkeys("八捌", 8),
    **dict.fromkeys("九玖", 9),
}
TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
GROUPS = {"万": 10**4, "亿": 10**8, "兆": 10**12}
SCORES = {"廿": 20, "卅": 30}
SPACES = dict.fromkeys(map(ord, " \t\u2009\u202f"))

ARABIC = re.compile(r"\d+(?:\.\d+)?|\.\d+")
SPOKEN_POINT = re.compile(r"([^点]+)点([零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖两\d]+)(.*)")


def parse_numeral(text: str) -> Decimal:
    """Return the exact value of a numeral in Arabic, Chinese or mixed characters.

    Raises ValueError where `text` is not one numeral.
    """
    plain = fold(text).replace(",", "").translate(SPACES)
    if plain[:1] in ("-", "负", "+"):
        value = _unsigned(plain[1:])
        return value if plain[0] == "+" else -value
    return _unsigned(plain)


def plain(value: Decimal) -> Decimal:
    """Return the same number without an exponent and without idle zeros after the point."""
    whole = value.to_integral_value()
    if whole != value:
        return value.normalize()
    return whole if whole.as_tuple().exponent == 0 else Decimal(int(whole))


@lru_cache(maxsize=8192)
def _unsigned(text: str) -> Decimal:
    whole, mixed, fraction = text.rpartition("又")
    below, parted, above = fraction.partition("分之")
    if parted:
        return (_unsigned(whole) if mixed else 0) + parse_numeral(above) / _unsigned(below)
    if ARABIC.fullmatch(text):
        return Decimal(text)
    spoken = SPOKEN_POINT.fullmatch(text)
    if spoken:
        return _with_point(*spoken.groups())
    return _sum(text)


def _with_point(whole: str, decimals: str, groups: str) -> Decimal:
    digits = "".join(str(DIGITS.get(character, character)) for character in decimals)
    value = _unsigned(whole) + Decimal(f"0.{digits}")
    for character in groups:
        if character not in GROUPS | TENS:
            raise ValueError(f"not a numeral: {character!r} after the decimals")
        value *= (GROUPS | TENS)[character]
    return value


def _sum(text: str) -> Decimal:
    total = group = Decimal(0)
    digits: Decimal | None = None
    last_unit = 1
    position = 0
    for position, length, character in _steps(text):
        if length:
            digits = Decimal(text[position : position + length])
            last_unit = 1 if length > 1 or text[position - 1 : position] == "零" else last_unit
        elif character in DIGITS:
            digits = (digits or Decimal(0)) * 10 + DIGITS[character]
            last_unit = 1 if position and text[position - 1] in DIGITS else last_unit
        elif character in SCORES:
            group, digits, last_unit = group + SCORES[character], None, 1
        elif character in TENS and text[position - 1 : position] in GROUPS:
            total *= TENS[character]  # 20万 千字
        elif character in TENS:
            last_unit = TENS[character]
            group += (digits or 1) * last_unit
            digits = None
        else:
            group += _tail(digits, last_unit if last_unit in TENS.values() else 1)
            last_unit = GROUPS[character]
            total = _closed(total, group, last_unit, first=position == 0)
            group, digits = Decimal(0), None
    return total + group + _tail(digits, last_unit)


def _tail(digits: Decimal | None, last_unit: int) -> Decimal:
    """Return what a last digit counts: tenths of the unit before it (千二億 is 1200億)."""
    return (digits or Decimal(0)) * (last_unit // 10 if last_unit > 10 else 1)  # noqa: PLR2004


def _closed(total: Decimal, group: Decimal, unit: int, *, first: bool) -> Decimal:
    """Close a group with 万, 亿 or 兆; all of it is multiplied where the unit outgrows it."""
    if first:
        return Decimal(unit)
    if not group or (total and total < unit):
        return (total + group) * unit
    return total + group * unit


def _steps(text: str) -> list[tuple[int, int, str]]:
    """Cut into Arabic stretches (with their length) and single characters."""
    steps = []
    position = 0
    while position < len(text):
        found = ARABIC.match(text, position)
        length = found.end() - position if found else 0
        if not length and text[position] not in DIGITS | TENS | GROUPS | SCORES:
            raise ValueError(f"not a numeral: {text[position]!r} in {text!r}")
        steps.append((position, length, text[position]))
        position += length or 1
    if not steps:
        raise ValueError("not a numeral: nothing there")
    return steps
