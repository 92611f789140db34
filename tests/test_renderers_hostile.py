"""Hostile headlines, names, figures and file names go through every renderer, and none acts."""

import csv
import io
import json
import re
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Dialog, sync_playwright

from summarizer.renderers import renderer
from summarizer.report import IssueReport
from summarizer.table import OBSERVATIONS
from summarizer.table.commas import ACTIVE
from summarizer.wording import on_one_line, visible
from tests.hostile_page import ATTACKS, page

REPORT, TEXT = page()
ELEMENTS = re.compile(
    r"<(script|img|iframe|svg|style|base|meta|link|a)\b(?! href=\"#)", re.IGNORECASE
)


def _rendered(name: str) -> bytes:
    return renderer(name)(REPORT, TEXT)


def _csv_files() -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(_rendered("datapackage-zip"))) as archive:
        tables = [archive.read(name) for name in archive.namelist() if name.endswith(".csv")]
    return [_rendered("csv"), _rendered("sdmx-csv"), *tables]


def test_there_are_attacks_enough():
    """And each is another one."""
    assert len(set(ATTACKS)) == len(ATTACKS) >= 40


def test_a_browser_shows_the_page_and_runs_nothing(tmp_path: Path):
    """No dialog, no complaint, no request, no element that is not ours; the words are there."""
    path = tmp_path / "report.html"
    path.write_bytes(_rendered("html"))
    happened: list[str] = []
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        opened = browser.new_page()

        def dismiss(dialog: Dialog) -> None:
            happened.append(dialog.message)
            dialog.dismiss()

        opened.on("dialog", dismiss)
        opened.on("console", lambda message: happened.append(message.text))
        opened.on("pageerror", lambda error: happened.append(str(error)))
        opened.on("request", lambda request: happened.append(request.url))
        opened.goto(path.as_uri())
        for _ in range(3):
            opened.keyboard.press("n")
        opened.hover("#s-0 .check")
        assert opened.locator("script, style, link, meta").count() == 2 + 1 + 5
        assert opened.locator("img, iframe, object, embed, base, [onload], [onerror]").count() == 0
        headlines = opened.locator(".sheet h3").all_text_contents()
        browser.close()
    assert happened == [path.as_uri()]
    assert headlines == [on_one_line(attack) for attack in ATTACKS]


@pytest.mark.parametrize("name", ["markdown", "kuaibao", "yaowen", "zhuanbao"])
def test_a_markdown_reader_finds_no_element_of_theirs(name: str):
    """Not even one that passes HTML through."""
    written = _rendered(name).decode()
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    assert not ELEMENTS.search(reader.render(written))
    assert not re.search(r"https?:|www\.", written)


@pytest.mark.parametrize("number", range(9))
def test_no_text_cell_of_a_csv_starts_like_a_formula(number: int):
    """The numbers may: -1.50 is a number."""
    content = _csv_files()[number]
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    cells = {cell for row in rows[1:] for cell in row if not re.fullmatch(r"-?[0-9.]+", cell)}
    assert not [cell for cell in cells if cell.startswith(ACTIVE) and not cell.startswith("'")]


def test_the_workbook_has_no_formula_and_no_link_out():
    """As another program reads it."""
    book = openpyxl.load_workbook(io.BytesIO(_rendered("xlsx")))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert not [cell for cell in cells if cell.hyperlink and cell.hyperlink.target]


def test_an_office_program_calculates_nothing(tmp_path: Path):
    """LibreOffice opens workbook and tables and finds not one formula."""
    (tmp_path / "book.xlsx").write_bytes(_rendered("xlsx"))
    for number, content in enumerate(_csv_files()):
        (tmp_path / f"table{number}.csv").write_bytes(content)
    files = sorted(path.name for path in tmp_path.iterdir())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "ods", "--outdir", "out", *files]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    converted = list((tmp_path / "out").glob("*.ods"))
    assert len(converted) == len(files)
    for path in converted:
        content = zipfile.ZipFile(path).read("content.xml").decode()
        assert "table:formula" not in content
        assert 'xlink:href="http' not in content


def test_a_terminal_gets_no_control_character():
    """No colour, no link, no bell, no reordering of theirs."""
    shown = _rendered("text").decode()
    assert visible(shown) == shown
    assert "[bold red]不是样式[/]" in shown


@pytest.mark.parametrize("name", ["json", "jsonl", "datapackage", "annotations"])
def test_json_stays_json(name: str):
    """Whatever stands in it."""
    content = _rendered(name).decode()
    lines = content.splitlines() if name == "jsonl" else [content]
    assert all(json.loads(line) for line in lines)


def test_files_for_machines_keep_every_character():
    """Nothing is cleaned away: JSON and Parquet read back equal."""
    assert IssueReport.model_validate_json(_rendered("json")) == REPORT
    read = pq.read_table(io.BytesIO(_rendered("parquet"))).to_pylist()
    assert [tuple(row.values()) for row in read] == list(OBSERVATIONS.cells(REPORT, TEXT))
