"""The indicator table as CSV."""

import csv
import io
from decimal import Decimal

import pytest

from summarizer.renderers.csv import render
from summarizer.table import OBSERVATIONS, plain
from summarizer.table.commas import ACTIVE
from tests.invented_page import TEXT, report

CONTENT = render(report(), TEXT)


def test_spreadsheets_are_told_that_it_is_utf8():
    """Excel reads Chinese only behind a BOM."""
    assert CONTENT.startswith(b"\xef\xbb\xbf")


def test_reading_it_back_gives_the_table():
    """Cell for cell, after taking the guard off."""
    rows = list(csv.reader(io.StringIO(CONTENT.decode("utf-8-sig"), newline="")))
    expected = [[plain(cell) for cell in cells] for cells in OBSERVATIONS.cells(report(), TEXT)]
    assert rows[0] == [column.name for column in OBSERVATIONS.columns]
    assert rows[1:] == expected


@pytest.mark.parametrize("first", ACTIVE)
def test_a_text_never_starts_a_formula(first: str):
    """The guard is an apostrophe, and one apostrophe comes off again."""
    assert plain(f"{first}1+1") == f"'{first}1+1"


def test_numbers_are_written_with_all_digits_and_without_a_guard():
    """A fall is a number, not a formula."""
    assert [plain(Decimal(text)) for text in ("-3.70", "1E+10")] == ["-3.70", "10000000000"]
    assert (plain(-4), plain(None)) == ("-4", "")
