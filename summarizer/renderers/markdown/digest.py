"""Digests in the forms that Chinese offices send round.

    快报 kuaibao       one event each, at most 300 characters
    要闻摘要 yaowen     a numbered list: headline at most 20 characters, text at most 150
    专报 zhuanbao      background and figures from the page; judgement and advice are left blank

The tense is that of the page, no adjective is added, every figure is footnoted.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain

from summarizer.citation import authors_of
from summarizer.renderers.markdown import HEADER, check_line, indicator_cells
from summarizer.renderers.markdown.writing import Notes, document, escape, grid
from summarizer.report import ArticleReport, IssueReport, Verdict
from summarizer.table import rows_of
from summarizer.text import sentences
from summarizer.wording import on_one_line

KUAIBAO_TEXT = 300
YAOWEN_TITLE = 20
YAOWEN_TEXT = 150
BLANK = "（由分析人员填写）"
DOUBT = "〔待核〕"

Item = Callable[[IssueReport, ArticleReport, int, Notes], Iterator[str]]


def render_kuaibao(report: IssueReport, text: str) -> bytes:
    """Return a 快报: each article as one short paragraph."""
    return _sheet("快报", report, text, _kuaibao)


def render_yaowen(report: IssueReport, text: str) -> bytes:
    """Return a 要闻摘要: a numbered list of the articles."""
    return _sheet("要闻摘要", report, text, _yaowen)


def render_zhuanbao(report: IssueReport, text: str) -> bytes:
    """Return a 专报: background, figures, and room for the analyst."""
    return _sheet("专报", report, text, _zhuanbao)


def _sheet(name: str, report: IssueReport, text: str, item: Item) -> bytes:
    """Put head, items and foot of a circular together."""
    notes = Notes(text)
    numbered = enumerate(report.articles, 1)
    items = [item(report, article, number, notes) for number, article in numbered]
    head = (
        f"# {name}",
        "第　　期",
        f"编发单位：　　　　　　日期：{report.issue.date or '　　　　'}",
        "---",
    )
    return document((*head, *chain.from_iterable(items), "---", "报送：", "分送："), notes)


def _kuaibao(
    report: IssueReport, article: ArticleReport, number: int, notes: Notes
) -> Iterator[str]:
    del number
    yield f"## {escape(article.headline or '（无题）')}"
    yield f"据报道，{_told(article, KUAIBAO_TEXT - 4, notes)}{_source(report, article)}"


def _yaowen(
    report: IssueReport, article: ArticleReport, number: int, notes: Notes
) -> Iterator[str]:
    yield f"## {number}．{escape(_short_title(article))}"
    yield f"{_told(article, YAOWEN_TEXT, notes)}{_source(report, article)}"


def _zhuanbao(
    report: IssueReport, article: ArticleReport, number: int, notes: Notes
) -> Iterator[str]:
    del number
    yield f"## {escape(article.headline or '（无题）')}"
    yield "### 一、背景"
    yield f"据报道，{notes.on(article, _abstract(article))}{_source(report, article)}"
    yield "### 二、数据"
    rows = tuple(rows_of(report.issue, article, notes.text))
    yield (
        grid(HEADER, (indicator_cells(row, notes) for row in rows))
        if rows
        else "（原文无指标数字）"
    )
    if article.checks:
        yield "\n".join(f"- {check_line(check)}" for check in article.checks)
    yield from ("### 三、研判", BLANK, "### 四、建议", BLANK)


def _told(article: ArticleReport, limit: int, notes: Notes) -> str:
    """Tell the article in whole sentences, at most `limit` characters."""
    told = ""
    for sentence in _sentences(article):
        if len(told) + len(sentence) > limit:
            break
        told += sentence
    if not told:
        told = next(_sentences(article), "")[: limit - 2] + "……"
    return notes.on(article, told)


def _sentences(article: ArticleReport) -> Iterator[str]:
    """Yield the sentences of abstract and key points, each once; what is doubtful says so."""
    seen = set()
    doubtful = {each.subject for each in article.findings if each.verdict is not Verdict.SUPPORTED}
    points = article.summary.key_points
    paragraphs = [("abstract", article.summary.abstract)]
    paragraphs += ((f"key_points/{index}", point.text) for index, point in enumerate(points))
    for subject, paragraph in paragraphs:
        for told in sentences(on_one_line(paragraph)):
            sentence = told if told[-1] in "。！？”’）" else f"{told}。"
            if sentence not in seen:
                seen.add(sentence)
                yield (DOUBT if subject in doubtful else "") + sentence


def _abstract(article: ArticleReport) -> str:
    doubtful = any(
        each.subject == "abstract" and each.verdict is not Verdict.SUPPORTED
        for each in article.findings
    )
    return (DOUBT if doubtful else "") + article.summary.abstract


def _short_title(article: ArticleReport) -> str:
    """Return the headline in at most 20 characters, cut between its parts if possible."""
    title = on_one_line(article.headline or "（无题）")
    if len(title) <= YAOWEN_TITLE:
        return title
    cuts = [match.start() for match in re.finditer(r"[ ，：:,、]", title[: YAOWEN_TITLE + 1])]
    return title[: cuts[-1]] if cuts else title[: YAOWEN_TITLE - 1] + "…"


def _source(report: IssueReport, article: ArticleReport) -> str:
    """Say where it stood: （《报名》日期 第N版 作者）."""
    issue = report.issue
    paper = f"《{issue.title}》" if issue.title else "[报名不详]"
    authors = " ".join(authors_of(article)) or "[作者不详]"
    parts = (paper, issue.date or "[日期不详]", "[版次不详]", authors)
    return f"（{escape(' '.join(parts))}）"
