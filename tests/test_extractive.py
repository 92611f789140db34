"""The embedded model: the article's own words, and nothing else."""

from summarizer.document import Block, Role, compose_article
from summarizer.models import Request
from summarizer.models.extractive import ExtractiveModel
from summarizer.summary import ArticleSummary
from summarizer.text import Span

HEADLINE = "青山高新区上半年营业收入增长一成"
BODY = (
    "本报讯 青山高新区上半年实现营业收入120亿元,同比增长10%。",
    "据悉,园区新签约项目18个,总投资45亿元,其中新能源项目6个。",
    "会议室里座无虚席,大家都说春天来了。",
)


def draft(*paragraphs: str, **options: int) -> ArticleSummary:
    """Draft an article of a headline and paragraphs, with no quantities found."""
    text = "\n".join((HEADLINE, *paragraphs))
    blocks = []
    position = 0
    for line in text.split("\n"):
        role = Role.BODY if position else Role.HEADLINE
        blocks.append(Block(Span(position, position + len(line)), role))
        position += len(line) + 1
    article = compose_article(text, "a1", tuple(blocks))
    return ExtractiveModel(**options).draft(Request(article, ())).summary


def test_the_abstract_opens_with_the_news_and_drops_the_dateline() -> None:
    """本报讯 and 据悉 say nothing."""
    assert draft(*BODY).abstract.startswith("青山高新区上半年实现营业收入120亿元,同比增长10%。")


def test_the_abstract_keeps_to_the_length_that_is_set() -> None:
    """A long sentence is cut behind a clause, never inside one."""
    short = draft(*BODY, length=26).abstract
    assert short == "青山高新区上半年实现营业收入120亿元。"


def test_every_key_point_is_printed_in_the_article() -> None:
    """No character is added."""
    text = "\n".join(BODY)
    assert all(point.text in text for point in draft(*BODY).key_points)


def test_an_article_without_sentences_gives_an_empty_summary() -> None:
    """A headline alone is not summarised."""
    assert draft().abstract == ""
