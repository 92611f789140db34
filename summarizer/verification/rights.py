"""A figure's right to its place in a claim: whatever rival fits it better, the figure stays.

named          its indicator leads to it in the claim, the rival's does not
read so        the claim's indicator is read for it, for the rival less
its body       it is the claimed body's, the rival another's
its time       it is of the claimed time or year, the rival of another
its scope      the claimed scope stands beside it, not beside the rival
its basis      it compares with what the claim compares with (同比, 环比), the rival does not
a part         the claim tells it as a part (其中), and the rival is told before it
told beside    more of the claimed indicator's name stands with it
its worth      it tells in money what the rival counts: 投资42个项目，涉资13亿元
no base        the rival only tells where something came from: 由31.2%升至33.1%

Readings and words may be wrong, each in its own way. So a figure is refuted only where nothing of
this speaks for it.
"""

from summarizer.lexicon import pattern
from summarizer.quantity import Quantity
from summarizer.text import Span, fold
from summarizer.verification.bodies import are_one
from summarizer.verification.calendar import NAMED
from summarizer.matching.contexts import AMONG
from summarizer.verification.dimensions import is_money
from summarizer.verification.likeness import LEAST, likeness
from summarizer.verification.readings import (
    AHEAD,
    Saying,
    indicator_of,
    is_read_ahead,
    may_be,
    shared,
    title_of,
    told,
)
from summarizer.matching.source import Source
from summarizer.matching.stance import basis

SOME, SLIGHTLY = 0.3, 0.1
"""How much of a name is enough to be read so, and how much more of it to be told rather there."""
INTENT = pattern("status.within_name")
DATED = pattern("times.dated")
FROM = pattern("times.from_told")
COMPARED = pattern("times.compared")


def is_cleared(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether a figure has a right to its place in the claim that no rival takes from it."""
    return (
        _is_named(saying, own, rival, source)
        or _is_read_so(saying, own, rival, source)
        or _is_its_body(saying, own, rival, source)
        or _is_its_time(saying, own, rival, source)
        or _is_its_scope(saying, own, rival, source)
        or _is_its_basis(saying, own, rival, source)
        or _is_part_of(saying, own, rival, source)
        or _is_told_beside(saying, own, rival, source)
        or _is_worth(own, rival, source)
        or _is_base(own, rival, source)
    )


def _is_named(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether the claim names the figure's indicator, and not the rival's.

    In “甲、乙分别增长29%和45%” the words around a figure are another's; the reading is not.
    """
    mine, theirs = indicator_of(own, source), indicator_of(rival, source)
    lead = INTENT.sub("", saying.lead)
    return len(mine) >= LEAST and mine in lead and (mine not in theirs or theirs not in lead)


def _is_read_so(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether the claim's indicator is read for the figure, and for the rival less.

    Where for both alike, what has come true is told apart from what is to come.
    """
    mine, theirs = (shared(saying, each, source) for each in (own, rival))
    if mine == theirs and saying.row:
        ahead = saying.row.status in AHEAD
        told_apart = is_read_ahead(own, source) is ahead is not is_read_ahead(rival, source)
        return mine >= SOME and (
            told_apart
            or _are_of_two_times(own, rival, source)
            or _is_fuller(saying.title, own, rival, source)
        )
    return mine >= SOME and mine > theirs


def _are_of_two_times(own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether two figures are read for one indicator of one body, at two times."""
    mine, theirs = (source.readings.get(each.id) for each in (own, rival))
    if mine is None or theirs is None or mine.indicator != theirs.indicator:
        return False
    owners = [each.ref_area or "" for each in (mine, theirs)]
    of_one_body = may_be(*owners) or may_be(*reversed(owners))
    return of_one_body and mine.time_period_text != theirs.time_period_text


def _is_fuller(said: str, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether a figure's reading is more like the claim, body and scope and all."""
    mine, theirs = (source.readings.get(each.id) for each in (own, rival))
    if mine is None or theirs is None:
        return False
    return likeness(said, title_of(mine)) > likeness(said, title_of(theirs))


def _is_told_beside(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether more of the indicator's name stands with the figure than with the rival.

    All of it in its own clause, or more of it in its sentence: 普惠小微贷款 … 年末余额187.9亿元.
    """
    mine, theirs = (told(saying, source.beside(each)) for each in (own, rival))
    if mine == 1.0 > theirs:
        return True
    if source.sentence(own) == source.sentence(rival):
        return False
    mine, theirs = (told(saying, source.lead(each)) for each in (own, rival))
    return mine > theirs + SLIGHTLY


def _is_its_body(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether the figure is the body's that the claim names, and the rival another's."""
    said = saying.body
    mine, theirs = (source.owners.get(each.id, "") for each in (own, rival))
    known = said and mine and theirs
    return bool(known) and are_one(said, mine) and not are_one(said, theirs)


def _is_its_scope(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether scope or time of the claim (万吨级以上, 远期) stand beside it, not the rival."""
    scope, time = (saying.row.scope, saying.row.time_period_text) if saying.row else (None, None)
    said = (fold(each) for each in (scope, None if time and DATED.search(time) else time) if each)
    mine, theirs = source.beside(own), source.beside(rival)
    return any(each in mine and each not in theirs for each in said)


def _is_its_basis(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether the figure compares with what the claim compares with, and the rival does not."""
    said = basis(saying.lead, Span(len(saying.lead), len(saying.lead)))
    mine, theirs = (basis(source.text, each.span) for each in (own, rival))
    return said is not None and said == mine != theirs


def _is_part_of(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether the claim tells the figure as a part (其中), and the rival is told before it."""
    follows = rival.end <= own.start and source.sentence(own) == source.sentence(rival)
    return AMONG in saying.lead and follows


def _is_its_time(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether the figure is of the time that the claim names, and the rival of another."""
    said = fold(saying.row.time_period_text or "") if saying.row else ""
    told = [source.readings.get(each.id) for each in (own, rival)]
    times = [fold(each.time_period_text or "") if each else "" for each in told]
    if said and times[0] == said != times[1] and shared(saying, own, source) >= SOME:
        return True
    mine, theirs = (
        set(NAMED.findall(source.clause(each).of(source.text))) for each in (own, rival)
    )
    return any(year in said for year in mine) and bool(theirs) and not mine & theirs


def _is_worth(own: Quantity, counted: Quantity, source: Source) -> bool:
    """Say whether money is told of what was counted just before: 投资42个项目，涉资13亿元."""
    at = source.index(own) or 0
    just_before = at > 0 and source.figures[at - 1] == counted
    return just_before and is_money(own) and not is_money(counted)


def _is_base(own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether a rival only tells where something came from: 由31.2%升至, 较去年同期的58亿元."""
    clause = source.clause(own)
    before = source.text[source.clause(rival).start : rival.start]
    rises = rival.unit == own.unit and clause.covers(rival.span) and FROM.search(before)
    return bool(rises) or COMPARED.search(before) is not None
