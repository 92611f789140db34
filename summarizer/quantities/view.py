"""A text as it is read: folded, without the spaces and line ends that layout puts inside numbers.

    规划面积 12.5 万平方米   ─►   规划面积12.5万平方米        every place leads home

What no reader sees (a soft hyphen, a joiner) is left out everywhere. Between two full-width digits
a full-width comma may group thousands; between half-width digits it separates a list.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from summarizer.quantities.units import either, names_of
from summarizer.text import UNSEEN, fold

LIST_COMMA = re.compile(r"，(?<=[0-9]，)(?=[0-9])")
CAPITAL_THREE = re.compile("参(?=[佰拾仟万]|(?<=[零拾佰仟贰萬万]参)[元圆角分亿])")
"""參 is a capital three beside capital tens, and part of a word anywhere else."""

INCLUDED = re.compile(
    r"\((?<=[\d\u4e00-\u9fff%]\()不?含(?:本数|\d{1,9}[\u4e00-\u9fff]{0,3})?\)"
    r"(?=以[上下内]|[-—–~至到,，])"
)
"""5万元（含）以上: whether the bound itself belongs is no part of the number."""

SPREAD = re.compile(
    r"\d(?= )(?<![\d.]\d)(?<![\d.] \d)(?: [\d.]){2,11} ?(?=[%万亿个\u4e00-\u9fff])(?! ?[年月日])"
)
"""1 4 . 6 %: letters set apart, as a heading has them."""

HIDDEN = re.compile(f"{UNSEEN}+")
ONES = "一二三四五六七八九壹贰叁肆伍陆柒捌玖"
HAN = r"\u4e00-\u9fff"
INSIDE = "|".join(rf"(?<=[{HAN}]{digits}\. )" for digits in (r"\d", r"\d\d", r"\d\d\d"))
"""After the point of 增长12. 5%; a number that opens a line and a list is followed by one too."""

SPACED = re.compile(
    rf" (?:(?<=\d ) ?(?=\. ?\d)|(?:(?<=\d \. )|(?:{INSIDE})) ?(?=\d{{1,2}} ?[%万亿倍个元吨亩])"
    rf"|(?<=[\d.%] ) ?(?=[{HAN}%])|(?<=[{HAN}] ) ?(?=[\d$])"
    rf"|(?<=[{ONES}十百千两] ) ?(?=[百千万亿十成余点几又]|个?百分点|分 ?之)"
    rf"|(?<=[{ONES}] ) ?(?=分 {{0,2}}之)|(?<=分 ) ?(?=之)|(?<=[之点又] ) ?(?=[负{ONES}十])"
    rf"|(?<=十 ) ?(?=[{ONES}](?![十百千]))|(?<=百 ) ?(?=[{ONES}](?![百千]))"
    rf"|(?<=千 ) ?(?=[{ONES}](?!千))|(?<=[万亿] ) ?(?=[{ONES}][十百千]))"
)
"""A space comes first: the scan leaps from one to the next, then looks at what it parts."""

MULTIPLIED = "[万亿%]|个?百分点"
MEASURED = (
    "年|元|家(?![住庭])|户|人(?!民)|项|亩|吨|公[里斤顷]|平方|立方|倍|千[瓦克米]|[美港欧日]元|名(?!单)"
    "|个|件|台|辆|米|套"
)
COUNTED = either(names_of("count"))
DIGITS = "|".join(rf"(?<=[{HAN}]{digits}\n)" for digits in (r"\d", r"\d\d", r"\d\d\d"))
BROKEN = re.compile(
    rf"\n(?:(?<=\d\n)(?=\.\d|{MULTIPLIED}|{MEASURED})"
    rf"|(?<=\d\.\n)(?=\d{{1,3}}(?:{MULTIPLIED}|{MEASURED}))"
    rf"|(?<=\d[万亿]\n)(?={MEASURED})|(?<=百\n)(?=分点)|(?<=百分\n)(?=点)|(?<=\d个\n)(?=百分点)"
    rf"|(?:{DIGITS})(?=\d{{1,4}}(?:\.\d{{1,4}})?[余多]?(?:{MULTIPLIED}|(?!年)(?:{MEASURED}|{COUNTED})))"
    rf"|(?<=[{HAN}](?:19|20)\n)(?=\d\d年))"
)
"""A line that ends within a number, which a printed line does where it is full."""


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
    folded = CAPITAL_THREE.sub("叁", fold(LIST_COMMA.sub("；", text)))
    gaps = [gap.span() for gap in SPACED.finditer(folded)]
    gaps += [line_end.span() for line_end in BROKEN.finditer(folded)]
    gaps += [words.span() for words in INCLUDED.finditer(folded)]
    gaps += [blank for spread in SPREAD.finditer(folded) for blank in _blanks(spread)]
    return _without(text, folded, gaps)


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
