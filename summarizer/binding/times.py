"""When a figure holds: the nearest time before it, or the one its paragraph has been speaking of.

2017年底 ， 园区 企业 达 2785户 ， 个体 工商户 5255户      both at the end of 2017
比 2016年底 增长 12%                                      2016 is compared with, not meant
项目 总投资 5亿元 ， 占地 …                                a plan's dimensions have no time
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from summarizer.analysis.figures import Figure
from summarizer.analysis.sentences import Sentence
from summarizer.analysis.words import Word
from summarizer.binding.measures import GROWTH
from summarizer.document import Role
from summarizer.lexicon import pattern, word_list, word_set
from summarizer.periods import NOW, is_day_by_name
from summarizer.quantity import Quantity

AGAINST = word_set("times.against")
BEYOND = word_set("naming.beyond")
OPENING = 3
YEARLY = pattern("times.whole_year")
THAN = word_set("times.than")
FASTER = pattern("times.faster")
YEAR = pattern("times.any_year")
DATELINE = 8
"""Words that a dateline may take."""
PERIOD = re.compile(r"(\d{4})(?:-(?:Q(\d)|S(\d)|(\d\d)(?:-\d\d)?(?:/P(\d+)([DMY]))?))?")
COMING = pattern("status.firm")
TODAY = pattern("times.recent")
AGE = "P100Y"
"""How the period of a century ends."""
SPRING = 3
"""The month up to which a paper speaks of the year before when it says 全年."""
LAST = word_set("times.last_year")
UNDATED = word_set("times.undated")
EVENT = pattern("times.event")
YEAR_HEAD = pattern("times.year_head")
SAME_MONTH = word_set("times.same_month")
SAME_YEAR = word_set("times.same_year")
VAGUE = SAME_YEAR | {"全年"}
BARE_MONTH, CONTRACT = pattern("times.bare_month"), pattern("times.contract")
MONTH_END = pattern("times.month_end")
FLOW = pattern("times.flow")
STOCK = pattern("times.stock")
YEAR_ALONE = pattern("times.year_alone")
LASTING = word_list("times.lasting")
QUOTES = frozenset('“”"「」『』')
STRETCH = pattern("times.between")
SPANS = word_set("times.spans")
SINCE, ONWARDS = word_set("times.since_when"), word_set("times.onwards")
EQUALS = word_list("verbs.equals")
PLANS = word_list("times.plans")


def time_of(figure: Figure, spoken_of: Word | None) -> Word | None:
    """Return the time of a figure, as printed; `spoken_of` is that of the sentences before."""
    if base := _base_time(figure):
        return base
    exact, vague = _told_in(figure)
    if exact:
        return exact
    if vague and vague.text in SAME_YEAR:
        return _year_before(vague, figure.sentence)
    if not vague and is_today(figure):
        return None
    year = _year_in(spoken_of) if vague and spoken_of else None
    return year or vague or spoken_of


def _told_in(figure: Figure) -> tuple[Word | None, Word | None]:
    """Return the time that the sentence tells of a figure, or a vague one: 全年, 当年."""
    clauses = figure.sentence.clauses[: figure.clause]
    vague = None
    for words in (figure.lead, *(clause.words for clause in reversed(clauses)), figure.right):
        found = _nearest(words)
        if found and words is not figure.lead and _dates_only(found, words):
            continue
        if found and found.text not in VAGUE and (not vague or YEAR.match(found.text)):
            return found, vague
        vague = vague or found
    return None, vague


def _base_time(figure: Figure) -> Word | None:
    """Return the time of what another figure is compared with: 较 [2018年上半年] 的 27亿元."""
    words = [word for word in figure.left if word.tag != "uj"]
    compared = len(words) > 1 and words[-1].is_time and words[-2].text in AGAINST
    return words[-1] if compared else None


def is_today(figure: Figure) -> bool:
    """Say whether a figure is of the day of the paper, or of years that are not told: 近年来."""
    sentence = figure.sentence
    return bool(TODAY.search(sentence.text[: figure.word.start - sentence.start]))


def _year_before(time: Word, sentence: Sentence) -> Word | None:
    """Return the year that 当年 means: that of the time before it."""
    words = [word for clause in sentence.clauses for word in clause.words]
    times = [word for word in words if word.is_time and word.end <= time.start]
    return _year_in(times[-1]) if times else None


def is_over(time: Word | None, date: dt.date | None) -> bool:
    """Say whether a time has passed: what is planned in the paper is not planned for it."""
    period = time.quantity.time_period if time and time.quantity else None
    if not period or not date:
        return False
    return _last_month(period) < date.year * 12 + date.month


def _last_month(period: str) -> int:
    """Return the month that a period ends with, counted from year 0."""
    found = PERIOD.fullmatch(period)
    if not found:
        return int(period[:4]) * 12 + 12
    year, quarter, half, month, count, unit = found.groups()
    months = int(count or 1) * (12 if unit == "Y" else 1) if unit != "D" else 1
    end = int(quarter or 4) * 3 if quarter or not (half or month) else int(half or 0) * 6
    return int(year) * 12 + (int(month) + months - 1 if month else end)


def opening_of(sentences: Sequence[Sentence]) -> Word | None:
    """Return the year or part of a year that an article opens with, in its text or headline."""
    body = [s for s in sentences if s.role is Role.BODY][:1]
    heads = [s for s in sentences if s.role is Role.HEADLINE]
    starts = [_undated(clause.words) for s in body for clause in s.clauses]
    times = [w for words in starts for w in _told(words) if w in words[:OPENING]]
    times += [word for s in heads for clause in s.clauses for word in _told(clause.words)]
    lasting = (word for word in times if _lasts_on(word))
    return next((word for word in lasting if not BARE_MONTH.fullmatch(word.text)), None)


def _undated(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Leave out the dateline: 【甲川日报讯】, 本报讯."""
    end = next((i + 1 for i, w in enumerate(words[:DATELINE]) if w.text in ("】", "讯", "电")), 0)
    return words[end + 1 :] if words[end : end + 1] and words[end].text == "】" else words[end:]


