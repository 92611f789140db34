"""The reference to an article, in the form of GB/T 7714-2015 for newspapers.

    ► 本报记者 江一苇 通讯员 白露、许舟、林远
        江一苇, 白露, 许舟, 等. 题名[N]. 报名, 2018-11-26(4).

The author element holds names only: marks, offices, places and the trade's words (本报讯, 摄影报道)
are none, nor is who took the picture. Without a name the reference begins with the headline, as the
standard allows; whatever else is not known is said to be unknown, in brackets.
"""

import re
from collections.abc import Iterator

from summarizer.report import ArticleReport, IssueInfo
from summarizer.text import fold
from summarizer.wording import on_one_line

MOST_AUTHORS = 3
PAPER = r"(?:本[报刊社网台版]|[\u4e00-\u9fff]{2,8}[报社网刊台])"
WIRED = rf"{PAPER}[^ ()]{{0,16}}?(?:电|讯(?!员)|消息)"
OFFICE = (
    rf"{PAPER}? ?(?:驻[\u4e00-\u9fff]{{2,6}}?)? ?"
    "(?:见习|实习|特约|特邀|首席|全媒体|融媒体|新媒体|高级|本报)*"
    "(?:记者|通讯员|评论员|撰稿人?|特派员|[实见]习生|编辑部|作者|撰文|采写|编译|整理|执笔|供稿|口述)"
)
ABOUT = "作者(?:单位|[系为是:])[^()]*"
BOTH = "(?<![\u4e00-\u9fff])(?:文(?:[ /、+]|并)?(?:图|摄影?)(?![/:])|图[/、]?文|摄影报[道导])"
PICTURED = "(?:图片?|摄影?|摄像|视频|供图|制图|漫画|编辑|责编|校对)"
PICTURED_BY = rf"(?<![\u4e00-\u9fff]){PICTURED}(?: ?[/:]| )(?:(?!文 ?[/:]).)*"
BY_PICTURED = (
    rf"(?<![\u4e00-\u9fff])[\u4e00-\u9fff·]{{2,8}}"
    rf"(?:摄影?|供图|[ /]{{1,2}}{PICTURED})(?![\u4e00-\u9fff/: ])"
)
REPORT = "(?<![\u4e00-\u9fff|])[\u4e00-\u9fff]{0,6}报[道导]|报[道导]|发自[\u4e00-\u9fff]{2,4}|佚名"
ENGLISH = "^(?:By|(?:Staff )?(?:Reporter|Writer)s?:?) | and "
NOT_NAMES = tuple(
    map(re.compile, (BOTH, PICTURED_BY, BY_PICTURED, ABOUT, WIRED, OFFICE, REPORT, ENGLISH))
)
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
    named = ", ".join((*authors[:MOST_AUTHORS], *["等"][: len(authors) > MOST_AUTHORS]))
    headline = on_one_line(article.headline or "") or "[题名不详]"
    paper = on_one_line(issue.title or "") or "[报名不详]"
    work = f"{headline}[N]. {paper}, {issue.date or '[日期不详]'}([版次不详])."
    return f"{named}. {work}" if named else work


def authors_of(article: ArticleReport) -> tuple[str, ...]:
    """Return the names in a byline, each once, as printed."""
    byline = on_one_line(article.byline or "")
    return tuple(dict.fromkeys(_names(byline)))


def _names(byline: str) -> Iterator[str]:
    folded = fold(byline)
    for pattern in NOT_NAMES:
        folded = pattern.sub(lambda match: "|" * len(match[0]), folded)
    for match in NAME.finditer(folded):
        name = byline[match.start() : match.end()]
        yield name if name.isascii() else re.sub(r"\s", "", name)
