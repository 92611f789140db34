"""One verdict of a row: whatever a reader opens says the same of it, in the same words."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from docx import Document
from lxml import html

from summarizer.models import open_model
from summarizer.pipeline import summarize_issue
from summarizer.reading import read_issue
from summarizer.renderers import renderer
from summarizer.report import IssueReport
from summarizer.standing import TO_REVIEW
from summarizer.table import OBSERVATIONS
from tests import invented_page

SAMPLES = Path(__file__).parent.parent / "samples"
Page = tuple[IssueReport, str]


def sample(name: str) -> Page:
    """Return the report of a page of the samples, and its text."""
    issue = read_issue(SAMPLES / name)
    return summarize_issue(issue, open_model("extractive")), issue.text


@pytest.fixture(scope="module", params=["invented", "continued.txt", "zone-news.txt"])
def page(request: pytest.FixtureRequest) -> Page:
    """Return a report with its text."""
    if request.param == "invented":
        return invented_page.report(), invented_page.TEXT
    return sample(request.param)


def in_html(content: bytes) -> list[str]:
    """Read the last cell of every row of the indicator tables."""
    rows = html.document_fromstring(content.decode()).findall(".//tbody/tr")
    return [str(row[-1].text_content()).strip() for row in rows]


def in_markdown(content: bytes) -> list[str]:
    """Read the last cell of every pipe row that is neither head nor rule."""
    lines = [line for line in content.decode().splitlines() if line.startswith("| ")]
    cells = [line.rstrip(" |").rpartition("| ")[2] for line in lines]
    return [cell for cell in cells if cell not in {"核验", "---"}]


def in_word(content: bytes) -> list[str]:
    """Read the last cell of every row below a head."""
    tables = Document(io.BytesIO(content)).tables
    return [row.cells[-1].text for table in tables for row in table.rows[1:]]


def in_workbook(content: bytes) -> list[str]:
    """Read the column 核验 of the long table."""
    head, *rows = openpyxl.load_workbook(io.BytesIO(content))["长表"].iter_rows(values_only=True)
    return [str(row[head.index("核验")]) for row in rows]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("html", in_html),
        ("markdown", in_markdown),
        ("zhuanbao", in_markdown),
        ("zhuanbao-docx", in_word),
        ("xlsx", in_workbook),
    ],
)
def test_people_read_the_same_words(page: Page, name: str, words: Callable[[bytes], list[str]]):
    """Row by row, in the order of the page."""
    told = [row.word for row in OBSERVATIONS.rows(*page)]
    assert words(renderer(name)(*page)) == told


def test_the_terminal_says_them_too(page: Page):
    """Each as often as there are rows with it, at least: checks use some of the words as well."""
    shown = renderer("text")(*page).decode()
    told = [row.word for row in OBSERVATIONS.rows(*page)]
    assert all(shown.count(word) >= told.count(word) for word in told)


def codes_in_commas(content: bytes) -> list[str]:
    """Read the column `standing`."""
    return [row["standing"] for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))]


def codes_in_parquet(content: bytes) -> list[str]:
    """Read the column `standing`."""
    return [str(each) for each in pq.read_table(io.BytesIO(content))["standing"].to_pylist()]


def codes_in_json(content: bytes) -> list[str]:
    """Derive it again of a report that was written and read."""
    again = IssueReport.model_validate_json(content)
    return [row.standing for row in OBSERVATIONS.rows(again, "".ljust(again.issue.characters))]


@pytest.mark.parametrize(
    ("name", "codes"),
    [("csv", codes_in_commas), ("parquet", codes_in_parquet), ("json", codes_in_json)],
)
def test_machines_read_the_code_of_these_words(
    page: Page, name: str, codes: Callable[[bytes], list[str]]
):
    """One for each row."""
    told = [row.standing.value for row in OBSERVATIONS.rows(*page)]
    assert codes(renderer(name)(*page)) == told


def test_a_statistician_is_told_of_what_is_to_be_reviewed(page: Page):
    """SDMX has codes of its own: suspect, unvalidated, or without a value."""
    lines = csv.DictReader(io.StringIO(renderer("sdmx-csv")(*page).decode("utf-8-sig")))
    doubted = [line["OBS_STATUS"] in {"U", "V", "O"} for line in lines]
    rows = tuple(OBSERVATIONS.rows(*page))
    told = [row.standing in TO_REVIEW or row.observation.value is None for row in rows]
    assert doubted == told


def test_a_program_is_told_to_look_where_a_reader_is(page: Page):
    """What the word calls 存疑 or asks to review is doubtful."""
    rows = tuple(OBSERVATIONS.rows(*page))
    told = ["存疑" in row.word or row.standing in TO_REVIEW for row in rows]
    assert [row.is_doubtful for row in rows] == told
    assert any(told)
