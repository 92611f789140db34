"""A file that declares its headings is taken apart by them."""

import pytest

from summarizer.document import FurnitureRole, Layout, Role
from summarizer.reading import read_issue
from summarizer.segmentation import lay_out

STORY = "砚北区三个项目昨日开工，总投资12亿元，明年投产。"
OTHER = "青峦镇夜校开课26门，报名1800人，下月再开十门。"
WHOLE = f"""来源：砚北日报

# 要闻

## 项目开工

{STORY}

### 细节

- 甲
- 乙

| 镇 | 户 |
|-|-|
| 霁川 | 3 |
"""
LEDE, NEWS = f"本报讯（记者 程砚秋）{STORY}", f"本报讯 {OTHER}"


def layout(page: str) -> Layout:
    """Take a Markdown page apart."""
    return lay_out(read_issue(page.encode(), name="page.md"))


def headlines(page: str) -> list[str | None]:
    """Return the headlines of a Markdown page."""
    return [article.headline for article in layout(page).articles]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"# 项目开工\n\n{STORY}\n\n# 夜校开课\n\n{OTHER}", ["项目开工", "夜校开课"]),
        (
            f"# 砚北日报 2024年3月5日\n\n## 项目开工\n\n{STORY}\n\n## 夜校开课\n\n{OTHER}",
            ["项目开工", "夜校开课"],
        ),
        (
            f"# 要闻\n\n## 项目开工\n\n{STORY}\n\n# 社会\n\n## 夜校开课\n\n{OTHER}",
            ["项目开工", "夜校开课"],
        ),
        (
            f"# 砚北三年\n\n{STORY}\n\n## 一、补链\n\n{STORY}\n\n## 二、强链\n\n{OTHER}",
            ["砚北三年"],
        ),
        (f"# 砚北三年\n\n## 一、补链\n\n{STORY}\n\n## 二、强链\n\n{OTHER}", ["砚北三年"]),
        (
            f"# 本周汇编\n\n## 砚北三个项目开工\n\n{LEDE}\n\n## 青峦夜校开课二十六门\n\n{NEWS}",
            ["砚北三个项目开工", "青峦夜校开课二十六门"],
        ),
        (f"{STORY}{OTHER}\n\n# 夜校开课\n\n{OTHER}", [None, "夜校开课"]),
    ],
)
def test_headings_tell_articles(page: str, expected: list[str | None]):
    """Headings of one level are articles; those below a story are parts of it."""
    assert headlines(page) == expected


def test_many_articles_in_one_file_stay_apart():
    """An archive in one file has an article for each heading."""
    page = "\n\n".join(f"# 第{number}号夜校开课\n\n{OTHER}" for number in range(100, 200))
    assert len(headlines(page)) == 100


def test_one_heading_over_several_news_is_no_headline_of_all():
    """Where only the page has a heading, its text is taken apart like any other."""
    page = f"# 砚北要闻\n\n项目开工\n\n{LEDE}\n\n夜校开课\n\n本报讯 {OTHER}\n"
    assert len(headlines(page)) == 2


def test_the_section_is_told():
    """A heading that only holds headings names the section of what stands below it."""
    (article,) = layout(f"# 要闻\n\n## 项目开工\n\n{STORY}").articles
    assert article.section == "要闻"


def test_furniture_is_set_aside_and_a_sentence_goes_on_behind_it():
    """A caption in mid-sentence does not tear it, and no button cuts an article off."""
    page = (
        "# 项目开工\n\n> 本报记者 程砚秋\n\n砚北区三个项目昨日开工，总投资12\n\n"
        "<figcaption>开工现场</figcaption>\n\n亿元，明年投产。\n\n[查看原文](https://example.com/1)\n"
    )
    found = layout(page)
    (article,) = found.articles
    assert article.byline == "本报记者 程砚秋"
    assert "总投资12亿元" in article.text
    assert not article.truncated
    assert {piece.role for piece in found.furniture} == {FurnitureRole.CAPTION, FurnitureRole.NOISE}


def test_every_character_is_accounted_for():
    """Blocks and furniture cover the text once."""
    issue = read_issue(WHOLE.encode(), name="page.md")
    found = lay_out(issue)
    spans = [block.span for article in found.articles for block in article.blocks]
    covered = [
        place
        for span in (*spans, *(each.span for each in found.furniture))
        for place in range(span.start, span.end)
    ]
    assert sorted(covered) == sorted(set(covered))
    printed = {place for place, character in enumerate(issue.text) if not character.isspace()}
    assert printed <= set(covered)


def test_headings_inside_a_story_are_subheads():
    """A deeper heading is a subhead of its article."""
    (article,) = layout(f"# 砚北三年\n\n{STORY}\n\n## 补链\n\n{OTHER}").articles
    assert [block.role for block in article.blocks].count(Role.SUBHEAD) == 1


def test_a_last_paragraph_that_stops_is_cut_off():
    """An article that ends in mid-sentence is told to be truncated."""
    assert (
        layout(f"# 项目开工\n\n{STORY}据介绍，三个项目明年投产以后，年产值").articles[0].truncated
    )
