"""Every number of a text, with its unit, bounds and place.

    text ─ fold ─► one scan ─┬─ labels     “131”, 十九大, 1+3+N           kept, never a figure
     (same length:           ├─ periods    2018年11月末, 一季度           resolved by the date
      offsets stay true)     ├─ shares     三分之一, 八成, 翻两番
                             ├─ ordinals   第18批, 一期, 第4位
                             └─ figures    约12.5万平方米, 5万台(套), 数十亿元
                                   │
                     words before (约 下降 人民币) ─► ranges and shared units ─► Quantity

The scan finds where, leftmost and in this order; each part says what. A figure is only announced
by it: `printed` says where it ends, with the unit looked up in its table. Figures are read once per
wording and cached: news repeats itself. All patterns are bounded, so that the time is linear.

    chinese    the scan, over a `view` of the text without what layout puts into numbers
               parts that it finds       labels, shares, ordinals, printed, figures (units), coins
               what stands around them   chinese_words, directions, touching, surroundings
               and what they make        joining, heads, money (whose 元), settling
    english    the same for English: english_words, english_dates, numerals in words (spelled)
"""

import datetime as dt
from typing import Literal

from summarizer.quantities import chinese
from summarizer.quantities.money import home_of, is_traditional
from summarizer.quantity import Quantity

__all__ = ["find_quantities", "home_of", "is_traditional"]


def find_quantities(
    text: str, language: Literal["zh", "en"] = "zh", date: dt.date | None = None, page: str = ""
) -> list[Quantity]:
    """Return the quantities of `text` in reading order, none overlapping; ids are left empty.

    `date` is the issue's: without it 今年 and 4月8日 have no `time_period`. `page` is all that the
    text was printed with: it tells whose 元 a bare one is, where the text itself does not.
    """
    if language == "zh":
        return chinese.find(text, date, page)
    from summarizer.quantities import english  # its expressions take a fifth of a second

    return english.find(text, date)
