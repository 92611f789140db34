"""A figure as printed: numeral, multiplier, unit and the words glued to it, read once per wording.

    41   万    余         人                    12     亿     多        美元     以上
    ──   ──    ──         ──                    ──     ──     ──        ────     ────
    numeral multiplier more  unit               numeral multiplier more unit      bound

A numeral in digits may stand without a unit; one in characters needs a unit it can count
(三家, not 三峡).
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from summarizer.lexicon import pattern
from summarizer.numerals import DIGITS, parse_numeral, plain
from summarizer.quantities.printed import Measured, measured
from summarizer.quantities.qualifiers import interval
from summarizer.quantities.units import Unit, units
from summarizer.quantity import Kind, Modifier

UNITS = units("zh")
MULTIPLE = UNITS["倍"]
DEGREE = UNITS["度"]
"""Ten thousand of them are no angle and no heat, but electricity: 度 is short for 千瓦时."""

HALF = Decimal("0.5")
LARGE, LARGE_WORDS = 4, frozenset("万亿")
"""The power of 万, from which on a bare numeral is a figure."""

POWER = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12}
BOUNDS = {
    "以上": Modifier.GE, "更多": Modifier.GE, "以下": Modifier.LE, "更少": Modifier.LE,
    "以内": Modifier.LE, "之内": Modifier.LE, "左右": Modifier.APPROX, "上下": Modifier.APPROX,
    "有余": Modifier.GT, "开外": Modifier.GT, "之上": Modifier.GE, "之下": Modifier.LE,
}  # fmt: skip


def power_of(scale: str) -> int:
    """Return the power of ten that 百万 is."""
    return sum(POWER[character] for character in scale)


def bound_of(words: str) -> Modifier | None:
    """Return the bound that words behind a figure mean: 以上, 或者以上, 左右."""
    return BOUNDS.get(words[-2:])


@dataclass(frozen=True, slots=True)
class Magnitude:
    """What a printed figure says by itself, before the words around it are read.

    `step` is one unit of the last printed digit (0: exact), `room` how far a 余 or 多 reaches.
    """

    kind: Kind
    value: Decimal | None
    step: Decimal = Decimal(0)
    room: Decimal = Decimal(0)
    unit: Unit | None = None
    unit_text: str | None = None
    power: int = 0
    decimals: int = 0
    modifier: Modifier | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    def closed(self) -> "Magnitude":
        """Return the figure with the interval that it allows by itself, if it has none yet."""
        if self.value is None or self.low is not None or self.high is not None:
            return self
        if self.kind is Kind.LABEL and self.modifier is None:
            return replace(self, low=self.value, high=self.value)
        room = self.room if self.modifier is Modifier.GT else None
        low, high = interval(self.value, self.step, room, self.modifier)
        kind = Kind.AMOUNT if self.kind is Kind.LABEL and self.unit is None else self.kind
        return replace(self, kind=kind, low=low, high=high)


@lru_cache(maxsize=16384)
def read(printed: str) -> Magnitude:
    """Read a figure that `printed.end_of` has found; what does not add up is no number."""
    if spoken := pattern("numerals.spoken").fullmatch(printed):
        return _spoken(spoken)
    printed = pattern("numerals.more_inside").sub(r"万亿\g<more>", printed.replace("、", ""))
    number = pattern("numerals.parts").match(printed)
    assert number is not None, printed
    unit = measured(printed, number.end()) or _bounded(printed, number.end())
    if unit.end != len(printed):
        return Magnitude(Kind.LABEL, None)
    some, numeral, more, group, late = (part or "" for part in number.groups())
    figure = _with_unit(number_of(numeral + group, some), number, unit)
    if some or "几" in more + late:
        return _vague(figure, some=bool(some))
    if unit.last == "半" and figure.value is not None:
        figure = replace(figure, value=plain(figure.value + HALF.scaleb(figure.power)))
    modifier = bound_of(unit.bound) or _over(more + late + unit.last)
    return replace(figure, modifier=modifier or figure.modifier).closed()


def _bounded(printed: str, start: int) -> Measured:
    """Return what stands behind a number that has no unit: its bound, or nothing."""
    bound = pattern("figures.bounds_behind").match(printed, start)
    return Measured("", bound.end() if bound else start, bound=bound[0] if bound else "")


def _spoken(found: re.Match[str]) -> Magnitude:
    """Read 一米二五, 零点63 and 四万七八一吨, as they are said."""
    if found["whole"]:
        digits = "".join(str(DIGITS.get(digit, digit)) for digit in found["places"])
        value = parse_numeral(found["whole"]) + Decimal(f"0.{digits}")
        step = Decimal(1).scaleb(-len(digits))
        unit = UNITS[found["unit"]]
        return Magnitude(
            unit.kind, value, step, step, unit, unit.code, decimals=len(digits)
        ).closed()
    if found["point"]:
        places = len(found["point"])
        value = Decimal(f"0.{found['point']}")
        return Magnitude(Kind.AMOUNT, value, Decimal(1).scaleb(-places), decimals=places).closed()
    head, group = found["head"] or "", found["group"] or ""
    low, high = (parse_numeral(head + digit + group) for digit in found["pair"])
    unit = unit_of("元", "", f"/{found['base']}")
    return Magnitude(
        unit.kind, None, unit=unit, unit_text=f"元/{found['base']}", modifier=Modifier.APPROX,
        low=low, high=high,
    )  # fmt: skip


def number_of(printed: str, some: str = "") -> Magnitude:
    """Read a numeral alone, kept as a label; 三五, 十七八 and 二三十 are intervals."""
    pair = None if some else pattern("numerals.pair").fullmatch(printed)
    if pair and _is_pair(pair["low"], pair["high"]):
        low, high = (
            parse_numeral(pair["head"] + pair[end] + pair["group"]) for end in ("low", "high")
        )
        return Magnitude(Kind.LABEL, None, modifier=Modifier.APPROX, low=low, high=high)
    value = plain(parse_numeral(printed.replace("·", "." if printed[0].isdigit() else "点")))
    places = pattern("numerals.point").split(printed.rstrip("十百千万亿兆"))
    decimals = len(places[1]) if len(places) > 1 else 0
    is_spelled = pattern("numerals.digit").match(printed)
    groups = pattern("numerals.large_powers" if is_spelled else "numerals.powers").search(printed)
    power = power_of(groups[0]) if groups else 0
    step = Decimal(1).scaleb(power - decimals)
    return Magnitude(Kind.LABEL, value, step, room_of(value), power=power, decimals=decimals)


def _is_pair(low: str, high: str) -> bool:
    first, second = DIGITS[low], DIGITS[high]
    return second == first + 1 or (first, second) == (3, 5)


def room_of(value: Decimal) -> Decimal:
    """Return one unit of the last digit that is not zero: how far a 余 reaches."""
    return Decimal(1).scaleb(value.normalize().as_tuple().exponent)  # type: ignore[arg-type]


def _with_unit(number: Magnitude, part: re.Match[str], named: Measured) -> Magnitude:
    group = part["group"] or ""
    if not named.name:
        return _without_unit(number, part, named.bound)
    unit = unit_of(named.name, named.bracket[1:-1], named.rate)
    if unit == DEGREE and number.power >= LARGE:
        unit = UNITS["度电"]
    exact = unit.kind in (Kind.COUNT, Kind.DURATION) and not number.power and not number.decimals
    figure = replace(
        number,
        kind=unit.kind,
        step=Decimal(0) if exact else number.step,
        unit=unit,
        unit_text=f"{group}{named.name}{named.bracket}{named.rate}",
    )
    if unit.parts > 1:
        return in_whole(figure, unit.parts)
    if named.name.startswith("个半") and number.value is not None:
        return replace(figure, value=number.value + HALF)
    return figure


def _without_unit(number: Magnitude, part: re.Match[str], bound: str) -> Magnitude:
    """Return a number as an amount where it is one by itself: large, a decimal, or bounded."""
    worded = part["group"] or bound or part["more"]
    large = number.power >= LARGE or not LARGE_WORDS.isdisjoint(part["numeral"] or "")
    is_amount = worded or number.decimals or large
    return replace(number, kind=Kind.AMOUNT if is_amount else Kind.LABEL)


def in_whole(figure: Magnitude, parts: int) -> Magnitude:
    """Read 12.5仙 as 0.125 of its currency, 25个基点 as 0.25 points and 3‰ as 0.3 %."""
    return replace(
        figure,
        value=figure.value and plain(figure.value / parts),
        low=figure.low and plain(figure.low / parts),
        high=figure.high and plain(figure.high / parts),
        step=figure.step / parts,
        room=figure.room / parts,
        power=figure.power + 1 - len(str(parts)),
    )


def unit_of(name: str, bracket: str, rate: str) -> Unit:
    """Return the unit of 元/吨 and 台(套); a classifier that no table has is its own."""
    unit = UNITS["元" if name == "块" and rate else name] if name in UNITS else Unit(name, "count")
    if bracket and unit.dimension == "money":
        unit = UNITS[bracket]
    elif bracket:
        unit = Unit(f"{unit.code}({bracket})", unit.dimension)
    if rate:
        name = rate[1:] if rate[1:] in UNITS else rate[1:].lstrip("百千万亿")
        per = UNITS.get(name)
        base = rate[1:].removesuffix(name) + (per.code if per else name)
        unit = Unit(f"{unit.code}/{base}", "rate")
    return unit


def _vague(figure: Magnitude, *, some: bool) -> Magnitude:
    """Read 数十亿 and 十几亿: from the unit named to ten of it, or to the next one."""
    low = figure.value
    if low is None:
        return figure
    high = low * 10 if some else low + figure.room
    return replace(figure, value=None, low=low, high=plain(high), modifier=Modifier.APPROX)


def _over(words: str) -> Modifier | None:
    """Return the bound of a 余, 多 or 来."""
    if "来" in words:
        return Modifier.APPROX
    return Modifier.GT if "余" in words or "多" in words else None
