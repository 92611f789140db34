"""Markdown: the whole report, and the forms Chinese offices use."""

import re

import pytest
from markdown_it import MarkdownIt

from summarizer.renderers import renderer
from summarizer.renderers.markdown.writing import escape
from tests.invented_page import TEXT, report


def _page(name: str) -> str:
    return renderer(name)(report(), TEXT).decode()


def test_every_mark_has_its_note_and_every_note_its_mark():
    """Footnotes are whole."""
    page = _page("markdown")
    notes = re.findall(r"^\[\^(\d+)\]:", page, re.MULTILINE)
    marks = re.findall(r"\[\^(\d+)\](?!:)", page)
    assert notes == [str(number) for number in range(1, len(notes) + 1)]
    assert set(marks) == set(notes)


def test_a_figure_is_footnoted_to_its_sentence_and_place():
    """The note quotes the page, without the caption in the middle."""
    assert "[^6]: 32.2亿元：“云岫高新区今年上半年实现营业收入" in _page("markdown")


def test_the_tables_are_tables():
    """A Markdown reader sees one row for each figure."""
    tokens = MarkdownIt("commonmark").enable("table").parse(_page("markdown"))
    assert sum(token.type == "tr_open" for token in tokens) == 12 + 2


def test_a_digest_is_markdown_without_footnotes():
    """It is to be sent round: head, items, annex."""
    page = _page("kuaibao")
    assert page.startswith("# 快报\n")
    assert "[^" not in page
    assert "## 附：请复核的勾稽" in page


def test_a_zhuanbao_leaves_judgement_to_the_analyst():
    """Background and figures are ours; the rest is not."""
    page = _page("zhuanbao")
    assert page.count("### 三、研判\n\n（由分析人员填写）") == 2


@pytest.mark.parametrize(
    "words",
    [
        "# 标题",
        "- 项",
        "1. 项",
        "<b>x</b>",
        "[a](b)",
        "a|b",
        "`x`",
        "*x*",
        "www.x.cn",
        "> 引",
        "~~~",
    ],
)
def test_words_of_the_page_never_become_markup(words: str):
    """A Markdown reader gets back the words."""
    rendered = MarkdownIt("commonmark").render(escape(words))
    assert re.sub(r"&lt;|&gt;", lambda m: {"&lt;": "<", "&gt;": ">"}[m[0]], rendered) == (
        f"<p>{words}</p>\n"
    )
