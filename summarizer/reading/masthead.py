"""The name and the date of the paper, where the page or the file name gives them.

Only short lines at the head of the page are asked (a date in the first sentence of an article is
news, not the date of the issue), then the file name.
"""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import PurePath

from summarizer.lexicon import pattern
from summarizer.numerals import parse_numeral
from summarizer.text import fold

HEAD_LINES = 12
LONGEST = 60
BEFORE_REPUBLIC = 1911
DAYS = ("masthead.date", "masthead.republic", "masthead.spelt")
FORMS = (*DAYS[:2], "masthead.compact", *DAYS[2:])


def find_date(text: str, name: str) -> dt.date | None:
    """Return the issue's date from its masthead or its file name."""
    candidates = (*_head(text), PurePath(name).stem)
    return next((date for each in candidates if (date := date_in(each))), None)


def date_in(line: str) -> dt.date | None:
    """Return the date that a line has, in digits or spelt out."""
    folded = fold(line)
    for form in FORMS:
        if (match := pattern(form).search(folded)) and (date := _date(match)):
            return date
    return None


def find_title(text: str, name: str) -> str | None:
    """Return the paper's name from a dated masthead line, or from the file name."""
    for line in _head(text):
        if paper := pattern("masthead.paper").search(fold(line)):
            return line[paper.start() : paper.end()]
    stem = pattern("masthead.stem").search(PurePath(name).stem)
    return stem.group() if stem else None


def is_masthead(line: str) -> bool:
    """Say whether a folded line is a masthead: a paper's name, or short, dated, no sentence."""
    if pattern("masthead.name").fullmatch(line.replace(" ", "")):
        return True
    if len(line) > LONGEST or "," in line or "。" in line:
        return False
    furnished = pattern("masthead.furnished").search(line) is not None
    return furnished and any(pattern(form).search(line) for form in DAYS)


def _head(text: str) -> Iterator[str]:
    """Yield the lines at the head of the page that are a masthead."""
    lines = [line.strip() for line in text[: HEAD_LINES * 200].splitlines() if line.strip()]
    short = (line for line in lines[:HEAD_LINES] if len(line) <= LONGEST)
    yield from (line for line in short if is_masthead(fold(line)))


def _date(match: re.Match[str]) -> dt.date | None:
    try:
        month, day = (int(parse_numeral(match[part])) for part in ("month", "day"))
        return dt.date(_year(match), month, day)
    except ValueError:
        return None


def _year(match: re.Match[str]) -> int:
    """Read the year, or that of the Republic (民國113年)."""
    years = match.groupdict()
    if "republic" in years:
        return BEFORE_REPUBLIC + int(years["republic"])
    return int(parse_numeral(years["year"]))
