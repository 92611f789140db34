"""An article of a few invented lines, and what the checks say of it."""

from collections.abc import Iterator

from summarizer.analysis import article_quantities
from summarizer.checks import check
from summarizer.document import Article, Block, Role, compose_article
from summarizer.report import Check
from summarizer.text import Span


def article(text: str, headline: str = "") -> Article:
    """Return an article of one paragraph a line, under a headline."""
    whole = f"{headline}\n{text}" if headline else text
    return compose_article(whole, "A1", tuple(_blocks(whole, headline)))


def _blocks(text: str, headline: str) -> Iterator[Block]:
    position = 0
    for line in text.split("\n"):
        role = Role.HEADLINE if headline and position == 0 else Role.BODY
        yield Block(Span(position, position + len(line)), role)
        position += len(line) + 1


def every(text: str, headline: str = "") -> tuple[Check, ...]:
    """Return everything that the checks say of a text."""
    made = article(text, headline)
    return check(made, article_quantities(made, None))


def checked(text: str, rule: str, headline: str = "") -> list[Check]:
    """Return what a rule says of a text."""
    return [each for each in every(text, headline) if each.rule == rule]


def results(text: str, rule: str, headline: str = "") -> list[str]:
    """Return how a rule comes out on a text, check by check."""
    return [each.result.value for each in checked(text, rule, headline)]


def alarms(text: str, headline: str = "") -> list[str]:
    """Return the formulas of whatever is for review or cannot be."""
    bad = ("mismatch", "review")
    return [each.formula for each in every(text, headline) if each.result.value in bad]
