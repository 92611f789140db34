"""Markdown and HTML pages: the words stay, the marks and the page around them go."""

import datetime as dt

import pytest

from summarizer.document import Issue
from summarizer.errors import ReadingError
from summarizer.reading import read_issue
from summarizer.setting import Declared

ARTICLE = "江州高新区今年前三个月完成工业总产值三十亿元，同比增长一成，园区新开工项目十二个。"


def markdown(text: str) -> Issue:
    """Read a Markdown page."""
    return read_issue(text.encode(), name="page.md")


def web(body: str, head: str = "") -> Issue:
    """Read an HTML page."""
    return read_issue(f"<html><head>{head}</head><body>{body}</body></html>".encode())


def declared(issue: Issue, kind: Declared) -> list[str]:
    """Return the lines that the file declares to be something."""
    return [mark.span.of(issue.text) for mark in issue.setting.marks if mark.declared is kind]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("# 三个项目开工\n\n正文。", "三个项目开工\n\n正文。"),
        ("#三个项目开工\n\n正文。", "三个项目开工\n\n正文。"),
        ("## 加粗**要点**\n", "加粗要点"),
        ("见[报道](https://example.org/1)。", "见报道。"),
        ("> 引文一句。", "引文一句。"),
        ("- 第一项\n- 第二项", "第一项\n\n第二项"),
        ("3. 第三项", "3. 第三项"),
        ("甲。\n\n***\n\n乙。", "甲。\n\n乙。"),
        ("    缩进的段落。", "缩进的段落。"),
        ("产值5.2&nbsp;亿元", "产值5.2 亿元"),
        ("<p>甲<b>5亿元</b>。</p><p>乙。</p>", "甲5亿元。\n\n乙。"),
        ('<div style="width: 90%">甲。</div>', "甲。"),
        ("产值2*3万元", "产值2*3万元"),
        ("同比<10%，>5%", "同比<10%，>5%"),
        ("~~88~~99亿元", "99亿元"),
        ("上一行\n下一行", "上一行\n下一行"),
    ],
)
def test_markdown_loses_its_marks(marked: str, plain: str):
    """Headings, emphasis, links, lists and inline HTML become the words they mark."""
    assert markdown(marked).text.strip() == plain


def test_headings_are_declared_with_their_level():
    """What a file calls a heading is known as one, and the text does not change for it."""
    issue = markdown("# 甲地开工\n\n正文。\n\n### 乙地竣工\n\n正文。")
    levels = {mark.level: mark.span.of(issue.text) for mark in issue.setting.marks if mark.level}
    assert levels == {1: "甲地开工", 3: "乙地竣工"}


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "甲地增收"\ndate: "2022-03-18"\nauthor: "宁采薇"\n---\n',
        "---\n标题: 甲地增收：三年\n日期: 2022年3月18日\n作者: 宁采薇\n---\n",
        "+++\ntitle = '甲地增收'\ndate = 2022-03-18T08:00:00\nauthors = ['宁采薇']\n+++\n",
        "---\r\ntitle: 甲地增收\r\ndate: 2022/03/18\r\nauthors:\r\n  - 宁采薇\r\n---\r\n",
    ],
)
def test_the_front_matter_tells_date_author_and_title(front: str):
    """The fields before the text are no part of it, but known."""
    issue = markdown(f"{front}\n甲地去年增收。")
    assert issue.date == dt.date(2022, 3, 18)
    assert declared(issue, Declared.BYLINE) == ["宁采薇"]
    assert declared(issue, Declared.HEADING)[0].startswith("甲地增收")


def test_html_keeps_the_article():
    """The title and the paragraphs stay, the menu goes."""
    text = web(
        "<nav><a href='/'>首页</a></nav><article><h1>三个项目开工</h1>"
        f"<p>{ARTICLE}</p><p>{ARTICLE}据介绍，项目明年投产。</p></article>",
        "<title>三个项目开工_江州网</title>",
    ).text
    assert text.startswith("三个项目开工\n\n")
    assert ARTICLE in text
    assert "首页" not in text


@pytest.mark.parametrize(
    "headline",
    [
        "<h4 class='newsT'>三个项目开工</h4>",
        "<div class='article-title'>三个项目开工</div>",
        "<p align='center'><b>三个项目开工</b></p>",
        "<h2>三个项目开工</h2>",
    ],
)
def test_a_headline_is_found_wherever_a_site_puts_it(headline: str):
    """In h2 to h4, in a div by its class, or as the first line of the text."""
    issue = web(
        f"{headline}<div><span>2021年02月03日 16:40</span> <span>来源：江州日报</span></div>"
        f"<p>{ARTICLE}</p>",
        "<title>show.html</title>",
    )
    assert declared(issue, Declared.HEADING) == ["三个项目开工"]
    assert (issue.date, issue.title) == (dt.date(2021, 2, 3), "江州日报")


def test_the_head_of_a_web_page_tells_date_and_author():
    """<meta> names what the page itself does not print."""
    meta = "<meta name='author' content='宁采薇'><meta name='pubdate' content='2021-02-03'>"
    issue = web(f"<h1>三个项目开工</h1><p>{ARTICLE}</p>", meta)
    assert issue.date == dt.date(2021, 2, 3)
    assert declared(issue, Declared.BYLINE) == ["宁采薇"]


