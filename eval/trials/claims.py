"""How a gold row is said: as a sentence in Chinese or English, or as a row of a table.

A claim keeps its parts, so that an operator can change one of them and leave the rest.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from eval.gold import GoldArticle, GoldQuantity, GoldRow, Sample
from summarizer.quantity import Modifier
from summarizer.summary import Measure, Status
from summarizer.text import Span, fold

PRINTED = re.compile(
    r"(?P<before>约|近|超过|逾|不少于|达|突破)?"
    r"(?P<number>\d[\d.,]*)(?P<scale>万亿|亿|万)?"
    r"(?P<unit>[^以左]*?)(?P<after>以上|左右)?"
)
MORE = re.compile(r"[余多]")
BOUNDS = {
    Modifier.APPROX: {"before": "约"},
    Modifier.GE: {"after": "以上"},
    Modifier.GT: {"before": "超过"},
    Modifier.LE: {"before": "不超过"},
    Modifier.LT: {"before": "不足"},
}
SEQUENTIAL = re.compile(r"[环環]比|[按较較比]?上?[季月][增升跌减減降]")
NEAR = 8
"""So near before a rate stands what it compares with; a claim compares with the year before."""
POWERS = {"": 0, "万": 4, "亿": 8, "万亿": 12}
VERBS = {
    Status.TARGET: "力争",
    Status.PLAN: "计划",
    Status.FORECAST: "预计",
    Status.CAPACITY: "预计",
}
ENGLISH_VERBS = {
    Status.TARGET: "is targeted at",
    Status.PLAN: "is planned at",
    Status.FORECAST: "is expected to reach",
    Status.CAPACITY: "is expected to reach",
}
ENGLISH_UNITS = {
    "CNY": "yuan",
    "USD": "US dollars",
    "m2": "square meters",
    "mu": "mu",
    "t": "tons",
    "人": "people",
}
ENGLISH_BOUNDS = {
    "约": "about ",
    "近": "nearly ",
    "超过": "more than ",
    "逾": "more than ",
    "不少于": "at least ",
    "以上": "at least ",
    "左右": "about ",
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
NUMERALS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)
BILLION, MILLION = Decimal(10**9), Decimal(10**6)


@dataclass(frozen=True, slots=True)
class Parts:
    """A printed figure taken apart: 约 122.6 亿 元 以上."""

    before: str
    number: str
    scale: str
    unit: str
    after: str

    @property
    def text(self) -> str:
        """The figure as printed."""
        return f"{self.before}{self.number}{self.scale}{self.unit}{self.after}"

    @property
    def amount(self) -> Decimal:
        """What it says before 万 or 亿: 6,842 of 6,842億元."""
        return Decimal(self.number.replace(",", ""))

    @property
    def value(self) -> Decimal:
        """What it says, multiplied out."""
        return self.amount.scaleb(POWERS[self.scale])


@dataclass(frozen=True, slots=True)
class Context:
    """The article a claim is about, and the page around it."""

    sample: Sample
    article: GoldArticle

    @property
    def values(self) -> frozenset[Decimal]:
        """Every value that the article prints, without sign."""
        rows = {abs(row.value) for row in self.article.rows if row.value is not None}
        numbers = {abs(q.value) for q in self.article.quantities if q.value is not None}
        return frozenset(rows | numbers)

    @property
    def elsewhere(self) -> tuple[GoldRow, ...]:
        """The rows of the other articles."""
        return tuple(
            row
            for article in self.sample.articles
            if article.id != self.article.id
            for row in article.rows
        )


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim and its parts. `text` overrides what the parts would say; `rows` makes it a row."""

    language: str
    row: GoldRow
    entity: str
    period: str
    status: Status
    indicator: str
    parts: Parts
    cites: tuple[Span, ...]
    direction: str = ""
    rate: Parts | None = None
    text: str | None = None
    tabular: bool = False

    @property
    def sentence(self) -> str:
        """The claim as a key point."""
        if self.text is not None:
            return self.text
        return self._english() if self.language == "en" else self._chinese()

    def _chinese(self) -> str:
        verb = VERBS.get(self.status, "")
        said = f"{self.entity}{self.period}{verb}{self.indicator.removeprefix(verb)}"
        said += self.parts.text
        return f"{said}，同比{self.direction}{self.rate.text}。" if self.rate else f"{said}。"

    def _english(self) -> str:
        verb = ENGLISH_VERBS.get(self.status, "was")
        when = f" {self.period}" if self.period else ""
        said = f"{self.indicator} {verb} {english_figure(self.parts, self.row.unit)}{when}"
        if not self.rate:
            return f"{said}."
        unit = "percentage points" if "百分点" in self.rate.unit else "percent"
        return f"{said}, {self.direction} {self.rate.number} {unit}."


@dataclass(frozen=True, slots=True)
class Trial:
    """A claim put before a verifier. `wrong` says what it should find."""

    id: str
    operator: str
    wrong: bool
    claim: Claim
    article: str


def claims(context: Context, language: str) -> tuple[Claim, ...]:
    """Say every level of the gold table in a language; in English what has an English name."""
    made = (_claim(context, row, language) for row in context.article.rows)
    return tuple(claim for claim in made if claim is not None)


