"""Parts and wholes: 145个项目，其中新开工52个、续建27个、技改50个、扩能16个.

sum_parts    the parts named make up the whole: 包括, 分别, or all of one head noun after 其中
sub_sum      parts that need not be all (等, phases) do not exceed the whole
subset       what follows 其中 is no more than what it is part of
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from summarizer.checks.intervals import total
from summarizer.checks.prose import COUNTABLE, Figure, Prose, Sentence
from summarizer.checks.ties import Answer, Figures, Tie, at_most, equality
from summarizer.report import Outcome

INCLUDING = re.compile(r"其中|包括|包含")
MADE_OF = re.compile(r"分为|分别为|分别是|由[^，,。]{0,40}组成|构成")
AND_OTHERS = re.compile(r"等(?!级|候|待|价|同|于|额)")
WHOLE = re.compile(r"总投资|总额|总面积|总建筑面积|总规模|投资总|总计划投资|概算")
PHASE = re.compile(r"([一二三四五])期[^，,。;；]{0,12}?(?:投资|投入)[^，,。;；]{0,6}$")
HEAD = 2
FEW = 3


def sum_parts(prose: Prose) -> Iterator[Tie]:
    """Add up parts that are said, or by their common head noun seem, to make up a whole."""
    for whole, parts, sentence, said in _divisions(prose):
        if len(parts) < 2 or not _may_be_all(whole, parts, sentence, said=said):  # noqa: PLR2004
            continue
        yield Tie("sum_parts", (whole, *parts), _all_said if said else _all_by_their_head)


def _all_said(figures: Figures) -> Answer:
    """Judge parts that are said to make up the whole."""
    whole, parts = figures[0], figures[1:]
    added = sum((part.value for part in parts), Decimal(0))
    result = equality(whole, total(part.allowed for part in parts), added)
    rest = abs(whole.value - added)
    return Answer(
        result,
        f"{whole.text} = {_sum_of(parts)}",
        f"各项之和与总数相差{rest:f}{whole.quantity.unit or ''}。" if rest else "",
    )


def _all_by_their_head(figures: Figures) -> Answer:
    """Judge parts that only seem to be all: 其中 allows a rest, so one is for review."""
    answer = _all_said(figures)
    rest = not total(part.allowed for part in figures[1:]).exceeds(figures[0].allowed)
    if answer.result is Outcome.MISMATCH and rest:
        return replace(answer, result=Outcome.REVIEW)
    return answer


def sub_sum(prose: Prose) -> Iterator[Tie]:
    """Compare parts that need not be all with their whole."""
    for whole, parts, sentence, said in _divisions(prose):
        if len(parts) < 2 or _may_be_all(whole, parts, sentence, said=said):  # noqa: PLR2004
            continue
        if not _one_head(whole, parts):
            continue
        yield Tie("sub_sum", (whole, *parts), _hardly_more)
    yield from _listed_examples(prose)
    yield from _phases(prose)


def subset(prose: Prose) -> Iterator[Tie]:
    """Compare the first figure after 其中 with the figure it is part of."""
    for whole, parts, _, said in _divisions(prose):
        if not said and len(parts) == 1:
            yield Tie("subset", (whole, *parts), no_more)


def _divisions(prose: Prose) -> Iterator[tuple[Figure, tuple[Figure, ...], Sentence, bool]]:
    """Yield whole, parts, the sentence of the parts, and whether they are said to be all."""
    previous: Sentence | None = None
    for sentence in prose.sentences:
        same = previous is not None and previous.paragraph == sentence.paragraph
        for match in [*INCLUDING.finditer(sentence.text), *MADE_OF.finditer(sentence.text)]:
            at = sentence.span.start + match.start()
            before = [f for f in sentence.figures if f.quantity.end <= at]
            after = [f for f in sentence.figures if f.quantity.start >= at]
            if not before and same and previous is not None:
                before = list(previous.figures)
            said = bool(MADE_OF.fullmatch(match.group()))
            yield from _pair(before, after, sentence, said=said)
        previous = sentence


def _pair(
    before: list[Figure], after: list[Figure], sentence: Sentence, *, said: bool
) -> Iterator[tuple[Figure, tuple[Figure, ...], Sentence, bool]]:
    """Pair the nearest whole of each unit with the run of parts that can be added to it."""
    for whole in _last_of_each_unit(before):
        parts = [part for part in after if part.is_like(whole)]
        if parts and parts[0] is _first_countable(after):
            yield whole, tuple(_parallel(parts, sentence)), sentence, said


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


def _may_be_all(
    whole: Figure, parts: tuple[Figure, ...], sentence: Sentence, *, said: bool
) -> bool:
    """Say whether the parts can be meant to make up the whole."""
    start = parts[0].quantity.start - sentence.span.start
    end = parts[-1].quantity.end - sentence.span.start
    if AND_OTHERS.search(sentence.text[max(0, start - 30) : end + 20]):
        return False
    return said or (len(parts) >= FEW and _one_head(whole, parts)) or _adds_up(whole, parts)


def _adds_up(whole: Figure, parts: tuple[Figure, ...]) -> bool:
    return sum(part.value for part in parts) == whole.value


def _one_head(whole: Figure, parts: tuple[Figure, ...]) -> bool:
    """Say whether whole and parts count the same things: their words end alike."""
    heads = {part.words[-HEAD:] for part in parts if part.words}
    return len(heads) == 1 and next(iter(heads)) in whole.words


def _sum_of(parts: Figures) -> str:
    return " + ".join(part.text for part in parts)


def no_more(figures: Figures) -> Answer:
    """Judge parts that cannot exceed the whole."""
    whole, parts = figures[0], figures[1:]
    result = at_most(total(part.allowed for part in parts), whole.allowed)
    return Answer(result, f"{_sum_of(parts)} ≤ {whole.text}")


def _hardly_more(figures: Figures) -> Answer:
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
                and part.after[-HEAD:] in whole.after
                and part.after
            )
            if len(parts) > 1:
                yield Tie("sub_sum", (whole, *parts), _hardly_more)
                break


def _phases(prose: Prose) -> Iterator[Tie]:
    """Compare the investment of phases with the total investment told before, in one paragraph."""
    wholes: dict[int, Figure] = {}
    for sentence in prose.sentences:
        for figure in sentence.figures:
            if WHOLE.search(figure.before):
                wholes[sentence.paragraph] = figure
    for paragraph, whole in wholes.items():
        phases = tuple(
            figure
            for sentence in prose.paragraph(paragraph)
            for figure in sentence.figures
            if figure.is_like(whole) and PHASE.search(sentence.upto(figure)[-24:])
        )
        if phases:
            yield Tie("sub_sum", (whole, *phases), no_more)
