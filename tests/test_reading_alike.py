"""One page in every format: the same articles, the same rows."""

import io
from collections.abc import Callable

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from printed_page import Press, Story

from summarizer.models import open_model
from summarizer.pipeline import summarize_issue
from summarizer.reading import read_issue

Page = tuple[Story, ...]
PLACES = ("霁川镇", "青峦镇", "澜石镇", "柳湾镇", "竹溪镇")
TRADES = ("食品", "电子", "纺织", "建材", "化工")


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Invent a page of two to four articles, each of its own place, with figures."""
    places = draw(st.permutations(PLACES))[: draw(st.integers(2, 4))]
    return tuple(draw(_story(place)) for place in places)


@st.composite
def _story(draw: st.DrawFn, place: str) -> Story:
    trade = draw(st.sampled_from(TRADES))
    tenths, rate, firms, men = (draw(st.integers(11, 989)) for _ in range(4))
    first = (
        f"本报讯（记者 程砚秋）今年上半年，{place}完成{trade}产值{tenths}.6亿元，"
        f"同比增长{rate % 40 + 1}.5%。镇里的同志介绍，这里的厂子多是老厂，今年添了新设备。"
    )
    second = f"据统计，{place}现有企业{firms}家，从业人员{men}人，比去年底多了几家。"
    return Story(f"{place}{trade}产业上半年稳步增长", (first, second))


def plain(page: Page) -> tuple[bytes, str]:
    """Write it as text."""
    stories = ("\n\n".join((each.headline, *each.paragraphs)) for each in page)
    return "\n\n".join(stories).encode("gb18030"), "page.txt"


def markdown(page: Page) -> tuple[bytes, str]:
    """Write it as Markdown."""
    stories = ("\n\n".join((f"## {each.headline}", *each.paragraphs)) for each in page)
    return "\n\n".join(stories).encode(), "page.md"


def web(page: Page) -> tuple[bytes, str]:
    """Write it as HTML."""
    stories = (
        f"<h2>{each.headline}</h2>{''.join(f'<p>{text}</p>' for text in each.paragraphs)}"
        for each in page
    )
    head = "<meta charset=gbk><title>要闻</title>"
    return f"<html><head>{head}</head><body>{''.join(stories)}</body></html>".encode(
        "gbk"
    ), "p.html"


def word(page: Page) -> tuple[bytes, str]:
    """Write it as .docx."""
    document = docx.Document()
    for each in page:
        document.add_heading(each.headline, level=2)
        for text in each.paragraphs:
            document.add_paragraph(text)
    document.save(out := io.BytesIO())
    return out.getvalue(), "page.docx"


def printed(page: Page) -> tuple[bytes, str]:
    """Set it in columns, as PDF."""
    press = Press()
    press.page(1, [[each] for each in page])
    return press.done(), "page.pdf"


Rows = list[tuple[str | None, list[tuple[str, ...]]]]


def told(data: bytes, name: str) -> Rows:
    """Return headline and rows of each article of a page."""
    report = summarize_issue(read_issue(data, name=name), open_model("extractive"))
    return [
        (
            article.headline,
            [
                (
                    str(row.ref_area),
                    row.indicator,
                    row.measure.value,
                    f"{row.value:f}",
                    str(row.unit),
                )
                for row in article.observations
            ],
        )
        for article in report.articles
    ]


@pytest.mark.parametrize("written", [markdown, web, word, printed])
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(page=pages())
def test_a_page_says_the_same_in_every_format(
    written: Callable[[Page], tuple[bytes, str]], page: Page
):
    """Articles, headlines and rows do not depend on how the page was kept."""
    assert told(*written(page)) == told(*plain(page))
