"""A newspaper set in columns with a PDF library, for the tests: what is printed, and what it holds.

Three columns a page, a headline over one column or several, kicker, byline, indented paragraphs
broken at the width of the column, a folio line, a picture with its caption, jumps between pages.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A3
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

SERIF = "STSong-Light"
WIDTH, HEIGHT = A3
BODY, LEADING = 10, 16
MARGIN, GUTTER = 50, 24


@dataclass(frozen=True)
class Story:
    """An article as it is printed."""

    headline: str
    paragraphs: tuple[str, ...]
    byline: str = ""
    kicker: str = ""

    @property
    def text(self) -> str:
        """All its characters."""
        return "".join((self.kicker, self.headline, self.byline, *self.paragraphs))


@dataclass
class Press:
    """Sets stories on pages of three columns."""

    leading: float = LEADING
    columns: int = 3
    out: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        registerFont(UnicodeCIDFont(SERIF))
        self.canvas = Canvas(self.out, pagesize=A3)
        self.wide = (WIDTH - 2 * MARGIN - (self.columns - 1) * GUTTER) / self.columns

    def page(self, number: int, bands: Sequence[Sequence[Story]]) -> None:
        """Set a page: bands from top to bottom, in each one story, or one for each column."""
        self._line(MARGIN, HEIGHT - 30, 8, f"砚北日报　2024年3月5日　星期二　第{number}版")
        top = HEIGHT - 90.0
        for band in bands:
            top = self._band(band, top) - 40
        self.canvas.showPage()

    def done(self) -> bytes:
        """Return the bytes of the PDF."""
        self.canvas.save()
        return self.out.getvalue()

    def _band(self, band: Sequence[Story], top: float) -> float:
        if len(band) == 1:
            return self._over(band[0], top, range(self.columns))
        return min(self._over(story, top, (at,)) for at, story in enumerate(band))

    def _over(self, story: Story, top: float, columns: Sequence[int]) -> float:
        """Set a story under its headline over some columns, balanced; return where it ends."""
        left = self._left(columns[0])
        size = 30 if len(columns) > 1 else 20
        if story.kicker:
            top = self._line(left, top, 14, story.kicker) - 26
        for line in _broken(story.headline, int(self._span(columns) // size)):
            top = self._line(left, top, size, line) - size * 1.3
        if story.byline:
            top = self._line(left, top, BODY, story.byline) - self.leading
        lines = [line for text in story.paragraphs for line in _set(text, int(self.wide // BODY))]
        rows = -(-len(lines) // len(columns))
        top -= 10
        for number, line in enumerate(lines):
            column, row = divmod(number, rows)
            self._line(self._left(columns[column]), top - row * self.leading, BODY, line)
        return top - rows * self.leading

    def _left(self, column: int) -> float:
        return MARGIN + column * (self.wide + GUTTER)

    def _span(self, columns: Sequence[int]) -> float:
        return len(columns) * self.wide + (len(columns) - 1) * GUTTER

    def _line(self, x: float, y: float, size: float, text: str) -> float:
        self.canvas.setFont(SERIF, size)
        indent = len(text) - len(text.lstrip("　"))
        self.canvas.drawString(x + indent * size, y, text.strip("　"))
        return y


def _set(text: str, wide: int) -> Iterator[str]:
    yield from _broken(f"　　{text}" if not text.startswith("（") else text, wide)


def _broken(text: str, wide: int) -> Iterator[str]:
    yield from (text[at : at + wide] for at in range(0, len(text), wide))


PLACES = ("霁川", "青峦", "澜石", "鹭汀", "柳湾", "泠水", "云岫", "松陂", "竹溪", "枫桥")
THINGS = (
    ("夜校", "开课{a}门，报名{b}人，下月再开几门新课", "老师说，学员多是下班后赶来的青年"),
    ("渔港", "出港渔船{a}艘，渔获{b}吨，鱼市一早就热闹起来", "船长说，今年水温合适，鱼群来得早"),
    ("茶园", "扩种茶园{a}亩，采茶工{b}名，春茶提前上市", "茶农说，雨水足，芽头壮，价钱也好"),
    ("水渠", "整修水渠{a}公里，受益农田{b}亩，月底通水", "水利站的人说，渠通了，秋粮就有底"),
    ("古桥", "修缮古桥{a}座，用石料{b}方，桥面重新铺平", "石匠说，老桥的榫头都还在，修旧如旧"),
    ("公交", "新增公交{a}辆，线路{b}条，站牌换成电子屏", "司机说，晚班车多了，下夜班的人不愁"),
)


def story(number: int, paragraphs: int = 5, *, kicker: bool = False) -> Story:
    """Invent a story of its own place and thing."""
    place, (thing, told, said) = PLACES[number % len(PLACES)], THINGS[number % len(THINGS)]
    news = told.format(a=20 + number, b=1800 + number)
    opening = (
        f"本报讯（记者 程砚秋）{place}{thing}今年有了新变化。记者昨日在现场看到，{place}{news}。"
    )
    further = (
        f"{said}。{place}{thing}这件事，镇里去年就开始筹备，前后开了{more + 2}次会，"
        f"听取了{more * 10 + number}户人家的意见，{thing}周边的道路也一并改造。"
        for more in range(1, paragraphs)
    )
    return Story(
        f"{place}{thing}有了新变化",
        (opening, *further),
        kicker="民生一线见闻" if kicker else "",
    )


def parts(whole: Story, at: int, here: int, there: int) -> tuple[Story, Story]:
    """Cut a story in mid-sentence of a paragraph, as a jump does; return both printed parts."""
    text = whole.paragraphs[at]
    middle = len(text) * 2 // 3
    first = Story(
        whole.headline,
        (*whole.paragraphs[:at], text[:middle], f"（下转第{there}版）"),
        whole.byline,
        whole.kicker,
    )
    rest = Story(
        whole.headline[:6], (f"（上接第{here}版）", text[middle:], *whole.paragraphs[at + 1 :])
    )
    return first, rest
