"""What a paragraph looks like when it is read alone.

    ► 肖远 刘文          BYLINE      园区动态          TITLE (the neighbours tell it is a banner)
    冯文贵 徐志          NAMES       （下转第5版）      JUMP_TO
    2月26日             DATE        食品 11.8 11.5    LIST (a row of a table)
    江州港 资料图片       CAPTION     本报讯 近日…      BODY, and `opens_article`

Everything here reads one folded paragraph. What needs the neighbours is in `neighbours`.
"""

import re
from collections.abc import Callable
from enum import Enum, auto
from functools import lru_cache

from summarizer.numerals import parse_numeral
from summarizer.reading import is_masthead
from summarizer.segmentation.bylines import MARKS, could_be_name, is_byline, is_names, is_pen_name
from summarizer.segmentation.imprint import (
    is_agency,
    is_caption,
    is_imprint,
    is_page_label,
    is_section_name,
    is_weather,
)

LONGEST_FORM = 60


class Shape(Enum):
    """What a paragraph looks like."""

    BODY = auto()
    LIST = auto()
    TITLE = auto()
    BYLINE = auto()
    NAMES = auto()
    DATE = auto()
    JUMP_TO = auto()
    JUMP_FROM = auto()
    CAPTION = auto()
    BANNER = auto()
    NOISE = auto()


PAGE = (
    r"(?:[^(),;。]{0,4}?(?:[本头首末]|第?[A-Z]?[0-9一二三四五六七八九十]{1,3})[版页][^(),;。]{0,12}"
    r"|第?[A-Z]?[0-9]{1,3})"
)
JUMP_TO = re.compile(rf"[(【\[→▶]?(?:紧?下转|转){PAGE}[)】\]]?")
JUMP_FROM = re.compile(rf"[(【\[←◀]?(?:紧?上接|接){PAGE}[)】\]]?")
INLINE_HEAD = re.compile(r"\(紧?上接[^()]{1,14}\)")
INLINE_JUMP = re.compile(r"\(紧?下转[^()]{1,14}\)")
SPOKEN = "。!?”…"
TAIL = 60
ITEM_MARKS = f"{MARKS}·•【"
HANZI = "一二三四五六七八九十"
DATE = re.compile(
    r"[(]?(?:(?:[12][0-9]{3}年)?[0-9]{1,2}月[0-9]{1,2}日"
    rf"|(?:[一二][〇○零{HANZI}]{{3}}年)?[{HANZI}]{{1,2}}月[{HANZI}]{{1,3}}日)[)]?"
)
FIGURE = re.compile(r"[-+−]?[0-9][0-9.,]*%?|[-—]+")
AMOUNT = re.compile(r"[0-9][0-9.,]*[余多]?[万亿千百]{0,2}[^0-9\W]{1,3}|[0-9][0-9.,]*%")
NUMBERED = re.compile(
    r"(?:(?P<hanzi>[一二三四五六七八九十]{1,3})[、.]|[(](?P<inner>[一二三四五六七八九十]{1,3}|[0-9]{1,2})[)]"
    r"|(?P<digits>[0-9]{1,2})(?:、|[.](?![0-9])))"
)
LABEL = re.compile(r"【[^】]{2,8}】|[(][^()]{4,40}[)]")
TALK = re.compile(r"(?:问|答|记者|主持人|编者按|编者的话|编辑同志|Q|A) ?:")
SENTENCE = re.compile(
    r"[。;]|近日|日前|[,:、]$|[,、][^,、]*[,、]|^.{22,},|,.{22,}"
    r"|^[^,]{0,12}(?:表示|指出|强调|要求|认为|介绍|说|提出|透露),"
    r"|^(?:截[至止]|据|[该这其]|目前|[今去]年|[0-9]{4}年|为|随着|通过|此外|同时|与此|在).*,"
)
AGENCY = r"(?:新华|中新|中央|央视|人民|光明|经济)"
LEDE = re.compile(
    r"[(\[]?(?:[本据][报刊网台社][^ 。,:]{0,8}?(?:讯|电|消息|报道)"
    rf"|据?{AGENCY}[社网台][^。,]{{0,20}}?[电讯]"
    r"|[\u4e00-\u9fff]{2,8}(?:讯|消息)[ (:]"
    r"|本[报刊]驻[\u4e00-\u9fff]{2,6}记者 "
    r"|编辑(?:同志)?:"
    r"|【[^】]{2,20}(?:[讯电]|消息|报[道导])】)"
)
NEWS = re.compile(
    r"[“\"]?(?:近[日期]|日前|[昨今][日天]|连日来|最近|近年来|今年以来|针对|记者|据[^,。]{2,10}报道"
    r"|(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日)"
)
LEAST_ROW = 2
LEAST_HEADS = 3
LONGEST_HEAD = 8


