"""Damaged files of every kind: read, or refused in one line; never a traceback.

Each kind is made by its own library, then damaged in many ways that a seed fixes. What has once
brought the reader down stands in `KNOWN`.
"""

import io
import random
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import SAMPLES
from docx import Document
from odf.opendocument import OpenDocumentText
from odf.text import P
from reportlab.pdfgen.canvas import Canvas

from summarizer.errors import SummarizerError
from summarizer.reading import read_issues

SEED = 20261130
TRIES = 250  # damaged files of a kind
TEXT = (SAMPLES / "briefs.txt").read_text("utf-8")
KNOWN: dict[str, bytes] = {
    "two.zip": b"PK\x03\x04" + b"\x00" * 40,
    "cut.pdf": b"%PDF-1.4\n1 0 obj\n<<",
    "deep.html": b"<div>" * 5000,
    "empty.json": b"{}",
    "nul.txt": "霁川园\0产值5亿元".encode("utf-16"),
    "high.rtf": rb"{\rtf1\u99999999 ?}",
    "front.md": b"---\ntitle: [\n---\n# a\n",
}


def word() -> bytes:
    """Return a page as a Word document."""
    out, document = io.BytesIO(), Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def open_document() -> bytes:
    """Return a page as an OpenDocument text."""
    out, document = io.BytesIO(), OpenDocumentText()
    for line in TEXT.splitlines():
        document.text.addElement(P(text=line))
    document.save(out)
    return out.getvalue()


def pdf() -> bytes:
    """Return a page of a PDF."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for number, line in enumerate(("Output 4.2 billion", "up 8.3 %", "37 firms")):
        canvas.drawString(72, 700 - 20 * number, line)
    canvas.save()
    return out.getvalue()


def archive() -> bytes:
    """Return two pages in a zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pages:
        pages.writestr("1.txt", TEXT)
        pages.writestr("2.html", f"<h1>题</h1><p>{TEXT}</p>")
    return out.getvalue()


KINDS: dict[str, Callable[[], bytes]] = {
    "page.txt": lambda: TEXT.encode("gb18030"),
    "page.md": f"---\ntitle: 题\n---\n# 题\n\n|a|b|\n|-|-|\n|1|2|\n\n{TEXT}".encode,
    "page.html": lambda: f"<html><meta charset=gb2312><h1>题</h1><p>{TEXT}".encode("gb18030"),
    "page.docx": word,
    "page.odt": open_document,
    "page.rtf": lambda: rb"{\rtf1\ansi\ansicpg936 \u38665 ?\par 5\par}" * 20,
    "page.json": f'[{{"title": "题", "content": "{TEXT[:80]!r}"}}]'.encode,
    "page.pdf": pdf,
    "pages.zip": archive,
}


def damaged(content: bytes, dice: random.Random) -> bytes:
    """Return the content with a few bytes changed, cut out, doubled or put in."""
    page = bytearray(content)
    for _ in range(dice.choice((1, 1, 2, 8, 40))):
        at, end = sorted(dice.randrange(len(page) + 1) for _ in range(2))
        end = min(end, at + dice.choice((1, 4, 64)))
        page[at:end] = dice.choice((b"", bytes(page[at:end]) * 2, dice.randbytes(end - at), b"\0"))
    return bytes(page[: dice.randrange(len(page) + 1)] if dice.random() < 0.1 else page)


def attempts(kind: str) -> Iterator[bytes]:
    """Yield damaged files of a kind, the same at every run."""
    dice, whole = random.Random(f"{SEED} {kind}"), KINDS[kind]()
    yield from (damaged(whole, dice) for _ in range(TRIES))


def refusal(path: Path, content: bytes) -> str:
    """Return why a file is not read, or nothing."""
    path.write_bytes(content)
    try:
        tuple(read_issues(path))
    except SummarizerError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.filterwarnings("ignore")
def test_a_damaged_file_is_read_or_refused_in_one_line(kind: str, tmp_path: Path):
    """Whatever happened to it on its way."""
    said = {refusal(tmp_path / kind, content) for content in attempts(kind)}
    assert [words for words in said if "\n" in words] == []


@pytest.mark.parametrize("name", KNOWN)
def test_what_has_brought_a_reader_down_does_so_no_more(name: str, tmp_path: Path):
    """The corpus of what was found."""
    said = refusal(tmp_path / name, KNOWN[name])
    assert not said or name in said
