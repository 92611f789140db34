"""Files of word processors: made by their own libraries, read as pages."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from odf.opendocument import OpenDocumentText
from odf.table import Table, TableCell, TableRow
from odf.text import H, P

from summarizer.document import Issue
from summarizer.errors import ReadingError
from summarizer.reading import read_issue, read_issues
from summarizer.setting import Declared

STORY = "砚北区三个项目昨日开工，总投资12亿元。"


def word() -> bytes:
    """Write a .docx with a heading, a paragraph and a table."""
    document = docx.Document()
    document.add_heading("三个项目开工", level=1)
    document.add_paragraph(STORY)
    table = document.add_table(rows=2, cols=2)
    cells = [cell for row in table.rows for cell in row.cells]
    for cell, text in zip(cells, ("镇", "产值（亿元）", "霁川镇", "41.2"), strict=True):
        cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def open_document() -> bytes:
    """Write an .odt of the same."""
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text="三个项目开工"))
    document.text.addElement(P(text=STORY))
    table = Table()
    for texts in (("镇", "产值（亿元）"), ("霁川镇", "41.2")):
        row = TableRow()
        for text in texts:
            cell = TableCell()
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    document.text.addElement(table)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def book() -> bytes:
    """Write an .epub of one chapter."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/epub+zip")
        package.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="O/book.opf"/></rootfiles></container>',
        )
        package.writestr(
            "O/book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml"/>'
            '</manifest><spine><itemref idref="a"/></spine></package>',
        )
        package.writestr(
            "O/a.xhtml",
            f"<html><body><h1>三个项目开工</h1><p>{STORY}</p><table><tr><th>镇</th>"
            "<th>产值（亿元）</th></tr><tr><td>霁川镇</td><td>41.2</td></tr></table></body></html>",
        )
    return out.getvalue()


def read(data: bytes, name: str) -> Issue:
    """Read one file as the one issue that it is."""
    (issue,) = [read_issue(data, name=name)]
    return issue


@pytest.mark.parametrize(
    ("data", "name"),
    [(word(), "page.docx"), (open_document(), "page.odt"), (book(), "page.epub")],
)
def test_a_document_is_read_with_its_structure(data: bytes, name: str):
    """Heading, paragraph and table come as they were set."""
    issue = read(data, name)
    assert [mark.declared for mark in issue.setting.marks] == [
        Declared.HEADING,
        Declared.PARAGRAPH,
        Declared.ROW,
        Declared.ROW,
    ]
    assert issue.text == f"三个项目开工\n\n{STORY}\n\n镇\t产值（亿元）\n霁川镇\t41.2"


def test_a_document_is_one_issue_and_no_archive(tmp_path: Path):
    """A .docx is a zip, but not a zip of pages."""
    path = tmp_path / "page.docx"
    path.write_bytes(word())
    assert [issue.source for issue in read_issues(path)] == [str(path)]


def test_rich_text_is_read():
    """An .rtf gives its text, in whichever way its characters are written."""
    body = "".join(f"\\u{ord(character)}?" for character in STORY)
    assert STORY in read_issue(f"{{\\rtf1\\ansi {body}\\par}}".encode(), name="page.rtf").text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", r"save it as \.docx"),
        (b"CAJ\0....", "export it as PDF"),
        (b"Rar!\x1a\x07....", r"pack it as \.zip"),
        (b"\x1f\x8b....", "unpack it"),
        (word()[:400], r"page\.docx: (a damaged|damaged|a zip)"),
        (word().replace(b"word/document.xml", b"word/documemt.xml"), "not a page of text"),
    ],
)
def test_what_is_not_read_says_what_to_do(data: bytes, message: str):
    """One line: what it is, and how a page comes out of it."""
    with pytest.raises(ReadingError, match=message):
        read_issue(data, name="page.docx")


def test_an_address_is_no_file():
    """A URL is told to be one."""
    with pytest.raises(ReadingError, match="an address; save the page"):
        read_issue("https://example.com/page.html")


def test_a_bomb_is_refused_unopened():
    """A part that would unpack to more than a page can be is never unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b"0" * 40_000_000)
    with pytest.raises(ReadingError, match="more than a page can be"):
        read_issue(out.getvalue(), name="page.docx")
