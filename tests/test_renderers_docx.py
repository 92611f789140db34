"""Digests for Word, read back by another reader of such files."""

import io

import mammoth
import pytest
from docx import Document

from summarizer.renderers import format_of, renderer
from tests.invented_page import TEXT, report

FORMS = ("kuaibao", "yaowen", "zhuanbao")


def words_of(name: str) -> str:
    """Render a digest and return its plain text."""
    content = renderer(f"{name}-docx")(report(), TEXT)
    return str(mammoth.extract_raw_text(io.BytesIO(content)).value)


@pytest.mark.parametrize("name", FORMS)
def test_word_says_what_markdown_says(name: str):
    """The same sentences and figures, in the same order."""
    page, words = renderer(name)(report(), TEXT).decode(), words_of(name)
    for item in ("青篱软件园日前奠基，总投资约5亿元。", "附：请复核的勾稽"):
        assert item in page
        assert item in words


def test_the_figures_are_a_table_with_a_head():
    """Of all rows of the article."""
    document = Document(io.BytesIO(renderer("zhuanbao-docx")(report(), TEXT)))
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    assert heads == [["主体", "指标", "数值", "时期", "状态", "核验"]] * 2
    assert len(document.tables[0].rows) == 1 + len(report().articles[0].observations)


def test_a_bare_docx_is_a_zhuanbao():
    """The form with room for the analyst."""
    assert format_of("page.docx") == "zhuanbao-docx"
    assert format_of("page.KUAIBAO.docx") == "kuaibao-docx"
