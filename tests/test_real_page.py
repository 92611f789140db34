"""The real page that the project was asked to handle, where it lies beside the checkout."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from conftest import SHARED

from summarizer.document import FurnitureRole
from summarizer.models.extractive import ExtractiveModel
from summarizer.pipeline import summarize_issue
from summarizer.quantity import Quantity
from summarizer.reading import read_issue
from summarizer.report import ArticleReport, IssueReport, Verdict

SEED = SHARED / "pages" / "seed"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the page is not part of the project")


@cache
def text() -> str:
    """Return the page as printed."""
    return read_issue(SEED / "page.txt").text


@cache
def report() -> IssueReport:
    """Return what the embedded engine says of it."""
    return summarize_issue(read_issue(SEED / "page.txt"), ExtractiveModel())


@cache
def gold_articles() -> list[dict[str, Any]]:
    """Return the articles as a person took them apart."""
    articles: list[dict[str, Any]] = json.loads((SEED / "segmentation.json").read_text())[
        "articles"
    ]
    return articles


def body_of(article: ArticleReport) -> set[int]:
    """Return the places of an article's characters on the page."""
    return {place for block in article.blocks for place in range(block.start, block.end)}


def pairs() -> Iterator[tuple[ArticleReport, dict[str, Any]]]:
    """Yield each article with its gold."""
    yield from zip(report().articles, gold_articles(), strict=True)


def test_headlines_and_bylines_are_as_printed() -> None:
    """Six articles, in the order in which they begin."""
    for article, gold in pairs():
        assert article.headline == " ".join(gold["title_text"])
        assert article.byline == " ".join(text()[start:end] for start, end in gold["byline"])


def test_every_article_has_its_own_characters_and_no_others() -> None:
    """The interrupted one is whole again, and blank places aside nothing is left over."""
    for article, gold in pairs():
        places = [*gold["title"], *gold["byline"], *(span[:2] for span in gold["body"])]
        wanted = {n for start, end in places for n in range(start, end)}
        blank = {n for n in wanted | body_of(article) if text()[n].isspace()}
        assert body_of(article) - blank == wanted - blank


def test_the_caption_in_mid_sentence_is_set_aside() -> None:
    """And the sentence around it is read without a break."""
    (caption,) = [each for each in report().furniture if each.role is FurnitureRole.CAPTION]
    around = [
        article
        for article in report().articles
        if any(block.end <= caption.start for block in article.blocks)
        and any(block.start >= caption.end for block in article.blocks)
    ]
    assert len(around) == 1


def test_the_broken_off_end_is_marked() -> None:
    """One article ends in mid-sentence, and only that one says so."""
    for article, gold in pairs():
        assert article.truncated is gold["truncated"]


def mentions(tier: str) -> list[dict[str, Any]]:
    """Return the gold quantities of a tier."""
    lines = (SEED / "quantities.jsonl").read_text().splitlines()
    return [gold for gold in map(json.loads, lines) if gold["tier"] == tier]


def found_at(gold: dict[str, Any]) -> list[Quantity]:
    """Return the quantities that share a character with a gold mention."""
    return [
        quantity
        for article in report().articles
        for quantity in article.quantities
        if quantity.start < gold["end"] and gold["start"] < quantity.end
    ]


def is_right(quantity: Quantity, gold: dict[str, Any]) -> bool:
    """Compare the value, or the bounds of a range; a date has its year."""
    value = gold["value"]
    if isinstance(value, list):
        return [quantity.low, quantity.high] != [None, None] and quantity.value is None
    if gold["kind"] in ("date", "period") and isinstance(value, str):
        period = quantity.time_period
        return period is None or value.startswith(period) or period.startswith(value[:4])
    return quantity.value is not None and float(quantity.value) == float(value)


def test_the_numbers_of_the_page_have_their_values() -> None:
    """Every mention that a verifier has to know is found with the right value."""
    wrong = [g["text"] for g in mentions("must") if not any(is_right(q, g) for q in found_at(g))]
    assert wrong == []


def test_idioms_and_names_are_no_figures() -> None:
    """Slogans, place names and turns of phrase never reach the table."""
    assert [g["text"] for g in mentions("not") if any(q.is_figure for q in found_at(g))] == []


def test_no_numeral_of_the_page_is_unclaimed() -> None:
    """Each is in the table, a date, an ordinal or a label."""
    assert report().ledger.unclaimed == ()


def test_nothing_unsupported_is_released() -> None:
    """No key point and no row whose number the page does not bear out."""
    verdicts = {f.verdict for article in report().articles for f in article.findings}
    rows = {row.verdict for article in report().articles for row in article.observations}
    assert verdicts == rows == {Verdict.SUPPORTED}
