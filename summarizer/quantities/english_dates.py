"""Dates and periods in English: April 8, 2018 · the first quarter of 2018 · by the end of 2020.

They are put into Chinese words and resolved where all periods are, so that an English summary and
its source get the same `time_period`.
"""

import datetime as dt
import re

from summarizer.periods import resolve_period

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
NUMBERS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
}  # fmt: skip
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
YEAR = r"(?:19|20)\d\d"
OF_YEAR = rf"(?:(?:,? (?:of |in )?|/){YEAR}\b|,? (?:of |in )?(?:this|last) year\b)?"
NTH = r"(?:first|second|third|fourth|last|1st|2nd|3rd|4th)"
COUNT = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven)"
TO = r"(?: ?[-–—] ?| to | through )"
PATTERN = (
    rf"(?:\b(?<![\d/])\d{{1,2}}/\d{{1,2}}/{YEAR}\b"
    rf"|\b{MONTH} \d{{1,2}}{TO}{MONTH} \d{{1,2}}\b{OF_YEAR}"
    rf"|\b{MONTH}{TO}{MONTH}{OF_YEAR}|\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?![\d,]*\d){OF_YEAR}"
    rf"|\b\d{{1,2}} {MONTH}{OF_YEAR}|\b{MONTH}{OF_YEAR}"
    rf"|\b(?:{NTH}[ -](?:quarter|half)\b|[QH][1-4]\b|[1-4]Q\b){OF_YEAR}"
    rf"|\b(?:FY ?{YEAR}|{YEAR} ?[QH][1-4])\b"
    rf"|\b(?:past|last) {COUNT} years\b"
    rf"|\bfirst {COUNT} (?:months|quarters)\b{OF_YEAR}"
    r"|\b\d{1,2}th Five[- ]Year Plan\b|\b(?:19|20)\d0s\b|\b(?:19|20)\d\d-(?:\d\d-\d\d|0[1-9])\b"
    rf"|(?<=between ){YEAR} and {YEAR}\b"
    rf"|\b{YEAR}{TO}{YEAR}\b(?!,\d)|\bsince {YEAR}\b|\b{YEAR}\b(?![,.]?\d)"
    r"|\b(?:this|last) (?:year|quarter|month)\b)"
)
MONTH_NAME = re.compile(rf"\b(?:{'|'.join(MONTHS)})")
YEARS = re.compile(rf"{YEAR}\b|this year|last year")
PLAIN = re.compile(r"\d{4}-\d\d-\d\d|(\d{4})-(\d\d)|\d{4}(?=s)")
NAMED = {
    "this month": "本月", "last month": "上月", "this quarter": "本季度", "last quarter": "上季度",
}  # fmt: skip
GONE = re.compile(rf"(?:past|last) ({COUNT}) years")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
DAYS = re.compile(r"[a-z.]+ (\d{1,2})\D+?[a-z.]+ (\d{1,2})$")
DIGIT = re.compile("[1-4]")
TWELVE = 12
"""Only a day beyond the number of months tells which of two numbers is the day."""
NUMBER = re.compile(rf"\b(?:\d{{1,2}}(?!\d)|{'|'.join(NUMBERS)})")


def resolve(printed: str, date: dt.date | None) -> str | None:
    """Return the SDMX form of an English date or period."""
    slashed = SLASHED.fullmatch(printed)
    return resolve_period(_slashed(slashed) if slashed else _in_chinese(printed.lower()), date)


def _slashed(numbers: re.Match[str]) -> str:
    """Read 5/17/2018; 5/7/2018 is in May or in July."""
    month, day, year = numbers.groups()
    return f"{year}年{month}月{day}日" if int(day) > TWELVE else ""


def _alone(words: str) -> str | None:
    """Return a time that is no year with a part of it: last month, 2019-03, the 1990s, a plan."""
    if gone := GONE.fullmatch(words):
        return f"近{NUMBERS.get(gone[1]) or gone[1]}年"
    if plain := PLAIN.match(words):
        dated = f"{plain[1]}年{plain[2]}月"
        return dated if plain[1] else plain[0] + "年代" * words.endswith("s")
    if "five" in words and "plan" in words:
        return f"十{'零一二三四五六七'[int(words[:2]) - 10]}五" if "10" < words[:2] < "18" else ""
    return NAMED.get(words)


def _in_chinese(words: str) -> str:
    special = _alone(words)
    if special is not None:
        return special
    years = [_year(year) for year in YEARS.findall(words)]
    if len(years) > 1:
        return "至".join(years)
    year = years[0] if years else ""
    rest = YEARS.sub("", words).strip()
    if words.startswith("since"):
        return f"{year}以来"
    return year + _part(rest)


def _year(year: str) -> str:
    return {"this year": "今年", "last year": "去年"}.get(year, f"{year}年")


def _part(words: str) -> str:
    found = NUMBER.search(words)
    number = NUMBERS.get(found[0], 0) or int(found[0]) if found else 0
    if "months" in words or "quarters" in words:
        counts = [NUMBERS.get(one, 0) or int(one) for one in NUMBER.findall(words)]
        return f"前{counts[-1]}个月" if "months" in words else f"前{counts[-1]}季度"
    if "quarter" in words or "q" in words[:2]:
        return f"{number or DIGIT.findall(words)[0]}季度"
    if "half" in words or words[:1] == "h":
        return "上半年" if (number or int(words[1])) == 1 else "下半年"
    return _months(words, number)


def _months(words: str, number: int) -> str:
    """Write May, May 5, May-June and May 5 to June 2."""
    months = [MONTHS.index(name) + 1 for name in MONTH_NAME.findall(words)]
    if stretch := DAYS.match(words):
        return f"{months[0]}月{stretch[1]}日至{months[1]}月{stretch[2]}日"
    if len(months) > 1:
        return f"{months[0]}-{months[1]}月"
    return f"{months[0]}月{number}日" if months and number else f"{months[0]}月" if months else ""
