"""The role of every line, which its neighbours help to tell, and the article it belongs to."""

import pytest

from summarizer.document import FurnitureRole, Layout, Role
from summarizer.reading import read_issue
from summarizer.segmentation import lay_out
from summarizer.segmentation.columns import paragraphs
from summarizer.segmentation.cues import cues_of

OPENING = "近日，江州高新区十二个项目同日开工，总投资三十亿元，建成后将新增就业岗位两千个。"
MORE = "据介绍，江州高新区将为项目提供全程服务，逐一协调解决建设中的难题，力争明年全部投产。"
OTHER = "日前，南屏海关推出预约通关，企业办理手续的时间缩短一半，当地商会表示欢迎。"


def page(*lines: str, between: str = "\n\n") -> Layout:
    """Lay out a page of paragraphs."""
    return lay_out(read_issue(between.join(lines).encode()))


def lines(layout: Layout, *roles: Role) -> list[list[str]]:
    """Return the lines of some roles, article by article."""
    return [
        [line.span.of(a.text) for line in a.lines if line.role in roles] for a in layout.articles
    ]


def test_a_table_stays_in_its_article():
    """Neither its columns nor its rows are headlines, and the numbered part goes on below."""
    rows = ("指标 全市 城市 农村", "食品 11.8 11.5 12.4", "衣着 -0.8 -1.1 0.2")
    layout = page("江州统计公报", "一、综合", OPENING, *rows, "二、农业", MORE)
    assert lines(layout, Role.BODY) == [[OPENING, *rows, MORE]]


def test_a_poem_is_no_pile_of_headlines():
    """Short lines in a row below a title and a name."""
    verses = ("稻子弯下腰的时候", "父亲也弯下了腰", "他们交换一年的金黄")
    layout = page(OPENING, "秋天", "韦一舟", *verses, "责任编辑 肖远")
    assert lines(layout, Role.BODY)[-1] == list(verses)


def test_a_pen_name_that_is_a_word_signs_what_it_stands_above():
    """Two characters between a headline and its text."""
    layout = page("减税红利要落到最后一公里", "常乐", OPENING)
    assert layout.articles[0].byline == "常乐"
    assert page("江州项目开工", OPENING, "时光").articles[0].byline == "时光"


def test_a_word_above_a_headline_names_the_section():
    """No headline has a line of two characters."""
    layout = page("社区", "江州邻居抬他下六楼", OPENING, between="\n")
    assert (layout.articles[0].section, layout.articles[0].headline) == (
        "社区",
        "江州邻居抬他下六楼",
    )


def test_a_view_between_paragraphs_is_a_caption():
    """江州高新区一角 heads nothing, though the sentence above it has ended."""
    layout = page("江州项目开工", "本报记者 肖远", OPENING, "江州高新区一角", MORE)
    assert lines(layout, Role.BODY) == [[OPENING, MORE]]


def test_a_place_above_a_headline_heads_it():
    """沙河乡 could be a name, but no name stands above a headline."""
    layout = page(OTHER, "沙河乡", "三变改革激活一池春水", OPENING)
    assert layout.articles[-1].headline == "沙河乡 三变改革激活一池春水"


def test_a_headline_may_begin_with_a_colon_line():
    """江州高新区： goes on in the line below it."""
    layout = page("江州高新区：\n拿地即开工跑出加速度", OPENING)
    assert layout.articles[0].headline == "江州高新区： 拿地即开工跑出加速度"


def test_who_issued_a_notice_and_when_close_it():
    """The name above a date signs, the date is a dateline."""
    layout = page("公　告", OPENING, "江州自来水公司", "2021年12月30日", "海关提速", OTHER)
    assert layout.articles[0].byline == "江州自来水公司"
    assert lines(layout, Role.DATELINE) == [["2021年12月30日"], []]


def test_a_picture_with_a_headline_is_an_article():
    """Its caption is the text."""
    caption = "8月26日，农民在江州收割水稻。 本报记者 石玉 摄"
    layout = page("江州水稻迎来丰收", caption, "海关提速", OTHER)
    assert lines(layout, Role.BODY) == [[caption], [OTHER]]


@pytest.mark.parametrize("mark", ["■", "●", "△"])
def test_items_behind_marks_are_articles(mark: str):
    """Under whatever short line they stand; a list in an article stays there."""
    items = [f"{mark}江州出口增长一成。", f"{mark}南屏吞吐量创新高。", f"{mark}玉泉夏粮丰收。"]
    assert lines(page("各地", *items, between="\n"), Role.BODY) == [[item] for item in items]
    assert len(page("江州开工", OPENING, *items).articles) == 1


def test_titled_items_of_one_paragraph_under_briefs_are_articles():
    """A column of short items is set in one style."""
    items = (
        "铁路增开动车",
        OPENING,
        "高考成绩公布",
        "教育部门昨日公布，本科上线率比去年提高两成，一万名考生过线。",
        "水库蓄水足",
        OTHER,
    )
    layout = page("一周速览", *items)
    assert [article.headline for article in layout.articles] == [
        "铁路增开动车",
        "高考成绩公布",
        "水库蓄水足",
    ]


