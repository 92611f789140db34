"""Reports in English: every word of ours, in every format that people read."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from summarizer import standing, table, wording
from summarizer.models import open_model
from summarizer.phrases import label, phrasebook, speaking, told
from summarizer.pipeline import summarize_issue
from summarizer.reading import read_issue
from summarizer.renderers import renderer
from summarizer.report import Failure, IssueReport

ENGLISH = phrasebook("en")
HAN = re.compile(r"[\u4e00-\u9fff]")
SAMPLES = Path(__file__).parent.parent / "samples"
AS_PRINTED = re.compile(r"(?<=\])[万亿]*元")
"""The unit of a figure that a check estimates: it is the page's."""
OURS = {"message", "reason"}  # sentences of the program: they are to be said in English
FOR_PEOPLE = (
    "text", "xlsx", "html", "markdown", "kuaibao", "yaowen", "zhuanbao", "kuaibao-docx",
    "zhuanbao-docx",
)  # fmt: skip


def latin(words: str) -> str:
    """Return words of a page as if it were not in Chinese: what is Chinese then is ours."""
    return HAN.sub("x", words)


def without_chinese(value: Any, name: str = "") -> Any:  # noqa: ANN401 - JSON
    """Return a report whose page says nothing in Chinese."""
    if isinstance(value, dict):
        return {key: without_chinese(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [without_chinese(each, name) for each in value]
    if not isinstance(value, str):
        return value
    return AS_PRINTED.sub("", value) if name in OURS else latin(value)


@pytest.fixture(scope="module", params=["continued.txt", "zone-news.txt"])
def page(request: pytest.FixtureRequest) -> tuple[IssueReport, str]:
    """Return a report of a sample and its text, their Chinese replaced."""
    issue = read_issue(SAMPLES / request.param)
    report = summarize_issue(issue, open_model("extractive"))
    failed = Failure(article="A9", error="ModelUnavailable", message="not supported: x")
    plain = without_chinese(report.model_dump(mode="json"))
    again = IssueReport.model_validate(plain)
    return again.model_copy(update={"failures": (failed,)}), latin(issue.text)


def words_of(content: bytes) -> str:
    """Return what is written in a file; of an office file, what a reader sees."""
    if not content.startswith(b"PK"):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        seen = (n for n in package.namelist() if re.search(r"sharedS|workbook|document|commen", n))
        return " ".join(package.read(name).decode() for name in seen)


@pytest.mark.parametrize("name", FOR_PEOPLE)
def test_a_report_in_english_has_no_word_of_ours_in_chinese(
    page: tuple[IssueReport, str], name: str
):
    """Labels, heads, notes, sentences of checks and verdicts, scripts and styles."""
    with speaking("en"):
        written = words_of(renderer(name)(*page))
    found = re.search(".{0,40}[\u4e00-\u9fff]+.{0,40}", written)
    assert found is None, found[0]


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "parquet", "sdmx-csv"])
def test_a_file_for_machines_is_the_same_in_every_language(
    page: tuple[IssueReport, str], name: str
):
    """It has codes, and sentences as they are kept."""
    with speaking("en"):
        english = renderer(name)(*page)
    assert english == renderer(name)(*page)


def test_every_code_has_an_english_word():
    """Whatever a report may hold, not only what a sample happens to."""
    lists = [each for name, each in vars(wording).items() if re.fullmatch("[A-Z]+", name)]
    kept = (each for each in (*lists, standing.WORDS) if isinstance(each, dict))
    words = {word for each in kept for word in each.values()}
    tables = [each for each in vars(table).values() if isinstance(each, table.Table)]
    titles = {title for each in tables for title in (each.title, *(c.title for c in each.columns))}
    assert {
        word for word in words | titles if HAN.search(word)
    } - ENGLISH.translations.keys() == set()


def test_english_has_no_chinese_but_what_it_speaks_of():
    """The qualifiers that a sentence names."""
    quoted = {english for english in ENGLISH.translations.values() if HAN.search(english)}
    assert all("约" in each or "旬" in each for each in quoted)


def test_a_report_is_in_chinese_unless_english_is_asked_for():
    """The language is given back afterwards; one that nobody wrote is Chinese."""
    with speaking("en"):
        assert (label("核验"), told("请复核：没有这个月份。")) == (
            "standing",
            "please review: there is no such month.",
        )
    with speaking("fr"):
        assert label("核验") == "核验"
    assert label("核验") == "核验"
