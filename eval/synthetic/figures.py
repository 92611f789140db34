"""Drawing a figure and printing it the way a paper would: exact value, many forms."""

import math
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from summarizer.quantity import Kind, Modifier
from summarizer.summary import Status

HANZI = "零一二三四五六七八九十"
TWELVE_AND_UP = 20


@dataclass(frozen=True, slots=True)
class Scale:
    """How a unit family is printed: 亿元 is 10⁸ CNY."""

    text: str
    power: int
    unit: str | None
    kind: Kind


MONEY = Scale("亿元", 8, "CNY", Kind.AMOUNT)
SMALL_MONEY = Scale("万元", 4, "CNY", Kind.AMOUNT)
FAMILIES: dict[str, tuple[Scale, ...]] = {
    "money": (MONEY,),
    "dollars": (Scale("亿美元", 8, "USD", Kind.AMOUNT),),
    "area": (Scale("万平方米", 4, "m2", Kind.AMOUNT),),
    "land": (Scale("亩", 0, "mu", Kind.AMOUNT),),
    "tons": (Scale("万吨", 4, "t", Kind.AMOUNT),),
    "daily": (Scale("万吨", 4, "t", Kind.AMOUNT),),
    "persons": (Scale("万人", 4, "人", Kind.COUNT),),
    "jobs": (Scale("个", 0, "个", Kind.COUNT),),
    "firms": (Scale("家", 0, "家", Kind.COUNT), Scale("户", 0, "户", Kind.COUNT)),
    "items": (Scale("件", 0, "件", Kind.COUNT),),
    "projects": (Scale("个", 0, "个", Kind.COUNT), Scale("项", 0, "项", Kind.COUNT)),
}
PERCENT = Scale("%", 0, "%", Kind.PERCENT)
POINTS = Scale("个百分点", 0, "pp", Kind.PERCENTAGE_POINT)

BEFORE = {
    "约": Modifier.APPROX,
    "近": Modifier.APPROX,
    "超过": Modifier.GT,
    "逾": Modifier.GT,
    "不少于": Modifier.GE,
}
AFTER = {"左右": Modifier.APPROX, "以上": Modifier.GE}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as printed. `before + number + scale.text + after` is its text."""

    number: str
    scale: Scale
    value: Decimal | None
    before: str = ""
    after: str = ""
    modifier: Modifier | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    form: str = "arabic"

    @property
    def text(self) -> str:
        """The figure with its qualifier and unit."""
        return f"{self.before}{self.number}{self.scale.text}{self.after}"


def level(
    dice: Random, family: str, bounds: tuple[float, float], decimals: int, status: Status
) -> Figure:
    """Draw the level of an indicator."""
    scale = dice.choice(FAMILIES[family])
    number = _between(dice, *bounds, decimals)
    if scale is MONEY and dice.random() < 0.12:  # noqa: PLR2004 - one amount in eight is in 万元
        scale, number = SMALL_MONEY, (number * 10**4).quantize(Decimal(1))
    figure = exact(number, scale)
    if status is Status.TARGET and scale.kind is Kind.COUNT and dice.random() < 0.1:  # noqa: PLR2004
        return _range(dice, number, scale)
    return _qualified(dice, _spelled(dice, figure), status)


def percent(dice: Random, low: float, high: float, scale: Scale = PERCENT) -> Figure:
    """Draw a rate with one decimal, or none."""
    return exact(_between(dice, low, high, dice.choice((0, 1, 1))), scale)


def share(dice: Random) -> Figure:
    """Draw a share; one in four is printed in tenths: 八成."""
    if dice.random() < 0.25:  # noqa: PLR2004 - one in four
        tenths = dice.randrange(3, 10)
        scale = replace(PERCENT, text="成")
        figure = Figure(HANZI[tenths], scale, Decimal(tenths * 10), form="hanzi")
        more = dice.random() < 0.5  # noqa: PLR2004 - one in two
        return replace(figure, after="以上", modifier=Modifier.GE) if more else figure
    return percent(dice, 5, 90)


def rank(dice: Random) -> Figure:
    """Draw a place in a ranking, from the second to the ninth."""
    place = dice.randrange(2, 10)
    scale = Scale("位", 0, "位", Kind.RANK)
    return Figure(str(place), scale, Decimal(place), before="第", form="rank")


def exact(number: Decimal, scale: Scale) -> Figure:
    """Print a number in a scale."""
    form = "percent" if scale in (PERCENT, POINTS) else "mixed" if scale.power else "arabic"
    return Figure(f"{number:f}", scale, number * 10**scale.power, form=form)


def falling(figure: Figure) -> Figure:
    """Make a rate one of decline: its value is negative, its text is not."""
    return replace(figure, value=figure.value and -figure.value)


def _between(dice: Random, low: float, high: float, decimals: int) -> Decimal:
    drawn = math.exp(dice.uniform(math.log(low), math.log(high)))
    number = Decimal(f"{drawn:.{decimals}f}")
    return number.quantize(Decimal(1)) if number == number.to_integral() else number


def _spelled(dice: Random, figure: Figure) -> Figure:
    """Spell a small count now and then, or set a separator into a large one."""
    number = int(figure.value or 0)
    if figure.scale.power or figure.scale.kind is not Kind.COUNT:
        return figure
    if number < TWELVE_AND_UP and dice.random() < 0.4:  # noqa: PLR2004 - two in five
        return replace(figure, number=_hanzi(number), form="hanzi")
    if number >= 1000 and dice.random() < 0.2:  # noqa: PLR2004 - one in five
        return replace(figure, number=f"{number:,}")
    return figure


def _hanzi(number: int) -> str:
    tens, ones = divmod(number, 10)
    return (HANZI[10] if tens else "") + (HANZI[ones] if ones else "")


def _range(dice: Random, number: Decimal, scale: Scale) -> Figure:
    low = number.to_integral()
    high = low + dice.randrange(1, 4) * max(1, int(low) // 10)
    dash = dice.choice("-至")
    return Figure(f"{low}{dash}{high}", scale, None, low=low, high=high, form="range")


def _qualified(dice: Random, figure: Figure, status: Status) -> Figure:
    if dice.random() < 0.8 or figure.form == "hanzi":  # noqa: PLR2004 - one in five is qualified
        return figure
    if status is Status.TARGET:
        return dice.choice((_before(figure, "不少于"), _after(figure, "以上")))
    words = [word for word in BEFORE if word != "不少于"]
    return dice.choice((_before(figure, dice.choice(words)), _after(figure, dice.choice([*AFTER]))))


def _before(figure: Figure, word: str) -> Figure:
    return replace(figure, before=word, modifier=BEFORE[word])


def _after(figure: Figure, word: str) -> Figure:
    return replace(figure, after=word, modifier=AFTER[word])
