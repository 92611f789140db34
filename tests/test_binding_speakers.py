"""Who is meant in a quote that stands before the name of its speaker."""

import pytest
from bound_rows import rows

LEAD = "青溪县石桥镇的茶山一片翠绿。"


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ("“春茶收入18万元。”茶农李桂兰笑着说。", "李桂兰"),
        ("“前年只有几个人。”坐在记者面前的芯源科技董事长吴凡回忆道,“收入18万元。”", "芯源科技"),
        ("“今年生意好,营业额18万元”,青瓦人家老板吴庆说。", "青瓦人家"),
        ("“先投入18万元。还要扩大。”恒顺五金负责人介绍。", "恒顺五金"),
    ],
)
def test_what_is_said_is_about_the_speaker(said: str, speaker: str) -> None:
    """A farmer, or the house whose owner speaks."""
    found = rows(f"{LEAD}{said}", headline="石桥镇茶香醉人")
    assert found["18万元"].ref_area == speaker


def test_an_official_tells_of_others() -> None:
    """The town goes on being spoken of."""
    said = "“干茶收入18万元。”镇农业服务中心负责人王林说。"
    found = rows(f"{LEAD}{said}", headline="石桥镇茶香醉人")
    assert found["18万元"].ref_area.endswith("石桥镇")


def test_a_quote_binds_only_itself() -> None:
    """What follows it is about the town again."""
    said = "“春茶收入18万元。”茶农李桂兰说。茶园面积5000亩。"
    found = rows(f"石桥镇产业兴旺。{said}", headline="石桥镇茶香醉人")
    assert found["5000亩"].ref_area == "石桥镇"
