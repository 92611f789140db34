"""Scans and pictures: what an OCR sees, and how sure it is of the figures."""

import io
import json
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas

from summarizer.document import Issue
from summarizer.errors import ReadingError
from summarizer.models import open_model
from summarizer.pipeline import summarize_issue
from summarizer.quantities import find_quantities
from summarizer.reading import read_issue
from summarizer.report import IssueReport, Verdict
from summarizer.setting import Setting
from summarizer.text import Span

HEADLINE = "砚北区前三季度经济运行平稳"
LINES = (
    "　　今年前三季度，砚北区完成工业总产值",
    "1286.4亿元，同比增长7.3%，高于全市平均",
    "1.8个百分点；固定资产投资305.27亿元，增",
    "长12.6%；社会消费品零售总额98.5亿元，增",
    "长4.9%。",
    "　　全区新设企业2187家，其中外资企业36",
    "家；出口额达到17.93亿美元，下降3.4%。规",
    "上工业企业596家，用工8.75万人。",
    "　　霁川镇粮食播种面积13.6万亩，总产量",
    "6.42万吨，亩产472公斤。青峦镇新建厂房",
    "25000平方米，引进项目19个，总投资56亿元。",
    "　　前三季度，区财政收入41.08亿元，增长",
    "6.7%；城镇新增就业5310人，居民人均可支配",
    "收入30916元，增长5.2%。",
)
WITHOUT_OCR = "import sys; sys.modules['rapidocr'] = None; from summarizer.cli import main; main()"
TEXT = "".join(line.strip("　") for line in LINES)


@pytest.fixture(scope="module")
def scanned() -> bytes:
    """Print the page, and take a picture of it at 200 dpi."""
    registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(330, 330))
    canvas.setFont("STSong-Light", 18)
    canvas.drawString(30, 290, HEADLINE)
    canvas.setFont("STSong-Light", 11)
    for number, line in enumerate(LINES):
        indent = 22 if line[0] == "　" else 0
        canvas.drawString(30 + indent, 255 - 17 * number, line.strip("　"))
    canvas.save()
    with pypdfium2.PdfDocument(out.getvalue()) as document:
        picture = document[0].render(scale=200 / 72).to_pil()
    picture.save(out := io.BytesIO(), "PNG", dpi=(200, 200))
    return out.getvalue()


@pytest.fixture(scope="module")
def seen(scanned: bytes) -> Issue:
    """Read the picture."""
    return read_issue(scanned, name="scan.png")


@pytest.fixture(scope="module")
def report(seen: Issue) -> IssueReport:
    """Summarise what was seen."""
    return summarize_issue(seen, open_model("extractive"))


def figures(text: str) -> Counter[tuple[object, ...]]:
    """Return the figures of a text: value and unit."""
    return Counter((each.value, each.unit) for each in find_quantities(text) if each.is_figure)


def test_the_figures_of_a_scan_are_right(report: IssueReport):
    """At 200 dpi 98 figures of a hundred come out with value and unit."""
    printed = figures(TEXT)
    read = Counter(
        (each.value, each.unit)
        for article in report.articles
        for each in article.quantities
        if each.is_figure
    )
    assert (printed & read).total() >= 0.98 * printed.total()


def test_no_wrong_figure_of_a_scan_is_proven(report: IssueReport):
    """What was misread is not among the rows that are called supported."""
    printed = figures(TEXT)
    rows = [row for article in report.articles for row in article.observations]
    proven = {(row.value, row.unit) for row in rows if row.verdict is Verdict.SUPPORTED}
    assert proven
    assert proven <= set(printed)


def test_a_scan_has_its_headline(report: IssueReport):
    """Type sizes are seen, too."""
    assert [article.headline for article in report.articles] == [HEADLINE]


def test_a_scan_within_a_pdf_is_read(scanned: bytes):
    """A PDF whose page is a picture is read like the picture."""
    assert "1286.4亿元" in read_issue(bound(scanned), name="scan.pdf").text


@pytest.fixture(scope="module")
def mixed(scanned: bytes) -> bytes:
    """Return a PDF of a page of text and a scan, on which the scanner stamped a number."""
    return bound(scanned, before="青峦镇引进项目19个，总投资56亿元。", stamp="No.20240305-03")


def test_a_scan_among_pages_of_text_is_read(mixed: bytes):
    """Neither the text beside it nor a scanner's stamp on it hides what it shows."""
    text = read_issue(mixed, name="mixed.pdf").text
    assert "总投资56亿元" in text
    assert "1286.4亿元" in text


def test_a_scan_that_nobody_can_read_is_a_failure(mixed: bytes, tmp_path: Path):
    """Without an OCR the pages of text are read, and the other one is told with what to do."""
    (tmp_path / "mixed.pdf").write_bytes(mixed)
    told = subprocess.run(
        [sys.executable, "-c", WITHOUT_OCR, tmp_path / "mixed.pdf", "--format", "json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 1
    assert "p2: a picture without text; install" in told.stderr
    assert "总投资56亿元" in json.loads(told.stdout)["articles"][0]["summary"]["abstract"]


def bound(scanned: bytes, before: str = "", stamp: str = "") -> bytes:
    """Bind a scan into a PDF, perhaps behind a page of text and with a stamp over it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(330, 330))
    for size, text in [(18, "青峦引来新项目"), (11, before)] if before else []:
        canvas.setFont("STSong-Light", size)
        canvas.drawString(30, 200 + 3 * size, text)
    if before:
        canvas.showPage()
    canvas.drawImage(ImageReader(io.BytesIO(scanned)), 0, 0, 330, 330)
    canvas.drawString(230, 5, stamp)
    canvas.save()
    return out.getvalue()


def test_a_doubtful_digit_is_never_proven():
    """A figure on a line that was not read for sure is left undecided, and says why."""
    page = f"{HEADLINE}\n\n砚北区完成工业总产值1286.4亿元。\n\n青峦镇引进项目19个。"
    start = page.index("青峦镇")
    setting = Setting(doubts=(Span(start, len(page)),))
    issue = replace(read_issue(page.encode(), name="scan.txt"), setting=setting)
    report = summarize_issue(issue, open_model("extractive"))
    rows = [row for article in report.articles for row in article.observations]
    verdicts = {f"{row.value:f}": row.verdict for row in rows}
    assert verdicts == {"128640000000": Verdict.SUPPORTED, "19": Verdict.NOT_ENOUGH_INFO}
    assert "doubtful_digit" in {f.reason for article in report.articles for f in article.findings}


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n broken", b"\xff\xd8\xff\xe0 broken", b"II*\0...."]
)
def test_a_broken_picture_is_said(data: bytes):
    """It ends in one line."""
    with pytest.raises(ReadingError, match="a damaged picture"):
        read_issue(data, name="scan.png")
