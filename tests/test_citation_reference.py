"""The reference to an article, in the form of GB/T 7714."""

import pytest

from summarizer.citation import authors_of, reference
from summarizer.report import ArticleReport
from tests.invented_page import report

ISSUE = report().issue
ARTICLE = report().articles[0]


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("► 江一苇", ["江一苇"]),
        ("本报记者 江一苇 通讯员 白露、许舟", ["江一苇", "白露", "许舟"]),
        ("本报记者江一苇通讯员许舟报道", ["江一苇", "许舟"]),
        ("岱屿日报驻云岫特派记者 江一苇", ["江一苇"]),
        ("本报讯（见习记者 江一苇 实习生 许舟）", ["江一苇", "许舟"]),
        ("【記者馮曉嵐／南屏報導】", ["馮曉嵐"]),
        ("本報記者\u3000馮曉嵐", ["馮曉嵐"]),
        ("江　苇　欧阳修文", ["江苇", "欧阳修文"]),
        ("江一苇 文/图", ["江一苇"]),
        ("文/本报记者 江一苇 图/本报记者 许舟", ["江一苇"]),
        ("江一苇/文 许舟/图", ["江一苇"]),
        ("撰文：江一苇 摄影：许舟 编辑：白露", ["江一苇"]),
        ("江一苇 许舟 摄影报道", ["江一苇", "许舟"]),
        ("江一苇（作者单位：云岫学院）", ["江一苇"]),
        ("（云岫区统计局 供稿）", ["云岫区统计局"]),
        ("By John Smith and Mary Wu", ["John Smith", "Mary Wu"]),
        ("约翰·史密斯", ["约翰·史密斯"]),
    ],
)
def test_authors_are_the_names_in_the_byline(byline: str, authors: list[str]):
    """Marks, offices, places and photographers are none."""
    assert list(authors_of(_by(byline))) == authors


@pytest.mark.parametrize(
    "byline", ["本报讯", "据新华社电", "本报评论员", "本报综合报道", "许舟/摄", "佚名", None]
)
def test_an_anonymous_byline_has_no_author(byline: str | None):
    """The reference then begins with the headline."""
    assert authors_of(_by(byline)) == ()
    assert reference(ISSUE, _by(byline)).startswith("云岫高新区上半年稳中有进")


def test_of_more_than_three_authors_three_are_named():
    """As the standard asks, behind commas."""
    cited = reference(ISSUE, _by("► 江一苇 许舟 白露 林远"))
    assert cited.startswith("江一苇, 许舟, 白露, 等. 云岫高新区")


def test_what_a_reference_does_not_know_it_says():
    """No part of a citation is made up."""
    unknown = ISSUE.model_copy(update={"title": None, "date": None})
    cited = reference(unknown, _by(None).model_copy(update={"headline": None}))
    assert cited == "[题名不详][N]. [报名不详], [日期不详]([版次不详])."


def _by(byline: str | None) -> ArticleReport:
    return ARTICLE.model_copy(update={"byline": byline})
