"""Full-text search over Chinese without a word list: every pair of neighbouring characters.

    高新区5G  ──words──►  高新 新区 区 5g          what is indexed
    高新区    ──query──►  "高新 新区"              what is looked for: the pairs, side by side
    区        ──query──►  "区"*                    one character: any pair that begins with it

SQLite's own trigrams find no word of two characters, and most Chinese words have two. Only files
have the index; a PostgreSQL store is searched with its own means.
"""

import re
from collections.abc import Iterable, Iterator
from importlib.resources import files

from sqlalchemy import Connection, text

from summarizer.report import ArticleReport, IssueReport, Observation
from summarizer.store.rows import article_key, figure_key
from summarizer.text import fold

HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
RUN = re.compile(rf"([{HAN}]+)|[^\W_{HAN}]+")
BROKEN_LINE = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")

INSERT = text(
    "INSERT INTO articles_fts (rowid, words) SELECT :key, :words "
    "WHERE NOT EXISTS (SELECT 1 FROM articles_fts WHERE rowid = :key)"
)
DELETE = text(
    "INSERT INTO articles_fts (articles_fts, rowid, words) VALUES ('delete', :key, :words)"
)
INSERT_FIGURE = text(
    "INSERT INTO figures_fts (rowid, words) SELECT :key, :words "
    "WHERE NOT EXISTS (SELECT 1 FROM figures_fts WHERE rowid = :key)"
)
DELETE_FIGURE = text(
    "INSERT INTO figures_fts (figures_fts, rowid, words) VALUES ('delete', :key, :words)"
)
IS_THERE = text("SELECT 1 FROM articles_fts WHERE rowid = :key")


def words(content: str) -> str:
    """Return what a text is found by."""
    return " ".join(term for run, is_han in _runs(content) for term in _terms(run, is_han=is_han))


def query(sought: str) -> str:
    """Return the FTS5 expression that finds every word of `sought`."""
    return " AND ".join(_phrase(run, is_han=is_han) for run, is_han in _runs(sought)) or '""'


def make_index(connection: Connection) -> None:
    """Make the index, if this database is a file."""
    if connection.dialect.name == "sqlite":
        connection.execute(text(files(__package__).joinpath("fulltext.sql").read_text("utf-8")))


def make_figures_index(connection: Connection) -> None:
    """Make the index of the rows, if this database is a file."""
    if connection.dialect.name == "sqlite":
        statement = files(__package__).joinpath("figures_fulltext.sql").read_text("utf-8")
        connection.execute(text(statement))


def index(connection: Connection, report: IssueReport, content: str) -> None:
    """Index what is not indexed yet of a report; `content` is the issue's text."""
    index_articles(connection, report, content)
    index_figures(connection, report)


def index_articles(connection: Connection, report: IssueReport, content: str) -> None:
    """Index the articles of a report by all their words."""
    if entries := tuple(_entries(connection, report, content)):
        connection.execute(INSERT, entries)


def index_figures(connection: Connection, report: IssueReport) -> None:
    """Index the rows of a report by their own words."""
    if entries := tuple(_figures(connection, report)):
        connection.execute(INSERT_FIGURE, entries)


def unindex(connection: Connection, report: IssueReport, content: str) -> None:
    """Take the articles and rows of a report out of the index."""
    for row in _entries(connection, report, content):
        connection.execute(DELETE, row)
    for row in _figures(connection, report):
        connection.execute(DELETE_FIGURE, row)


def _figures(connection: Connection, report: IssueReport) -> Iterator[dict[str, object]]:
    if connection.dialect.name == "sqlite":
        for article in report.articles:
            key = article_key(report.run.id, report.issue.id, article.id)
            printed = {quantity.id: quantity.text for quantity in article.quantities}
            for position, row in enumerate(article.observations):
                said = words(_said(row, printed.get(row.quantity)))
                yield {"key": figure_key(key, position), "words": said}


def _said(row: Observation, printed: str | None) -> str:
    """Return what a row is looked for by: whose, of what, in which part, when, how much."""
    parts = (row.ref_area, row.indicator, row.scope, row.time_period_text, row.time_period, printed)
    return "\n".join(part for part in parts if part)


def _entries(
    connection: Connection, report: IssueReport, content: str
) -> Iterator[dict[str, object]]:
    if connection.dialect.name == "sqlite":
        for article in report.articles:
            key = article_key(report.run.id, report.issue.id, article.id)
            yield {"key": key, "words": words(_printed(article, content))}


def _printed(article: ArticleReport, content: str) -> str:
    blocks = (content[block.start : block.end] for block in article.blocks)
    return BROKEN_LINE.sub("", "\n".join(blocks))


def _runs(content: str) -> Iterator[tuple[str, bool]]:
    for match in RUN.finditer(fold(content)):
        yield match[0].lower(), match[1] is not None


def _terms(run: str, *, is_han: bool) -> Iterable[str]:
    return (run[at : at + 2] for at in range(len(run))) if is_han else (run,)


def _phrase(run: str, *, is_han: bool) -> str:
    if is_han and len(run) == 1:
        return f'"{run}"*'
    terms = tuple(_terms(run, is_han=is_han))
    return f'"{" ".join(terms[:-1] if is_han else terms)}"'
