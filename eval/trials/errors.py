"""What goes wrong when a machine retells a figure, one operator for each way.

An operator returns the claim with one error, or None where it does not apply. No error may make a
claim true by accident: a changed number is no other number of the article.
"""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from eval.trials.claims import (
    Claim,
    Context,
    Parts,
    plain,
    rates,
    said,
    siblings,
    told_by_annotator,
)
from summarizer.quantity import Modifier
from summarizer.summary import Status
from summarizer.text import Span

Operator = Callable[[Random, Claim, Context], Claim | None]
OTHER_UNIT = {
    "元": "美元", "美元": "元", "平方米": "亩", "亩": "平方米", "吨": "件", "家": "人",
    "户": "人", "个": "亿元", "项": "亿元", "件": "人", "人": "家",
}  # fmt: skip
SWAPPED_SCALE = {"万": "亿", "亿": "万"}
UNHEARD_OF = ("用电量", "旅游总收入", "快递业务量", "存款余额", "绿化面积")
UNHEARD_OF_ENGLISH = ("Electricity use", "Tourism revenue", "Bank deposits")


def digit(dice: Random, claim: Claim, context: Context) -> Claim | None:
    """Change one digit."""
    number = claim.parts.number
    place = dice.choice([i for i, character in enumerate(number) if character.isdigit()])
    options = [d for d in "123456789" if d != number[place]]
    return _checked(claim, number[:place] + dice.choice(options) + number[place + 1 :], context)


def key_fact(dice: Random, claim: Claim, context: Context) -> Claim | None:
    """Change one digit in the words of the annotator."""
    told = told_by_annotator(claim, context)
    changed = digit(dice, claim, context)
    if told is None or told.text is None or changed is None:
        return None
    return replace(told, text=told.text.replace(claim.parts.number, changed.parts.number, 1))


def transposition(dice: Random, claim: Claim, context: Context) -> Claim | None:
    """Swap two neighbouring digits."""
    number = claim.parts.number
    places = [
        i
        for i in range(len(number) - 1)
        if number[i : i + 2].isdigit() and number[i] != number[i + 1] and number[i + 1] != "0"
    ]
    if not places:
        return None
    i = dice.choice(places)
    return _checked(claim, number[:i] + number[i + 1] + number[i] + number[i + 2 :], context)


def dropped_digit(_: Random, claim: Claim, context: Context) -> Claim | None:
    """Lose the first digit: 12.5 → 2.5."""
    number = claim.parts.number.replace(",", "")
    if len(number) < 2 or number[1] in ".0":  # noqa: PLR2004 - nothing would be left
        return None
    return _checked(claim, number[1:], context)


def ten_times(_: Random, claim: Claim, context: Context) -> Claim | None:
    """Shift the decimal point by one place."""
    return _checked(claim, plain(claim.parts.amount * 10), context)


def _checked(claim: Claim, number: str, context: Context) -> Claim | None:
    """Return the claim with the number, unless the article says or implies it."""
    changed = said(claim, number)
    implied = claim.row.modifier in (Modifier.GE, Modifier.GT, Modifier.LE, Modifier.LT)
    return None if implied or changed.parts.value in context.values else changed


def scale(_: Random, claim: Claim, context: Context) -> Claim | None:
    """Take 万 for 亿, or 亿 for 万."""
    if claim.parts.scale not in SWAPPED_SCALE:
        return None
    parts = replace(claim.parts, scale=SWAPPED_SCALE[claim.parts.scale])
    return None if parts.value in context.values else replace(claim, parts=parts)


def unit(_: Random, claim: Claim, __: Context) -> Claim | None:
    """Give the number another unit."""
    other = OTHER_UNIT.get(claim.parts.unit)
    return replace(claim, parts=replace(claim.parts, unit=other)) if other else None


def points(_: Random, claim: Claim, __: Context) -> Claim | None:
    """Take per cent for percentage points."""
    if not claim.rate or claim.rate.unit != "%":
        return None
    return replace(claim, rate=replace(claim.rate, unit="个百分点"))


