"""The Excel workbook."""

import io
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from summarizer.renderers.xlsx import COLUMNS, render
from summarizer.renderers.xlsx.book import Book, Numeral
from summarizer.table import OBSERVATIONS
from tests.invented_page import TEXT, report

ROWS = list(OBSERVATIONS.rows(report(), TEXT))


@pytest.fixture(scope="module")
def book() -> Workbook:
    """Return the workbook as another program reads it."""
    return openpyxl.load_workbook(io.BytesIO(render(report(), TEXT)))


def test_the_sheets_are_those_of_a_working_paper(book: Workbook):
    """Notes first, then the tables from articles to quotes."""
    assert book.sheetnames == ["说明", "总表", "长表", "宽表", "勾稽", "核验", "摘句"]


def test_headers_stay_in_sight_and_filter(book: Workbook):
    """On every sheet; in the long one whom and what a row is about, too."""
    assert {sheet.freeze_panes for sheet in book} == {"A2", "E2"}
    assert all(sheet.auto_filter.ref for sheet in book)


def test_the_long_table_reads_back_equal(book: Workbook):
    """Codes in Chinese, figures as numbers."""
    read = [tuple(_plain(cell.value) for cell in row) for row in book["长表"].iter_rows(min_row=2)]
    expected = [tuple(_plain(column.say(row)) for column in COLUMNS) for row in ROWS]
    assert read == expected


def test_figure_and_sentence_lead_to_each_other(book: Workbook):
    """Inside the book only."""
    titles = [cell.value for cell in book["长表"][1]]
    figure = book["长表"].cell(2, titles.index("原文数字") + 1)
    assert figure.hyperlink.location == "'摘句'!A2"
    assert book["摘句"]["D2"].hyperlink.location == "'长表'!A2"
    assert "营业收入86.4亿元" in book["摘句"]["E2"].value


def test_the_wide_table_has_only_facts(book: Workbook):
    """A target does not stand beside the actual figure, as if it were one."""
    lines = list(book["宽表"].iter_rows(values_only=True))
    assert lines[0][5:] == ("界", "并列", "2024-S1", "时期不详")
    assert lines[1] == ("云岫高新区", "营业收入", "", "水平", "亿元", None, None, 86.4, None)
    assert "180" not in str(lines)


def test_a_bound_is_a_number_behind_its_sign():
    """Who looks sees >240, who calculates has 240 and the sign beside it."""
    out = io.BytesIO()
    with Book(out, "2024-07-18T08:00:00") as written:
        written.sheet("宽表", ("界", "2024"), [(">", Numeral(Decimal(240), ">"))])
    cell = openpyxl.load_workbook(out)["宽表"]["B2"]
    assert (cell.value, cell.number_format) == (240, '">"#,##0;">"-#,##0')


def test_a_figure_with_more_digits_than_a_number_holds_is_a_text():
    """Excel would round it without a word."""
    page = report()
    first = (
        page.articles[0]
        .observations[0]
        .model_copy(update={"value": Decimal("12345678901234567.8")})
    )
    article = page.articles[0].model_copy(update={"observations": (first,)})
    content = render(page.model_copy(update={"articles": (article,)}), TEXT)
    values = [cell.value for cell in openpyxl.load_workbook(io.BytesIO(content))["长表"][2]]
    assert "12345678901234567.8" in values


def _plain(value: object) -> object:
    return float(value) if isinstance(value, int | Decimal) else value
