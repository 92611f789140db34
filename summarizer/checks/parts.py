"""Parts and wholes: 145个项目，其中新开工52个、续建27个、技改50个、扩能16个.

sum_parts    the parts named make up the whole: 分为, or 其中 and 包括 where they do add up, or
             would but for one slip; a rest that no slip explains is a rest
sub_sum      parts that need not be all (等, phases) do not exceed the whole
subset       what follows 其中 is no more than what it is part of
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from summarizer.checks.intervals import total
from summarizer.checks.prose import COUNTABLE, Figure, Prose, Sentence, pairs
from summarizer.checks.slips import explained
from summarizer.checks.ties import HOLDS, Answer, Figures, Judge, Tie, at_most, equality
from summarizer.quantity import Kind
from summarizer.report import Outcome

INCLUDING = re.compile(r"其中|包括|包含")
MADE_OF = re.compile(r"分为|分别为|分别是|由[^，,。]{0,40}组成|构成")
AND_OTHERS = re.compile(r"等(?!级|候|待|价|同|于|额)")
WHOLE = re.compile(r"总投资|总额|总面积|总建筑面积|总规模|投资总|总计划投资|概算")
PHASE = re.compile(r"([一二三四五])期[^，,。;；]{0,12}?(?:投资|投入)[^，,。;；]{0,6}$")
STOCK = re.compile(r"([\u4e00-\u9fff]{4,12}?)(?:总数)?(?:已?达到?|增至|增加到)$")
VERB = re.compile(r"[达到为约至有共计近超过]+$")
HEAD = 2
FEW = 3
MANY = 6


@dataclass(frozen=True, slots=True)
class Division:
    """A whole and the parts told of it; `is_said` where they are said to be all."""

    whole: Figure
    parts: Figures
    sentence: Sentence
    is_said: bool

    @property
    def is_open(self) -> bool:
        """Whether 等 says that there are others."""
        start = self.parts[0].quantity.start - self.sentence.span.start
        end = self.parts[-1].quantity.end - self.sentence.span.start
        return AND_OTHERS.search(self.sentence.text[max(0, start - 30) : end + 20]) is not None

    @property
    def may_be_all(self) -> bool:
        """Whether the parts are many, alike (出口, 进口) or one list, so that they may be all."""
        ends = {VERB.sub("", part.before)[-1:] or part.after[:1] for part in self.parts}
        gaps = (self.sentence.between(*pair)[:1] for pair in pairwise(self.parts))
        listed = all(gap in ("、", "和") for gap in gaps)
        return len(self.parts) >= FEW or self.has_one_head or len(ends) == 1 or listed

    @property
    def has_one_head(self) -> bool:
        """Whether whole and parts count the same things: their words end alike."""
        heads = {part.words[-HEAD:] for part in self.parts if part.words}
        return len(heads) == 1 and next(iter(heads)) in self.whole.words


def sum_parts(prose: Prose) -> Iterator[Tie]:
    """Add up parts that are said to make up a whole, or that do but for one slip of the pen."""
    for division in _divisions(prose):
        if len(division.parts) < 2 or division.is_open:  # noqa: PLR2004 - a sum has two parts
            continue
        tie = Tie("sum_parts", (division.whole, *division.parts), _whole_of(division))
        known = division.is_said or tie.answer().result in HOLDS
        if known or (division.may_be_all and explained(tie)):
            yield tie


def _whole_of(division: Division) -> Judge:
    """Choose the sum: what 分为 divides is whole, what 其中 picks may leave a rest or overlap."""
    return _all if division.is_said else _perhaps_all


def _all(figures: Figures) -> Answer:
    whole, parts = figures[0], figures[1:]
    added = sum((part.value for part in parts), Decimal(0))
    result = equality(whole, total(part.allowed for part in parts), added)
    rest = abs(whole.value - added)
    if result is Outcome.ROUNDING and rest > _usual_rounding(figures):
        result = Outcome.REVIEW
    return Answer(
        result,
        f"{whole.text} = {_sum_of(parts)}",
        f"各项之和与总数相差{rest:f}{whole.quantity.unit or ''}。" if rest else "",
    )


def _usual_rounding(figures: Figures) -> Decimal:
    """Return how far a sum of a few rounded figures strays: one unit of the coarsest last digit.

    More is possible, but hardly ever happens; a bound or an estimate may stray as far as it likes.
    """
    if len(figures) > MANY or not all(figure.is_exact() for figure in figures):
        return Decimal("Infinity")
    return max(_last_digit(figure) for figure in figures)


def _last_digit(figure: Figure) -> Decimal:
    return Decimal(1).scaleb(figure.quantity.unit_mult - figure.quantity.decimals)


def _perhaps_all(figures: Figures) -> Answer:
    answer = _all(figures)
    if answer.result is Outcome.MISMATCH:
        return replace(answer, result=Outcome.REVIEW)
    return answer


def sub_sum(prose: Prose) -> Iterator[Tie]:
    """Compare parts that need not be all with their whole."""
    for division in _divisions(prose):
        if len(division.parts) > 1 and division.is_open and division.has_one_head:
            yield Tie("sub_sum", (division.whole, *division.parts), hardly_more)
    yield from _listed_examples(prose)
    yield from _phases(prose)
    yield from _additions(prose)


def subset(prose: Prose) -> Iterator[Tie]:
    """Compare the first figure after 其中 with the figure it is part of."""
    for division in _divisions(prose):
        if not division.is_said and len(division.parts) == 1:
            yield Tie("subset", (division.whole, *division.parts), no_more)


def _divisions(prose: Prose) -> Iterator[Division]:
    """Yield each whole with the parts that 其中, 包括 or 分为 sets against it."""
    previous: Sentence | None = None
    for sentence in prose.sentences:
        for match in [*INCLUDING.finditer(sentence.text), *MADE_OF.finditer(sentence.text)]:
            at = sentence.span.start + match.start()
            before = [f for f in sentence.figures if f.quantity.end <= at]
            after = [f for f in sentence.figures if f.quantity.start >= at]
            if not before and previous and previous.paragraph == sentence.paragraph:
                before = list(previous.figures)
            is_said = MADE_OF.fullmatch(match.group()) is not None
            for whole, parts in _pairs(before, after, sentence):
                yield Division(whole, parts, sentence, is_said)
        previous = sentence


def _pairs(
    before: list[Figure], after: list[Figure], sentence: Sentence
) -> Iterator[tuple[Figure, Figures]]:
    """Pair the nearest whole of each unit with the run of parts that can be added to it."""
    for whole in _last_of_each_unit(before):
        parts = [part for part in after if part.is_like(whole)]
        if parts and parts[0] is _first_countable(after):
            yield whole, tuple(_parallel(parts, sentence))


def _last_of_each_unit(figures: list[Figure]) -> Iterable[Figure]:
    last = {f.quantity.unit: f for f in figures if f.quantity.kind in COUNTABLE}
    return last.values()


def _first_countable(figures: list[Figure]) -> Figure | None:
    return next((f for f in figures if f.quantity.kind in COUNTABLE), None)


def _parallel(parts: list[Figure], sentence: Sentence) -> Iterator[Figure]:
    """Keep the parts as long as each stands in a clause right after the last one."""
    yield parts[0]
    for previous, part in pairwise(parts):
        if INCLUDING.search(sentence.between(previous, part)) or len(part.before) > 4 * HEAD + 12:
            return
        yield part


def _sum_of(parts: Figures) -> str:
    return " + ".join(part.text for part in parts)


def no_more(figures: Figures) -> Answer:
    """Judge parts that cannot exceed the whole."""
    whole, parts = figures[0], figures[1:]
    result = at_most(total(part.allowed for part in parts), whole.allowed)
    return Answer(result, f"{_sum_of(parts)} ≤ {whole.text}")


def hardly_more(figures: Figures) -> Answer:
    """Judge parts that should not exceed the whole, but may overlap."""
    answer = no_more(figures)
    if answer.result is Outcome.MISMATCH:
        return replace(answer, result=Outcome.REVIEW)
    return answer


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
    wholes: dict[tuple[int, str | None], Figure] = {}
    for sentence in prose.sentences:
        for figure in sentence.figures:
            if WHOLE.search(figure.before):
                wholes.setdefault((sentence.paragraph, figure.quantity.unit), figure)
    for (paragraph, _), whole in wholes.items():
        phases = tuple(
            figure
            for sentence in prose.paragraph(paragraph)
            for figure in sentence.figures
            if figure.is_like(whole) and PHASE.search(sentence.upto(figure)[-24:])
        )
        if phases:
            yield Tie("sub_sum", (whole, *phases), no_more)


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


def _before(sentence: Sentence, figure: Figure) -> Iterator[Figure]:
    """Yield the figures told before, back to the last figure that says what its own stock is."""
    for other in sentence.figures:
        if other.quantity.end <= figure.quantity.start and not STOCK.search(other.before):
            yield other
