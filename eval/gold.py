"""What is true of a page: the gold that predictions are compared with.

    Sample ── text, date, split
      ├─ GoldArticle ── headline, byline, blocks in reading order
      │    ├─ GoldQuantity   every number: what it says, or that it is a trap (131, 十九大)
      │    ├─ GoldRow        the indicator table
      │    └─ key facts
      ├─ furniture
      ├─ claims  sentences about the page, true or false, for the verifier
      └─ draft   what a careful reader replied to our prompt

All offsets are half-open code points of the sample's text. `asks` names the tasks a sample has
gold for; where an annotator left something open, `required` is False: finding it is no error,
missing it no miss.
"""

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from summarizer.document import Block, Issue, Role
from summarizer.quantity import Kind, Modifier
from summarizer.report import FurniturePlace, Place, Quote
from summarizer.summary import Border, Measure, Status
from summarizer.text import Span


class Question(StrEnum):
    """What a sample can be asked, bottom-up: a bad score names its floor."""

    SEGMENTATION = "segmentation"
    QUANTITIES = "quantities"
    INDICATORS = "indicators"
    VERIFICATION = "verification"
    CLAIMS = "claims"
    DRAFTS = "drafts"
    SUMMARIES = "summaries"


OF_A_PAGE = (
    Question.SEGMENTATION,
    Question.QUANTITIES,
    Question.INDICATORS,
    Question.VERIFICATION,
    Question.SUMMARIES,
)
"""What a page can be asked whose articles and rows are known."""


class GoldBlock(Place):
    """A block of an article; `continues` means that it goes on in the sentence before it."""

    role: Role
    continues: bool = False


class GoldQuantity(Quote):
    """A number of the page. A trap keeps its digits but measures nothing."""

    kind: Kind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    modifier: Modifier | None = None
    time_period: str | None = None
    required: bool = True
    form: str = "arabic"
    """The slice it counts in: arabic, hanzi, mixed, range, percent …"""


class GoldRow(Quote):
    """One row of the indicator table; its place is that of the digits."""

    value: Decimal | None
    unit: str | None
    entity: str | None
    """Who; other names the annotator would take follow after a bar: 岚州|全市."""
    indicator: str
    measure: Measure
    also: tuple[Measure, ...] = ()
    """What the measure may be called too: a rate (毛利率) is a level and a share."""
    status: tuple[Status, ...]
    """What may be said of it: a capacity is a plan or a forecast."""
    period: str | None = None
    period_text: str | None = None
    english: str | None = None
    """The indicator in English, where the gold has it."""
    modifier: Modifier | None = None
    required: bool = True
    group: str | None = None
    """Rows of one printed figure (6-8亿元) share a group."""

    @property
    def names(self) -> tuple[str, ...]:
        """Who, under every name that is right, the best first."""
        return tuple(self.entity.split("|")) if self.entity else ()


class KeyFact(Border):
    """Something a summary should say."""

    text: str


class GoldArticle(Border):
    """One article as an annotator, or the generator, knows it."""

    id: str
    headline: str | None
    byline: str | None
    blocks: tuple[GoldBlock, ...]
    truncated: bool = False
    quantities: tuple[GoldQuantity, ...] = ()
    rows: tuple[GoldRow, ...] = ()
    key_facts: tuple[KeyFact, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where the article lies on the page."""
        return tuple(Span(block.start, block.end) for block in self.blocks)

    @property
    def parts(self) -> tuple[Block, ...]:
        """The blocks as the segmentation would give them."""
        return tuple(
            Block(Span(block.start, block.end), block.role, block.continues)
            for block in self.blocks
        )


class GoldClaim(Border):
    """A sentence that somebody wrote about an article, knowing whether it is true."""

    id: str
    text: str
    true: bool
    kind: str
    """How it is true (derived, rounded …), or in which way it is false (owner, period …)."""


class DraftSentence(Border):
    """The abstract or a key point of a draft, and where the figures begin that it cites."""

    text: str
    cites: tuple[int, ...] = ()


class DraftRow(Place):
    """A row of a draft: the place of the cited figure, and what the reader wrote in each cell."""

    printed: str
    entity: str | None
    indicator: str
    scope: str | None
    measure: Measure
    time: str | None
    status: Status


class Draft(Border):
    """A draft as our prompt asks for it. It is true but for a few slips."""

    sentences: tuple[DraftSentence, ...]
    rows: tuple[DraftRow, ...]


class Sample(Border):
    """A page with everything that is known about it."""

    id: str
    text: str
    date: dt.date | None = None
    articles: tuple[GoldArticle, ...]
    furniture: tuple[FurniturePlace, ...] = ()
    asks: tuple[Question, ...]
    claims: tuple[GoldClaim, ...] = Field(default=(), exclude_if=lambda claims: not claims)
    draft: Draft | None = Field(default=None, exclude_if=lambda draft: draft is None)
    """Left out where there is none, so that the digests of other sets stay as they are."""
    tags: tuple[str, ...] = ()
    """How the page was laid out, to slice by: jump, caption, truncated …"""

    @model_validator(mode="after")
    def _quotes_are_true(self) -> Self:
        for article in self.articles:
            for quote in (*article.quantities, *article.rows):
                found = self.text[quote.start : quote.end]
                if found != quote.text:
                    raise ValueError(f"{self.id}: {quote.start} is {found!r}, not {quote.text!r}")
        return self

    @property
    def issue(self) -> Issue:
        """The page as the reader hands it on."""
        from hashlib import sha256

        digest = sha256(self.text.encode()).hexdigest()
        return Issue(f"sha256:{digest}", self.id, self.text, digest, date=self.date)
