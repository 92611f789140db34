"""Whether a figure is a fact, or only meant to become one.

A cue (力争, 计划, 预计, 达产后) governs its clause and those that follow, up to the full stop or to
a word that brings the reader back to facts (已, 目前, 实现了).

    力争 全年新增企业4户 ， 商贸企业9户 ， …      all targets
    目前 已完成投资7亿元 ， 计划于2019年建成      a fact, though a plan follows
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from summarizer.analysis.chunks import Name
from summarizer.analysis.figures import Figure
from summarizer.analysis.lexicon import Sort
from summarizer.analysis.sentences import Sentence
from summarizer.analysis.words import Word
from summarizer.document import Role
from summarizer.lexicon import only_word, pattern
from summarizer.quantity import Kind
from summarizer.summary import Measure, Status

CAPACITY = pattern("status.capacity")
OWN = pattern("status.own")
CAN = pattern("status.can")
FULFILLED = pattern("status.fulfilled")
FIRST_RESULTS = pattern("status.first_results")
CUES = {
    Status.TARGET: pattern("status.target"),
    Status.FORECAST: pattern("status.forecast"),
    Status.PLAN: pattern("status.plan"),
    Status.PRELIMINARY: pattern("status.preliminary"),
}
FACTS = pattern("status.fact")
DESIGN = pattern("status.project")
PLANNED_NAME = pattern("status.planned_name")
FLOORS = pattern("status.project.floors")
BUILT = pattern("status.project.works")
COUNTED = pattern("status.project.counted")
MADE = pattern("status.project.made")
SITE = pattern("status.project.site")
BUILDING = pattern("status.project.building")
LISTED = pattern("status.project.listed")
COMPARED_WITH = pattern("status.changing")
STARTING = pattern("status.start")
FROM = pattern("status.start.from")
TO = pattern("status.start.to")
FINISHED = pattern("status.project.finished")
HOPED = pattern("status.project.not_yet")
NEWS = 2
BUILT_ALREADY = pattern("status.project.already")
AIMED = pattern("status.aimed")
LASTING = re.compile(r"/P(\d+)Y")
PLAN_PERIOD = re.compile(r"(\d{4})-01-01/P([3-9])Y")
WHOLE_YEAR = only_word("times.all_year")
EARLY, LATE = 4, 11
"""The month in which what is told of a year may have come true; the month for 全年."""
FORESEEN = pattern("status.foreseen")
UNTIL = pattern("status.until")
BEHIND = {
    Status.PLAN: pattern("status.behind.plan"),
    Status.TARGET: pattern("status.behind.target"),
    Status.FORECAST: pattern("status.behind.forecast"),
}


def status_of(
    figure: Figure, *, design: bool, time: Word | None, date: dt.date | None
) -> Status | None:
    """Say whether a figure is actual, preliminary, planned, aimed at, foreseen or a capacity.

    None means that the text gives no sign at all.
    """
    if is_start(figure):
        return Status.ACTUAL
    if design:
        built = FACTS.search(figure.lead_text) or BUILT_ALREADY.match(figure.right_text)
        return Status.ACTUAL if built else Status.PLAN
    status = _cued(figure)
    ahead = _lies_ahead(time, date)
    if is_done(figure, time, date):
        return status or Status.ACTUAL
    until = UNTIL.search(_before(figure))
    if status in (None, Status.ACTUAL) and ahead is not False:
        return Status.TARGET if until else Status.FORECAST if ahead else status
    planned = (until and not FORESEEN.search(_before(figure))) or AIMED.search(_before(figure))
    if status is Status.FORECAST and planned and ahead is not False:
        return Status.TARGET
    return status


def is_hardly_begun(time: Word | None, date: dt.date | None) -> bool:
    """Say whether so little of a time has passed that what is told of all of it is only meant.

    A plan of five years in its first half; 全年 before November, 2025年 before April of it.
    """
    period = time.quantity.time_period if time and time.quantity else None
    if not (time and period and date):
        return False
    if period == str(date.year):
        return date.month < (LATE if WHOLE_YEAR in time.text else EARLY)
    lasting = PLAN_PERIOD.fullmatch(period)
    passed = date.year - int(period[:4]) + 1
    return bool(lasting) and 0 < passed * 2 <= int(lasting[2] if lasting else 0)


def is_done(figure: Figure, time: Word | None, date: dt.date | None) -> bool:
    """Say whether a time to come is not its time: 2035年达900亿元，霁川 [已有] 12家."""
    told = time not in figure.lead and FACTS.search(figure.lead_text)
    return bool(told and _lies_ahead(time, date))


def is_planned(figure: Figure) -> bool:
    """Say whether the words before a figure name what is only planned: 年度计划投资 达到 3亿元."""
    amount = figure.quantity.kind is Kind.AMOUNT
    return amount and PLANNED_NAME.search(figure.left_text) is not None


def is_said(figure: Figure) -> bool:
    """Say whether the figure's own clause tells whether it has come true."""
    text = figure.lead_text + figure.right_text
    return any(cue.search(text) for cue in (FACTS, CAPACITY, *CUES.values()))


