"""When a figure holds: the nearest time before it, or the one its paragraph has been speaking of.

2017年底 ， 园区 企业 达 2785户 ， 个体 工商户 5255户      both at the end of 2017
比 2016年底 增长 12%                                      2016 is compared with, not meant
项目 总投资 5亿元 ， 占地 …                                a plan's dimensions have no time
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from summarizer.binding.clauses import Sentence, Word
from summarizer.binding.figures import Figure
from summarizer.binding.measures import GROWTH
from summarizer.document import Role
from summarizer.quantity import Quantity

AGAINST = frozenset({"比", "较", "同", "与", "从", "由", "自", "对比", "相比"})
OPENING = 3
YEARLY = re.compile(r"(?:\d{4}|今|本|明)年|全年|(?:今|本|明)年全年")
FASTER = re.compile(r"加快|放缓|收窄|回升|多|少|高|低|相[若同当]|持平|一样")
YEAR = re.compile(r"(?:\d{4}|[一二][〇零○一二三四五六七八九]{3})年")
DATELINE = 8
"""Words that a dateline may take."""
LAST = frozenset({"上年", "上年末", "上年底"})
UNDATED = frozenset({"全年", "年末", "年底", "年内"})
YEAR_ALONE = re.compile(r"\d{4}年度?|去年|上年")
EQUALS = ("是", "为", "相当于")
PLANS = ("规划", "”规划", "目标", "任务")
NOW = frozenset({"目前", "截至目前", "眼下", "如今", "当前", "现在", "截止目前"})
"""Words for the day of the paper: an older time does not reach over them."""


def time_of(figure: Figure, spoken_of: Word | None) -> Word | None:
    """Return the time of a figure, as printed; `spoken_of` is that of the sentences before."""
    clauses = figure.sentence.clauses[: figure.clause]
    vague = None
    for words in (figure.lead, *(clause.words for clause in reversed(clauses)), figure.right):
        found = _nearest(words)
        if found and words is not figure.lead and _is_news_day(found, words):
            continue
        if found and found.text != "全年" and (not vague or YEAR.match(found.text)):
            return found
        vague = vague or found
    return spoken_of if spoken_of and YEAR.match(spoken_of.text) else vague or spoken_of


def opening_of(sentences: Sequence[Sentence]) -> Word | None:
    """Return the year or part of a year that an article opens with, in its text or headline."""
    body = [s for s in sentences if s.role is Role.BODY][:1]
    heads = [s for s in sentences if s.role is Role.HEADLINE]
    starts = [_undated(clause.words)[:OPENING] for s in body for clause in s.clauses]
    starts += [clause.words for s in heads for clause in s.clauses]
    times = (word for words in starts for word in _held(words) if word.quantity)
    dated = (word for word in times if word.quantity and not _is_day(word.quantity))
    return next((word for word in dated if "同期" not in word.text), None)


def _undated(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leave out the dateline: 【甲川日报讯】, 本报讯."""
    end = next((i + 1 for i, w in enumerate(words[:DATELINE]) if w.text in ("】", "讯", "电")), 0)
    return words[end + 1 :] if words[end : end + 1] and words[end].text == "】" else words[end:]


def of_year(time: Word | None, year: Word | None, date: dt.date | None) -> Word | None:
    """Return the year an article is about for 全年, 年末; 上年 of another year is not known."""
    if time is None or year is None:
        return time
    known = year.quantity.time_period if year.quantity else None
    if time.text in LAST and date and known and known != str(date.year):
        return None
    return year if time.text in UNDATED else time


def year_of(sentences: Sequence[Sentence]) -> Word | None:
    """Return the year an article is about: the one it opens with, or that of its first sentence."""
    opening = opening_of(sentences)
    if opening and YEAR_ALONE.fullmatch(opening.text):
        return opening
    first = next((s for s in sentences if s.role is Role.BODY), None)
    times = (word for c in (first.clauses if first else ()) for word in _held(c.words))
    return next((word for word in times if YEAR.fullmatch(word.text.removesuffix("度"))), None)


def _is_news_day(time: Word, words: Sequence[Word]) -> bool:
    """Say whether a day tells when something was announced, not when a figure held."""
    told = any(word.tag == "v" for word in words if word.start >= time.end)
    return told and time.quantity is not None and _is_day(time.quantity)


def last_time(sentence: Sentence) -> Word | None:
    """Return the time a sentence leaves behind for the next; a single day is gone with it."""
    found = [
        word
        for clause in sentence.clauses
        for word in _held(clause.words)
        if word.quantity and not _is_day(word.quantity) and "同期" not in word.text
    ]
    return found[-1] if found else None


def frame_of(sentences: Sequence[Sentence]) -> Word | None:
    """Return the year an article of plans speaks of: the first it names."""
    times = (w for s in sentences for c in s.clauses for w in _held(c.words) if w.quantity)
    return next((word for word in times if YEARLY.fullmatch(word.text)), None)


def is_dated(word: Word) -> bool:
    """Say whether a word is a time, 目前 included."""
    return word.is_time or word.text in NOW


def _is_day(quantity: Quantity) -> bool:
    return "日" in quantity.text


def _nearest(words: Sequence[Word]) -> Word | None:
    held = [*_held(words)]
    exact = [word for word in held if word.text != "全年"]
    return next(reversed(exact or held), None)


def _held(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the times that hold, not those that a growth verb compares with."""
    for index, word in enumerate(words):
        if is_dated(word) and not _is_compared(words, index):
            yield word


def _is_measured(words: Sequence[Word], at: int) -> bool:
    owned = at + 1 < len(words) and words[at + 1].tag == "uj"
    return owned and (at + 2 == len(words) or words[at + 2].is_figure)


def _is_compared(words: Sequence[Word], at: int) -> bool:
    if "".join(word.text for word in words[at + 1 : at + 3]).startswith(PLANS):
        return True
    if words[at].text == "后年" and at and words[at - 1].tag == "v":
        return True  # 建成后 | 年产能
    against = at > 0 and words[at - 1].text in AGAINST
    if against and any(word.is_figure for word in words[at:]):
        return True  # 由 2015年 的 21亿元 增加到 | 45亿元
    if at and words[at - 1].text in EQUALS and _is_measured(words, at):
        return True  # 是 2015年 的 | 1.8倍
    behind = "".join(word.text for word in words[at + 1 : at + 6] if not word.is_figure)
    return (
        against
        and bool(GROWTH.search(behind) or FASTER.search(behind))
        and not behind.startswith("的")
    )