@lru_cache(maxsize=4096)
def shape_of(text: str) -> Shape:
    """Return what a folded paragraph looks like."""
    if len(text) > LONGEST_FORM or opens_article(text):
        return _long_shape(text)
    if text[-1] == "。" and not is_weather(text):
        return Shape.BODY
    return _form(text) or (Shape.BODY if SENTENCE.search(text) else Shape.TITLE)


def _long_shape(text: str) -> Shape:
    if is_byline(text):
        return Shape.BYLINE
    if is_imprint(text):
        return Shape.NOISE
    return Shape.CAPTION if is_caption(text) else Shape.BODY


def _form(text: str) -> Shape | None:
    """Return what the form of a short line tells, or None where it tells nothing."""
    return next((shape for shape, has_form in FORMS if has_form(text)), None)


def edges_of(line: str) -> tuple[int, ...]:
    """Return where a folded line is cut: behind （上接第2版）, before （祝谦） or （下转第5版）."""
    head = INLINE_HEAD.match(line)
    inner = (head.end() if head else 0, _tail(line))
    return (0, *(edge for edge in inner if 0 < edge < len(line)), len(line))


def _tail(line: str) -> int:
    """Return where the byline or jump line that hangs on a line's end begins, or its length."""
    if line[-1] == ")":
        at = line.rfind("(", max(0, len(line) - TAIL))
        hangs = line[:at].rstrip()[-1:] in SPOKEN and _signs(line[at:])
        return at if at > 0 and (hangs or INLINE_JUMP.fullmatch(line, at)) else len(line)
    if line[-1] in SPOKEN:
        return len(line)
    at = max(line.rfind(mark, max(0, len(line) - TAIL)) for mark in SPOKEN) + 1
    return at if 0 < at < len(line) and is_byline(line[at:].strip()) else len(line)


def _signs(tail: str) -> bool:
    return not is_agency(tail) and (is_byline(tail) or could_be_name(tail))


def opens_article(text: str) -> bool:
    """Say whether a folded paragraph begins as the first of an article: 本报讯, 新华社…电."""
    return LEDE.match(text) is not None


def begins_news(text: str) -> bool:
    """Say whether a folded paragraph begins with the time of its news: 近日, 4月8日."""
    return NEWS.match(text) is not None


def shares_mark(above: str, text: str) -> bool:
    """Say whether two folded paragraphs begin with the same mark, as short items do: ■ or 【."""
    return text[0] == above[0] and text[0] in ITEM_MARKS


def number_of(text: str) -> int | None:
    """Return the number that a folded heading begins with (一、 · （二） · 3.), or None."""
    match = NUMBERED.match(text)
    return int(parse_numeral(next(filter(None, match.groups())))) if match else None


def is_row(text: str) -> bool:
    """Say whether a folded line is a row of a table: a label and figures between spaces."""
    cells = text.split()
    figures = sum(FIGURE.fullmatch(cell) is not None for cell in cells)
    return figures >= LEAST_ROW and 2 * figures >= len(cells)


def is_amount(text: str) -> bool:
    """Say whether a folded line is nothing but a figure with its unit: 586亿元, 41.2%."""
    return AMOUNT.fullmatch(text) is not None


def could_head_row(text: str) -> bool:
    """Say whether a folded line could name the columns of a table."""
    cells = text.split()
    return len(cells) >= LEAST_HEADS and max(map(len, cells)) <= LONGEST_HEAD


FORMS: tuple[tuple[Shape, Callable[[str], object]], ...] = (
    (Shape.NOISE, is_masthead),
    (Shape.NOISE, is_imprint),
    (Shape.NOISE, is_weather),
    (Shape.BANNER, is_page_label),
    (Shape.BYLINE, is_byline),
    (Shape.TITLE, is_section_name),
    (Shape.NAMES, is_names),
    (Shape.NAMES, is_pen_name),
    (Shape.JUMP_TO, JUMP_TO.fullmatch),
    (Shape.JUMP_FROM, JUMP_FROM.fullmatch),
    (Shape.CAPTION, is_caption),
    (Shape.DATE, DATE.fullmatch),
    (Shape.LIST, is_row),
    (Shape.LIST, is_amount),
    (Shape.LIST, LABEL.fullmatch),
    (Shape.BODY, TALK.match),
)
"""What a short line can be told by, the surest first."""
