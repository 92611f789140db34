"""Articles put together as one reads them."""

from summarizer.document import Article, Block, Role, compose_article
from summarizer.text import Span

PAGE = "澄川高新区\n星槎产业园开工\n\n本报讯 园区实行全流程式对接\n\n\n园区一角\n\n服务。\n\n宋映泉"


def place(words: str) -> Span:
    """Find the words on the page."""
    start = PAGE.index(words)
    return Span(start, start + len(words))


def article() -> Article:
    """Compose the one article of the page, its caption left out."""
    blocks = (
        Block(place("澄川高新区"), Role.HEADLINE),
        Block(place("星槎产业园开工"), Role.HEADLINE),
        Block(place("本报讯 园区实行全流程式对接"), Role.BODY),
        Block(place("服务。"), Role.BODY, continues=True),
        Block(place("宋映泉"), Role.BYLINE),
    )
    return compose_article(PAGE, "A1", blocks)


def test_headline_lines_are_joined_by_one_space() -> None:
    """Two printed lines make one headline."""
    assert article().headline == "澄川高新区 星槎产业园开工"


def test_a_sentence_is_read_across_what_interrupts_it() -> None:
    """A block that continues another makes one line with it."""
    assert [line.span.of(article().text) for line in article().body] == [
        "本报讯 园区实行全流程式对接服务。"
    ]


def test_every_line_leads_home() -> None:
    """A line that no gap interrupts is found on the page, character for character."""
    composed = article()
    home = composed.locate(composed.lines[-1].span)
    assert home.of(PAGE) == composed.byline == "宋映泉"


def test_line_ends_inside_a_block_are_dropped() -> None:
    """Hard-wrapped Chinese closes up; Latin words keep a space."""
    page = "完成产\r\n值5亿元,采用Green\nLine技术"
    block = Block(Span(0, len(page)), Role.BODY)
    assert compose_article(page, "A1", (block,)).text == "完成产值5亿元,采用Green Line技术\n"