def stretches_of(sentences: Sequence[Sentence]) -> dict[Word, Word]:
    """Return for each 10月底 behind 截至 what it means of things counted from new year."""
    return {
        time: Word(before.start, time.end, before.text + time.text, time.tag, time.quantity)
        for sentence in sentences
        for clause in sentence.clauses
        for before, time in pairwise(clause.words)
        if before.text in ("截至", "截止") and MONTH_END.fullmatch(time.text)
    }


def is_flow(name: str) -> bool:
    """Say whether an indicator is counted from the beginning of the year, not at its end."""
    return bool(FLOW.search(name)) and not STOCK.search(name)


def of_year(time: Word | None, year: Word | None, date: dt.date | None) -> Word | None:
    """Return the year an article is about for 全年, 年末; 上年 of another year is not known.

    Nor is it known which year a paper of spring means, in which hardly anything has come true.
    """
    if time is None:
        return None
    if year is None:
        early = date is not None and date.month <= SPRING
        return None if early and time.text in UNDATED else time
    known = year.quantity.time_period if year.quantity else None
    if time.text in LAST and date and known and known != str(date.year):
        return None
    return year if time.text in UNDATED else time


def year_of(sentences: Sequence[Sentence]) -> Word | None:
    """Return the year an article is about: the one it opens with, or that of its first sentence."""
    heads = [s for s in sentences if s.role is Role.HEADLINE]
    opening = opening_of(sentences)
    titled = (word for s in heads for clause in s.clauses for word in _told(clause.words))
    for word in (opening, *titled):
        if word and YEAR_ALONE.fullmatch(word.text):
            return word
    first = next((s for s in sentences if s.role is Role.BODY), None)
    times = (word for c in (first.clauses if first else ()) for word in _told(c.words))
    return next((year for word in times if (year := _year_in(word))), None)


def _year_in(time: Word) -> Word | None:
    """Return the year that a time begins with: 2019年 of 2019年末, 去年 of 去年9月."""
    found = YEAR_HEAD.match(time.text)
    return (
        Word(time.start, time.start + found.end(), found[0], time.tag, time.quantity)
        if found
        else None
    )


def _dates_only(time: Word, words: Sequence[Word]) -> bool:
    """Say whether a time only dates a thing done, not the figures of later clauses."""
    return _is_news_day(time, words) or _is_event(time, words)


def _is_event(time: Word, words: Sequence[Word]) -> bool:
    """Say whether nothing but an event follows a time: 2025年 [建成投产], 2027年 [建成后] …."""
    behind = "".join(word.text for word in words if word.start >= time.end)
    event = EVENT.match(behind)
    return event is not None and behind[event.end() : event.end() + 1] in ("", "后")


def _is_news_day(time: Word, words: Sequence[Word]) -> bool:
    """Say whether a day tells when something was announced, not when a figure held."""
    told = any(word.tag == "v" for word in words if word.start >= time.end)
    return told and time.quantity is not None and _is_day(time.quantity)


def last_time(sentence: Sentence, date: dt.date | None) -> Word | None:
    """Return the time a sentence leaves behind for the next: a day only if it has come."""
    past = (clause for clause in sentence.clauses if not COMING.search(clause.text))
    told = [word for clause in past for word in _told(clause.words) if "同期" not in word.text]
    lasting = [word for word in told if _lasts_on(word)]
    days = [word for word in told if _has_come(word, date)]
    return next(reversed(lasting or days), None)


