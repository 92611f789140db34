"""Two numbers that are one figure, and units said only once.

30  -  40人 左右          a range is one quantity: low 30, high 40
6   -  8亿元              the multiplier counts for both
40万 及 26万平方呎        a list shares the unit of its last member
5 dollars 20 cents        a unit and its smaller one are one amount: 5.20
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from summarizer.lexicon import only_word, pattern, word_set
from summarizer.numerals import parse_numeral, plain
from summarizer.quantities.figures import LARGE, Magnitude
from summarizer.quantities.qualifiers import NOTHING, Before, opened
from summarizer.quantities.units import units
from summarizer.quantity import Kind, Modifier

LONGEST_BRIDGE = 5
DOLLARS = ("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "EUR", "INR", "MYR")
SMALLER = {(code, cents): 100 for code in DOLLARS for cents in (units("zh")["美分"].code, "")}
SMALLER |= {("[ft_i]", "[in_i]"): 12, ("GBP", "penny"): 100}
"""Cents need no name at the end of a sentence: it costs 15 dollars 50."""
SENTENCE_ENDS = re.compile(r" ?(?:[.!?](?!\d)|$)")
DIGIT = re.compile("[1-9]")
LISTED_AHEAD = 8
MOST = 4
"""No range of what something rose by has ends so far apart."""
UNREPEATED = ("percent", "point", "multiple", "time", "rate")
NEARBY = 30
CLOSED = re.compile("[。！？!?;\n]")
WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure at its place, with the words before it. `ranged` where it was two."""

    start: int
    end: int
    figure: Magnitude
    before: Before = NOTHING
    ranged: bool = False


def join(text: str, found: list[Found]) -> list[Found]:
    """Merge ranges, then hand units back along lists."""
    merged: list[Found] = []
    for item in found:
        one = _joined(text, merged[-1], item) if merged else None
        if one:
            merged[-1] = one
        else:
            merged.append(item)
    _lend_back(text, merged)
    _carry_on(text, merged)
    return merged


def _joined(text: str, first: Found, second: Found) -> Found | None:
    """Return the one figure that two neighbours are, if they are one."""
    near = second.start - first.end <= LONGEST_BRIDGE
    if not near or not _between("joining.joint", text, first, second):
        return None
    if _is_range(text, first, second):
        return _range(text, first, second)
    if _is_about(text, first, second):
        return _range(text, first, replace(second, figure=_roughly(second.figure)))
    if _is_bounded(text, first, second):
        return replace(_range(text, first, second), before=NOTHING)
    factor = _smaller(text, first, second)
    return _composed(first, second, factor) if factor else None


def _between(kind: str, text: str, first: Found, second: Found) -> bool:
    """Say whether what stands between two figures joins them in this way."""
    return pattern(kind).fullmatch(text, first.end, second.start) is not None


def _is_about(text: str, first: Found, second: Found) -> bool:
    """Say whether two numbers that follow each other say about how much: 5、6万元."""
    one, other = first.figure.value, second.figure.value
    if not text.startswith("、", first.end) or first.figure.unit or not second.figure.power:
        return False
    if one is None or other is None or not DIGIT.fullmatch(_numeral(text, first)):
        return False
    ahead = text[max(0, first.start - LISTED_AHEAD) : first.start]
    follows = other == (one + 1).scaleb(second.figure.power)
    return follows and not pattern("joining.apart").search(ahead)


def _roughly(figure: Magnitude) -> Magnitude:
    return replace(figure, modifier=figure.modifier or Modifier.APPROX)


def _smaller(text: str, first: Found, second: Found) -> int | None:
    """Return how many of the second's unit make one of the first's, where they are one amount."""
    whole, part = first.figure, second.figure
    named = first.before.currency or (whole.unit.code if whole.unit else "")
    if not named or not _between("joining.composing", text, first, second):
        return None
    code = part.unit.code if part.unit else ""
    spoken = code or (SENTENCE_ENDS.match(text, second.end) and part.power == part.decimals == 0)
    factor = SMALLER.get((named, code)) if spoken else None
    if factor is None or second.before != NOTHING or whole.decimals or whole.power:
        return None
    fits = whole.value is not None and part.value is not None and 0 < part.value < factor
    return factor if fits else None


