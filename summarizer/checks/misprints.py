"""Slips of the pen: the single slip that would make every relation of a suspect figure hold.

    shifted point     42 → 4.2                 transposed digits  145 → 154
    万 ↔ 亿           42万 → 42亿               look-alike digit   38.5 → 33.5
    missing digit     45 → 145                 extra digit        1445 → 145
    another digit     38.5 → 39.5

A figure whose relations fail is written anew with each slip undone, the rules are run again, and
what makes all of them hold is kept, likeliest first. Offered, never applied.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from enum import IntEnum

from summarizer.checks.intervals import PRECISION
from summarizer.checks.prose import replaced
from summarizer.checks.ties import Tie
from summarizer.quantity import Quantity
from summarizer.report import ALARMS, Outcome
from summarizer.text import fold


class Slip(IntEnum):
    """The kinds of slip, likeliest first."""

    POINT = 0
    MULTIPLIER = 1
    MISSING = 2
    EXTRA = 3
    TRANSPOSED = 4
    LOOK_ALIKE = 5
    CHANGED = 6


ANY = frozenset(Slip)
OF_SCALE = frozenset({Slip.POINT, Slip.MULTIPLIER})
OF_THE_HAND = OF_SCALE | {Slip.TRANSPOSED, Slip.LOOK_ALIKE}
"""Slips of which a figure allows few: what they explain is hardly ever a chance."""
LOOK_ALIKES = {"3": "8", "8": "36", "1": "7", "7": "1", "0": "6", "6": "058", "5": "6"}
DIGITS = "0123456789"
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
MULTIPLIERS = {"万": "亿", "亿": "万", "萬": "億", "億": "萬"}
FOUR, EIGHT = 4, 8
LONGEST = 12
MOST = 5
MANY = 12
"""Among more figures, or for a figure in more ties, no slip is looked for: some would fit any."""


@dataclass(frozen=True, slots=True)
class Print:
    """A figure as printed: its digits, what stands around them, and what one of them is worth."""

    quantity: Quantity
    before: str
    digits: str
    after: str
    worth: Decimal

    def with_digits(self, digits: str) -> Quantity:
        """Return the quantity with other digits, its bounds moved along."""
        shown = f"{Decimal(digits):,}" if "," in self.quantity.text else digits
        decimals = len(digits.partition(".")[2])
        text = f"{self.before}{shown}{self.after}"
        return _written(self.quantity, text, Decimal(digits) * self.worth, decimals)

    def with_other_multiplier(self) -> Quantity | None:
        """Return the quantity with 万 in the place of 亿, or the other way round."""
        power, named = self.quantity.unit_mult, self.after[:1]
        if power not in (FOUR, EIGHT) or named not in MULTIPLIERS:
            return None
        text = f"{self.before}{self.digits}{MULTIPLIERS[named]}{self.after[1:]}"
        other = FOUR + EIGHT - power
        assert self.quantity.value is not None
        value = self.quantity.value.scaleb(other - power)
        moved = replace(self.quantity, unit_mult=other)
        return _written(moved, text, value, self.quantity.decimals)


def corrections(quantity: Quantity) -> Iterator[tuple[Slip, Quantity]]:
    """Yield the figure with each single slip undone, likeliest kind first."""
    printed = _printed(quantity)
    if printed is None:
        return
    seen = {printed.digits}
    for slip, digits in _respelt(printed.digits):
        if digits not in seen and not _is_odd(digits) and Decimal(digits):
            seen.add(digits)
            yield slip, printed.with_digits(digits)
    if other := printed.with_other_multiplier():
        yield Slip.MULTIPLIER, other


def _printed(quantity: Quantity) -> Print | None:
    """Find the digits of a figure, or None where it is no plain number (30-40人, 三成)."""
    text = fold(quantity.text)
    match = NUMBER.search(text)
    if match is None or NUMBER.search(text, match.end()) or not quantity.value:
        return None
    digits = match.group().replace(",", "")
    if len(digits) > LONGEST or not Decimal(digits):
        return None
    with localcontext(prec=PRECISION):
        worth = quantity.value / Decimal(digits)
    before, after = quantity.text[: match.start()], quantity.text[match.end() :]
    return Print(quantity, before, digits, after, worth)


def _respelt(text: str) -> Iterator[tuple[Slip, str]]:
    for shifted in _shifted(text):
        yield Slip.POINT, shifted
    for index, digit in enumerate(text):
        if digit.isdigit():
            yield from _redone(text[:index], digit, text[index + 1 :])
    for index in range(len(text) + 1):
        for missing in DIGITS:
            yield Slip.MISSING, text[:index] + missing + text[index:]


def _redone(before: str, digit: str, after: str) -> Iterator[tuple[Slip, str]]:
    """Yield what may have stood there for one digit of a number."""
    yield Slip.EXTRA, before + after
    point = "." * after.startswith(".")
    following = after.removeprefix(".")
    if following:
        yield Slip.TRANSPOSED, before + following[0] + point + digit + following[1:]
    for other in DIGITS:
        alike = other in LOOK_ALIKES.get(digit, "")
        yield Slip.LOOK_ALIKE if alike else Slip.CHANGED, before + other + after


def _shifted(text: str) -> Iterator[str]:
    """Move the point one place each way."""
    for by in (-1, 1):
        yield f"{Decimal(text).scaleb(by).normalize():f}"


def _is_odd(text: str) -> bool:
    """Say whether nobody would write a number so: 045, 3., empty."""
    whole = text.partition(".")[0]
    return not whole or text.endswith(".") or (len(whole) > 1 and whole.startswith("0"))


def _written(quantity: Quantity, text: str, value: Decimal, decimals: int) -> Quantity:
    """Return the quantity with another number, as bounded or as rounded as it was."""
    assert quantity.value is not None
    low, high = quantity.low, quantity.high
    if quantity.modifier is not None:
        ratio = value / quantity.value
        low, high = _scaled(low, ratio), _scaled(high, ratio)
    elif low == high and not decimals:
        low = high = value
    else:
        half = Decimal(1).scaleb(_power(quantity) - decimals) / 2
        low, high = value - half, value + half
    return replace(quantity, value=value, low=low, high=high, decimals=decimals, text=text)


def _power(quantity: Quantity) -> int:
    """Return the power of ten of a printed unit: 8 of 亿, 2 of 倍 where it is read in percent."""
    assert quantity.low is not None
    assert quantity.high is not None
    width = quantity.high - quantity.low
    return (width.adjusted() + quantity.decimals) if width else quantity.unit_mult


def _scaled(end: Decimal | None, ratio: Decimal) -> Decimal | None:
    return None if end is None else end * ratio


def sharing(ties: Sequence[Tie]) -> Mapping[str, Sequence[Tie]]:
    """Return, for the id of each figure, the ties that it is part of."""
    shared: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        for name in {figure.id for figure in tie.figures}:
            shared[name].append(tie)
    return shared


def candidates(tie: Tie, shared: Mapping[str, Sequence[Tie]]) -> tuple[str, ...]:
    """Return the corrected figures that would make a failing tie and all that share them hold.

    What mends more ties comes first, then the likelier slip.
    """
    if tie.answer().result not in ALARMS or len(tie.figures) > MANY:
        return ()
    found: list[tuple[int, Slip, str]] = []
    for figure in tie.figures:
        touched = [each for each in shared[figure.id] if _is_checkable(each)]
        if len(touched) > MANY:
            continue
        mended = sum(each.answer().result in ALARMS for each in touched)
        for slip, quantity in corrections(figure.quantity):
            corrected = replaced(figure, quantity)
            if all(each.holds_with(corrected) for each in touched):
                found.append((-mended, slip, quantity.text))
    return tuple(dict.fromkeys(text for _, _, text in sorted(found)))[:MOST]


def fits(tie: Tie) -> bool:
    """Say whether a tie holds, or would but for one slip."""
    return tie.holds or explained(tie)


def explained(tie: Tie, by: frozenset[Slip] = ANY) -> bool:
    """Say whether one slip in one figure is all that keeps a tie from holding digit by digit."""
    return len(tie.figures) <= MANY and any(
        slip in by and tie.answer_with(replaced(figure, quantity)).result is Outcome.EXACT
        for figure in tie.figures
        for slip, quantity in corrections(figure.quantity)
    )


def _is_checkable(tie: Tie) -> bool:
    return tie.answer().result is not Outcome.NOT_CHECKABLE
