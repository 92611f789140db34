"""In which magnitude figures are shown: 12.26亿元, not 12,260,000,000 CNY.

CNY 1.2e9 3.4e7  ─►  亿元, 8        % 12.5  ─►  %, 0        户 145  ─►  户, 0
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from summarizer.wording import UNIT, say

MAGNITUDES = ((8, "亿"), (4, "万"))
MONEY = frozenset({"CNY", "HKD", "MOP", "TWD", "USD", "EUR", "GBP", "JPY"})
LARGE = 7
"""From this power of ten on, things are counted in 万 too; fewer are counted one by one."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A power of ten and what a unit is called in it."""

    power: int
    title: str

    def of(self, value: Decimal) -> Decimal:
        """Return a value in this magnitude, exactly."""
        scaled = value.scaleb(-self.power).normalize()
        return scaled.quantize(Decimal(1)) if scaled == scaled.to_integral_value() else scaled

    def said(self, value: Decimal) -> str:
        """Return a value in this magnitude as people write it."""
        return f"{self.of(value):,f}"


def scale_of(unit: str | None, values: Iterable[Decimal]) -> Scale:
    """Return the magnitude in which the largest of some figures is read best."""
    name, size = say(UNIT, unit), max((abs(value).adjusted() for value in values), default=0)
    least = 4 if unit in MONEY else LARGE
    for power, sign in MAGNITUDES:
        if size >= max(power, least) and unit not in ("%", "pp"):
            return Scale(power, f"{sign}{name}")
    return Scale(0, name)