def _composed(first: Found, second: Found, factor: int) -> Found:
    """Make 13.45 of thirteen dollars forty-five cents."""
    assert first.figure.value is not None
    assert second.figure.value is not None
    figure = replace(
        first.figure,
        value=plain(first.figure.value + second.figure.value / factor),
        step=Decimal(1) / factor,
        decimals=len(str(factor)) - 1,
        low=None,
        high=None,
    )
    return replace(first, end=second.end, figure=figure.closed())


def _lend_back(text: str, found: list[Found]) -> None:
    """Give the members of a list the unit of the last: 3、5、8家, 0.5个和0.3个百分点."""
    for index in range(len(found) - 2, -1, -1):
        first, second = found[index], found[index + 1]
        if second.figure.unit and _listed(text, first, second) and _lacks_unit(text, first, second):
            bare = replace(first.figure, unit=None)
            found[index] = replace(first, figure=_lent(bare, second.figure))


def _carry_on(text: str, found: list[Found]) -> None:
    """Carry on what was said once: 下降5%和3% both fall, 一期3亿元，二期2亿 are both money."""
    said = found[0] if found else None
    for index in range(1, len(found)):
        first, second = found[index - 1], found[index]
        said = first if _measures(first) else said
        if said and second.figure.unit is None and _repeats(text, said, second):
            found[index] = second = replace(second, figure=_lent(second.figure, said.figure))
        if first.before.falls and (_continues(text, first, second) or _again(text, first, second)):
            found[index] = replace(second, before=replace(NOTHING, falls=True))


def _continues(text: str, first: Found, second: Found) -> bool:
    alike = first.figure.unit == second.figure.unit and second.before == NOTHING
    return alike and _listed(text, first, second)


def _again(text: str, first: Found, second: Found) -> bool:
    """Say whether the second tells the first's fall again, as a share: 减少3亿元（或12%）."""
    shares = first.figure.kind is not Kind.PERCENT and second.figure.kind is Kind.PERCENT
    return shares and second.before == NOTHING and _between("joining.again", text, first, second)


def _measures(found: Found) -> bool:
    unit = found.figure.unit
    return unit is not None and unit.dimension not in UNREPEATED


def _repeats(text: str, first: Found, second: Found) -> bool:
    return (
        _measures(first)
        and first.figure.power >= LARGE
        and second.figure.power >= LARGE
        and second.start - first.end <= NEARBY
        and not CLOSED.search(text, first.end, second.start)
        and not WORD.match(text, second.end)
    )


def _is_range(text: str, first: Found, second: Found) -> bool:
    if first.ranged or not _bridged(text, first, second):
        return False
    lower, upper = first.figure, second.figure
    if second.before.modifier or second.before.negative:
        return False
    named = upper.kind is Kind.LABEL and not pattern("joining.graded").match(text, second.end)
    if named or lower.modifier not in (None, Modifier.APPROX):
        return False
    if lower.value is None or upper.value is None or lower.unit not in (None, upper.unit):
        return False
    low = _low_end(text, first, second).value
    if low is None or _moves_to(text, first, second):
        return False
    return low <= upper.value or _has_own_minus(text, first)


def _low_end(text: str, first: Found, second: Found) -> Magnitude:
    """Return the lower end with what is said once for both: 六至七千尾 begins at 6000.

    800到1.5万元 does not begin at 800万.
    """
    lower, upper = first.figure, second.figure
    spoken = _numeral(text, first), pattern("joining.spoken_scale").match(_numeral(text, second))
    if (
        spoken[1]
        and lower.value
        and pattern("numerals.one").fullmatch(spoken[0])
        and spoken[0] != spoken[1][1]
    ):
        scale = parse_numeral(spoken[1][2])
        lower = replace(lower, value=lower.value * scale, step=lower.step * scale)
    lent = _lent(lower, upper)
    goes_down = None not in (lent.value, upper.value) and lent.value > upper.value  # type: ignore[operator]
    if goes_down and not lower.power and lower.value and lower.value <= (upper.value or 0):
        return _lent(lower, replace(upper, power=0))
    return lent