def direction(_: Random, claim: Claim, __: Context) -> Claim | None:
    """Tell a rise as a fall."""
    opposite = {"增长": "下降", "下降": "增长", "up": "down", "down": "up"}
    return replace(claim, direction=opposite[claim.direction]) if claim.rate else None


def swap_same_unit(dice: Random, claim: Claim, context: Context) -> Claim | None:
    """Give the indicator the figure of another one with the same unit."""
    return _swap(dice, claim, context, same=True)


def swap_other_unit(dice: Random, claim: Claim, context: Context) -> Claim | None:
    """Give the indicator the figure of another one with another unit."""
    return _swap(dice, claim, context, same=False)


def _swap(dice: Random, claim: Claim, context: Context, *, same: bool) -> Claim | None:
    rivals = [
        (row, parts)
        for row, parts in siblings(context, claim)
        if (row.unit == claim.row.unit) is same and row.value != claim.row.value
    ]
    if not rivals:
        return None
    row, parts = dice.choice(rivals)
    cites = (Span(row.start, row.end),)
    return replace(claim, parts=parts, cites=cites, rate=None, status=claim.status)


def swap_rates(dice: Random, claim: Claim, context: Context) -> Claim | None:
    """Give the indicator the growth of another one, a rise for a rise."""
    if claim.rate is None:
        return None
    falls, unit = claim.direction in ("下降", "down"), claim.rate.unit
    rivals = [
        parts
        for row, parts in rates(context)
        if ((row.value or 0) < 0) is falls
        and parts.unit == unit
        and row.indicator != claim.row.indicator
        and parts.number not in _growths_of(claim, context)
    ]
    return replace(claim, rate=dice.choice(rivals)) if rivals else None


def _growths_of(claim: Claim, context: Context) -> frozenset[str]:
    """Return the growths that the article tells of the claim's own indicator."""
    own = (parts.number for row, parts in rates(context) if row.indicator == claim.row.indicator)
    return frozenset(own)


def other_article(dice: Random, claim: Claim, context: Context) -> Claim | None:
    """Take a number from another article of the page."""
    numbers = [
        number
        for row in context.elsewhere
        if row.unit == claim.row.unit and row.value and row.value not in context.values
        for number in [plain(row.value.scaleb(-_power(claim.parts)))]
        if len(number) <= len("1234.56")
    ]
    return _checked(claim, dice.choice(numbers), context) if numbers else None


def _power(parts: Parts) -> int:
    return {"": 0, "万": 4, "亿": 8, "万亿": 12}[parts.scale]


def year(dice: Random, claim: Claim, context: Context) -> Claim | None:
    """Move a figure into another year."""
    found = next((str(y) for y in range(1978, 2031) if str(y) in claim.period), None)
    if not found:
        return None
    wrong = str(int(found) + dice.choice((-3, -2, 2, 3)))
    if wrong in context.sample.text:
        return None
    return replace(claim, period=claim.period.replace(found, wrong))


def dropped_qualifier(_: Random, claim: Claim, __: Context) -> Claim | None:
    """Tell 力争不少于166亿元 as 166亿元."""
    if not claim.parts.before and not claim.parts.after:
        return None
    return replace(claim, parts=replace(claim.parts, before="", after=""))


def told_as_fact(_: Random, claim: Claim, __: Context) -> Claim | None:
    """Tell a target, plan or forecast as if it had come true."""
    if claim.status is Status.ACTUAL or "计划" in claim.indicator:
        return None
    return replace(claim, status=Status.ACTUAL, indicator=_achieved(claim))


def _achieved(claim: Claim) -> str:
    return claim.indicator if claim.language == "en" else f"已实现{claim.indicator}"


