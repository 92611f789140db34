"""What a figure measures, read by one grammar in the article and in the claim.

    article   实现销售收入1.9亿元，利税2300万元
    claim     泠水化肥厂利税1.9亿元               利税 is read for 2300万元, not for 1.9亿元

The words around a number (`context`) also tell who and when; a reading sets the indicator apart.
It may be wrong. So a figure is only called another's where another one is read for just what the
claim says, and neither the reading of its own nor the words beside it say anything like it. And
where its own reading is the claim's, no weighing of words stands against it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.codelists import find_indicator
from summarizer.quantity import Kind, Quantity
from summarizer.summary import Measure, ObservationClaim, Status
from summarizer.text import fold
from summarizer.verification.amounts import COUNTABLE, compare
from summarizer.verification.bodies import are_one
from summarizer.verification.calendar import NAMED
from summarizer.verification.context import words
from summarizer.verification.dimensions import is_measured_so, is_money
from summarizer.verification.names import GENERAL
from summarizer.verification.reasons import SUPPORTING
from summarizer.verification.source import Source

THE_SAME, APART, SOME, SLIGHTLY = 0.8, 0.5, 0.3, 0.1
"""How much of its words a rival's indicator must share with the claim's; how much less the
figure's own may; how much is enough to clear it, and how much more."""
LEAST = 2
"""Characters of an indicator's name, to know it by."""
FROM = re.compile(r"[由从自](?!主)[^,，；;]{0,12}$")
COMPARED = re.compile(r"[比较][去上前]年(?:同期|同月|全年|[末底初])?的?$")
EACH = re.compile(r"[每均]")
AHEAD = frozenset({Status.PLAN, Status.TARGET, Status.FORECAST, Status.CAPACITY})
CHANGES = frozenset({Measure.GROWTH, Measure.CHANGE, Measure.PP_CHANGE})


@dataclass(frozen=True, slots=True)
class Saying:
    """What a claim says of a number: the folded words that lead to it, and how they are read.

    `names` are the indicator, folded: in English all that its words can stand for. `row` is None
    where the code reads nothing: in English, or in front of a mere threshold.
    """

    figure: Quantity
    lead: str
    names: tuple[str, ...]
    row: ObservationClaim | None

    @property
    def body(self) -> str:
        """The body that it is said of, folded; empty where none is read."""
        return fold(self.row.ref_area or "") if self.row else ""


def read_for_another(saying: Saying, own: Sequence[Quantity], source: Source) -> Quantity | None:
    """Return the figure of another value that the article gives to what the claim says, if any.

    `own` are the figures that the claimed one agrees with.
    """
    best = max(_speaks_of(saying, figure, source) for figure in own)
    rivals = [
        (shared, figure.start, figure)
        for figure in source.read_with(word for name in saying.names for word in words(name))
        if (shared := _names(saying, figure, source)) >= THE_SAME
        and shared - best >= APART
        and compare(saying.figure, figure) not in SUPPORTING
        and _are_of_a_kind(saying, figure, source)
        and not any(is_cleared(saying, each, figure, source) for each in own)
    ]
    return max(rivals)[2] if rivals else None


def is_out_of_place(saying: Saying, own: Sequence[Quantity], source: Source) -> bool:
    """Say whether an indicator cannot be told in this unit, and no figure of it is read for it."""
    named = any(name in saying.lead for name in saying.names)
    if not named or any(is_measured_so(name, saying.figure) for name in saying.names):
        return False
    return all(_shares(saying, figure, source) < APART for figure in own)


def is_read_ahead(figure: Quantity, source: Source) -> bool:
    """Say whether the code reads a figure as planned, aimed at, expected or as a capacity."""
    read = source.readings.get(figure.id)
    return read is not None and read.status in AHEAD


