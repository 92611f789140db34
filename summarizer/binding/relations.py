"""Which figures of an article belong together, for the checks on their arithmetic.

总产值 38.5亿元 ， 同比增长 40.6%     40.6% is the growth of 38.5亿元
， 占 全市 的 31.4%                   31.4% is the share of 38.5亿元
145个 。 其中 新开工 52个 ， 续建 27个  52 and 27 are parts of 145
比重 为 20.2% ， 比 2016年 的 18.7%   20.2% is compared with 18.7%
"""

from collections.abc import Iterator, Sequence

from summarizer.analysis.figures import Figure
from summarizer.lexicon import pattern
from summarizer.summary import Measure, ObservationClaim, Relation, RelationKind

DEPENDENT = {
    Measure.GROWTH: RelationKind.GROWTH_OF,
    Measure.SHARE: RelationKind.SHARE_OF,
    Measure.CHANGE: RelationKind.GROWTH_OF,
}
PARTS = pattern("parts.opens")
AGAINST = pattern("change.against_told")
FROM = pattern("change.moved_from")
TO = pattern("change.moved_to")

MEMORY = 64  # rows that a reader still has in mind

Row = tuple[Figure, ObservationClaim]


def relations_of(rows: Sequence[Row]) -> Iterator[Relation]:
    """Yield the edges between rows, each from the dependent figure to the one it depends on."""
    for index, row in enumerate(rows):
        recent = rows[max(0, index - MEMORY) : index]
        before = [other for other in recent if _near(other, row)]
        yield from _dependence(row, before)
        yield from _part(row, before)
        yield from _comparison(row, before)


def _near(other: Row, row: Row) -> bool:
    """Say whether two figures stand in one paragraph."""
    return other[0].sentence.line == row[0].sentence.line


def _dependence(row: Row, before: Sequence[Row]) -> Iterator[Relation]:
    """Tie a growth or share to the last level of the same indicator in the sentence."""
    claim = row[1]
    kind = DEPENDENT.get(claim.measure)
    base = next((o for o in reversed(before) if _is_base(o, row)), None)
    if kind and base and not FROM.search(row[0].left_text):
        yield Relation(kind=kind, source=claim.quantity, target=base[1].quantity)


def _is_base(other: Row, row: Row) -> bool:
    same = row[1].indicator.startswith(other[1].indicator)
    level = other[1].measure is Measure.LEVEL
    return level and same and bool(other[1].indicator) and other[0].sentence is row[0].sentence


def _part(row: Row, before: Sequence[Row]) -> Iterator[Relation]:
    """Tie what follows 其中 or 包括 to the last figure before it in the same unit."""
    figure, claim = row
    mark = _parting(figure)
    if mark is None or claim.measure is not Measure.LEVEL:
        return
    continues = mark == figure.sentence.start
    wholes = [
        other
        for other in before
        if other[0].quantity.end <= mark
        and _alike(other, row)
        and (continues or other[0].sentence is figure.sentence)
    ]
    if wholes:
        yield Relation(
            kind=RelationKind.PART_OF, source=claim.quantity, target=wholes[-1][1].quantity
        )


def _parting(figure: Figure) -> int | None:
    """Return where 其中 or 包括 stands before a figure in its sentence."""
    lead = figure.sentence.text[: figure.quantity.start - figure.sentence.start]
    marks = list(PARTS.finditer(lead))
    return figure.sentence.start + marks[-1].start() if marks else None


def _alike(other: Row, row: Row) -> bool:
    unit = other[0].quantity.unit
    return other[1].measure is Measure.LEVEL and unit == row[0].quantity.unit


def _comparison(row: Row, before: Sequence[Row]) -> Iterator[Relation]:
    """Tie what holds now to what it is compared with: 比 18.7%, 由 65.2% 提高到 67.5%."""
    if not before or not _is_comparable(before[-1], row):
        return
    ours, theirs = row[1].quantity, before[-1][1].quantity
    moved = TO.match(row[0].left_text) and FROM.search(before[-1][0].left_text)
    if moved:
        yield Relation(kind=RelationKind.COMPARED_WITH, source=ours, target=theirs)
    elif AGAINST.search(row[0].left_text):
        yield Relation(kind=RelationKind.COMPARED_WITH, source=theirs, target=ours)


def _is_comparable(other: Row, row: Row) -> bool:
    measure = row[1].measure
    same = other[0].quantity.unit == row[0].quantity.unit and other[1].measure is measure
    return same and measure in (Measure.LEVEL, Measure.SHARE)
