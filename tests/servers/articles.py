"""Invented articles, asked about as the pipeline would ask."""

import datetime as dt
import re

from summarizer.analysis import analyse
from summarizer.document import Block, Role, compose_article
from summarizer.models import Request
from summarizer.quantity import Kind, Quantity
from summarizer.text import Span

FIGURE = re.compile(r"[0-9.]+(?:亿元|万元|%|家|个)")
TEXT = (
    "霁川高新区一季度开门红\n"
    "一季度，霁川高新区完成工业总产值42.6亿元，同比增长8.3%；新增企业37家。\n"
    "全年力争工业总产值突破180亿元。"
)


def request(text: str = TEXT, date: dt.date | None = dt.date(2031, 4, 9)) -> Request:
    """Make a request about an article whose first line is its headline."""
    headline = text.index("\n")
    blocks = (
        Block(Span(0, headline), Role.HEADLINE),
        *(
            Block(Span(match.start(), match.end()), Role.BODY)
            for match in re.finditer(r"[^\n]+", text)
            if match.start() > headline
        ),
    )
    article = compose_article(text, "A1", blocks)
    return Request(analyse(article, date, figures(article.text)), ())


def figures(text: str) -> tuple[Quantity, ...]:
    """Return the figures of an invented text, numbered."""
    return tuple(
        Quantity(match.start(), match.end(), match[0], Kind.AMOUNT, id=f"Q{number}")
        for number, match in enumerate(FIGURE.finditer(text), 1)
    )
