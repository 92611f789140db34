"""Markdown: the whole report, and the forms Chinese offices use."""

import re

import pytest
from markdown_it import MarkdownIt

from summarizer.renderers import renderer
from summarizer.renderers.markdown.writing import escape
from tests.invented_page import TEXT, report

FORMS = ("markdown", "kuaibao", "yaowen", "zhuanbao")


def _page(name: str) -> str:
    return renderer(name)(report(), TEXT).decode()


@pytest.mark.parametrize("name", FORMS)
def test_every_mark_has_its_note_and_every_note_its_mark(name: str):
    """Footnotes are whole."""
    page = _page(name)
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


def test_a_kuaibao_tells_each_event_in_one_short_paragraph():
    """据报道 … and where it stood."""
    page = _page("kuaibao")
    assert page.startswith("# 快报\n")
    assert "据报道，青篱软件园日前奠基" in page
    assert "（《𠮷川日报》 2024-07-18 " in page


def test_a_doubtful_sentence_says_so_in_every_form():
    """What the text does not support is never passed on as a fact."""
    for name in ("kuaibao", "yaowen"):
        assert "〔待核〕全区现有企业154家。" in _page(name)
    assert "不符：全区现有企业154家。" in _page("markdown")


def test_a_yaowen_title_has_at_most_twenty_characters():
    """A longer headline is cut between its parts."""
    assert "## 1．云岫高新区上半年稳中有进\n" in _page("yaowen")


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