def test_news_without_authors_are_articles():
    """Each headline has its own subject, and the words below it tell of another place."""
    news = {
        "综保区进出口增两成": "记者从江州海关获悉，前4个月，综保区进出口86亿元，增长两成。",
        "旧船厂变身遗址公园": "位于沿江路的红旗船厂改造工程昨日完工，总投资2亿元，保留了两座船台。",
        "茶农转行当起民宿老板": "南屏村茶农叶根去年盖起民宿，年收入18万元，如今全村已有民宿31家。",
    }
    layout = page(*(line for item in news.items() for line in item), between="\n")
    assert [article.headline for article in layout.articles] == list(news)


def test_a_story_with_an_author_has_parts():
    """Short titles without a subject of their own, and what is below tells more of the same."""
    parts = ("放手让年轻人挑担子", MORE, "再造一片青山", MORE[5:])
    layout = page("江州高新区三十年", "本报记者 肖远", OPENING, *parts, between="\n")
    assert lines(layout, Role.SUBHEAD) == [[parts[0], parts[2]]]


def test_a_rare_word_between_title_and_text_tears_nothing():
    """列国 is a word, but 7万列 ends a headline and 国铁 begins its text."""
    layout = page("中欧班列开行突破7万列", "国铁集团发布消息，截至6月，通达欧洲25个国家。")
    assert layout.articles[0].headline == "中欧班列开行突破7万列"


def test_items_below_a_banner_need_no_headline():
    """Nothing ties them together; what opens as one dispatch is one article."""
    items = (
        "欧洲央行宣布维持三大关键利率不变，并将今年欧元区经济增长预期由1.1%下调至0.8%。",
        "8月6日，墨西哥湾约四分之一的石油产能受飓风影响关闭，油价收于每桶68.9美元。",
        "日本上季度出口增长4%，其中对东南亚的汽车出口增长一成，为两年来最高。",
    )
    assert lines(page("环球简讯", *items), Role.BODY) == [[item] for item in items]
    dispatch = ("【江州新闻网消息】管理局昨日公布，园区扩建。", "主席肖远表示，耗资50亿元。")
    assert lines(page("环球财经", *dispatch), Role.BODY) == [list(dispatch)]


def test_a_genre_begins_an_article():
    """A comment on the story above is no part of it."""
    story = ("江州高新区三十年", "本报记者 肖远", OPENING, "再造一片青山", MORE)
    comment = ("短评：小产品要有大志气", "小，从来不是弱的代名词。做到极致，就能立于不败。")
    assert page(*story, *comment).articles[-1].headline == comment[0]


def test_a_line_that_leads_up_to_the_headline_is_a_kicker():
    """It introduces what follows, or stands apart from lines that stand together."""
    layout = page("省委常委会议强调", "乘势而上推动工业再上台阶", OPENING)
    assert lines(layout, Role.KICKER, Role.HEADLINE) == [
        ["省委常委会议强调", "乘势而上推动工业再上台阶"]
    ]
    assert layout.articles[0].headline == "乘势而上推动工业再上台阶"
    motto = page("创新发展看园区\n江州高新区签下12个项目\n总投资逾160亿元", OPENING)
    assert motto.articles[0].headline == "江州高新区签下12个项目 总投资逾160亿元"
    apart = page("实验室里的年轻人", "冷板凳\n坐出热成果", OPENING)
    assert apart.articles[0].headline == "冷板凳 坐出热成果"


def test_the_rest_of_a_torn_sentence_leaves_the_article_it_stands_in():
    """It completes the words of the one further up, not those right above it."""
    torn = (
        "江州项目开工",
        "本报记者 肖远",
        OPENING[:24],
        "南屏提速",
        OTHER,
        "会议要求，要把服务与通",
    )
    layout = page(*torn, OPENING[24:])
    assert lines(layout, Role.BODY)[0] == [OPENING]


def test_a_jump_line_leads_past_the_article_above_it():
    """上接 goes on where 下转 stood, though another article lies nearer."""
    layout = page(
        "江州开工",
        OPENING,
        "（下转第二版）",
        "海关提速",
        OTHER,
        "第2版 综合",
        f"（上接第一版）{MORE}",
    )
    assert lines(layout, Role.BODY) == [[OPENING, MORE], [OTHER]]
    assert [f.role for f in layout.furniture].count(FurnitureRole.JUMP_LINE) == 2


def test_a_headline_keeps_the_text_below_it():
    """However surely 本报讯 begins an article: no headline stands for itself above it."""
    lede = "本报讯（记者肖远）江州炼化两个项目昨日获批，总投资一百六十亿元。"
    layout = page("江州炼化扩能和年\n产八百万吨乙烯项目获批", lede)
    assert [article.headline for article in layout.articles] == [
        "江州炼化扩能和年产八百万吨乙烯项目获批"
    ]


@pytest.mark.parametrize("byline", ["本报记者 肖远", "► 刘文"])
def test_a_brief_that_begins_with_its_byline_is_none_of_the_article_above(byline: str):
    """Below the name of a column, without a headline of its own."""
    layout = page("江州新港启用", OPENING, MORE, "简讯", byline, OTHER)
    assert lines(layout, Role.BODY) == [[OPENING, MORE], [OTHER]]


def test_what_lines_of_a_page_have_in_common_is_a_cue():
    """A column's name said twice, an office that begins several lines, a credit that ends them."""
    names = [("街巷专栏", "驻岛观察 甲", "桥头。望海图库")] * 2
    names.append(("问河", "驻岛观察 乙", "渡口。望海图库"))
    told = cues_of(paragraphs("\n\n".join(line for each in names for line in each)))
    assert "line said again on the page" in told[0]
    assert "line begins as others" in told[-2]
    assert "line ends as others" in told[-1]
