"""The indicator table as SDMX-CSV."""

import csv
import io
from decimal import Decimal

import pytest

from summarizer.renderers.sdmx import render
from summarizer.report import Check, IssueReport, Outcome, Verdict
from summarizer.summary import Status
from summarizer.table import OBSERVATIONS
from tests.invented_page import TEXT, report


def _read(page: IssueReport) -> list[dict[str, str]]:
    content = render(page, TEXT).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def test_a_bound_travels_with_its_value():
    """`at least 180` is never exported as 180 alone."""
    line = next(line for line in _read(report()) if line["QUANTITY"] == "Q10")
    assert (line["OBS_VALUE"], line["MODIFIER"], line["LOW"]) == ("180", "GT", "180")


def _changed(*, checks: tuple[Check, ...] = (), **update: object) -> dict[str, str]:
    """Return the line of the first observation with some of its fields changed."""
    article = report().articles[0]
    said = article.observations[0].model_copy(update=update)
    changed = article.model_copy(update={"observations": (said,), "checks": checks})
    return _read(report().model_copy(update={"articles": (changed,)}))[0]


def test_value_times_multiplier_is_the_figure():
    """As printed: 86.4 with a multiplier of eight."""
    rows = OBSERVATIONS.rows(report(), TEXT)
    for line, row in zip(_read(report()), rows, strict=True):
        value = Decimal(line["OBS_VALUE"]).scaleb(int(line["UNIT_MULT"]))
        assert value == row.observation.value


@pytest.mark.parametrize(
    ("value", "power", "scaled"),
    [("8640000000", 8, "86.4"), ("-12.50", 0, "-12.5"), ("17000000", 4, "1700"), ("0", 8, "0")],
)
def test_scaling_moves_the_point_and_nothing_else(value: str, power: int, scaled: str):
    """No float, no exponent."""
    assert _changed(value=Decimal(value), unit_mult=power)["OBS_VALUE"] == scaled


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (Status.ACTUAL, "A"),
        (Status.PRELIMINARY, "P"),
        (Status.TARGET, "F"),
        (Status.CAPACITY, "F"),
    ],
)
def test_a_supported_figure_has_the_code_of_its_status(status: Status, code: str):
    """A target is a forecast that says it is a target: SDMX has no code for it."""
    line = _changed(status=status)
    assert (line["OBS_STATUS"], line["STATEMENT"]) == (code, status.upper())


def test_what_is_suspect_unvalidated_or_missing_says_so():
    """Before its status is asked."""
    torn = Check(rule="share", result=Outcome.MISMATCH, formula="≠", quantities=("Q3",))
    assert _changed(checks=(torn,))["OBS_STATUS"] == "U"
    assert _changed(verdict=Verdict.REFUTED)["OBS_STATUS"] == "V"
    assert _changed(value=None)["OBS_STATUS"] == "O"


@pytest.mark.parametrize(
    ("period", "code"),
    [
        ("2017", "A"),
        ("2018-S1", "S"),
        ("2018-Q3", "Q"),
        ("2018-02", "M"),
        ("2018-02-28", "D"),
        ("2018-01-01/P4M", "_O"),
        (None, "_U"),
    ],
)
def test_the_frequency_is_read_off_the_period(period: str | None, code: str):
    """A stretch of four months has no frequency."""
    assert _changed(time_period=period)["FREQ"] == code
