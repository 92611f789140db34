"""lay_out: a page that has lost its columns becomes articles and furniture again."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document import FurnitureRole, Layout, Role
from summarizer.reading import read_issue
from summarizer.segmentation import lay_out
from summarizer.segmentation.weights import fitted

SEED = Path(__file__).parents[2] / "shared" / "pages" / "seed" / "page.txt"
MARKS = (
    "本报讯 ",
    "► 肖远 ",
    "（下转第5版）",
    "（上接第2版）",
    "简讯",
    "\n",
    "\n\n",
    "\r\n",
    "\f",
    "　　",
    "。",
    "，",
)
OPENING = "本报讯 近日，江州高新区十二个项目同日开工，总投资三十亿元，建成后将新增就业岗位两千个。"
MORE = "据介绍，江州高新区将为项目提供全程服务，逐一协调解决建设中的难题，力争明年全部投产。"
OTHER = "本报讯 日前，南屏海关推出预约通关，企业办理手续的时间缩短一半，当地商会表示欢迎。"


def page(*paragraphs: str) -> Layout:
    """Lay out a page of paragraphs with blank lines between them."""
    return lay_out(read_issue("\n\n".join(paragraphs).encode()))


def bodies(layout: Layout) -> list[list[str]]:
    """Return the lines below the headlines of every article."""
    return [[line.span.of(a.text) for line in a.body] for a in layout.articles]


def furniture(layout: Layout) -> list[FurnitureRole]:
    """Return what was set aside."""
    return [piece.role for piece in layout.furniture]


@settings(deadline=None)
@given(st.lists(st.sampled_from(MARKS) | st.text(max_size=8), min_size=1).map("".join))
def test_every_character_lies_in_exactly_one_place(text: str):
    """Blocks and furniture cover each non-blank character once, whatever the page holds."""
    text = "页" + text.replace("\0", "").encode(errors="ignore").decode()
    layout = lay_out(read_issue(text.encode()))
    spans = [block.span for article in layout.articles for block in article.blocks]
    spans += [piece.span for piece in layout.furniture]
    covered = Counter(place for span in spans for place in range(span.start, span.end))
    assert all(covered[place] == 1 for place, mark in enumerate(text) if not mark.isspace())
    assert max(covered.values()) == 1


@pytest.mark.parametrize(
    "byline",
    ["► 肖远 刘文", "本报记者 肖远", "记者 肖远 通讯员 刘文", "□ 本报记者 肖远", "文/肖远"],
)
def test_a_byline_above_belongs_to_the_article_below(byline: str):
    """Every form of a byline under a headline is kept as printed."""
    layout = page("江州十二个项目开工", byline, OPENING, MORE)
    assert [article.byline for article in layout.articles] == [byline]


@pytest.mark.parametrize(
    "byline", ["肖远 刘文", "（肖远）", "（本报记者 肖远）", "欧阳文", "（江州市统计局 供稿）"]
)
def test_a_byline_below_closes_the_article(byline: str):
    """What follows the name line is another article, even without a headline."""
    layout = page("江州十二个项目开工", OPENING, byline, "南屏港去年吞吐量增长一成，创下新高。")
    assert [article.byline for article in layout.articles] == [byline, None]


def test_a_dispatch_begins_an_article_of_its_own():
    """An agency's line needs no headline."""
    layout = page(
        "江州十二个项目开工",
        OPENING,
        "据新华社南屏１１月２日电（记者林远）南屏港扩建工程今天动工。",
    )
    assert len(layout.articles) == 2


def test_headline_lines_are_joined():
    """Two lines under each other are one headline."""
    layout = page("江州高新区\n十二个项目开工", OPENING)
    assert layout.articles[0].headline == "江州高新区 十二个项目开工"


def test_a_sentence_over_a_blank_line_is_read_whole():
    """Even when it breaks within a word."""
    layout = page("江州十二个项目开工", OPENING[:30], OPENING[30:], MORE)
    assert bodies(layout) == [[OPENING, MORE]]


def test_a_caption_in_mid_sentence_is_set_aside():
    """The sentence goes on behind it."""
    layout = page("江州十二个项目开工", OPENING[:30], "江州高新区一角", OPENING[30:])
    assert (bodies(layout), furniture(layout)) == ([[OPENING]], [FurnitureRole.CAPTION])


def test_a_banner_names_the_section():
    """It belongs to no article, but the article knows it."""
    layout = page("园区要闻", "江州十二个项目开工", OPENING)
    assert furniture(layout) == [FurnitureRole.BANNER]
    assert layout.articles[0].section == "园区要闻"


