"""A page as it was read: coloured by gold article, underlined by predicted one, losses marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from eval.gold import Question, Sample
from eval.results import Answer, EvalReport
from eval.scorers import Loss
from eval.tasks import OURS
from summarizer.text import Span

GOLDEN_ANGLE = 137
MARKED = (Question.QUANTITIES, Question.INDICATORS)
"""The tasks whose lost points have a place in the text of their own."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that belong to the same gold article, predicted article and losses."""

    text: str
    gold: int | None
    predicted: int | None
    lost: tuple[str, ...]

    @property
    def astray(self) -> bool:
        """Whether it was given to another article than its own."""
        return self.gold != self.predicted and bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Named:
    """A gold article in the legend: its hue and headline."""

    hue: int
    headline: str


@dataclass(frozen=True, slots=True)
class PageView:
    """A page, its articles, and everything that was lost on it."""

    dataset: str
    sample: str
    tags: tuple[str, ...]
    articles: tuple[Named, ...]
    stretches: tuple[Stretch, ...]
    losses: tuple[tuple[str, Loss], ...]


def page_views(
    report: EvalReport, samples: Mapping[tuple[str, str], Sample], answers: Sequence[Answer]
) -> Iterator[PageView]:
    """Show every page on which a point was lost."""
    readings = {
        (answer.dataset, answer.sample): answer
        for answer in answers
        if answer.task is Question.SEGMENTATION and answer.system == OURS
    }
    for key, sample in samples.items():
        losses = tuple(_losses(report, *key))
        if losses:
            yield _page(key[0], sample, readings.get(key), losses)


def _losses(report: EvalReport, dataset: str, sample: str) -> Iterator[tuple[str, Loss]]:
    """Yield what was lost in reading a page; trials are about claims, not about the page."""
    seen = {
        (result.task, loss): None
        for result in report.ours()
        if result.task is not Question.VERIFICATION and result.dataset == dataset
        for outcome in result.outcomes
        if outcome.sample == sample
        for score in outcome.scores
        for loss in score.losses
    }
    yield from seen


def _page(
    dataset: str, sample: Sample, answer: Answer | None, losses: tuple[tuple[str, Loss], ...]
) -> PageView:
    gold = [article.spans for article in sample.articles]
    predicted = _predicted(answer)
    partners = _partners(gold, predicted)
    return PageView(
        dataset=dataset,
        sample=sample.id,
        tags=sample.tags,
        articles=tuple(
            Named(hue(index), article.headline or "(no headline)")
            for index, article in enumerate(sample.articles)
        ),
        stretches=tuple(_stretches(sample, gold, predicted, partners, losses)),
        losses=tuple(sorted(losses, key=lambda pair: (pair[1].start, pair[0]))),
    )


def hue(index: int) -> int:
    """Return a colour that differs from those of its neighbours."""
    return index * GOLDEN_ANGLE % 360


Places = Sequence[Sequence[Span]]


def _predicted(answer: Answer | None) -> Places:
    articles = answer.report.articles if answer else ()
    return [[Span(block.start, block.end) for block in article.blocks] for article in articles]


def _partners(gold: Places, predicted: Places) -> list[int | None]:
    """Give each predicted article the gold article of which it holds most."""
    partners: list[int | None] = []
    for spans in predicted:
        shared = [sum(_shared(a, b) for a in spans for b in article) for article in gold]
        best = max(range(len(gold)), key=shared.__getitem__)
        partners.append(best if shared[best] else None)
    return partners


def _shared(left: Span, right: Span) -> int:
    return max(0, min(left.end, right.end) - max(left.start, right.start))


def _stretches(
    sample: Sample,
    gold: Places,
    predicted: Places,
    partners: Sequence[int | None],
    losses: Sequence[tuple[str, Loss]],
) -> Iterator[Stretch]:
    shown = [(task, loss) for task, loss in losses if task in MARKED]
    edges = {0, len(sample.text)}
    edges |= {edge for spans in (*gold, *predicted) for s in spans for edge in (s.start, s.end)}
    edges |= {edge for _, loss in shown for edge in (loss.start, loss.end)}
    cuts = sorted(edge for edge in edges if edge <= len(sample.text))
    for start, end in pairwise(cuts):
        owner = _owner(start, predicted)
        yield Stretch(
            sample.text[start:end],
            _owner(start, gold),
            None if owner is None else partners[owner],
            tuple(
                f"{task}: {loss.kind}: {loss.note}"
                for task, loss in shown
                if loss.start <= start < loss.end
            ),
        )


def _owner(at: int, articles: Places) -> int | None:
    for index, spans in enumerate(articles):
        if any(span.start <= at < span.end for span in spans):
            return index
    return None