@pytest.mark.parametrize(
    ("marked", "seen"),
    [
        ("2<sup>3</sup>亿元", "2³亿元"),
        ("10<sup>2</sup>平方公里", "10²平方公里"),
        ("5<sub>6</sub>亿元", "5₆亿元"),
        ("2<sup>[3]</sup>亿元", "2亿元"),
        ("<del>99</del>88亿元", "88亿元"),
        ("88<s>99</s>亿元", "88亿元"),
        ("88亿元<span style='display:none'>99</span>", "88亿元"),
        ("88亿元<span hidden>99</span>", "88亿元"),
        ("88亿元<noscript>99</noscript>", "88亿元"),
        ("88亿元<!-- 99 -->", "88亿元"),
        ("88<ruby>亿<rt>99</rt></ruby>元", "88亿元"),
        ("<b>8</b><i>8</i>亿元", "88亿元"),
    ],
)
def test_no_markup_makes_another_number(marked: str, seen: str):
    """Raised, lowered, struck-out and hidden characters never join a number."""
    assert f"产值{seen}。" in web(f"<h1>题</h1><p>产值{marked}。{ARTICLE}</p>").text


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "big5", "utf-8"])
def test_a_web_page_is_read_in_the_charset_it_declares(charset: str):
    """Menus and scripts in ASCII do not make its text less plausible."""
    page = (
        f"<html><head><meta charset={charset}><script>{'var a = 1;' * 900}</script></head>"
        "<body><h1>霁川</h1><p>霁川新增三家。</p></body></html>"
    )
    page = page if charset != "big5" else page.replace("霁", "霽")
    assert "川新增三家。" in read_issue(page.encode(charset, "xmlcharrefreplace")).text


def test_buttons_and_rights_are_set_apart():
    """What the page says of itself is declared as such."""
    issue = markdown(
        "# 题\n\n正文一句。\n\n来源：江州日报　作者：宁采薇\n\n【打印】【关闭】\n\n© 江州网"
    )
    assert declared(issue, Declared.ASIDE) == ["来源：江州日报", "【打印】【关闭】", "© 江州网"]
    assert declared(issue, Declared.BYLINE) == ["作者：宁采薇"]


@pytest.mark.parametrize(
    "line",
    [
        "相关阅读：",
        "阅读 1203　点赞 56　评论 12",
        "上一篇：青杉修路　下一篇：青杉架桥",
        "本文来源：江州发布　编辑：唐问渠",
        "扫描二维码，关注江州发布",
        "返回搜狐，查看更多",
        "举报/反馈",
        "点击进入专题>>",
        "（责编：宁采薇、梁若水）",
    ],
)
def test_what_a_site_prints_below_its_articles_is_no_text(line: str):
    """Counts of readers, neighbours, codes to scan: set aside, whatever their wording."""
    issue = markdown(f"# 题\n\n正文一句。\n\n{line}")
    assert not [text for text in declared(issue, Declared.PARAGRAPH) if text != "正文一句。"]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("> 唐问渠《枫桥日报》（2021年07月09日第 05 版）", "唐问渠"),
        (
            "> 本报记者  程砚秋、宁采薇《枫桥日报》（2021年07月09日   第 05 版）",
            "本报记者 程砚秋、宁采薇",
        ),
        ("> 程砚秋　文/图《枫桥画报》（2021年07月09日第 08 版）", "程砚秋　文/图"),
        ("> 新华社记者 程砚秋《枫桥日报》（2021年07月09日第 01 版）", "新华社记者 程砚秋"),
    ],
)
def test_who_wrote_stands_beside_the_paper_and_its_page(line: str, byline: str):
    """An archive's line of author, paper and page, with an office or without."""
    issue = markdown(f"# 题\n\n{line}\n\n正文一句。")
    assert declared(issue, Declared.BYLINE) == [byline]
    assert issue.date == dt.date(2021, 7, 9)


@pytest.mark.parametrize(
    "said",
    [
        "<script type='application/ld+json'>{'@graph': [{'datePublished': '2021-08-30'}]}</script>",
        "<time datetime='2021-08-30'>8月30日</time>",
    ],
)
def test_a_page_tells_machines_its_day(said: str):
    """In the data of search engines, or in <time>."""
    issue = web(f"{said.replace(chr(39), chr(34))}<h1>题</h1><p>{ARTICLE}</p>")
    assert issue.date == dt.date(2021, 8, 30)


@pytest.mark.parametrize("reference", ["&nbsp;", "&ensp;", "&#8201;", "&#xA0;"])
@pytest.mark.parametrize("name", ["page.txt", "page.md", "page.html"])
def test_a_reference_between_number_and_unit_is_a_blank(reference: str, name: str):
    """Also in a plain text that was copied from a web page."""
    text = f"上半年出口额76.4{reference}亿元。"
    page = f"<html><body><p>{text}</p></body></html>" if name == "page.html" else text
    assert read_issue(page.encode(), name=name).text == "上半年出口额76.4 亿元。"


def test_how_a_picture_is_shown_is_no_text():
    """Attributes behind a picture are no words."""
    assert markdown("题\n\n![图](a.jpg){width=45%}\n\n正文。").text == "题\n\n正文。"


def test_depth_ends_in_one_line():
    """A page nested a thousand deep is read, one nested without end is refused and not cut off."""
    assert "深处" in web(f"{'<div>' * 1000}<p>深处。{ARTICLE}</p>").text
    with pytest.raises(ReadingError, match="nested too deep"):
        web(f"<p>{ARTICLE}</p>{'<div>' * 100_000}<p>深处。</p>")


def test_html_without_article_is_said():
    """An empty page is an error that says what to do."""
    with pytest.raises(ReadingError, match="no article found"):
        read_issue(b"<html><body></body></html>", name="page.html")


def test_attributes_without_end_cost_nothing():
    """A tag of a megabyte is read for its text alone."""
    attributes = " ".join(f"a{number}='1'" for number in range(60_000))
    assert ARTICLE in web(f"<h1>题</h1><p {attributes}>{ARTICLE}</p>").text
