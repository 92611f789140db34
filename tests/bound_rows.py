"""An article of a few invented lines, and the rows that the code reads off it."""

import datetime as dt

from an_article import article

from summarizer.analysis import analyse
from summarizer.binding import bind
from summarizer.document import Article
from summarizer.summary import ObservationClaim

HEADLINE = "青山高新区开局良好"
DATE = dt.date(2018, 5, 2)


def article_of(body: str, headline: str = HEADLINE) -> Article:
    """Return an article of a headline and paragraphs."""
    return article(body, headline)


def rows(body: str, headline: str = HEADLINE) -> dict[str, ObservationClaim]:
    """Bind the figures of an article; rows by the figure as printed."""
    made = article_of(body, headline)
    return {claim.printed: claim for claim in bind(analyse(made, DATE))}
