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

from summarizer.report import ArticleReport, IssueReport
from summarizer.store.rows import article_key
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


def index(connection: Connection, report: IssueReport, content: str) -> None:
    """Index the articles of a report that are not indexed yet; `content` is the issue's text."""
    if entries := tuple(_entries(connection, report, content)):
        connection.execute(INSERT, entries)


def unindex(connection: Connection, report: IssueReport, content: str) -> None:
    """Take the articles of a report out of the index."""
    for row in _entries(connection, report, content):
        connection.execute(DELETE, row)


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