def _numeral(text: str, found: Found) -> str:
    return text[found.start + found.before.length : found.end]


def _moves_to(text: str, first: Found, second: Found) -> bool:
    """Say whether it is how far and where to: 升0.5元至45.6元; 增加3亿元至5亿元 is a range."""
    step, goal = first.figure.value, second.figure.value
    moves = first.before.rises or first.before.falls
    counted = first.figure.unit is not None and first.figure.kind is not Kind.PERCENT
    if not moves or not counted or step is None or goal is None:
        return False
    return (
        text[first.end : second.start].strip() in word_set("joining.moves")
        and goal >= MOST * step > 0
    )


def _has_own_minus(text: str, first: Found) -> bool:
    """Say whether only the lower end is below zero: -5%至3%, but not 零下8至5度, which both are."""
    return first.before.negative and only_word("joining.below") not in text[first.start : first.end]


def _is_bounded(text: str, first: Found, second: Found) -> bool:
    """Say whether two bounds are one interval: 不低于5%且不超过8%."""
    lower, upper = first.figure, second.figure
    return (
        first.before.modifier in (Modifier.GE, Modifier.GT)
        and second.before.modifier in (Modifier.LE, Modifier.LT)
        and _between("joining.bounds", text, first, second)
        and None not in (lower.value, upper.value)
        and lower.unit in (None, upper.unit)
        and (_lent(lower, upper).value or 0) <= (upper.value or 0)
    )


def _bridged(text: str, first: Found, second: Found) -> bool:
    """Say whether what stands between makes a range: a dash, 至, `and` after `between`."""
    if second.start - first.end > LONGEST_BRIDGE:
        return False
    before = text[max(0, first.start - 8) : first.start].lower()
    if _between("joining.ends", text, first, second):
        behind = text[second.end : second.end + 1] in word_set("joining.between_behind")
        return before.endswith("between ") or (behind and text[first.end] != " ")
    if not _between("joining.range", text, first, second):
        return False
    return first.figure.unit is None or not pattern("joining.change").search(before)


def _range(text: str, first: Found, second: Found) -> Found:
    low, last = _low_end(text, first, second), second.figure
    assert low.value is not None
    assert last.value is not None
    own = _has_own_minus(text, first)
    ends = opened(-low.value if own else low.value, last.value, last.modifier)
    places = max(low.decimals, last.decimals)
    kind = Kind.AMOUNT if last.kind is Kind.LABEL and last.unit is None else last.kind
    figure = replace(last, kind=kind, value=None, low=ends[0], high=ends[1], decimals=places)
    return Found(
        first.start,
        second.end,
        figure,
        replace(first.before, negative=not own and first.before.negative),
        ranged=True,
    )


def _listed(text: str, first: Found, second: Found) -> bool:
    return text[first.end : second.start] in word_set("joining.list")


def _lacks_unit(text: str, first: Found, second: Found) -> bool:
    figure, unit = first.figure, second.figure.unit
    if unit is None or figure.value is None:
        return False
    if figure.unit is not None:
        return figure.unit.code == "个" and unit.dimension == "point"
    numbers_line = not figure.power and (not first.start or text[first.start - 1] in "\n。;!( ")
    return figure.kind in (Kind.LABEL, Kind.AMOUNT) and not numbers_line


def _lent(figure: Magnitude, lender: Magnitude) -> Magnitude:
    """Give a bare number the unit of its neighbour, and the multiplier where it has none."""
    if figure.unit or figure.value is None:
        return figure
    power = figure.power or lender.power
    factor = Decimal(1).scaleb(0 if figure.power else lender.power)
    exact = not power and not figure.decimals and not lender.step
    return replace(
        figure,
        low=None,
        high=None,
        kind=lender.kind,
        value=plain(figure.value * factor),
        step=Decimal(0) if exact else figure.step * factor,
        room=figure.room * factor,
        unit=lender.unit,
        unit_text=lender.unit_text,
        power=power,
    ).closed()
