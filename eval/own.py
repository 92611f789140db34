"""A set of one's own: pages that a person corrected, kept as gold to score engines on.

    page + corrections ─ label ─► Sample ─ keep ─► FOLDER/samples.jsonl ─ load ─► eval -d FOLDER

What a person said must be found (a row set, confirmed or added), what they rejected must not be,
and what nobody looked at is left open. A page that was `checked` whole is gold in every row.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from eval.gold import GoldArticle, GoldBlock, GoldRow, Question, Sample
from summarizer.corrections import Corrections, LayoutChange, correct_layout, placed
from summarizer.disk import replace_file
from summarizer.document import Issue
from summarizer.errors import SummarizerError
from summarizer.quantity import Quantity
from summarizer.report import ArticleReport, IssueReport, Observation, Origin
from summarizer.segmentation import kept_layout, lay_out
from summarizer.summary import Border
from summarizer.text import Span, fold

CARD, SAMPLES = "dataset.json", "samples.jsonl"
DIGITS = re.compile(r"\d[\d.,]*|[〇○零一二三四五六七八九十百千两兩]+")
SHORT = 8


class OwnCard(Border):
    """What a set of one's own says of itself."""

    name: str
    version: str
    licence: str
    origin: str
    digest: str


def label(
    issue: Issue, corrections: Corrections, report: IssueReport, *, checked: bool = False
) -> Sample:
    """Return a page as gold; `report` is the one that the corrections were applied to."""
    segmented = checked or any(isinstance(each, LayoutChange) for each in corrections.changes)
    asks = (Question.SEGMENTATION, Question.INDICATORS) if segmented else (Question.INDICATORS,)
    flowing = _flowing(issue, corrections)
    stem = Path(issue.source).stem or "page"
    return Sample(
        id=f"{stem}-{issue.sha256[:SHORT]}",
        text=issue.text,
        date=issue.date,
        articles=tuple(
            _article(issue.text, each, flowing, checked=checked) for each in report.articles
        ),
        furniture=report.furniture,
        asks=asks,
    )


def names_of(report: IssueReport) -> tuple[str, ...]:
    """Return the owners that a person named, each once: a gazetteer of their own."""
    rows = (row for article in report.articles for row in article.observations)
    named = (row.ref_area for row in rows if row.origin is Origin.PERSON and row.ref_area)
    return tuple(dict.fromkeys(named))


def keep(samples: Sequence[Sample], folder: Path) -> None:
    """Write a set into a folder. Raises SummarizerError."""
    content = "".join(f"{sample.model_dump_json()}\n" for sample in samples).encode()
    card = OwnCard(
        name=folder.name,
        version=dt.datetime.now(dt.UTC).strftime("%Y-%m-%d"),
        licence="of its owner",
        origin="pages corrected by a person",
        digest=f"sha256:{sha256(content).hexdigest()}",
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / SAMPLES, content)
        replace_file(folder / CARD, f"{card.model_dump_json(indent=2)}\n".encode())
    except OSError as error:
        raise SummarizerError(
            "{path}: cannot be written ({error})", path=folder, error=error.strerror
        ) from error


def is_own(folder: Path) -> bool:
    """Say whether a set of one's own lies in a folder."""
    return (folder / SAMPLES).is_file() and (folder / CARD).is_file()


def load(folder: Path) -> tuple[OwnCard, tuple[Sample, ...]]:
    """Read a set from its folder. Raises SummarizerError where it is not what its card says."""
    try:
        card = OwnCard.model_validate_json((folder / CARD).read_bytes())
        content = (folder / SAMPLES).read_bytes()
        samples = tuple(Sample.model_validate_json(line) for line in content.splitlines())
    except ValidationError as error:
        raise SummarizerError(
            "{folder}: {what}; label it again", folder=folder, what=error.errors()[0]["msg"]
        ) from None
    if card.digest != f"sha256:{sha256(content).hexdigest()}":
        raise SummarizerError(
            "{folder}: {samples} is not what {card} says; label it again",
            folder=folder,
            samples=SAMPLES,
            card=CARD,
        )
    return card, samples


def _flowing(issue: Issue, corrections: Corrections) -> frozenset[int]:
    """Return where blocks begin that go on in the sentence before them."""
    layout = kept_layout(issue) or lay_out(issue)
    layout, _ = correct_layout(layout, issue, placed(corrections, issue.text))
    blocks = (block for article in layout.articles for block in article.blocks)
    return frozenset(block.span.start for block in blocks if block.continues)


def _article(
    text: str, article: ArticleReport, flowing: frozenset[int], *, checked: bool
) -> GoldArticle:
    quantities = {quantity.id: quantity for quantity in article.quantities}
    return GoldArticle(
        id=article.id,
        headline=article.headline,
        byline=article.byline,
        blocks=tuple(
            GoldBlock(start=b.start, end=b.end, role=b.role, continues=b.start in flowing)
            for b in article.blocks
        ),
        truncated=article.truncated,
        rows=tuple(
            gold
            for row in article.observations
            if row.quantity in quantities
            for gold in _rows(text, row, quantities[row.quantity], checked=checked)
        ),
    )


def _rows(text: str, row: Observation, quantity: Quantity, *, checked: bool) -> Iterator[GoldRow]:
    """Yield the row, or one for each end of an interval."""
    place = _digits(text, quantity.span)
    ends = [row.value] if row.value is not None else [quantity.low, quantity.high]
    for value in dict.fromkeys(end for end in ends if end is not None):
        yield _row(text, row, quantity, place, value, required=checked or _is_vouched(row))


def _is_vouched(row: Observation) -> bool:
    return row.origin is Origin.PERSON


def _row(
    text: str, row: Observation, quantity: Quantity, place: Span, value: Decimal, *, required: bool
) -> GoldRow:
    return GoldRow(
        start=place.start,
        end=place.end,
        text=place.of(text),
        value=value,
        unit=row.unit,
        entity=row.ref_area,
        indicator=row.indicator,
        measure=row.measure,
        status=(row.status,),
        period=row.time_period,
        period_text=row.time_period_text,
        modifier=quantity.modifier,
        required=required,
        group=None if row.value is not None else f"range {place.start}",
    )


def _digits(text: str, span: Span) -> Span:
    """Return where the digits of a figure stand, as an annotator marks them."""
    found = DIGITS.search(fold(span.of(text)))
    return Span(span.start + found.start(), span.start + found.end()) if found else span
