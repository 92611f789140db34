"""The name and the date of the paper, where the page or the file name gives them.

Only short lines at the head of the page are asked (a date in the first sentence of an article is
news, not the date of the issue), then the file name.
"""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import PurePath

from summarizer.text import fold

HEAD_LINES = 12
LONGEST = 60
DATE = re.compile(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})"
    r"(?: ?年 ?|[-./_])(?P<month>[01]?[0-9])(?: ?月 ?|[-./_])(?P<day>[0-3]?[0-9])(?![0-9])"
)
COMPACT = re.compile(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?![0-9])"
)
REPUBLIC = re.compile(
    r"民国 ?(?P<republic>[0-9]{2,3}) ?年 ?(?P<month>[01]?[0-9]) ?月 ?(?P<day>[0-3]?[0-9]) ?日"
)
BEFORE_REPUBLIC = 1911
SPELT = re.compile(
    r"(?P<year>[一二][九〇零○][一二三四五六七八九〇零○]{2})年"
    r"(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日"
)
DIGITS = {character: str(value) for value, character in enumerate("〇一二三四五六七八九")}
DIGITS |= {"零": "0", "○": "0"}
PAPER = re.compile(r"(?!本[报刊])[\u4e00-\u9fff]{1,12}(?:[报刊]|周末)")
NAME = re.compile(
    r"[\u4e00-\u9fff]{1,8}(?:[日晚早晨时商周导]报"
    r"|(?:都市|青年|工人|农民|科技|经济|财经|证券)报|周刊|周末)"
)
FURNISHED = re.compile(
    r"星期|周[一二三四五六日末刊]|[0-9一二三四五六七八九十]版|期|农历|[报刊]|新闻"
    r"|(?<![A-Z0-9])[A-Z][0-9]{1,2}(?![0-9])"
)
STEM = re.compile(r"[\u4e00-\u9fff]{2,20}")


def find_date(text: str, name: str) -> dt.date | None:
    """Return the issue's date from its masthead or its file name."""
    candidates = (*_head(text), PurePath(name).stem)
    return next((date for each in candidates if (date := date_in(each))), None)


def date_in(line: str) -> dt.date | None:
    """Return the date that a line has, in digits or spelt out."""
    for pattern in (DATE, REPUBLIC, COMPACT, SPELT):
        if (match := pattern.search(fold(line))) and (date := _date(match)):
            return date
    return None


def find_title(text: str, name: str) -> str | None:
    """Return the paper's name from a dated masthead line, or from the file name."""
    for line in _head(text):
        if paper := PAPER.search(fold(line)):
            return line[paper.start() : paper.end()]
    stem = STEM.search(PurePath(name).stem)
    return stem.group() if stem else None


def is_masthead(line: str) -> bool:
    """Say whether a folded line is a masthead: a paper's name, or short, dated, no sentence."""
    if NAME.fullmatch(line.replace(" ", "")):
        return True
    if len(line) > LONGEST or "," in line or "。" in line or not FURNISHED.search(line):
        return False
    return any(pattern.search(line) for pattern in (DATE, REPUBLIC, SPELT))


def _head(text: str) -> Iterator[str]:
    """Yield the lines at the head of the page that are a masthead."""
    lines = [line.strip() for line in text[: HEAD_LINES * 200].splitlines() if line.strip()]
    short = (line for line in lines[:HEAD_LINES] if len(line) <= LONGEST)
    yield from (line for line in short if is_masthead(fold(line)))


def _date(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(_year(match), _number(match["month"]), _number(match["day"]))
    except ValueError:
        return None


def _year(match: re.Match[str]) -> int:
    """Read the year, or that of the Republic (民國113年)."""
    years = match.groupdict()
    if "republic" in years:
        return BEFORE_REPUBLIC + int(years["republic"])
    return _number(years["year"])


def _number(digits: str) -> int:
    """Read arabic digits, a year spelt digit by digit, or a month or day up to 三十一."""
    if digits.isascii():
        return int(digits)
    if "十" not in digits:
        return int("".join(DIGITS[character] for character in digits))
    tens, ones = digits.split("十", 1)
    return int(DIGITS.get(tens, "1")) * 10 + int(DIGITS.get(ones, "0"))
