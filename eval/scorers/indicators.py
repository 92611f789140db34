"""The indicator table of a report against the gold table."""

from collections.abc import Iterator, Sequence

from eval.gold import GoldRow, Sample
from eval.metrics import rows as metrics
from eval.metrics.rows import Match, Row
from eval.metrics.tally import Ratio
from eval.scorers import Better, Loss, Score
from summarizer.quantity import Kind, Quantity
from summarizer.report import ArticleReport, IssueReport

FIFTHS = 5
NOWHERE = Quantity(0, 0, "", Kind.LABEL)
"""What a row cites that a model could not write: it answers nothing, and is an invention."""


def score(sample: Sample, report: IssueReport) -> tuple[Score, ...]:
    """Compare the indicator rows of a report with those of the page."""
    gold = [row for article in sample.articles for row in article.rows]
    found = [row for article in report.articles for row in rows_of(article)]
    matches = metrics.match(gold, found)
    fields = [name for name in metrics.ACCURACIES if name != "period" or sample.date]
    return (
        Score(
            "rows F, demanding names",
            metrics.row_f(matches, found, metrics.DEMANDING_NAMES),
            losses=_unlike(matches),
        ),
        Score("rows F, relaxed names", metrics.row_f(matches, found, metrics.RELAXED_NAMES)),
        Score("rows F, value only", metrics.row_f(matches, found, metrics.VALUE_ONLY)),
        *(Score(name, metrics.accuracy(matches, name)) for name in fields),
        Score("omissions", metrics.omissions(matches), Better.LOWER, _omitted(matches)),
        Score(
            "inventions",
            metrics.inventions(matches, found),
            Better.LOWER,
            _invented(matches, found),
        ),
        Score("perfect tables", _perfect(sample, found)),
        *_calibration(matches, report),
    )


def _calibration(matches: Sequence[Match], report: IssueReport) -> Iterator[Score]:
    """Yield how many rows of each fifth of confidence are right in owner and indicator."""
    observations = [entry for article in report.articles for entry in article.observations]
    found = [row for article in report.articles for row in rows_of(article)]
    sure = {
        row: entry.confidence.p
        for row, entry in zip(found, observations, strict=True)
        if entry.confidence
    }
    for fifth in range(FIFTHS):
        answered = [
            match
            for match in matches
            if match.row and match.gold.required and _fifth(sure.get(match.row)) == fifth
        ]
        right = sum(metrics.is_right(match, ("entity", "indicator")) for match in answered)
        low, high = fifth / FIFTHS, (fifth + 1) / FIFTHS
        name = f"right where p is {low:.1f} to {high:.1f}"
        yield Score(name, Ratio(right, len(answered)), Better.NEITHER)


def _fifth(p: float | None) -> int | None:
    return None if p is None else min(int(p * FIFTHS), FIFTHS - 1)


def rows_of(article: ArticleReport) -> Iterator[Row]:
    """Take the rows of an article's report apart as far as they are compared."""
    quantities = {quantity.id: quantity for quantity in article.quantities}
    for entry in article.observations:
        quantity: Quantity = quantities.get(entry.quantity, NOWHERE)
        yield Row(
            span=quantity.span,
            value=entry.value,
            low=quantity.low,
            high=quantity.high,
            unit=entry.unit,
            entity=entry.ref_area,
            indicator=" ".join(filter(None, (entry.scope, entry.indicator))),
            measure=entry.measure,
            status=entry.status,
            period=entry.time_period,
        )


def _perfect(sample: Sample, rows: Sequence[Row]) -> Ratio:
    """Count the articles with a table whose every row is right."""
    tables = [article for article in sample.articles if article.rows]
    perfect = 0
    for article in tables:
        own = [row for row in rows if any(span.overlaps(row.span) for span in article.spans)]
        perfect += metrics.is_perfect(metrics.match(article.rows, own), own)
    return Ratio(perfect, len(tables))


def _omitted(matches: Sequence[Match]) -> tuple[Loss, ...]:
    return tuple(
        Loss(m.gold.start, m.gold.end, "row omitted", f"{m.gold.entity} · {m.gold.indicator}")
        for m in matches
        if m.gold.required and m.row is None
    )


def _invented(matches: Sequence[Match], rows: Sequence[Row]) -> tuple[Loss, ...]:
    answered = {id(m.row) for m in matches if m.row}
    return tuple(
        Loss(r.span.start, r.span.end, "row invented", f"{r.entity} · {r.indicator} {r.value}")
        for r in rows
        if id(r) not in answered
    )


def _unlike(matches: Sequence[Match]) -> tuple[Loss, ...]:
    return tuple(
        Loss(m.gold.start, m.gold.end, "row differs", _difference(m.gold, m.row))
        for m in matches
        if m.row and m.gold.required and not metrics.is_right(m, metrics.DEMANDING_NAMES)
    )


def _difference(gold: GoldRow, row: Row) -> str:
    names = metrics.DEMANDING_NAMES
    said = dict(zip(names, (row.entity, row.indicator, row.measure, row.status), strict=True))
    status = "/".join(gold.status)
    true = dict(zip(names, (gold.entity, gold.indicator, gold.measure, status), strict=True))
    return "; ".join(
        f"{name} {said[name]}, not {true[name]}"
        for name in names
        if not metrics.ACCURACIES[name](gold, row)
    )
