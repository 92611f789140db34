"""The indicator table as Parquet."""

import io
import sys
from decimal import Decimal

import pyarrow.parquet as pq
import pytest

from summarizer.errors import RenderingError
from summarizer.renderers.parquet import render
from summarizer.report import IssueReport
from summarizer.table import OBSERVATIONS
from tests.invented_page import TEXT, report


def _with_value(value: str) -> IssueReport:
    page = report()
    first = page.articles[0].observations[0].model_copy(update={"value": Decimal(value)})
    article = page.articles[0].model_copy(update={"observations": (first,)})
    return page.model_copy(update={"articles": (article,)})


def test_reading_it_back_gives_the_table():
    """Cell for cell, decimals as decimals."""
    read = pq.read_table(io.BytesIO(render(report(), TEXT)))
    assert [tuple(row.values()) for row in read.to_pylist()] == list(
        OBSERVATIONS.cells(report(), TEXT)
    )


@pytest.mark.parametrize("value", ["0.000000000001", "1E+30", "12345678901234567890123456789.125"])
def test_no_digit_is_lost(value: str):
    """The column is as wide as its widest figure."""
    read = pq.read_table(io.BytesIO(render(_with_value(value), TEXT)))
    assert read["value"][0].as_py() == Decimal(value)


def test_columns_say_what_they_mean_and_the_file_what_it_was_made_of():
    """The meaning travels with the data."""
    schema = pq.read_schema(io.BytesIO(render(report(), TEXT)))
    assert schema.metadata[b"sha256"] == report().issue.sha256.encode()
    assert schema.field("status").metadata[b"title"] == "状态".encode()


def test_an_empty_table_is_a_table():
    """A page without figures still has columns."""
    empty = report().model_copy(update={"articles": ()})
    assert pq.read_table(io.BytesIO(render(empty, TEXT))).num_rows == 0


def test_without_pyarrow_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    """Parquet is an extra."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(RenderingError, match=r"newspaper-summarizer\[parquet\]"):
        render(report(), TEXT)
