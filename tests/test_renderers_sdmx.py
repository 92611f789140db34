"""The indicator table as SDMX-CSV."""

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest

from summarizer.renderers.sdmx import _frequency, _scaled, _status, render
from summarizer.report import Verdict
from summarizer.standing import Standing
from summarizer.summary import Status
from summarizer.table import OBSERVATIONS
from tests.invented_page import TEXT, report

ROWS = list(OBSERVATIONS.rows(report(), TEXT))


def _read() -> list[dict[str, str]]:
    content = render(report(), TEXT).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline="")))


def test_value_times_multiplier_is_the_figure():
    """As printed: 86.4 with a multiplier of eight."""
    for line, row in zip(_read(), ROWS, strict=True):
        value = Decimal(line["OBS_VALUE"]).scaleb(int(line["UNIT_MULT"]))
        assert value == row.observation.value
    assert (_read()[0]["OBS_VALUE"], _read()[0]["UNIT_MULT"]) == ("86.4", "8")


def test_a_target_is_a_forecast_that_says_it_is_a_target():
    """SDMX has no code for it."""
    assert (_read()[7]["OBS_STATUS"], _read()[7]["STATEMENT"]) == ("F", "TARGET")


@pytest.mark.parametrize(
    ("status", "code"), [(Status.ACTUAL, "A"), (Status.PRELIMINARY, "P"), (Status.CAPACITY, "F")]
)
def test_a_supported_figure_has_the_code_of_its_status(status: Status, code: str):
    """A, P or F."""
    said = ROWS[0].observation.model_copy(update={"status": status})
    assert _status(replace(ROWS[0], observation=said)) == code


def test_what_is_suspect_unvalidated_or_missing_says_so():
    """Before its status is asked."""
    said = ROWS[0].observation
    assert _status(replace(ROWS[0], standing=Standing.MISMATCH)) == "U"
    refuted = said.model_copy(update={"verdict": Verdict.REFUTED})
    assert _status(replace(ROWS[0], observation=refuted)) == "V"
    assert _status(replace(ROWS[0], observation=said.model_copy(update={"value": None}))) == "O"


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
    assert _frequency(period) == code


@pytest.mark.parametrize(
    ("value", "power", "scaled"),
    [
        ("8640000000", 8, "86.4"),
        ("-12.50", 0, "-12.5"),
        ("17000000", 4, "1700"),
        ("500", 4, "0.05"),
    ],
)
def test_scaling_moves_the_point_and_nothing_else(value: str, power: int, scaled: str):
    """No float, no exponent."""
    assert str(_scaled(Decimal(value), power)) == scaled
