"""What the page knows about each number: its key, how it stands, and the row it is in.

The key `0-3` is the third number of the first article; it ties all that shows the number together.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from summarizer import wording
from summarizer.citation import Figures, read
from summarizer.phrases import label
from summarizer.quantity import Quantity
from summarizer.report import ArticleReport, IssueReport
from summarizer.standing import TO_REVIEW, WORDS, Standing, standings
from summarizer.summary import Status
from summarizer.table import Row, rows_of
from summarizer.wording import on_one_line, say, visible

OPEN, REVIEW, UNCLAIMED = "open", "to-review", "unclaimed"
NOBODYS = "未认领的数字"
FACTS = frozenset({Status.ACTUAL, Status.PRELIMINARY})
LEGEND = tuple(Standing)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the page, tied by its key to all that shows it.

    `looks` are its styles: how it stands, `open` if it is no fact yet, `review` if somebody should
    look at it. `row` is the row of the table it is in.
    """

    key: str
    printed: str
    looks: str
    hint: str
    row: str | None = None

    @property
    def review(self) -> bool:
        """Whether somebody should look at it."""
        return self.looks.endswith(REVIEW)

    @property
    def before(self) -> str:
        """The key of the number before it in the article."""
        article, _, order = self.key.partition("-")
        return f"{article}-{int(order) - 1}"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters: plain, a number, or the end of a printed line."""

    words: str
    number: Number | None = None
    first: bool = True
    line_end: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """An article with its numbers by quantity id."""

    index: int
    article: ArticleReport
    figures: Figures
    rows: tuple[Row, ...]
    numbers: Mapping[str, Number]

    @property
    def to_review(self) -> int:
        """How many rows somebody should look at."""
        cited = (self.numbers.get(row.observation.quantity) for row in self.rows)
        return sum(bool(number and number.review) for number in cited)

    def prose(self, words: str, cited: Collection[str] = ()) -> tuple[Run, ...]:
        """Cut a sentence of ours into runs, its numbers tied to the page."""
        shown, position = on_one_line(words), 0
        runs: list[Run] = []
        for figure in self.figures.within(shown, cited):
            runs.append(Run(shown[position : figure.start]))
            number = self.numbers[figure.quantity.id]
            runs.append(Run(shown[figure.start : figure.end], number))
            position = figure.end
        return (*runs, Run(shown[position:]))


def number_articles(report: IssueReport, text: str) -> tuple[Numbered, ...]:
    """Give every number of every article its key; what the ledger misses says so."""
    numbered = (
        _number(report, article, index, text) for index, article in enumerate(report.articles)
    )
    nobodys = {
        place for quote in report.ledger.unclaimed for place in range(quote.start, quote.end)
    }
    return tuple(_with_nobodys(each, nobodys) for each in numbered)


def _with_nobodys(each: Numbered, nobodys: set[int]) -> Numbered:
    """Mark the numbers that were read and yet are in no row and no other account."""
    numbers = dict(each.numbers)
    for quantity in each.article.quantities:
        if not nobodys.isdisjoint(range(quantity.start, quantity.end)):
            number = numbers[quantity.id]
            if number.row is None:
                looks = f"{UNCLAIMED} {REVIEW}"
                numbers[quantity.id] = replace(number, looks=looks, hint=label(NOBODYS))
    return replace(each, numbers=numbers)


def _number(report: IssueReport, article: ArticleReport, index: int, text: str) -> Numbered:
    rows = tuple(rows_of(report.issue, article, text))
    first_row = {row.observation.quantity: row for row in reversed(rows)}
    stands, reading = standings(article), read(text, article)
    numbers = {
        quantity.id: _said(
            f"{index}-{order}",
            reading.printed(quantity.span),
            stands[quantity.id],
            quantity,
            first_row.get(quantity.id),
        )
        for order, quantity in enumerate(article.quantities)
    }
    return Numbered(index, article, Figures.of(reading, article.quantities), rows, numbers)


def _said(
    key: str, printed: str, standing: Standing, quantity: Quantity, row: Row | None
) -> Number:
    is_open = row is not None and row.observation.status not in FACTS
    looks = (standing.value, *([OPEN] * is_open), *([REVIEW] * (standing in TO_REVIEW)))
    return Number(
        key=key,
        printed=printed,
        looks=" ".join(looks),
        hint=_hint(quantity, standing, row),
        row=f"r-{key.partition('-')[0]}-{row.number}" if row else None,
    )


def _hint(quantity: Quantity, standing: Standing, row: Row | None) -> str:
    """Say in one line what the number is."""
    if row is None:
        return f"{say(wording.KIND, quantity.kind)} · {say(WORDS, standing)}"
    said = row.observation
    parts = (
        said.ref_area,
        said.indicator,
        say(wording.MEASURE, said.measure),
        said.time_period,
        say(wording.STATUS, said.status),
        say(WORDS, standing),
    )
    return visible(" · ".join(part for part in parts if part))
