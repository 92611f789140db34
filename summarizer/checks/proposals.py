"""Relations that somebody proposes: a part of a whole, by id.

A proposal may be wrong, so it can only confirm: where the sum does not hold, nothing is said.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from summarizer.checks.parts import no_more
from summarizer.checks.prose import Figure, Prose
from summarizer.checks.ties import HOLDS, Tie
from summarizer.summary import Relation, RelationKind


def proposed(prose: Prose, relations: Sequence[Relation], known: Sequence[Tie]) -> Iterator[Tie]:
    """Compare the parts proposed for a whole with it, unless a rule has done so already."""
    figures = {figure.id: figure for figure in prose.figures}
    tied = {frozenset((tie.figures[0].id, part.id)) for tie in known for part in tie.figures[1:]}
    parts: dict[str, list[Figure]] = defaultdict(list)
    for relation in relations:
        pair = figures.get(relation.source), figures.get(relation.target)
        if relation.kind is RelationKind.PART_OF and None not in pair:
            parts[relation.target].append(figures[relation.source])
    for target, found in parts.items():
        whole = figures[target]
        new = [p for p in found if p.is_like(whole) and frozenset((p.id, target)) not in tied]
        tie = Tie("sub_sum", (whole, *new), no_more)
        if new and tie.answer().result in HOLDS:
            yield tie
