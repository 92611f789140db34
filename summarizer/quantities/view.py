"""A text as it is read: folded, without the spaces and line ends that layout puts inside numbers.

    规划面积 12.5 万平方米   ─►   规划面积12.5万平方米        every place leads home

What no reader sees (a soft hyphen, a joiner) is left out everywhere. Between two full-width digits
a full-width comma may group thousands; between half-width digits it separates a list.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from summarizer.lexicon import pattern
from summarizer.quantities.units import Names, names_of
from summarizer.text import UNSEEN, fold

GAPS = ("layout.spaced", "layout.broken", "layout.included")
HIDDEN = re.compile(f"{UNSEEN}+")


@dataclass(frozen=True, slots=True)
class View:
    """`plain` is read; `printed` is as long but not folded.

    `starts` are the offsets in both where a stretch of `text` begins, `shifts` how far it lies on.
    """

    text: str
    plain: str
    printed: str
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def quote(self, start: int, end: int) -> tuple[int, int, str]:
        """Return start, end and characters of a stretch of `plain`, in the text itself."""
        start += self.shifts[bisect_right(self.starts, start) - 1]
        end += self.shifts[bisect_right(self.starts, end - 1) - 1]
        return start, end, self.text[start:end]


def view(text: str) -> View:
    """Return a Chinese text as it is read."""
    folded = fold(pattern("layout.list_comma").sub("；", text))
    folded = pattern("layout.capital_three").sub("叁", folded)
    gaps = [gap.span() for name in GAPS for gap in pattern(name).finditer(folded)]
    parted = pattern("layout.parted").finditer(folded)
    gaps += [line_end.span() for line_end in parted if _goes_on(folded, line_end.end())]
    spreads = pattern("layout.spread").finditer(folded)
    gaps += [blank for spread in spreads for blank in _blanks(spread)]
    return _without(text, folded, gaps)


def _goes_on(folded: str, start: int) -> bool:
    """Say whether the digits of the next line measure or count something, and are no year."""
    number = pattern("layout.counts_on").match(folded, start)
    if not number:
        return False
    end = number.end()
    if pattern("layout.multiplied").match(folded, end):
        return True
    counted = pattern("layout.measured").match(folded, end) or _counted().at(folded, end)
    return counted is not None and not folded.startswith("年", end)


@cache
def _counted() -> Names:
    return Names(names_of("count"))


def _blanks(spread: re.Match[str]) -> list[tuple[int, int]]:
    return [(at, at + 1) for at in range(*spread.span()) if spread.string[at] == " "]


def seen_through(text: str) -> View:
    """Return a text of another language as it is read: folded, without what has no ink."""
    return _without(text, fold(text), [])


def _without(text: str, folded: str, gaps: list[tuple[int, int]]) -> View:
    """Leave out the gaps, and all that no reader sees."""
    if UNSEEN in folded:
        gaps += [hidden.span() for hidden in HIDDEN.finditer(folded)]
    if not gaps:
        return View(text, folded, text)
    gaps = sorted(set(gaps))
    begins, ends = (0, *(end for _, end in gaps)), (*(start for start, _ in gaps), len(text))
    stretches = [slice(begin, end) for begin, end in zip(begins, ends, strict=True)]
    shifts = tuple(accumulate((end - start for start, end in gaps), initial=0))
    return View(
        text,
        "".join(folded[stretch] for stretch in stretches),
        "".join(text[stretch] for stretch in stretches),
        tuple(begin - shift for begin, shift in zip(begins, shifts, strict=True)),
        shifts,
    )
