"""Digests as Word documents, to be signed and sent: 快报, 要闻摘要, 专报.

Title centred and in red as offices print it, body in 仿宋 with an indent of two characters, tables
with a head that repeats, the checks in an annex. Words of the page are text and nothing else.
"""

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from summarizer.digest import BLANK, HEADER, NO_FIGURES, Digest, Form, Item, digest
from summarizer.errors import RenderingError
from summarizer.phrases import label
from summarizer.report import IssueReport
from summarizer.wording import visible
from summarizer.zipped import stamped

if TYPE_CHECKING:
    from docx.document import Document

BODY, TITLE = "仿宋", "黑体"
RED = "C00000"
BODY_SIZE, TITLE_SIZE, TABLE_SIZE = 14, 26, 10.5


def render_kuaibao(report: IssueReport, text: str) -> bytes:
    """Return a 快报; raises RenderingError without python-docx."""
    return _document(digest(Form.KUAIBAO, report, text))


def render_yaowen(report: IssueReport, text: str) -> bytes:
    """Return a 要闻摘要; raises RenderingError without python-docx."""
    return _document(digest(Form.YAOWEN, report, text))


def render_zhuanbao(report: IssueReport, text: str) -> bytes:
    """Return a 专报; raises RenderingError without python-docx."""
    return _document(digest(Form.ZHUANBAO, report, text))


def _document(made: Digest) -> bytes:
    document = _blank()
    written = _aside(document)
    _head(document, made)
    for number, item in enumerate(made.items, 1):
        count = f"{number}．" if made.form is Form.YAOWEN else ""
        document.add_heading(visible(count + item.title), 2)
        _item(document, item, analysed=made.form is Form.ZHUANBAO)
        _set_aside(document, written)
    for line in ("报送：", "分送："):
        document.add_paragraph(label(line))
    if made.annex:
        document.add_heading(label("附：请复核的勾稽"), 2)
        for line in made.annex:
            document.add_paragraph(visible(line), style="List Bullet")
    _set_aside(document, written)
    for block in list(written):
        document.element.body.sectPr.addprevious(block)
    document.element.remove(written)
    out = io.BytesIO()
    document.save(out)
    return stamped(out.getvalue())


def _aside(document: "Document") -> Any:  # noqa: ANN401 - python-docx has no word for it
    """Return a place in the document beside its body.

    Each new block of a body is looked a place for among all others; and what is taken out of the
    tree rather than moved inside it is gone through once for each of its elements.
    """
    from docx.oxml import OxmlElement

    aside = OxmlElement("w:body")
    document.element.append(aside)
    return aside


def _set_aside(document: "Document", aside: Any) -> None:  # noqa: ANN401
    """Move what has been written there."""
    body = document.element.body
    for block in list(body):
        if block is not body.sectPr:
            aside.append(block)


def _blank() -> "Document":
    """Return an empty document in the fonts of an office, dated by nobody."""
    try:
        from docx import Document
        from docx.oxml.ns import qn
        from docx.shared import Pt
    except ImportError as error:
        raise RenderingError(
            "docx: needs python-docx; pip install 'newspaper-summarizer[office]'"
        ) from error
    document = Document()
    for name, font, size in (
        ("Normal", BODY, BODY_SIZE),
        ("Title", TITLE, TITLE_SIZE),
        ("Heading 2", TITLE, BODY_SIZE + 2),
        ("Heading 3", TITLE, BODY_SIZE),
    ):
        style = document.styles[name]
        style.font.name, style.font.size = font, Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    document.core_properties.author = ""
    return document


def _head(document: "Document", made: Digest) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import RGBColor

    title = document.add_heading(label(made.form), 0)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.runs[0].font.color.rgb = RGBColor.from_string(RED)
    issued = label("编发单位：　　　　　　日期：") + (made.date or "　　　　")
    for line in (label("第　　期"), issued):
        document.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER


def _item(document: "Document", item: Item, *, analysed: bool) -> None:
    if not analysed:
        _paragraph(document, item.told + item.source)
        return
    document.add_heading(label("一、背景"), 3)
    _paragraph(document, item.told + item.source)
    document.add_heading(label("二、数据"), 3)
    if item.rows:
        _table(document, item.rows)
    else:
        _paragraph(document, label(NO_FIGURES))
    for heading in ("三、研判", "四、建议"):
        document.add_heading(label(heading), 3)
        _paragraph(document, label(BLANK))


def _paragraph(document: "Document", words: str) -> None:
    from docx.shared import Pt

    paragraph = document.add_paragraph(visible(words))
    paragraph.paragraph_format.first_line_indent = Pt(2 * BODY_SIZE)


def _table(document: "Document", rows: Iterable[tuple[str, ...]]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    table = document.add_table(rows=1, cols=len(HEADER), style="Table Grid")
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no word for it
    head = tuple(map(label, HEADER))
    for words in (head, *rows):
        cells = table.rows[0].cells if words is head else table.add_row().cells
        for cell, word in zip(cells, words, strict=True):
            cell.text = visible(word)
            cell.paragraphs[0].runs[0].font.size = Pt(TABLE_SIZE)
