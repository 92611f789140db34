"""The numbers of a report against the gold numbers, field by field."""

from collections.abc import Sequence

from eval.gold import GoldQuantity, Sample
from eval.metrics import quantities as metrics
from eval.metrics.quantities import Pair
from eval.metrics.tally import Ratio
from eval.scorers import Better, Loss, Score
from summarizer.quantity import Kind, Quantity
from summarizer.report import IssueReport
from summarizer.text import Span

STRICT = ("value", "unit", "bound")


def score(sample: Sample, report: IssueReport) -> tuple[Score, ...]:
    """Compare the numbers of a report with those of the page."""
    gold = [number for article in sample.articles for number in article.quantities]
    found = [quantity for article in report.articles for quantity in article.quantities]
    pairs = metrics.pair(gold, found)
    figures = [p for p in pairs if metrics.is_figure(p.gold)]
    return (
        Score(
            "figures F",
            metrics.figures_f(gold, found, STRICT),
            losses=(*_missed(figures), *_invented(gold, found)),
        ),
        Score("figures F, value only", metrics.figures_f(gold, found, ("value",))),
        *(
            Score(name, metrics.accuracy(figures, name), losses=_wrong(figures, name))
            for name in metrics.FIELDS
        ),
        Score("traps read as figures", metrics.traps(gold, found), Better.LOWER),
        Score("dates and periods", metrics.times(pairs), losses=_untimely(pairs)),
        *_slices(figures),
    )


def _missed(pairs: Sequence[Pair]) -> tuple[Loss, ...]:
    return tuple(
        Loss(p.gold.start, p.gold.end, "number missed", f"{p.gold.text}: not found")
        for p in pairs
        if p.gold.required and p.predicted is None
    )


def _invented(gold: Sequence[GoldQuantity], found: Sequence[Quantity]) -> tuple[Loss, ...]:
    known = [
        Span(number.start, number.end)
        for number in gold
        if metrics.is_figure(number) or not number.required or number.kind is Kind.ORDINAL
    ]
    return tuple(
        Loss(q.start, q.end, "not a figure", f"{q.text} read as {q.kind} {q.value} {q.unit or ''}")
        for q in found
        if q.is_figure and not any(q.span.overlaps(span) for span in known)
    )


def _wrong(pairs: Sequence[Pair], field: str) -> tuple[Loss, ...]:
    return tuple(
        Loss(
            p.gold.start,
            p.gold.end,
            f"wrong {field}",
            f"{p.predicted.text}: {_said(p.predicted, field)}, not {_true(p.gold, field)}",
        )
        for p in pairs
        if p.predicted and p.gold.required and not metrics.agrees_in(p, (field,))
    )


def _said(quantity: Quantity, field: str) -> str:
    return str(
        {"bound": quantity.modifier, "span": quantity.text}.get(field)
        or getattr(quantity, field, None)
    )


def _true(gold: GoldQuantity, field: str) -> str:
    return str({"bound": gold.modifier, "span": gold.text}.get(field) or getattr(gold, field, None))


def _untimely(pairs: Sequence[Pair]) -> tuple[Loss, ...]:
    return tuple(
        Loss(
            p.gold.start,
            p.gold.end,
            "wrong time",
            f"{p.gold.text}: {p.predicted.time_period if p.predicted else 'missed'},"
            f" not {p.gold.time_period}",
        )
        for p in pairs
        if p.gold.required and not metrics.times([p]).hits and metrics.times([p]).total
    )


def _slices(pairs: Sequence[Pair]) -> tuple[Score, ...]:
    """Recall of figures by the form in which they are printed."""
    wanted = [p for p in pairs if p.gold.required]
    forms = sorted({p.gold.form for p in wanted})
    return tuple(
        Score(f"recall: {form}", _recall([p for p in wanted if p.gold.form == form]))
        for form in forms
    )


def _recall(pairs: Sequence[Pair]) -> Ratio:
    return Ratio(sum(metrics.agrees_in(p, STRICT) for p in pairs), len(pairs))