def wrong_sum(dice: Random, claim: Claim, context: Context) -> Claim | None:
    """Add two figures of the article up, and miss."""
    pair = addends(claim, context)
    if pair is None:
        return None
    row, parts, amount = pair
    wrong = plain(amount + dice.choice((1, 2, 10)))
    return summed(claim, row, parts, wrong)


def addends(claim: Claim, context: Context) -> tuple[str, Parts, Decimal] | None:
    """Return another area that can be added to the claim's, its figure, and the sum.

    A whole (建筑面积) and its part cannot.
    """
    exact = not claim.parts.before and not claim.parts.after
    for row, parts in siblings(context, claim):
        alike = (parts.scale, parts.unit) == (claim.parts.scale, claim.parts.unit)
        owned = (row.entity, row.status, row.period) == (
            claim.row.entity, claim.row.status, claim.row.period,
        )  # fmt: skip
        apart = not any("建筑面积" in name for name in (row.indicator, claim.indicator))
        exact = exact and not parts.before and not parts.after
        if exact and alike and owned and apart and parts.unit == "平方米":
            amount = parts.amount + claim.parts.amount
            return row.indicator, parts, amount
    return None


def summed(claim: Claim, other: str, parts: Parts, amount: str) -> Claim:
    """Say that two indicators come to a sum."""
    verb = {Status.PLAN: "计划"}.get(claim.status, "")
    total = replace(parts, number=amount).text
    text = f"{claim.entity}{verb}{claim.indicator}和{other}合计{total}。"
    return replace(claim, text=text, rate=None)


def invention(dice: Random, claim: Claim, context: Context) -> Claim | None:
    """Tell of an indicator and a figure that nobody has heard of."""
    pool = UNHEARD_OF_ENGLISH if claim.language == "en" else UNHEARD_OF
    number = str(dice.randrange(101, 989))
    changed = said(claim, number)
    if changed.parts.value in context.values:
        return None
    return replace(changed, indicator=dice.choice(pool), rate=None)


def entity(dice: Random, claim: Claim, context: Context) -> Claim | None:
    """Give the figure to somebody else on the page."""
    own = {name for row in context.article.rows for name in row.names}
    others = sorted({row.names[0] for row in context.elsewhere if row.names} - own)
    return replace(claim, entity=dice.choice(others)) if others else None


def _in_a_row(operator: Operator) -> Operator:
    """Make the same error in a row of the table instead of a sentence."""

    def operate(dice: Random, claim: Claim, context: Context) -> Claim | None:
        changed = operator(dice, replace(claim, rate=None), context)
        return changed and replace(changed, tabular=True, indicator=claim.indicator)

    return operate


OPERATORS: dict[str, dict[str, Operator]] = {
    "zh": {
        "digit changed": digit,
        "digit changed in a key fact": key_fact,
        "digits transposed": transposition,
        "digit dropped": dropped_digit,
        "ten times": ten_times,
        "万 for 亿": scale,
        "other unit": unit,
        "points for percent": points,
        "rise for fall": direction,
        "swap, same unit": swap_same_unit,
        "swap, other unit": swap_other_unit,
        "swap of rates": swap_rates,
        "another article's figure": other_article,
        "other year": year,
        "qualifier dropped": dropped_qualifier,
        "plan told as fact": told_as_fact,
        "wrong sum": wrong_sum,
        "invention": invention,
        "other entity": entity,
        "row: digit changed": _in_a_row(digit),
        "row: 万 for 亿": _in_a_row(scale),
        "row: swap, same unit": _in_a_row(swap_same_unit),
        "row: other year": _in_a_row(year),
        "row: plan told as fact": _in_a_row(told_as_fact),
        "row: other entity": _in_a_row(entity),
    },
    "en": {
        "digit changed": digit,
        "ten times": ten_times,
        "万 for 亿": scale,
        "points for percent": points,
        "rise for fall": direction,
        "swap, same unit": swap_same_unit,
        "another article's figure": other_article,
        "plan told as fact": told_as_fact,
        "invention": invention,
    },
}
