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

from summarizer.lexicon import pattern
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


SPOKEN = "。!?”…"
TAIL = 60
ITEM_MARKS = f"{MARKS}·•【"
FIGURE = re.compile(r"[-+−]?[0-9][0-9.,]*%?|[-—]+")
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
    return _form(text) or (Shape.BODY if pattern("lines.sentence").search(text) else Shape.TITLE)


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
    head = pattern("lines.inline_head").match(line)
    inner = (head.end() if head else 0, _tail(line))
    return (0, *(edge for edge in inner if 0 < edge < len(line)), len(line))


def _tail(line: str) -> int:
    """Return where the byline or jump line that hangs on a line's end begins, or its length."""
    if line[-1] == ")":
        at = line.rfind("(", max(0, len(line) - TAIL))
        hangs = line[:at].rstrip()[-1:] in SPOKEN and _signs(line[at:])
        return (
            at
            if at > 0 and (hangs or pattern("lines.inline_jump").fullmatch(line, at))
            else len(line)
        )
    if line[-1] in SPOKEN:
        return len(line)
    at = max(line.rfind(mark, max(0, len(line) - TAIL)) for mark in SPOKEN) + 1
    return at if 0 < at < len(line) and is_byline(line[at:].strip()) else len(line)


def _signs(tail: str) -> bool:
    return not is_agency(tail) and (is_byline(tail) or could_be_name(tail))


def opens_article(text: str) -> bool:
    """Say whether a folded paragraph begins as the first of an article: 本报讯, 新华社…电."""
    return pattern("lines.lede").match(text) is not None


def begins_news(text: str) -> bool:
    """Say whether a folded paragraph begins with the time of its news: 近日, 4月8日."""
    return pattern("lines.news").match(text) is not None


def shares_mark(above: str, text: str) -> bool:
    """Say whether two folded paragraphs begin with the same mark, as short items do: ■ or 【."""
    return text[0] == above[0] and text[0] in ITEM_MARKS


def number_of(text: str) -> int | None:
    """Return the number that a folded heading begins with (一、 · （二） · 3.), or None."""
    match = pattern("lines.numbered").match(text)
    return int(parse_numeral(next(filter(None, match.groups())))) if match else None


def is_row(text: str) -> bool:
    """Say whether a folded line is a row of a table: a label and figures between spaces."""
    cells = text.split()
    figures = sum(FIGURE.fullmatch(cell) is not None for cell in cells)
    return figures >= LEAST_ROW and 2 * figures >= len(cells)


def is_amount(text: str) -> bool:
    """Say whether a folded line is nothing but a figure with its unit: 586亿元, 41.2%."""
    return pattern("lines.amount").fullmatch(text) is not None


def could_head_row(text: str) -> bool:
    """Say whether a folded line could name the columns of a table."""
    cells = text.split()
    return len(cells) >= LEAST_HEADS and max(map(len, cells)) <= LONGEST_HEAD


def is_talk(text: str) -> bool:
    """Say whether a folded line begins as what somebody says in an interview."""
    return pattern("lines.talk").match(text) is not None


def _whole(name: str) -> Callable[[str], object]:
    """Return what asks whether a class of the lexicon takes a whole line, once it is asked."""
    return lambda text: pattern(name).fullmatch(text)


FORMS: tuple[tuple[Shape, Callable[[str], object]], ...] = (
    (Shape.NOISE, is_masthead),
    (Shape.NOISE, is_imprint),
    (Shape.NOISE, is_weather),
    (Shape.BANNER, is_page_label),
    (Shape.BYLINE, is_byline),
    (Shape.TITLE, is_section_name),
    (Shape.NAMES, is_names),
    (Shape.NAMES, is_pen_name),
    (Shape.JUMP_TO, _whole("lines.jump_to")),
    (Shape.JUMP_FROM, _whole("lines.jump_from")),
    (Shape.CAPTION, is_caption),
    (Shape.DATE, _whole("lines.date")),
    (Shape.LIST, is_row),
    (Shape.LIST, is_amount),
    (Shape.LIST, _whole("lines.label")),
    (Shape.BODY, is_talk),
)
"""What a short line can be told by, the surest first."""
