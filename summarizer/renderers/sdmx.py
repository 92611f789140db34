"""The indicator table as SDMX-CSV 2.0, for statisticians.

    86.4亿元  →  OBS_VALUE 86.4   UNIT_MULT 8   UNIT_MEASURE CNY   OBS_STATUS A

SDMX has no code for a target, a plan or a design capacity: they are forecasts (F) there, and
`STATEMENT` keeps what they are. Nor has it one for a bound: 不超过2亿元 is OBS_VALUE 2 with
MODIFIER LE and HIGH 2; an interval without a value has LOW and HIGH. Areas and indicators
without a code keep the name in the paper. CONFIDENCE is how likely owner and indicator are right.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from summarizer.report import IssueReport, Verdict
from summarizer.standing import TO_REVIEW, Standing
from summarizer.summary import Status
from summarizer.table import OBSERVATIONS, Cell, Row, comma_separated

STRUCTURE = ("dataflow", "SUMMARIZER:NEWS_INDICATORS(1.0)", "I")
ACTION = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
DIMENSIONS = ("FREQ", "REF_AREA", "INDICATOR", "SCOPE", "MEASURE", "STATEMENT")
ORIGIN = ("ISSUE", "ARTICLE", "QUANTITY")
VALUE = ("TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT_MEASURE", "UNIT_MULT", "DECIMALS")
BOUNDS = ("MODIFIER", "LOW", "HIGH")
HEADER = (*ACTION, *DIMENSIONS, *ORIGIN, *VALUE, *BOUNDS, "CONFIDENCE", "COMMENT_OBS")
STATUS: Mapping[str, str] = {
    Status.ACTUAL: "A",
    Status.PRELIMINARY: "P",
    Status.PLAN: "F",
    Status.TARGET: "F",
    Status.FORECAST: "F",
    Status.CAPACITY: "F",
}
SUSPECT, UNVALIDATED, MISSING = "U", "V", "O"
FREQUENCIES = (
    (re.compile(r"\d{4}"), "A"),
    (re.compile(r"\d{4}-S[12]"), "S"),
    (re.compile(r"\d{4}-Q[1-4]"), "Q"),
    (re.compile(r"\d{4}-\d\d"), "M"),
    (re.compile(r"\d{4}-\d\d-\d\d"), "D"),
)
OTHER, UNKNOWN = "_O", "_U"


def render(report: IssueReport, text: str) -> bytes:
    """Return one observation a line, the value in the magnitude in which it was printed."""
    return comma_separated(HEADER, map(_line, OBSERVATIONS.rows(report, text)))


def _line(row: Row) -> tuple[Cell, ...]:
    said = row.observation
    return (
        *STRUCTURE,
        _frequency(said.time_period),
        said.ref_area,
        said.indicator_code or said.indicator,
        said.scope,
        said.measure.upper(),
        said.status.upper(),
        row.issue.id,
        row.article.id,
        said.quantity,
        said.time_period,
        _scaled(said.value, said.unit_mult),
        _status(row),
        said.unit,
        said.unit_mult,
        row.quantity.decimals if row.quantity else None,
        *_bounds(row),
        _sure(row),
        row.sentence,
    )


def _sure(row: Row) -> Cell:
    sure = row.observation.confidence
    return None if sure is None or sure.p is None else Decimal(str(sure.p))


def _bounds(row: Row) -> tuple[Cell, ...]:
    quantity, power = row.quantity, row.observation.unit_mult
    if quantity is None:
        return None, None, None
    modifier = quantity.modifier.upper() if quantity.modifier else None
    return modifier, _scaled(quantity.low, power), _scaled(quantity.high, power)


def _frequency(period: str | None) -> str:
    if period is None:
        return UNKNOWN
    found = (code for pattern, code in FREQUENCIES if pattern.fullmatch(period))
    return next(found, OTHER)


def _scaled(value: Decimal | None, power: int) -> Decimal | None:
    """Take the multiplier out again; the exponent moves, no digit is lost."""
    if value is None:
        return None
    scaled = value.scaleb(-power).normalize()
    return scaled.quantize(Decimal(1)) if scaled == scaled.to_integral_value() else scaled


def _status(row: Row) -> str:
    if row.observation.value is None:
        return MISSING
    if row.standing is Standing.MISMATCH:
        return SUSPECT
    if row.standing in TO_REVIEW or row.observation.verdict is not Verdict.SUPPORTED:
        return UNVALIDATED
    return STATUS[row.observation.status]
