"""Parts that need not be all: 205个项目, 某园等69个 and 某厂等34个; phases of an investment.

sub_sum   some of a whole do not exceed it
"""

from collections.abc import Iterator, Sequence

from summarizer.checks.misprints import fits
from summarizer.checks.prose import COUNTABLE, Prose, Statement, Term, pairs
from summarizer.checks.sums import hardly_more, no_more, perhaps_all
from summarizer.checks.ties import Terms, Tie
from summarizer.lexicon import pattern
from summarizer.numerals import parse_numeral
from summarizer.quantity import Kind

WHOLE = pattern("parts.whole_sum")
PHASE = pattern("parts.phase")
PHASES = pattern("parts.phases")
STOCK = pattern("parts.stock")


def sub_sum(prose: Prose) -> Iterator[Tie]:
    """Compare examples, phases and additions with their whole."""
    yield from _listed_examples(prose)
    yield from _phases(prose)
    yield from _additions(prose)


def _listed_examples(prose: Prose) -> Iterator[Tie]:
    """205个项目, then 某园等69个项目, 某厂等34个项目 in the same sentence: examples, not all."""
    for sentence in prose.sentences:
        counts = [f for f in sentence.figures if f.quantity.kind in COUNTABLE]
        for index, whole in enumerate(counts):
            parts = tuple(
                part
                for part in counts[index + 1 :]
                if part.is_like(whole)
                and part.before.endswith("等")
                and pairs(part.after) & pairs(whole.after)
            )
            if len(parts) > 1:
                yield Tie("sub_sum", (whole, *parts), hardly_more)
                break


def _phases(prose: Prose) -> Iterator[Tie]:
    """Compare the investment of phases with the total investment told before, in one paragraph."""
    wholes: dict[tuple[int, str | None], Term] = {}
    for sentence in prose.sentences:
        for figure in sentence.figures:
            if WHOLE.search(figure.before) and not PHASE.search(sentence.upto(figure)[-24:]):
                wholes.setdefault((sentence.paragraph, figure.quantity.unit), figure)
    for (paragraph, _), whole in wholes.items():
        phases = tuple(
            figure
            for sentence in prose.paragraph(paragraph)
            for figure in sentence.figures
            if figure.is_like(whole) and PHASE.search(sentence.upto(figure)[-24:])
        )
        if phases:
            yield _phased(whole, phases, prose.paragraph(paragraph))


def _phased(whole: Term, phases: Terms, sentences: Sequence[Statement]) -> Tie:
    """Add the phases up where all of 分三期 are told and do, or would but for one slip."""
    tie = Tie("sum_parts", (whole, *phases), perhaps_all)
    told = "".join(sentence.text for sentence in sentences)
    is_all = any(parse_numeral(count) == len(phases) for count in PHASES.findall(told))
    if is_all and fits(tie):
        return tie
    return Tie("sub_sum", (whole, *phases), no_more)


def _additions(prose: Prose) -> Iterator[Tie]:
    """6户企业评为小巨人企业，小巨人企业达31户: what is added is no more than the stock."""
    for sentence in prose.sentences:
        for whole in sentence.figures:
            stock = STOCK.search(whole.before)
            earlier = sentence.upto(whole)[: -len(whole.before)]
            if whole.quantity.kind is not Kind.COUNT or not stock or stock[1] not in earlier:
                continue
            added = tuple(f for f in _before(sentence, whole) if f.is_like(whole))
            if added:
                yield Tie("sub_sum", (whole, *added), hardly_more)


def _before(sentence: Statement, figure: Term) -> Iterator[Term]:
    """Yield the figures told before, back to the last figure that says what its own stock is."""
    for other in sentence.figures:
        if other.quantity.end <= figure.quantity.start and not STOCK.search(other.before):
            yield other
