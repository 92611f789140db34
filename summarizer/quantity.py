"""One number of a text, read locally: what it says, exactly, and where it stands.

约  12.5  万   平方米          value 125000  low 118750  high 131250  unit m2  unit_mult 4
──  ────  ──  ──────          modifier approx  decimals 1  kind amount
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pydantic import ConfigDict

from summarizer.setting import Box
from summarizer.text import Span


class Kind(StrEnum):
    """What sort of number it is. A label keeps its digits and is never a figure."""

    AMOUNT = "amount"  # money and measures: 5亿元, 42万平方米
    COUNT = "count"  # things one can count: 145个, 2785户
    PERCENT = "percent"  # 20.2%, 八成
    PERCENTAGE_POINT = "percentage_point"  # 1.5个百分点
    MULTIPLE = "multiple"  # 3倍, 翻一番
    RATIO = "ratio"  # 5:1
    RANK = "rank"  # 第4位, 全国第一
    DATE = "date"  # 2018年11月末
    PERIOD = "period"  # 一季度, “十三五”
    DURATION = "duration"  # 3-5年
    ORDINAL = "ordinal"  # 第18批, 一期
    LABEL = "label"  # “131”, 5G, 十九大
    UNKNOWN = "unknown"  # nothing tells what it counts, or it cannot be read whole: 1|2亿元


FIGURES = frozenset(
    {
        Kind.AMOUNT,
        Kind.COUNT,
        Kind.PERCENT,
        Kind.PERCENTAGE_POINT,
        Kind.MULTIPLE,
        Kind.RATIO,
        Kind.RANK,
    }
)


class Modifier(StrEnum):
    """A qualifier, read as a bound."""

    APPROX = "approx"  # 约 左右 近
    GE = "ge"  # 以上 不少于 达…以上
    GT = "gt"  # 余 多 超过 逾 突破
    LE = "le"  # 以下 不超过
    LT = "lt"  # 不足 不到


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a text with its unit, bounds and place.

    `value`, `low` and `high` are in `unit` with 万/亿 multiplied out; a decrease is negative.
    `value` is None where the text only gives an interval (数十亿元). `low` and `high` are the
    closed interval that the printed figure allows: half a unit of its last digit for a rounded
    figure, the modifier's bound otherwise; None is an open end. `unit` is ISO 4217 for money,
    UCUM for measures (`m2 km2 kg t %`), `pp` for 百分点, else the classifier (户 家 项).
    `unit_text` is the unit as printed (万平方米), `unit_mult` its power of ten, `decimals` the
    digits printed after the point. `time_period` is the SDMX form of a date or period.
    `start` and `end` are code points, half-open; `page` (from 1) and `box` are where it is printed,
    if the issue has pages.
    """

    __pydantic_config__ = ConfigDict(extra="forbid")

    start: int
    end: int
    text: str
    kind: Kind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    modifier: Modifier | None = None
    decimals: int = 0
    unit_text: str | None = None
    unit_mult: int = 0
    time_period: str | None = None
    id: str = ""
    page: int | None = None
    box: Box | None = None

    @property
    def span(self) -> Span:
        """Where the number stands, qualifier and unit included."""
        return Span(self.start, self.end)

    @property
    def is_figure(self) -> bool:
        """Whether it measures something and so belongs in the table (or in the ledger's list)."""
        return self.kind in FIGURES