def test_a_jump_line_leads_to_the_article_it_came_from():
    """上接 finds the article that said 下转, and the reason is told."""
    head, rest = ("江州十二个项目开工", OPENING, "（下转第3版）"), ("（上接第1版）", MORE)
    layout = page(*head, "南屏海关通关提速", OTHER, *rest)
    assert bodies(layout) == [[OPENING, MORE], [OTHER]]
    (join,) = layout.joins
    assert (join.article, "jump_line" in join.reason) == ("A1", True)
    assert 0.5 < join.score <= 1


def test_what_a_section_speaks_of_leads_to_its_article():
    """A subhead after another article goes on in the one that names the same zone."""
    layout = page(
        "江州十二个项目开工",
        "► 肖远",
        OPENING,
        "南屏海关通关提速",
        OTHER,
        "刘文",
        "服务跟着项目走",
        MORE,
    )
    assert bodies(layout) == [[OPENING, "服务跟着项目走", MORE], [OTHER]]


def test_the_rest_of_a_sentence_finds_its_beginning():
    """An article torn in mid-word goes on behind the next one."""
    layout = page(
        "江州十二个项目开工", "肖远", OPENING[:24], "南屏海关通关提速", OTHER, "刘文", OPENING[24:]
    )
    assert bodies(layout) == [[OPENING], [OTHER]]


def test_briefs_under_one_banner_are_articles():
    """Each names its own hero first."""
    briefs = (
        "江州高新区今年出口增长一成。",
        "南屏港区上月吞吐量创下新高。",
        "玉泉县夏粮丰收已成定局。",
    )
    assert bodies(page("简讯", *briefs)) == [[brief] for brief in briefs]


def test_it_is_told_how_sure_the_edges_of_an_article_are():
    """A page of one article leaves no doubt; where a subhead might be a headline, there is some."""
    alone = page("江州十二个项目开工", OPENING, MORE)
    parted = page("江州十二个项目开工", OPENING, "让服务跑在前面", MORE, "再造一片青山", MORE[5:])
    sure = [article.confidence or 0 for layout in (alone, parted) for article in layout.articles]
    assert sure[0] > 0.9
    assert all(0 < each < 1 for each in sure[1:])


def test_a_cut_off_end_is_told():
    """An article whose last sentence does not end is truncated."""
    assert page("江州十二个项目开工", OPENING, MORE[:-6]).articles[0].truncated
    assert not page("江州十二个项目开工", OPENING, MORE).articles[0].truncated


def test_lines_broken_at_the_column_are_put_together():
    """Indents begin paragraphs, a full line goes on in the next."""
    text = "　　" + OPENING
    lines = [text[at : at + 20] for at in range(0, len(text), 20)]
    layout = lay_out(read_issue("\r\n".join(["江州十二个项目开工", *lines]).encode()))
    assert bodies(layout) == [[OPENING]]


def test_what_hangs_on_the_last_sentence_is_cut_off():
    """A jump line and a byline at the end of a paragraph are no text."""
    layout = page(
        "江州十二个项目开工", OPENING + "（下转第3版）", "南屏海关通关提速", OTHER + "　（刘文）"
    )
    assert bodies(layout) == [[OPENING], [OTHER]]
    assert layout.articles[1].byline == "（刘文）"


def test_a_cue_can_be_switched_off():
    """Without its strongest cues the continuation does not find its article."""
    text = (
        f"江州开工\n\n{OPENING}\n\n（下转第3版）\n\n海关提速\n\n{OTHER}\n\n（上接第1版）\n\n{MORE}"
    )
    blind = fitted().less(*fitted().joins)
    assert bodies(lay_out(read_issue(text.encode()))) == [[OPENING, MORE], [OTHER]]
    assert bodies(lay_out(read_issue(text.encode()), blind))[0] == [OPENING]


@pytest.mark.parametrize("text", ["\n" * 100_000 + "页", "页" * 100_000, "甲\n\n" * 2_000])
def test_a_strange_page_does_no_harm(text: str):
    """Blank lines without end, one endless line, nothing but titles: all are laid out."""
    layout = lay_out(read_issue(text.encode()))
    assert layout.articles or layout.furniture


def test_the_real_page_comes_back_whole():
    """Six articles, the interrupted one rejoined, banner and caption set aside."""
    if not SEED.exists():
        pytest.skip("the shared pages are not beside the project")
    layout = lay_out(read_issue(SEED))
    subheads = [sum(b.role is Role.SUBHEAD for b in a.blocks) for a in layout.articles]
    assert (len(layout.articles), subheads[3], len(layout.joins) > 0) == (6, 3, True)
    assert sorted(furniture(layout)) == [FurnitureRole.BANNER, FurnitureRole.CAPTION]
