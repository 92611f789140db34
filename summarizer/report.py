"""What we say: verdicts on claims, and the report of an article and of an issue.

Field names are a contract (`schemas/issue-report.json`). All offsets are half-open code points of
the decoded issue text; decimals travel as strings.
"""

from decimal import Decimal
from enum import StrEnum

from summarizer.document import FurnitureRole, Role
from summarizer.quantity import Quantity
from summarizer.setting import Box
from summarizer.summary import Aside, Border, KeyPoint, Measure, Relation, Status


class Verdict(StrEnum):
    """FEVER's three verdicts."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH_INFO = "not_enough_info"


class Tier(StrEnum):
    """What a verdict is about, from what can be proven to what has to be read.

    `number`: value, unit, bound, sign and kind, by the characters. `reading`: whose figure it is,
    of what, when, and done or only meant. `derived`: arithmetic with figures of the article.
    """

    NUMBER = "number"
    READING = "reading"
    DERIVED = "derived"


class Certainty(StrEnum):
    """How a reading comes by what it says."""

    EXPLICIT = "explicit"  # it is said with the figure
    CARRIED = "carried"  # it was said before, and holds on
    AMBIGUOUS = "ambiguous"  # it may be read in more than one way


class Confidence(Border):
    """How sure a reading is: field by field how it is come by, and `p`, that all of it is right.

    `p` is calibrated: of the readings with .9, nine of ten are right. A field is None where there
    is nothing to read.
    """

    ref_area: Certainty | None = None
    indicator: Certainty | None = None
    time_period: Certainty | None = None
    status: Certainty | None = None
    p: float | None = None


class Outcome(StrEnum):
    """How figures of the source agree among themselves."""

    EXACT = "exact"
    ROUNDING = "rounding"
    MISMATCH = "mismatch"
    REVIEW = "review"
    NOT_CHECKABLE = "not_checkable"


AGREED = frozenset({Outcome.EXACT, Outcome.ROUNDING})
ALARMS = frozenset({Outcome.MISMATCH, Outcome.REVIEW})
"""Outcomes that say so, and those that ask somebody to look."""


class Origin(StrEnum):
    """Whose word a row is."""

    MODEL = "model"
    ENGINE = "engine"  # the embedded one
    PERSON = "person"


class Place(Border):
    """A half-open stretch of the issue text."""

    start: int
    end: int


class Finding(Border):
    """The verdict on one claim.

    `subject` says which claim: `abstract`, `key_points/1`, `observations/3`. `claim` is its
    wording, `reason` a stable code, `message` a sentence that a model or a reader can act on.
    `tier` says what the verdict is about; `confidence`, of what is supported, how sure the reading
    is that goes with the proven number.
    """

    subject: str
    claim: str
    verdict: Verdict
    reason: str
    message: str = ""
    evidence: tuple[Place, ...] = ()
    tier: Tier | None = None
    confidence: Confidence | None = None


class Check(Border):
    """One rule applied to figures of the source, by quantity id.

    `candidates` are corrected figures that would make every relation hold, likeliest first.
    They are offered, never applied.
    """

    rule: str
    result: Outcome
    formula: str
    quantities: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    message: str = ""


class Observation(Border):
    """One row of the indicator table: who, what, when, how much, and where it stands.

    `value` is in `unit`, multiplied out; `unit_mult` is the power of ten as printed. `origin` is
    None in reports of versions that did not record it.
    """

    quantity: str
    ref_area: str | None
    indicator: str
    indicator_code: str | None
    scope: str | None
    measure: Measure
    basis: str | None = None
    """What it is compared with, or a part of, in the article's words: 同比, 占全市."""
    time_period: str | None
    time_period_text: str | None
    status: Status
    value: Decimal | None
    unit: str | None
    unit_mult: int
    verdict: Verdict
    confidence: Confidence | None = None
    """How sure the reading is; None where nobody has said."""
    origin: Origin | None = None


class Summary(Border):
    """The released summary of an article."""

    abstract: str
    key_points: tuple[KeyPoint, ...]


class BlockPlace(Place):
    """A block of an article, in reading order.

    `page` (from 1) and `box` tell where it is printed, if the file has pages; None if not.
    """

    role: Role
    page: int | None = None
    box: Box | None = None


class FurniturePlace(Place):
    """A stretch of the page that belongs to no article."""

    role: FurnitureRole


class Quote(Place):
    """A stretch of the issue text together with its characters."""

    text: str


class ArticleReport(Border):
    """Everything we say about one article."""

    id: str
    headline: str | None
    byline: str | None
    section: str | None
    truncated: bool
    confidence: float | None = None
    """How sure it is that the article begins and ends where it does, between 0 and 1."""
    blocks: tuple[BlockPlace, ...]
    quantities: tuple[Quantity, ...]
    summary: Summary
    observations: tuple[Observation, ...]
    relations: tuple[Relation, ...] = ()
    asides: tuple[Aside, ...] = ()
    """Numbers that have no row because whoever drafted says that they measure nothing."""
    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]


class IssueInfo(Border):
    """The issue that was read. `id` is its content hash, `sha256` that of the UTF-8 text."""

    id: str
    source: str
    sha256: str
    title: str | None
    date: str | None
    characters: int


class Run(Border):
    """Under which conditions a report was made."""

    id: str
    started: str
    model: str
    prompt: str | None
    version: str


class Ledger(Border):
    """Every numeral of the page, accounted for."""

    numerals: int
    claimed: int
    unclaimed: tuple[Quote, ...]


class Failure(Border):
    """Trouble with one article, as a value."""

    article: str
    error: str
    message: str


class Usage(Border):
    """What the model was asked and what it cost; an unknown price is None, never zero."""

    requests: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: Decimal | None = None


class JoinPlace(Place):
    """Where a continuation was joined to its article, the reason, and a score (log-odds)."""

    article: str
    score: float
    reason: str


class Correction(Quote):
    """What a person changed, where, who and when, and what became of it.

    `op` is `set reject add split join role note`; `result` is `applied`, or why it does not fit
    this text: `lost no_article no_figure no_row`.
    """

    op: str
    by: str
    at: str
    result: str
    note: str = ""


class IssueReport(Border):
    """Everything we say about one issue."""

    issue: IssueInfo
    run: Run
    articles: tuple[ArticleReport, ...]
    furniture: tuple[FurniturePlace, ...]
    joins: tuple[JoinPlace, ...] = ()
    ledger: Ledger
    failures: tuple[Failure, ...] = ()
    usage: Usage = Usage()
    corrections: tuple[Correction, ...] = ()