def _has_come(time: Word, date: dt.date | None) -> bool:
    period = time.quantity.time_period if time.quantity else None
    return date is not None and period is not None and period <= f"{date}"


def frame_of(sentences: Sequence[Sentence], date: dt.date | None) -> Word | None:
    """Return the year an article of plans speaks of: the first it names that is not over."""
    times = (word for s in sentences for clause in s.clauses for word in _told(clause.words))
    yearly = (word for word in times if YEARLY.fullmatch(word.text))
    return next((word for word in yearly if not is_over(word, date)), None)


def is_dated(word: Word) -> bool:
    """Say whether a word is a time that a figure can have, 目前 included: no 21世纪."""
    told = word.is_time and not ((word.quantity and word.quantity.time_period) or "").endswith(AGE)
    return told or word.text in NOW or is_day_by_name(word.text)


def _is_day(quantity: Quantity) -> bool:
    return "日" in quantity.text and not STRETCH.search(quantity.text)


def _nearest(words: Sequence[Word]) -> Word | None:
    held = [*_held(words)]
    exact = [word for word in held if word.text != "全年"]
    return next(reversed(exact or held), None)


def _held(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the times that hold, not those that a growth verb compares with."""
    for index, word in enumerate(words):
        again = word.text in SAME_MONTH and index > 0 and words[index - 1].is_time
        if not is_dated(word) or again or _is_open(words, index) or _is_contract(words, index):
            continue
        if not _is_compared(words, index):
            yield word


def _is_contract(words: Sequence[Word], at: int) -> bool:
    """Say whether a month is that of a contract: [7月] 原糖合约, 三月期铜."""
    behind = "".join(word.text for word in words[at + 1 : at + 4])
    return bool(BARE_MONTH.fullmatch(words[at].text)) and bool(CONTRACT.match(behind))


def _is_open(words: Sequence[Word], at: int) -> bool:
    """Say whether a time only begins what goes on: 自 [2017年] 起 每年 …."""
    opened = at > 0 and words[at - 1].text in SINCE
    return opened and at + 1 < len(words) and words[at + 1].text in ONWARDS


def _told(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the times printed as such that hold beyond an event of their own."""
    yield from (word for word in _held(words) if word.quantity and not _is_event(word, words))


def _lasts_on(time: Word) -> bool:
    """Say whether a time goes on holding: no single day, nor that of another year."""
    return time.quantity is not None and not _is_day(time.quantity) and "同期" not in time.text


def _is_measured(words: Sequence[Word], at: int) -> bool:
    behind = [word for word in words[at + 1 : at + 5] if word.text not in QUOTES | SPANS]
    return bool(behind) and behind[0].tag == "uj" and (not behind[1:] or behind[1].is_figure)


def _lasts(words: Sequence[Word], at: int) -> bool:
    """Say whether a stretch begins here and goes on: 从 2015年 起, 自 2015年以来."""
    following = words[at + 1].text if at + 1 < len(words) else ""
    stretch = words[at].is_time and words[at].text.endswith(LASTING)
    return stretch or following in ("起", "开始", "以来", "至今")


def _is_than(words: Sequence[Word], at: int) -> bool:
    """Say whether what follows differs from this time: 比 上年 减产 1.2%, not 比 上年 30% …."""
    figure = at + 1 < len(words) and words[at + 1].is_figure
    return words[at - 1].text in THAN and not figure


def _is_compared(words: Sequence[Word], at: int) -> bool:
    """Say whether a time is that of something else: of a plan, or of what is compared with."""
    behind = "".join(word.text for word in words[at + 1 : at + 3])
    if behind.startswith(PLANS) or _is_equalled(words, at):
        return True
    if not at:
        return False
    before = words[at - 1]
    if words[at].text == "后年" and before.tag == "v":
        return True  # 建成后 | 年产能
    if before.text in BEYOND:
        return True  # 排到 了 9月, 仅次于 去年
    return before.text in AGAINST and not _lasts(words, at) and _is_base(words, at)


def _is_equalled(words: Sequence[Word], at: int) -> bool:
    """Say whether a figure is so many times that of this time: 是 2015年 的 | 1.8倍."""
    before = [word for word in words[max(0, at - 2) : at] if word.text not in QUOTES]
    return bool(before) and before[-1].text in EQUALS and _is_measured(words, at)


def _is_base(words: Sequence[Word], at: int) -> bool:
    """Say whether a figure is compared with a time: 由 2015年 的 21亿元 增加到 | 45亿元."""
    if any(word.is_figure for word in words[at:]):
        return True
    behind = "".join(word.text for word in words[at + 1 : at + 6])
    grown = _is_than(words, at) or GROWTH.search(behind) or FASTER.search(behind)
    return bool(grown) and not behind.startswith("的")