def is_announced(sentence: Sentence) -> bool:
    """Say whether a sentence announces first results: they are preliminary to the last."""
    return bool(FIRST_RESULTS.search(sentence.text))


def is_finished(sentences: Sequence[Sentence]) -> bool:
    """Say whether an article tells of something that has been built: its dimensions are facts."""
    body = [s for s in sentences if s.role is Role.BODY][:NEWS]
    heads = [s for s in sentences if s.role is Role.HEADLINE]
    return any(
        FINISHED.search(clause.text) and not HOPED.search(clause.text)
        for sentence in (*heads, *body)
        for clause in sentence.clauses
    )


def is_design(figure: Figure, name: str, who: Name | None) -> bool:
    """Say whether it is a dimension of a project: its cost, its site, its floor area."""
    before = _before(figure)
    if figure.quantity.kind is Kind.PERCENT:
        return False
    if figure.quantity.kind is Kind.COUNT and not MADE.search(name):
        return False
    if COUNTED.search(LISTED.split(before)[-1]):
        return False
    if SITE.search(figure.left_text) and BUILDING.match(figure.right_text):
        return True
    if who and who.sort is Sort.PROJECT:
        return bool(DESIGN.search(name) or FLOORS.search(name))
    return bool(DESIGN.search(name) and BUILT.search(before))


def _before(figure: Figure) -> str:
    """Return the folded text of the sentence before a figure."""
    return figure.sentence.text[: figure.quantity.start - figure.sentence.start]


def is_start(figure: Figure) -> bool:
    """Say whether a figure is where a change starts from: 由目前的 5家 增加到 9家."""
    moved = FROM.search(figure.left_text) and TO.match(figure.right_text)
    return bool(STARTING.search(figure.left_text) or moved)


def depends(figure: Figure, measure: Measure) -> bool:
    """Say whether a change is as true as what changes: 预计完成18亿元，同比 增长 5%."""
    changes = measure in (Measure.GROWTH, Measure.CHANGE, Measure.PP_CHANGE)
    return changes and bool(COMPARED_WITH.fullmatch(figure.left_text))


def _cued(figure: Figure) -> Status | None:
    """Look for the nearest cue, clause by clause backwards, until a word of fact."""
    for status, cue in BEHIND.items():
        if cue.match(figure.right_text):
            return status
    texts = [figure.lead_text + figure.quantity.text, *_said_before(figure)]
    if FULFILLED.search(figure.lead_text):
        return Status.ACTUAL
    if any(CAPACITY.search(text) for text in texts):
        return Status.CAPACITY
    for back, text in enumerate(texts):
        found = _last_cue(OWN.sub("", text) if back else text)
        fact = _last(FACTS, text)
        if found and found[0] >= fact:
            return found[1]
        if fact >= 0:
            return Status.ACTUAL
    return None


def _said_before(figure: Figure) -> Iterator[str]:
    """Yield the clauses before a figure, the last first."""
    ended = False
    for clause in reversed(figure.sentence.clauses[: figure.clause]):
        ended = ended or clause.mark == ";"
        yield CAN.sub("", clause.text) if ended else clause.text


def _last_cue(text: str) -> tuple[int, Status] | None:
    found = [(_last(cue, text), status) for status, cue in CUES.items()]
    at, status = max(found, key=lambda pair: pair[0])
    return (at, status) if at >= 0 else None


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _lies_ahead(time: Word | None, date: dt.date | None) -> bool | None:
    """Say whether the time ends after the year of the paper; None if unknown, or if it runs."""
    period = time.quantity.time_period if time and time.quantity else None
    if not period or not date:
        return None
    years = LASTING.search(period)
    first = int(period[:4])
    if first > date.year:
        return True
    return None if years and first + int(years[1]) - 1 > date.year else False
