"""The reference to an article, in the form of GB/T 7714-2015 for newspapers.

    ► 本报记者 江一苇 通讯员 白露、许舟、林远
        江一苇, 白露, 许舟, 等. 题名[N]. 报名, 2018-11-26(4).

The author element holds names only: marks, offices, places and the trade's words (本报讯, 摄影报道)
are none, nor is who took the picture. Without a name the reference begins with the headline, as the
standard allows; whatever else is not known is said to be unknown, in brackets.
"""

import re
from collections.abc import Iterator
from functools import cache

from summarizer.lexicon import source
from summarizer.phrases import label
from summarizer.report import ArticleReport, IssueInfo
from summarizer.text import fold
from summarizer.wording import on_one_line

MOST_AUTHORS = 3
PAPER = source("page.paper")
WIRED = source("page.wired")
OFFICE = source("page.signed_office")
ABOUT = source("page.about_author")
BOTH = source("page.words_and_picture")
PICTURED = source("page.pictured")
PICTURED_BY = source("page.pictured_by")
BY_PICTURED = source("page.by_pictured")
REPORT = source("page.reported")
ENGLISH = "^(?:By|(?:Staff )?(?:Reporter|Writer)s?:?) | and "
NOT_NAMES = (BOTH, PICTURED_BY, BY_PICTURED, ABOUT, WIRED, OFFICE, REPORT, ENGLISH)
"""What a byline says besides names; each is taken away before the next is looked for."""

HAN = "[^\\W\\d_A-Za-z]"
NAME = re.compile(
    rf"(?<!{HAN}){HAN} {HAN}(?!{HAN})"  # 肖 远, set as wide as three characters
    rf"|{HAN}(?:{HAN}|[·•.])*{HAN}"
    r"|[A-Z][A-Za-z.'’-]*(?: [A-Za-z][A-Za-z.'’-]*)*"
)


def reference(issue: IssueInfo, article: ArticleReport) -> str:
    """Cite the article; what is not known is said so, but for a missing author, who is left out."""
    authors = authors_of(article)
    named = ", ".join((*authors[:MOST_AUTHORS], *[label("等")][: len(authors) > MOST_AUTHORS]))
    headline = on_one_line(article.headline or "") or label("[题名不详]")
    paper = on_one_line(issue.title or "") or label("[报名不详]")
    day, page = issue.date or label("[日期不详]"), label("([版次不详]).")
    work = f"{headline}[N]. {paper}, {day}{page}"
    return f"{named}. {work}" if named else work


def authors_of(article: ArticleReport) -> tuple[str, ...]:
    """Return the names in a byline, each once, as printed."""
    byline = on_one_line(article.byline or "")
    return tuple(dict.fromkeys(_names(byline)))


@cache
def _not_names() -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, NOT_NAMES))


def _names(byline: str) -> Iterator[str]:
    folded = fold(byline)
    for pattern in _not_names():
        folded = pattern.sub(lambda match: "|" * len(match[0]), folded)
    for match in NAME.finditer(folded):
        name = byline[match.start() : match.end()]
        yield name if name.isascii() else re.sub(r"\s", "", name)
