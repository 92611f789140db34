"""What a figure measures, read by one grammar in the article and in the claim.

    article   实现销售收入1.9亿元，利税2300万元
    claim     泠水化肥厂利税1.9亿元               利税 is read for 2300万元, not for 1.9亿元

The words around a number (`context`) also tell who and when; a reading sets the indicator apart.
"""

from dataclasses import dataclass

from summarizer.lexicon import pattern
from summarizer.quantity import Kind, Quantity
from summarizer.summary import Measure, ObservationClaim, Status
from summarizer.text import fold
from summarizer.verification import bodies, likeness
from summarizer.matching.amounts import COUNTABLE
from summarizer.verification.names import GENERAL
from summarizer.matching.source import Source

HALF = 0.5
EACH = pattern("measures.per_one")
AHEAD = frozenset({Status.PLAN, Status.TARGET, Status.FORECAST, Status.CAPACITY})
CHANGES = frozenset({Measure.GROWTH, Measure.CHANGE, Measure.PP_CHANGE})
SORTS = (frozenset({Measure.LEVEL}), CHANGES, frozenset({Measure.SHARE, Measure.RATIO}))


@dataclass(frozen=True, slots=True)
class Saying:
    """What a claim says of a number: the folded words that lead to it, and how they are read.

    `names` are the indicator, folded: in English all that its words can stand for. `row` is None
    where the code reads nothing: in English, or in front of a mere threshold. A row of a table has
    no words around it: it says outright what it measures. Where a `noun` follows the number, that
    is what it measures: 25万吨烷基化装置.
    """

    figure: Quantity
    lead: str
    names: tuple[str, ...]
    row: ObservationClaim | None
    tabular: bool = False
    noun: bool = False

    @property
    def title(self) -> str:
        """Body, scope and indicator as they are read, folded; empty where nothing is."""
        return title_of(self.row) if self.row else ""

    @property
    def body(self) -> str:
        """The body that it is said of, folded; empty where none is read."""
        return fold(self.row.ref_area or "") if self.row else ""


def indicator_of(figure: Quantity, source: Source) -> str:
    """Return the indicator that the code reads for a figure, folded; empty where none."""
    return source.indicators.get(figure.id, "")


def is_read_ahead(figure: Quantity, source: Source) -> bool:
    """Say whether the code reads a figure as planned, aimed at, expected or as a capacity."""
    read = source.readings.get(figure.id)
    return read is not None and read.status in AHEAD


def speaks_of(saying: Saying, figure: Quantity, source: Source) -> float:
    """Return how much of a claim's indicator the article has for a figure or right beside it."""
    read = indicator_of(figure, source)
    if saying.names and all(likeness.are_two(name, read) for name in saying.names):
        return 0.0
    return max(names(saying, figure, source), told(saying, source.beside(figure)))


def names(saying: Saying, figure: Quantity, source: Source) -> float:
    """Return how well a claim names what is read for a figure, from 0 to 1.

    A longer name names it where the rest of it stands before the figure, too: 软件业营业收入 the
    营业收入 of a clause about 软件业.
    """
    read, lead = indicator_of(figure, source), source.part(figure) + source.beside(figure)
    for name in saying.names:
        rest = likeness.before_tail(name, read)
        if rest is not None and _stands(rest, lead):
            return 1.0
    return shared(saying, figure, source)


def _stands(rest: str, lead: str) -> bool:
    return len(rest) < likeness.LEAST or likeness.share(rest, lead) >= HALF


def is_read_in_full(saying: Saying, figure: Quantity, source: Source) -> bool:
    """Say whether a figure is read for all that the claim says: body, scope and indicator."""
    title = title_of(source.readings[figure.id])
    rest = likeness.before_tail(saying.title, title)
    return rest is not None and (len(title) >= len(saying.title) or rest in source.part(figure))


def is_read_barely(saying: Saying, figure: Quantity, source: Source) -> bool:
    """Say whether a figure is read for the claim's indicator and nothing more."""
    return indicator_of(figure, source) in saying.names


def is_read_of_a_part(saying: Saying, figure: Quantity, source: Source) -> bool:
    """Say whether a figure is read for a part of what the claim says: 外贸货物吞吐量."""
    read = indicator_of(figure, source)
    longer = (name for name in saying.names if len(read) > len(name))
    rests = (likeness.before_tail(name, read) for name in longer)
    return any(rest and len(rest) >= likeness.LEAST and rest not in saying.lead for rest in rests)


def is_read_of_another(saying: Saying, figure: Quantity, source: Source) -> bool:
    """Say whether a figure is read for the same, but of another: 第二产业 for 第一产业增加值."""
    read = source.readings.get(figure.id)
    return read is not None and likeness.are_of_two(saying.title, title_of(read))


def title_of(row: ObservationClaim) -> str:
    """Return body, scope and indicator of a row in one, folded."""
    return fold(f"{row.ref_area or ''}{row.scope or ''}{row.indicator}")


def shared(saying: Saying, figure: Quantity, source: Source) -> float:
    """Return which part of its name a claim's indicator shares with what is read for a figure."""
    read = indicator_of(figure, source)
    return max((likeness.likeness(name, read) for name in saying.names), default=0.0)


def told(saying: Saying, passage: str) -> float:
    """Return which part of the claim's indicator stands in a passage, from 0 to 1."""
    return max((likeness.share(name, passage) for name in saying.names), default=0.0)


def are_of_a_kind(saying: Saying, figure: Quantity, source: Source) -> bool:
    """Say whether both tell one sort of thing, in all or each, and not of two bodies."""
    said, read = saying.row, source.readings[figure.id]
    ranked = saying.figure.kind is Kind.RANK
    if not is_of_one_sort(saying, read) or ranked is not (figure.kind is Kind.RANK):
        return False
    if said and (said.status in AHEAD) is not (read.status in AHEAD):
        return False
    if EACH.search(source.clause(figure).of(source.text)) and not EACH.search(saying.lead):
        return False
    return not saying.body or may_be(saying.body, read.ref_area or "")


def is_of_one_sort(saying: Saying, read: ObservationClaim) -> bool:
    """Say whether both tell a level, both a change, or both a share."""
    if saying.row is None:
        return (saying.figure.kind not in COUNTABLE) is (read.measure in CHANGES)
    measures = {saying.row.measure, read.measure}
    return len(measures) == 1 or any(measures <= sort for sort in SORTS)


def may_be(body: str, owner: str) -> bool:
    """Say whether a figure's owner, as read, can be the body of a claim; 全市 may be anyone."""
    return not owner or bool(GENERAL.match(owner)) or bodies.are_one(fold(body), fold(owner))
