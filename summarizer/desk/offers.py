"""What the fields of a row are completed with: the names of the article, then the code lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.analysis import analyse
from summarizer.codelists import find_zones, indicators
from summarizer.document import Block, Issue, compose_article
from summarizer.report import ArticleReport, IssueReport
from summarizer.text import Span

MOST = 60
"""Names that are offered; a longer list helps nobody."""


@dataclass(frozen=True, slots=True)
class Offers:
    """Words for each field of the rows of one article, the likeliest first."""

    index: int
    owners: tuple[str, ...]
    indicators: tuple[str, ...]
    scopes: tuple[str, ...]
    periods: tuple[str, ...]


def offers(report: IssueReport, index: int, issue: Issue) -> Offers:
    """Return what may be meant in the article of an index."""
    article = report.articles[index]
    rows = article.observations
    every = [row for each in report.articles for row in each.observations]
    owners = [row.ref_area for row in rows] + [*_named(article, issue)]
    owners += [row.ref_area for row in every]
    zones = [zone.name for owner in owners if owner for zone in find_zones(owner)]
    return Offers(
        index=index,
        owners=_each_once([*owners, *zones])[:MOST],
        indicators=_each_once([row.indicator for row in rows] + [i.name for i in indicators()]),
        scopes=_each_once([row.scope for row in every])[:MOST],
        periods=_each_once([row.time_period_text for row in (*rows, *every)])[:MOST],
    )


def _named(article: ArticleReport, issue: Issue) -> tuple[str, ...]:
    """Return the bodies that an article names, in their order."""
    blocks = tuple(Block(Span(each.start, each.end), each.role) for each in article.blocks)
    if not blocks:
        return ()
    read = analyse(
        compose_article(issue.text, article.id, blocks, setting=issue.setting), issue.date
    )
    return tuple(name.text for name in read.mentions if not name.pointer)


def _each_once(words: Sequence[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