def is_cleared(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether a figure has a right to its place in the claim that no rival takes from it."""
    return (
        _is_named(saying, own, rival, source)
        or _is_read_so(saying, own, rival, source)
        or _is_its_body(saying, own, rival, source)
        or _is_its_year(saying, own, rival, source)
        or _is_told_beside(saying, own, rival, source)
        or _is_worth(own, rival, source)
        or _is_base(own, rival, source)
    )


def _is_named(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether the claim names the figure's indicator, and not the rival's.

    In “甲、乙分别增长29%和45%” the words around a figure are another's; the reading is not.
    """
    mine, theirs = _indicator(own, source), _indicator(rival, source)
    named = len(mine) >= LEAST and mine in saying.lead
    return named and (mine not in theirs or theirs not in saying.lead)


def _is_read_so(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether the claim's indicator is read for the figure, and for the rival less.

    Where for both alike, what has come true is told apart from what is to come.
    """
    mine, theirs = (_shares(saying, each, source) for each in (own, rival))
    if mine == theirs and saying.row:
        ahead = saying.row.status in AHEAD
        told_apart = is_read_ahead(own, source) is ahead is not is_read_ahead(rival, source)
        return mine >= SOME and (told_apart or _is_fuller(saying.row, own, rival, source))
    return mine >= SOME and mine > theirs


def _is_fuller(said: ObservationClaim, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether a figure's reading is more like the claim, body and scope and all."""
    mine, theirs = (source.readings.get(each.id) for each in (own, rival))
    if mine is None or theirs is None:
        return False
    return _likeness(_in_full(said), _in_full(mine)) > _likeness(_in_full(said), _in_full(theirs))


def _in_full(row: ObservationClaim) -> str:
    return fold(f"{row.ref_area or ''}{row.scope or ''}{row.indicator}")


def _is_told_beside(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether more of the indicator's name stands with the figure than with the rival.

    All of it in its own clause, or more of it in its sentence: 普惠小微贷款 … 年末余额187.9亿元.
    """
    mine, theirs = (_told(saying, source.beside(each)) for each in (own, rival))
    if mine == 1.0 > theirs:
        return True
    if source.sentence(own) == source.sentence(rival):
        return False
    mine, theirs = (_told(saying, source.lead(each)) for each in (own, rival))
    return mine > theirs + SLIGHTLY


def _told(saying: Saying, passage: str) -> float:
    return max((_share(name, passage) for name in saying.names), default=0.0)


def _is_its_body(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether the figure is the body's that the claim names, and the rival another's."""
    said = saying.body
    mine, theirs = (source.owners.get(each.id, "") for each in (own, rival))
    known = said and mine and theirs
    return bool(known) and are_one(said, mine) and not are_one(said, theirs)


def _is_its_year(saying: Saying, own: Quantity, rival: Quantity, source: Source) -> bool:
    """Say whether the figure stands in the year that the claim names, and the rival in another."""
    said = fold(saying.row.time_period_text or "") if saying.row else ""
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


def _speaks_of(saying: Saying, figure: Quantity, source: Source) -> float:
    """Return how much of an indicator's name the article has for a figure or right beside it."""
    read = _indicator(figure, source)
    if saying.names and all(_are_different(name, read) for name in saying.names):
        return 0.0
    return max(_names(saying, figure, source), _told(saying, source.beside(figure)))


def _names(saying: Saying, figure: Quantity, source: Source) -> float:
    """Return how well a claim names what is read for a figure, from 0 to 1.

    Chinese names carry their head last: 软件业营业收入 names 营业收入.
    """
    read = _indicator(figure, source)
    for name in saying.names:
        short, long = sorted((name, read), key=len)
        if len(short) > LEAST and long.endswith(short):
            return 1.0
    return _shares(saying, figure, source)


def _shares(saying: Saying, figure: Quantity, source: Source) -> float:
    read = _indicator(figure, source)
    return max((_likeness(name, read) for name in saying.names), default=0.0)


def _share(name: str, passage: str) -> float:
    """Return which part of a name's pairs of characters stands in a passage, from 0 to 1."""
    said = words(name)
    return sum(word in passage for word in said) / len(said) if said else 0.0


def _are_different(name: str, other: str) -> bool:
    """Say whether two names are listed as two indicators: 出口 is not 进出口总额."""
    ours, theirs = _listed(name), _listed(other)
    return ours is not None and theirs is not None and ours != theirs


@lru_cache(maxsize=1024)
def _listed(name: str) -> str | None:
    """Return the code of the indicator that goes by just this name, if one does."""
    found = find_indicator(name)
    return found.code if found and name in (found.name, *found.aliases) else None


def _are_of_a_kind(saying: Saying, figure: Quantity, source: Source) -> bool:
    """Say whether both tell a level or both a change, in all or each, and not of two bodies."""
    said, read = saying.row, source.readings[figure.id]
    change = said.measure in CHANGES if said else saying.figure.kind not in COUNTABLE
    ranked = saying.figure.kind is Kind.RANK
    if change is not (read.measure in CHANGES) or ranked is not (figure.kind is Kind.RANK):
        return False
    if said and (said.status in AHEAD) is not (read.status in AHEAD):
        return False
    if EACH.search(source.clause(figure).of(source.text)) and not EACH.search(saying.lead):
        return False
    open_ = not read.ref_area or GENERAL.match(read.ref_area) or not saying.body
    return bool(open_) or are_one(saying.body, read.ref_area or "")


def _indicator(figure: Quantity, source: Source) -> str:
    """Return the indicator that the code reads for a figure, folded; empty where none."""
    return source.indicators.get(figure.id, "")


@lru_cache(maxsize=4096)
def _likeness(name: str, other: str) -> float:
    """Return which part of their pairs of characters two names share, from 0 to 1."""
    ours, theirs = Counter(words(name)), Counter(words(other))
    total = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / total if total else 0.0
