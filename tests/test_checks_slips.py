"""The single slip that would mend a contradiction is offered as it would be printed."""

import pytest
from an_article import checked


@pytest.mark.parametrize(
    ("rule", "text", "right"),
    [
        ("sum_parts", "总投资9.5亿元，分为设备61亿元、厂房3.4亿元。", "6.1亿元"),
        ("sum_parts", "总投资9.5万元，分为设备6.1亿元、厂房3.4亿元。", "9.5亿元"),
        ("growth", "余额52.8万亩，比上年末减少41.6万亩，下降21.7%。", "14.6万亩"),
        ("difference", "企业由1,200家增加到1,450家，增加520家。", "250家"),
        ("difference", "出生率9.8‰，死亡率6.3‰，自然增长率5.3‰。", "3.5‰"),
        ("share", "产值38.5亿元，占总产值122.6亿元的37.4%。", "31.4%"),
    ],
)
def test_offers_the_figure_that_was_meant(rule: str, text: str, right: str):
    """A shifted point, 万 for 亿, and digits in the wrong order or wrong altogether."""
    offered = [candidate for each in checked(text, rule) for candidate in each.candidates]
    assert right in offered
