"""A text as it is read: folded, without the spaces that layout puts inside numbers.

    规划面积 12.5 万平方米   ─►   规划面积12.5万平方米        every place leads home

Between two full-width digits a full-width comma may group thousands; between half-width digits it
separates a list.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.text import Passage, Span, fold

LIST_COMMA = re.compile(r"(?<=[0-9])，(?=[0-9])")
ONES = "一二三四五六七八九"
HAN = r"\u4e00-\u9fff"
SPACED = re.compile(
    rf"[\d.%] {{1,2}}(?=[{HAN}%])|[{HAN}] {{1,2}}(?=[\d$])"
    rf"|[{ONES}十百千两] {{1,2}}(?=[百千万亿十成余点几又]|个?百分点|分 ?之)"
    rf"|[{ONES}] {{1,2}}(?=分 {{0,2}}之)|分 {{1,2}}(?=之)|[之点又] {{1,2}}(?=[负{ONES}十])"
    rf"|十 {{1,2}}(?=[{ONES}](?![十百千]))|百 {{1,2}}(?=[{ONES}](?![百千]))"
    rf"|千 {{1,2}}(?=[{ONES}](?!千))|[万亿] {{1,2}}(?=[{ONES}][十百千])"
)


@dataclass(frozen=True, slots=True)
class View:
    """`plain` is read; `printed` is as long but not folded; `home` is where both lie in `text`."""

    text: str
    plain: str
    printed: str
    home: Passage | None = None

    def quote(self, start: int, end: int) -> tuple[int, int, str]:
        """Return start, end and characters of a stretch of `plain`, in the text itself."""
        if self.home is None:
            return start, end, self.text[start:end]
        place = self.home.locate(Span(start, end))
        return place.start, place.end, place.of(self.text)


def view(text: str) -> View:
    """Return the text as it is read."""
    folded = fold(LIST_COMMA.sub("；", text))
    kept = tuple(_kept(folded))
    if len(kept) == 1:
        return View(text, folded, text)
    passage = Passage.compose(text, ((span, "") for span in kept))
    return View(text, "".join(span.of(folded) for span in kept), passage.text, passage)


def _kept(folded: str) -> Iterator[Span]:
    end = 0
    for gap in SPACED.finditer(folded):
        yield Span(end, gap.start() + 1)
        end = gap.end()
    yield Span(end, len(folded))
