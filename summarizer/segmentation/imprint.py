"""What a page says about itself: its name, its sections, its makers, its pictures.

    江州日报 · A06 城事 · 第2版 综合      the name of the paper, a section with its page
    园区动态 · 简讯                      a section
    责任编辑 肖远 版式 刘文               who made the page, and how to reach them
    今天多云，偏北风3到4级，8℃            the weather box
    图为江州港。（肖远 摄）                what a picture shows

Everything here reads one folded line.
"""

from collections.abc import Iterator

from summarizer.lexicon import pattern

LONGEST_BANNER = 10
LONGEST_NOTE = 120
LONGEST_LINE, LONGEST_CAPTION = 60, 200
ADDRESS = r"[A-Za-z0-9._-]{1,30}@[A-Za-z0-9-]{1,30}\.[A-Za-z]{2,5}|https?://|www\."


def is_imprint(text: str) -> bool:
    """Say whether a folded line tells who made the page, or where to write to."""
    if pattern("imprint.noise").fullmatch(text):
        return True
    return len(text) <= LONGEST_NOTE and pattern("imprint.imprint").fullmatch(text) is not None


def is_weather(text: str) -> bool:
    """Say whether a folded line is the weather box: sky, wind and degrees without a story."""
    return (
        pattern("imprint.weather").fullmatch(text) is not None
        and pattern("imprint.sky").search(text) is not None
    )


def is_page_label(text: str) -> bool:
    """Say whether a folded line names a section with its page: A06 城事."""
    return pattern("imprint.label").fullmatch(text) is not None


def is_section_name(text: str) -> bool:
    """Say whether a folded line is what newspapers call a section: 园区要闻, 简讯."""
    name = text.replace(" ", "")
    return len(name) <= LONGEST_BANNER and pattern("imprint.banner").fullmatch(name) is not None


def leads_up(text: str) -> bool:
    """Say whether a folded line leads up to a headline below it: 省委常委会强调, 巡礼之三."""
    return pattern("imprint.leads_up").search(text) is not None


def announces_briefs(text: str) -> bool:
    """Say whether a banner announces short items: 简讯, 一周要闻."""
    return pattern("imprint.briefs").search(text.replace(" ", "")) is not None


def is_caption(text: str) -> bool:
    """Say whether a folded line tells what a picture shows, or who took it."""
    if len(text) > LONGEST_LINE:
        return (
            len(text) <= LONGEST_CAPTION
            and pattern("imprint.long_credit").search(text[-24:]) is not None
        )
    return any(
        (
            pattern("imprint.credit").search(text[-24:]),
            pattern("imprint.shown").fullmatch(text),
            pattern("imprint.portrayed").fullmatch(text),
        )
    )


def shows_scene(text: str) -> bool:
    """Say whether a folded line names what a picture shows: 园区一角, 生产车间."""
    return pattern("imprint.scene").search(text) is not None


def is_agency(text: str) -> bool:
    """Say whether a folded text is nothing but the name of an agency, in brackets or not."""
    return pattern("imprint.by_agency").fullmatch(text) is not None


def is_web(text: str) -> bool:
    """Say whether a folded line is furniture of a web page: 打印, 分享到, 版权所有."""
    return len(text) <= LONGEST_LINE and pattern("imprint.web").fullmatch(text) is not None


def credited(text: str) -> Iterator[str]:
    """Yield the cues that a folded paragraph is a caption, or the credit of a picture."""
    end = text[-30:]
    if (
        len(text) <= LONGEST_LINE
        and pattern("imprint.taken").search(text)
        and pattern("imprint.alone").fullmatch(text)
    ):
        yield "credit alone"
    if (
        pattern("imprint.ending").search(end)
        if pattern("imprint.taken").search(end) or "提供" in end
        else False
    ):
        yield "credit at the end"
    if pattern("imprint.by_agency").search(end):
        yield "agency at the end"
    if pattern("imprint.in_picture").search(text[:LONGEST_CAPTION]):
        yield "places in the picture"
    if pattern("imprint.shown").match(text[:12]):
        yield "tells what is shown"
