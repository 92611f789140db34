"""Markdown and HTML pages: the words stay, the marks and the page around them go."""

import sys

import pytest

from summarizer.errors import ReadingError
from summarizer.reading import read_issue

ARTICLE = "江州高新区今年前三个月完成工业总产值三十亿元，同比增长一成，园区新开工项目十二个。"


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("# 三个项目开工\n\n正文。", "三个项目开工\n\n正文。"),
        ("## 加粗**要点**\n", "加粗要点"),
        ("见[报道](https://example.org/1)。", "见报道。"),
        ("> 引文一句。", "引文一句。"),
        ("- 第一项\n- 第二项", "第一项\n第二项"),
        ("---\ntitle: 页\n---\n正文。", "正文。"),
        ("甲。\n\n***\n\n乙。", "甲。\n\n\n\n乙。"),
        ("产值2*3万元，_不变_", "产值2*3万元，_不变_"),
    ],
)
def test_markdown_loses_its_marks(marked: str, plain: str):
    """Headings, emphasis, links and lists become the words they mark."""
    assert read_issue(marked.encode(), name="page.md").text.strip() == plain


def test_html_keeps_the_article():
    """The title and the paragraphs stay, the menu goes."""
    page = (
        "<!DOCTYPE html><html><head><title>三个项目开工</title></head><body>"
        "<nav><a href='/'>首页</a></nav><article><h1>三个项目开工</h1>"
        f"<p>{ARTICLE}</p><p>{ARTICLE}据介绍，项目明年投产。</p></article></body></html>"
    )
    text = read_issue(page.encode()).text
    assert text.startswith("三个项目开工\n\n")
    assert ARTICLE in text
    assert "首页" not in text


def test_html_without_article_is_said():
    """An empty page is an error that says what to do."""
    with pytest.raises(ReadingError, match="no article found"):
        read_issue(b"<html><body></body></html>", name="page.html")


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch):
    """Without the extra the message says which one to install."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ReadingError, match=r"newspaper-summarizer\[html\]"):
        read_issue(b"<html></html>")
