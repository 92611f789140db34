"""Digests in the forms that Chinese offices send round, before they are Markdown or Word.

    快报 kuaibao       one event each, at most 300 characters
    要闻摘要 yaowen     a numbered list, at most 150 characters each
    专报 zhuanbao      background and figures from the page; judgement and advice are left blank

    IssueReport ─ digest(form, …) ─► Digest ─┬─ items    title, what is told, where it stood, rows
                                             └─ annex    the checks that somebody should look at

The tense is that of the page, no adjective is added; punctuation is full-width, titles are whole,
and a sentence that the page does not support says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from summarizer import wording
from summarizer.citation import authors_of
from summarizer.phrases import label, told
from summarizer.report import AGREED, ALARMS, ArticleReport, Check, IssueReport, Verdict
from summarizer.standing import worst_first
from summarizer.summary import Measure
from summarizer.table import Row, rows_of
from summarizer.text import sentences
from summarizer.wording import on_one_line, say

BLANK = "（由分析人员填写）"
NO_FIGURES = "（原文无指标数字）"
DOUBT = "〔待核〕"
NO_TITLE = "（无题）"
HEADER = ("主体", "指标", "数值", "时期", "状态", "核验")
WIDE = str.maketrans(",;:?!()", "，；：？！（）")
NARROW = re.compile(r"[,;:?!()]")
BESIDE_LATIN = re.compile(r"[0-9A-Za-z]")


class Form(StrEnum):
    """The form of a digest: its name is its title."""

    KUAIBAO = "快报"
    YAOWEN = "要闻摘要"
    ZHUANBAO = "专报"


LIMITS = {Form.KUAIBAO: 296, Form.YAOWEN: 150}
"""How long an article may be told, in characters; a 专报 gives its whole abstract."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article in a digest; `rows` are the cells under `HEADER`."""

    title: str
    told: str
    source: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What is sent round. `annex` has a line for each check that should be looked at."""

    form: Form
    date: str
    items: tuple[Item, ...]
    annex: tuple[str, ...]


def digest(form: Form, report: IssueReport, text: str) -> Digest:
    """Compose a digest of all articles of a report; `text` is that of its issue."""
    items = tuple(_item(form, report, article, text) for article in report.articles)
    checks = (check for article in report.articles for check in worst_first(article.checks))
    annex = tuple(check_words(check) for check in checks if check.result in ALARMS)
    return Digest(form, report.issue.date or "", items, annex)


def _item(form: Form, report: IssueReport, article: ArticleReport, text: str) -> Item:
    limit = LIMITS.get(form)
    words = _abstract(article) if limit is None else _told(article, limit)
    rows = rows_of(report.issue, article, text) if form is Form.ZHUANBAO else ()
    return Item(
        title=full_width(on_one_line(article.headline or label(NO_TITLE))),
        told=full_width(words if form is Form.YAOWEN else label("据报道，") + words),
        source=_source(report, article),
        rows=tuple(map(indicator_words, rows)),
    )


def indicator_words(row: Row) -> tuple[str, ...]:
    """Return a row of the indicator table as people read it: the cells under `HEADER`."""
    said = row.observation
    indicator = said.indicator + (_aside(said.scope) if said.scope else "")
    if said.measure is not Measure.LEVEL:
        indicator += _aside(say(wording.MEASURE, said.measure))
    return (
        said.ref_area or "—",
        indicator,
        row.shown,
        said.time_period or said.time_period_text or "—",
        say(wording.STATUS, said.status),
        row.word,
    )


def check_words(check: Check) -> str:
    """Return a check in one line: formula, result, and what the printed figure may have been."""
    rule, result = say(wording.RULE, check.rule), say(wording.OUTCOME, check.result)
    words = label("{name}：{what}").format(name=check.formula, what=result) + _aside(rule)
    if check.message and check.result not in AGREED:
        words += f" {told(check.message)}"
    if check.candidates:
        words += " " + label("可能是 ") + wording.listed(check.candidates)
    return words


def _aside(words: str) -> str:
    return label("（{said}）").format(said=words)


def full_width(text: str) -> str:
    """Return Chinese prose with its punctuation as wide as its characters; figures stay whole."""
    return NARROW.sub(lambda mark: _widened(mark, text), text)


def _widened(mark: re.Match[str], text: str) -> str:
    """Leave a mark between figures or Latin letters as it is: 1,200 and 8:30."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    between = BESIDE_LATIN.fullmatch(before) and BESIDE_LATIN.fullmatch(after)
    return mark[0] if between else mark[0].translate(WIDE)


def _told(article: ArticleReport, limit: int) -> str:
    """Tell the article in whole sentences, at most `limit` characters."""
    told = ""
    for sentence in _sentences(article):
        if len(told) + len(sentence) > limit:
            break
        told += sentence
    return told or next(_sentences(article), "")[: limit - 2] + "……"


def _sentences(article: ArticleReport) -> Iterator[str]:
    """Yield the sentences of abstract and key points, each once; what is doubtful says so."""
    seen = set()
    doubtful = {each.subject for each in article.findings if each.verdict is not Verdict.SUPPORTED}
    points = article.summary.key_points
    paragraphs = [("abstract", article.summary.abstract)]
    paragraphs += ((f"key_points/{index}", point.text) for index, point in enumerate(points))
    for subject, paragraph in paragraphs:
        for words in sentences(on_one_line(paragraph)):
            sentence = words if words[-1] in "。！？”’）" else f"{words}。"
            if sentence not in seen:
                seen.add(sentence)
                yield (label(DOUBT) if subject in doubtful else "") + sentence


def _abstract(article: ArticleReport) -> str:
    doubtful = any(
        each.subject == "abstract" and each.verdict is not Verdict.SUPPORTED
        for each in article.findings
    )
    return (label(DOUBT) if doubtful else "") + on_one_line(article.summary.abstract)


def _source(report: IssueReport, article: ArticleReport) -> str:
    """Say where it stood: （《报名》日期 作者）; what is not known is left out."""
    issue = report.issue
    paper = f"《{issue.title}》" if issue.title else ""
    parts = tuple(filter(None, (paper, issue.date, " ".join(authors_of(article)))))
    return _aside(on_one_line(" ".join(parts))) if parts else ""
