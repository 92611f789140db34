"""Lines that a web page says of itself, and what they tell of the paper.

来源：柳湾日报　作者：宁采薇　2021-02-03 16:40      source, author, date
本报记者 宁采薇《鹭川日报》（2024年03月05日第06版）  the same, in an archive of a paper
【打印】【关闭】 · 查看原文 · © 柳湾网              buttons and rights: furniture
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from summarizer.lexicon import pattern
from summarizer.reading.blocks import Para
from summarizer.setting import Declared
from summarizer.text import fold

LONGEST = 90
ADDRESS = re.compile(r"[<(\[]?(?:https?://|www\.)[^\s<>\u4e00-\u9fff]{3,300}[>)\]]?")
STATED = (
    *("site.buttons", "site.stated", "site.following"),
    *("site.rights", "site.moments", "site.paper_and_page"),
)
MAIL = re.compile(r"[A-Za-z0-9._-]{1,40}@[A-Za-z0-9.-]{3,60}")


def is_aside(line: str) -> bool:
    """Say whether a line is a button, a right, an address or a statement of the web page."""
    folded = fold(line).strip()
    if not folded or len(folded) > LONGEST or pattern("site.news").search(folded):
        return False
    forms = (*map(pattern, STATED), ADDRESS, MAIL)
    return any(form.fullmatch(folded) for form in forms)


def settled(para: Para) -> Iterator[Para]:
    """Yield a paragraph, cut into its statements where it is made of them: source, author, date."""
    if para.declared not in (Declared.PARAGRAPH, Declared.ASIDE) or len(para.text) > LONGEST * 2:
        yield para
        return
    pieces = tuple(_statements(para.text))
    cited = any(pattern("site.paper_and_page").fullmatch(fold(piece)) for piece in pieces)
    kinds = [_declared(piece, cited=cited) for piece in pieces]
    if all(kinds):
        for piece, kind in zip(pieces, kinds, strict=True):
            yield replace(para, text=piece, declared=kind or Declared.ASIDE)
    else:
        yield replace(para, declared=Declared.ASIDE) if is_aside(para.text) else para


def _statements(text: str) -> Iterator[str]:
    """Yield the pieces of a line between labels, moments and a paper's name."""
    folded = fold(text)
    labels = tuple(pattern("site.label").finditer(folded))
    cited = tuple(pattern("site.paper_and_page").finditer(folded))
    others = (*pattern("site.moments").finditer(folded), *pattern("site.signed").finditer(folded))
    labelled = {label.end() for label in labels}
    edges = {0, len(text)}
    for match in (*labels, *others, *cited):
        start, end = match.span()
        if any(each.start() < start < each.end() for each in cited):
            continue
        if folded[:start].rstrip() and _end_of(folded, start) not in labelled:
            edges.add(start)
        if match not in labels:
            edges.add(end)
    for start, end in pairwise(sorted(edges)):
        piece = text[start:end].strip(" \u3000|｜·\t\xa0\n")
        if piece:
            yield piece


def _end_of(text: str, at: int) -> int:
    return len(text[:at].rstrip())


def _declared(piece: str, *, cited: bool) -> Declared | None:
    """Say what a statement is; beside a paper and its page, bare names are who wrote."""
    folded = fold(piece).strip()
    names = ("site.author", "site.office", *(("site.signature",) if cited else ()))
    if any(pattern(name).fullmatch(folded) for name in names):
        return Declared.BYLINE
    aside = is_aside(folded) or pattern("site.paper_line").fullmatch(folded)
    return Declared.ASIDE if aside else None