def _claim(context: Context, row: GoldRow, language: str) -> Claim | None:
    if row.measure is not Measure.LEVEL or not row.entity or row.group:
        return None
    parts = printed(context.article, row)
    english = language == "en"
    if parts is None or (english and not row.english):
        return None
    rate = None if english and "百分点" in parts.unit else _rate(context, row)
    return Claim(
        language=language,
        row=row,
        entity=row.names[0],
        period=english_period(row.period) if english else row.period_text or "",
        status=row.status[0],
        indicator=row.english if english and row.english else row.indicator,
        parts=parts,
        cites=(Span(row.start, row.end), *((Span(rate[0].start, rate[0].end),) if rate else ())),
        direction=_direction(rate[0], language) if rate else "",
        rate=rate[1] if rate else None,
    )


def printed(article: GoldArticle, row: GoldRow) -> Parts | None:
    """Take the figure of a row apart as it is printed; None where it is not in digits."""
    number = quantity_of(article, row)
    found = PRINTED.fullmatch(fold(number.text)) if number else None
    if not found:
        return None
    parts = Parts(*(found[name] or "" for name in ("before", "number", "scale", "unit", "after")))
    return _bounded(parts, row) if parts.value == abs(row.value or 0) else None


def _bounded(parts: Parts, row: GoldRow) -> Parts:
    """Say the bound that the gold knows of where its span leaves the word out."""
    told = parts.before or parts.after or MORE.search(parts.unit)
    if told or row.modifier is None:
        return parts
    return replace(parts, **BOUNDS[row.modifier])


def quantity_of(article: GoldArticle, row: GoldRow) -> GoldQuantity | None:
    """Return the gold number on which a row stands."""
    place = Span(row.start, row.end)
    return next((q for q in article.quantities if Span(q.start, q.end).covers(place)), None)


def _rate(context: Context, row: GoldRow) -> tuple[GoldRow, Parts] | None:
    """Return the growth that the article tells of a level, if it does."""
    rates = (
        other
        for other in context.article.rows
        if other.measure is Measure.GROWTH
        and (other.entity, other.indicator) == (row.entity, row.indicator)
        and other.period == row.period
        and not SEQUENTIAL.search(context.sample.text[max(0, other.start - NEAR) : other.start])
    )
    pairs = ((rate, printed(context.article, rate)) for rate in rates)
    return next(((rate, parts) for rate, parts in pairs if parts), None)


def _direction(rate: GoldRow, language: str) -> str:
    falls = (rate.value or 0) < 0
    if language == "en":
        return "down" if falls else "up"
    return "下降" if falls else "增长"


def english_figure(parts: Parts, unit: str | None) -> str:
    """Say a figure in English: 122.6亿元 is 12.26 billion yuan."""
    value = parts.value
    if unit in ("CNY", "USD") and value >= BILLION:
        number = f"{plain(value / BILLION)} billion"
    elif value >= MILLION:
        number = f"{plain(value / MILLION)} million"
    else:
        number = f"{value:,f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value):,}"
    bound = ENGLISH_BOUNDS.get(parts.before or parts.after, "")
    return f"{bound}{number} {ENGLISH_UNITS.get(unit or '', '')}".rstrip()


def plain(value: Decimal) -> str:
    """Print a decimal without exponent or trailing zeros."""
    return f"{value.normalize():f}"


def english_period(period: str | None) -> str:
    """Say an SDMX period in English."""
    if not period:
        return ""
    year, _, rest = period.partition("-")
    lasting = re.fullmatch(r"01-01/P(\d+)M", rest)
    if lasting:
        return f"in the first {NUMERALS[int(lasting[1])]} months of {year}"
    if rest.startswith("Q"):
        return (
            f"in the {('first', 'second', 'third', 'fourth')[int(rest[1]) - 1]} quarter of {year}"
        )
    if rest.startswith("S"):
        return f"in the {('first', 'second')[int(rest[1]) - 1]} half of {year}"
    return f"at the end of {MONTHS[int(rest) - 1]} {year}" if rest else f"in {year}"


def said(claim: Claim, number: str) -> Claim:
    """Return the claim with another number in the place of its own."""
    return replace(claim, parts=replace(claim.parts, number=number))


def told_by_annotator(claim: Claim, context: Context) -> Claim | None:
    """Say the claim in the words of the key fact that tells its figure, citing all its figures."""
    bare = f"{claim.parts.number}{claim.parts.scale}{claim.parts.unit}"
    facts = (fold(fact.text) for fact in context.article.key_facts)
    text = next((fact for fact in facts if bare in fact), None)
    if text is None:
        return None
    rows = ((row, printed(context.article, row)) for row in context.article.rows)
    cites = (Span(row.start, row.end) for row, parts in rows if parts and parts.number in text)
    return replace(claim, text=text, rate=None, cites=tuple(dict.fromkeys(cites)))


def siblings(context: Context, claim: Claim) -> Iterator[tuple[GoldRow, Parts]]:
    """Yield the other levels of the article that are printed in digits."""
    for row in context.article.rows:
        parts = printed(context.article, row)
        if parts and row.measure is Measure.LEVEL and row.indicator != claim.row.indicator:
            yield row, parts


def rates(context: Context) -> Iterator[tuple[GoldRow, Parts]]:
    """Yield the growths of the article that are printed in digits."""
    for row in context.article.rows:
        parts = printed(context.article, row)
        if parts and row.measure is Measure.GROWTH:
            yield row, parts
