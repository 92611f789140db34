"""One call, one object: what notebooks and scripts get of a page."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import SAMPLES

from summarizer import SummarizedPage, summarize
from summarizer.errors import ReadingError, RenderingError

TEXT = "霁川高新区开门红\n今年一季度，霁川高新区完成工业总产值42.6亿元，同比增长8.3%。"


@pytest.fixture(scope="module")
def page() -> SummarizedPage:
    """Summarise a text of two lines."""
    return summarize(TEXT, date=dt.date(2024, 4, 20))


def test_a_string_is_the_text_of_a_page(page: SummarizedPage):
    """Its figures are rows with Decimals and resolved times."""
    first = page.rows()[0]
    assert (first["value"], first["unit"]) == (Decimal(4260000000), "CNY")
    assert first["time_period"] == "2024-Q1"


def test_a_path_is_a_file():
    """Of any format that can be read."""
    assert len(tuple(summarize(SAMPLES / "zone-news.txt"))) == 3


def test_the_table_is_a_dataframe(page: SummarizedPage):
    """With the columns of the indicator table, and decimals that stay decimals."""
    frame = page.to_dataframe()
    assert list(frame["printed"]) == ["42.6亿元", "8.3%"]
    assert frame["value"][0] == Decimal(4260000000)


def test_a_page_is_written_and_shown(page: SummarizedPage, tmp_path: Path):
    """The suffix chooses the format; a notebook gets the report in a frame without scripts."""
    page.write(tmp_path / "page.csv")
    assert (tmp_path / "page.csv").read_bytes() == page.to_bytes("page.csv")
    assert json.loads(page.to_json())["articles"]
    assert page._repr_html_().startswith('<iframe srcdoc="&lt;!doctype html')


def test_what_cannot_be_is_told(page: SummarizedPage):
    """As one line each."""
    with pytest.raises(ReadingError):
        summarize("  ")
    with pytest.raises(RenderingError):
        page.to_bytes("page.unknown")


@pytest.mark.parametrize("wrong", [None, 5, ["青山区增长8%。"], "page.txt", "papers/报纸.pdf"])
def test_what_is_no_page_is_told_in_one_line(wrong: object):
    """What was given, and what to give instead; a file's name is not taken for a text."""
    with pytest.raises(ReadingError, match=r"^[^\n]+; give .*Path[^\n]*$"):
        summarize(wrong)  # type: ignore[arg-type]
