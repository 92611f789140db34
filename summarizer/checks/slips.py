"""Slips of the pen: the single slip that would make every relation of a suspect figure hold.

    shifted point     42 → 4.2                 transposed digits  145 → 154
    万 ↔ 亿           42万 → 42亿               look-alike digit   38.5 → 33.5
    missing digit     45 → 145                 extra digit        1445 → 145

A figure whose relations fail is written anew with each slip undone, the rules are run again, and
what makes all of them hold is kept, likeliest first. Offered, never applied.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from enum import IntEnum

from summarizer.checks.prose import replaced
from summarizer.checks.ties import FAILS, Tie
from summarizer.quantity import Quantity
from summarizer.report import Outcome


class Slip(IntEnum):
    """The kinds of slip, likeliest first."""

    POINT = 0
    MULTIPLIER = 1
    MISSING = 2
    EXTRA = 3
    TRANSPOSED = 4
    LOOK_ALIKE = 5


LOOK_ALIKES = {"3": "8", "8": "36", "1": "7", "7": "1", "0": "6", "6": "058", "5": "6"}
FOUR, EIGHT = 4, 8
LONGEST = 12
MOST = 5


def corrections(quantity: Quantity) -> Iterator[tuple[Slip, Quantity]]:
    """Yield the figure with each single slip undone, likeliest kind first."""
    mantissa = _mantissa(quantity)
    if mantissa is None:
        return
    seen = {(mantissa, quantity.unit_mult)}
    for slip, text, power in _respelt(mantissa, quantity.unit_mult):
        if (text, power) not in seen and not _is_odd(text):
            seen.add((text, power))
            yield slip, _written(quantity, text, power)


def _mantissa(quantity: Quantity) -> str | None:
    """Return the digits as printed before 万 or 亿, or None where they are no plain number."""
    if quantity.value is None:
        return None
    scaled = quantity.value.scaleb(-quantity.unit_mult)
    text = f"{scaled.quantize(Decimal(1).scaleb(-quantity.decimals)):f}"
    return text if len(text) <= LONGEST and Decimal(text) == scaled else None


def _respelt(text: str, power: int) -> Iterator[tuple[Slip, str, int]]:
    for shifted in _shifted(text):
        yield Slip.POINT, shifted, power
    if power in (FOUR, EIGHT):
        yield Slip.MULTIPLIER, text, FOUR + EIGHT - power
    for index, digit in enumerate(text):
        if not digit.isdigit():
            continue
        yield Slip.EXTRA, text[:index] + text[index + 1 :], power
        following = text[index + 1 : index + 2]
        if following.isdigit():
            yield Slip.TRANSPOSED, text[:index] + following + digit + text[index + 2 :], power
        for other in LOOK_ALIKES.get(digit, ""):
            yield Slip.LOOK_ALIKE, text[:index] + other + text[index + 1 :], power
    for index in range(len(text) + 1):
        for missing in "0123456789":
            yield Slip.MISSING, text[:index] + missing + text[index:], power


def _shifted(text: str) -> Iterator[str]:
    """Move the point one place each way."""
    value = Decimal(text)
    for by in (-1, 1):
        yield f"{value.scaleb(by).normalize():f}"


def _is_odd(text: str) -> bool:
    """Say whether nobody would write a number so: 045, 3., empty."""
    whole = text.partition(".")[0]
    return not whole or text.endswith(".") or (len(whole) > 1 and whole.startswith("0"))


def _written(quantity: Quantity, text: str, power: int) -> Quantity:
    """Return the quantity with other digits, its bounds moved along."""
    value = Decimal(text).scaleb(power)
    decimals = len(text.partition(".")[2])
    low, high = _bounds(quantity, value, decimals, power)
    return replace(
        quantity,
        value=value,
        low=low,
        high=high,
        decimals=decimals,
        unit_mult=power,
        text=f"{text}{_unit(quantity, power)}",
    )


def _bounds(
    quantity: Quantity, value: Decimal, decimals: int, power: int
) -> tuple[Decimal | None, Decimal | None]:
    """Keep the kind of bound: exact stays exact, a rounded figure half a last digit wide."""
    assert quantity.value is not None
    if quantity.modifier is not None:
        ratio = value / quantity.value if quantity.value else Decimal(1)
        return _scaled(quantity.low, ratio), _scaled(quantity.high, ratio)
    if quantity.low == quantity.high and not decimals:
        return value, value
    half = Decimal(1).scaleb(power - decimals) / 2
    return value - half, value + half


def _scaled(end: Decimal | None, ratio: Decimal) -> Decimal | None:
    return None if end is None else end * ratio


def _unit(quantity: Quantity, power: int) -> str:
    unit = quantity.unit_text or ""
    if power == quantity.unit_mult:
        return unit
    return unit.replace("万", "#").replace("亿", "万").replace("#", "亿")


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
    if tie.answer().result not in FAILS:
        return ()
    found: list[tuple[int, Slip, str]] = []
    for figure in tie.figures:
        touched = [each for each in shared[figure.id] if _is_checkable(each)]
        mended = sum(each.answer().result in FAILS for each in touched)
        for slip, quantity in corrections(figure.quantity):
            corrected = replaced(figure, quantity)
            if all(each.holds_with(corrected) for each in touched):
                found.append((-mended, slip, quantity.text))
    return tuple(dict.fromkeys(text for _, _, text in sorted(found)))[:MOST]


def explained(tie: Tie) -> bool:
    """Say whether one slip in one figure is all that keeps a tie from holding digit by digit."""
    return any(
        tie.answer_with(replaced(figure, quantity)).result is Outcome.EXACT
        for figure in tie.figures
        for _, quantity in corrections(figure.quantity)
    )


def _is_checkable(tie: Tie) -> bool:
    return tie.answer().result is not Outcome.NOT_CHECKABLE
