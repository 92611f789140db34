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
NEWS = (
    (
        "{place}食品产业上半年稳步增长",
        "今年上半年，{place}完成食品产值{a}.6亿元，同比增长{b}.5%。镇里的厂子多是老厂，今年添了新设备。",
        "据统计，{place}现有食品企业{c}家，从业人员{d}人，比去年底多了几家。",
    ),
    (
        "{place}新建跨江大桥昨日合龙",
        "昨日上午，{place}跨江大桥主桥顺利合龙，大桥总投资{a}.2亿元，桥面宽{b}米，双向六车道。",
        "施工单位介绍，工地上每天有{d}人上岗，汛期前抢出了{c}个桥墩。",
    ),
    (
        "{place}举办秋季招聘会",
        "日前，{place}秋季招聘会在文化广场举行，{c}家企业到场，提供岗位{d}个，求职者络绎不绝。",
        "主办方表示，当天达成意向{a}人，其中大学毕业生占{b}%。",
    ),
    (
        "{place}建成首座储能电站",
        "近日，{place}首座储能电站并网运行，电站一次可充电{d}千瓦时，够{c}户人家用上一天。",
        "电站负责人说，工程投入{a}.8亿元，运行后用电高峰的负荷可以下降{b}%。",
    ),
    (
        "{place}蜜柚远销海外",
        "记者从海关获悉，前三季度{place}出口蜜柚{d}吨，货值{a}.3亿元，比上年同期增长{b}%。",
        "果农们说，今年雨水匀，{c}个合作社统一采摘，卖相好，不愁销路。",
    ),
)


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """Invent a page of two to four articles, each of its own place and news, with figures."""
    places, news = draw(st.permutations(PLACES)), draw(st.permutations(NEWS))
    count = draw(st.integers(2, 4))
    return tuple(draw(_story(*each)) for each in zip(places[:count], news[:count], strict=True))


@st.composite
def _story(draw: st.DrawFn, place: str, news: tuple[str, str, str]) -> Story:
    names = {"a": (11, 989), "b": (11, 39), "c": (11, 989), "d": (110, 989)}
    figures = {name: draw(st.integers(*bounds)) for name, bounds in names.items()}
    headline, first, second = (text.format(place=place, **figures) for text in news)
    return Story(headline, (f"本报讯（记者 程砚秋）{first}", second))


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
