"""The articles of a report against the articles of the page, with headline and byline."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from eval.gold import GoldArticle, Sample
from eval.metrics import segmentation as metrics
from eval.metrics.segmentation import Characters, characters
from eval.metrics.tally import Overlap, Ratio
from eval.scorers import Better, Loss, Score
from summarizer.document import Role
from summarizer.report import ArticleReport, IssueReport, Place
from summarizer.text import Span, fold

RELATED = 0.5
SURE = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99)
"""How sure the edges of an article must be for it to be kept."""
KEPT, AMONG = "articles kept, sure ≥ {}", "article F@.9, sure ≥ {}"


def score(sample: Sample, report: IssueReport) -> tuple[Score, ...]:
    """Compare the articles of a report with those of the page."""
    gold = [characters(sample.text, article.spans) for article in sample.articles]
    predicted = [characters(sample.text, spans(article.blocks)) for article in report.articles]
    furniture = [characters(sample.text, [Span(f.start, f.end)]) for f in report.furniture]
    runs = _runs(sample)
    return (
        Score(
            "article F@.9",
            metrics.article_f(gold, predicted),
            losses=_broken(sample, gold, predicted),
        ),
        Score("B³ F", metrics.b_cubed(gold, predicted)),
        Score("jumps rejoined", metrics.rejoin(runs, predicted), losses=_torn(runs, predicted)),
        Score(
            "contamination",
            metrics.contamination(gold, predicted),
            Better.LOWER,
            _mixed(gold, predicted),
        ),
        _line(sample, report, gold, predicted, Role.HEADLINE),
        _line(sample, report, gold, predicted, Role.BYLINE),
        Score("characters accounted for", metrics.coverage(sample.text, predicted, furniture)),
        *_diagnostics(sample, gold, predicted),
        *_surest(report, gold, predicted),
    )


def _surest(
    report: IssueReport, gold: Sequence[Characters], predicted: Sequence[Characters]
) -> Iterator[Score]:
    """Yield how many articles are kept when only the surest are, and how good those are."""
    right = set(metrics.matches(gold, predicted).values())
    chances = [1.0 if each.confidence is None else each.confidence for each in report.articles]
    for sure in SURE:
        kept = {place for place, chance in enumerate(chances) if chance >= sure}
        hits = len(kept & right)
        share = Ratio(len(kept), len(chances))
        yield Score(KEPT.format(sure), share, Better.NEITHER)
        yield Score(AMONG.format(sure), Overlap(hits, len(kept), hits, len(gold)), Better.NEITHER)


def spans(places: Sequence[Place]) -> tuple[Span, ...]:
    """Return the spans of places of a report."""
    return tuple(Span(place.start, place.end) for place in places)


def _runs(sample: Sample) -> list[list[Characters]]:
    """Cut each article into the runs in which it lies on the page, others in between."""
    order = sorted(
        (span, index) for index, article in enumerate(sample.articles) for span in article.spans
    )
    runs: list[list[Characters]] = [[] for _ in sample.articles]
    for index, group in groupby(order, key=lambda pair: pair[1]):
        runs[index].append(characters(sample.text, [span for span, _ in group]))
    return runs


def _broken(
    sample: Sample, gold: Sequence[Characters], predicted: Sequence[Characters]
) -> tuple[Loss, ...]:
    found = metrics.matches(gold, predicted)
    return tuple(
        Loss(
            min(gold[index], default=0),
            max(gold[index], default=0) + 1,
            "article not whole",
            f"{article.headline or 'no headline'}: overlap {_best(gold[index], predicted):.2f}",
            article.id,
        )
        for index, article in enumerate(sample.articles)
        if index not in found
    )


def _best(article: Characters, predicted: Sequence[Characters]) -> float:
    return max((metrics.likeness(article, candidate) for candidate in predicted), default=0.0)


def _torn(
    runs: Sequence[Sequence[Characters]], predicted: Sequence[Characters]
) -> tuple[Loss, ...]:
    broken = [article for article in runs if len(article) > 1]
    outcomes = metrics.rejoined(runs, predicted)
    return tuple(
        Loss(min(article[-1]), max(article[-1]) + 1, "jump not rejoined", "lies apart")
        for article, whole in zip(broken, outcomes, strict=True)
        if not whole
    )


def _mixed(gold: Sequence[Characters], predicted: Sequence[Characters]) -> tuple[Loss, ...]:
    return tuple(
        Loss(
            min(predicted[index]),
            max(predicted[index]) + 1,
            "contamination",
            f"holds parts of {metrics.guests(gold, predicted[index])} articles",
        )
        for index in metrics.contaminated(gold, predicted)
    )


def _line(
    sample: Sample,
    report: IssueReport,
    gold: Sequence[Characters],
    predicted: Sequence[Characters],
    role: Role,
) -> Score:
    """Compare headline or byline of each article with that of its likeliest counterpart."""
    partners = metrics.matches(gold, predicted, RELATED)
    losses = []
    for index, article in enumerate(sample.articles):
        partner = report.articles[partners[index]] if index in partners else None
        wanted, found = _words(article, role), _words(partner, role)
        if partner is None or _bare(wanted) != _bare(found):
            start = min(gold[index], default=0)
            told = f"{found or 'none'} for {wanted or 'none'}" if partner else "article lost"
            losses.append(Loss(start, start + 1, f"{role} wrong", told))
    right = len(sample.articles) - len(losses)
    return Score(f"{role}s", Ratio(right, len(sample.articles)), losses=tuple(losses))


def _words(article: GoldArticle | ArticleReport | None, role: Role) -> str | None:
    if article is None:
        return None
    return article.headline if role is Role.HEADLINE else article.byline


def _bare(words: str | None) -> str:
    return "".join(filter(str.isalnum, fold(words or "")))


def _diagnostics(
    sample: Sample, gold: Sequence[Characters], predicted: Sequence[Characters]
) -> tuple[Score, ...]:
    """Judge the gaps between paragraphs in page order by the usual boundary measures."""
    blocks = sorted(span for article in sample.articles for span in article.spans)
    places = [min(characters(sample.text, [span])) for span in blocks]
    truth = metrics.boundaries([_owner(place, gold) for place in places])
    guess = metrics.boundaries([_owner(place, predicted) for place in places])
    return (
        Score("Pk", metrics.pk(truth, guess), Better.LOWER),
        Score("WindowDiff", metrics.window_diff(truth, guess), Better.LOWER),
    )


def _owner(place: int, articles: Sequence[Characters]) -> int:
    return next((index for index, article in enumerate(articles) if place in article), -1)
