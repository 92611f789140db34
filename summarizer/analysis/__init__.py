"""One reading of an article, made once and handed on to everybody.

    analyse(article, date)      as much as can be afforded                          budget
      │                         find_quantities, numbered Q1, Q2 …; then
      └─ Analysis
           ├─ text              folded, offset for offset the article's own
           ├─ quantities        every number, as `find_quantities` gives it
           └─ sentences         a line's stretch up to a full stop                 sentences
                ├─ clauses      words between commas, and the bodies they name    words, names
                │                (chunks, firms, anaphora: how a body is called)
                └─ figures      each with the words of its clause around it       figures, nouns

Whoever drafts, binds, verifies or checks reads this object; nobody cuts or tags the text again:

    analysis = analyse(article, issue.date)
    rows     = bind(analysis)
    draft    = model.draft(Request(analysis, rows))

`lexicon` holds the closed classes of words.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from summarizer.analysis.budget import affordable, opening
from summarizer.analysis.chunks import Name
from summarizer.analysis.figures import Figure
from summarizer.analysis.sentences import Clause, Sentence, read_sentences
from summarizer.document import Article
from summarizer.quantities import find_quantities
from summarizer.quantity import Quantity
from summarizer.text import fold

__all__ = [
    "Analysis",
    "Clause",
    "Figure",
    "Name",
    "Sentence",
    "analyse",
    "article_quantities",
]


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """An article as it is read: once, by everybody.

    Every place (of a quantity, word, name) is an offset in `text`, and so in `article.text`, which
    ends where the budget does; `unread` are the characters behind it.
    """

    article: Article
    date: dt.date | None
    text: str
    quantities: tuple[Quantity, ...]
    sentences: tuple[Sentence, ...]
    unread: int = 0

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures, in reading order."""
        return tuple(figure for sentence in self.sentences for figure in sentence.figures)

    @property
    def mentions(self) -> tuple[Name, ...]:
        """The bodies that are named or pointed to, in reading order."""
        clauses = (clause for sentence in self.sentences for clause in sentence.clauses)
        return tuple(name for clause in clauses for name in clause.names)


def article_quantities(article: Article, date: dt.date | None) -> tuple[Quantity, ...]:
    """Find and number the quantities of an article (Q1, Q2, …), with offsets in its text."""
    found = find_quantities(article.text, date=date, page=article.passage.source)
    return tuple(replace(quantity, id=f"Q{n}") for n, quantity in enumerate(found, 1))


def analyse(
    article: Article, date: dt.date | None = None, quantities: Iterable[Quantity] | None = None
) -> Analysis:
    """Read an article; `date` is its issue's. Its numbers are found unless they are handed over.

    Of an article without end only so much is read as the budget allows.
    """
    found = article_quantities(opening(article), date) if quantities is None else tuple(quantities)
    read = affordable(article, found)
    held = tuple(quantity for quantity in found if quantity.end <= len(read.text))
    text = fold(read.text)
    sentences = read_sentences(read, text, held)
    return Analysis(read, date, text, held, sentences, len(article.text) - len(text))
