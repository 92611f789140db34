"""A figure of the headline is answered by the body, in its bounds and its rounding."""

import pytest
from an_article import results


@pytest.mark.parametrize(
    ("headline", "body", "result"),
    [
        ("投资超50亿元的项目落户", "项目计划总投资52.7亿元。", ["rounding"]),
        ("投资超50亿元的项目落户", "项目计划总投资42.7亿元。", ["review"]),
        ("工业增加值增长12.6%", "规上工业增加值同比增长12.6%，制造业增长9%。", ["exact"]),
        ("工业增加值增长12.6%", "规上工业增加值同比增长16.2%，制造业增长9%。", ["review"]),
        ("34个项目集中开工", "开工产业项目19个、民生项目15个。", []),
        ("三大产业发力", "五大平台建成。", []),
        ("投资50亿元的项目落户", "项目占地300亩。", []),
    ],
)
def test_compares_the_headline_with_the_body(headline: str, body: str, result: list[str]):
    """What the body tells in parts, or does not tell, is left alone."""
    assert results(body, "headline", headline) == result
