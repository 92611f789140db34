"""Names that demand: neither side says more."""

import pytest

from eval.metrics.demanding import same_indicator, same_owner


@pytest.mark.parametrize(
    ("gold", "said", "same"),
    [
        ("柳湾", "柳湾、青杉4个园区", False),
        ("柳湾和青杉", "柳湾、青杉", True),
        ("鹭川石化公司", "积极争取鹭川石化公司", False),
        ("柳湾", "柳湾高新区", False),
        ("鹭川市", "鹭川市柳湾开发区", False),
        ("柳湾高新区", "鹭川市柳湾高新区", True),
        ("柳湾高新区", "柳湾国家高新区", True),
        ("柳湾高新区", "青杉高新区", False),
        (None, None, True),
        ("柳湾", None, False),
    ],
)
def test_an_owner_holds_no_other_body_and_no_verb(gold: str | None, said: str | None, same: bool):
    """A list is not its member, and a longer name may only be fuller."""
    assert same_owner(gold, said, gold or "", said or "") is same


@pytest.mark.parametrize(
    ("gold", "said", "owner", "same"),
    [
        ("规模以上工业总产值", "工业总产值", "", False),
        ("规模以上工业总产值", "规模以上 工业总产值", "", True),
        ("工业总产值", "产值", "", False),
        ("营业总收入", "营业收入", "", True),
        ("新增高新技术企业数", "高新技术企业新增", "", True),
        ("丝绸业产值", "产值", "鹭川丝绸业", True),
        ("产值", "实现产值", "", False),
        ("出口占全市比重", "出口占全市", "", True),
        ("货物价格(CPI)", "货物价格", "", True),
    ],
)
def test_an_indicator_keeps_the_scope_of_the_gold(gold: str, said: str, owner: str, same: bool):
    """What restricts the name must be in the row, in whichever cell; a verb must not."""
    assert same_indicator(gold, said, gold, f"{owner}{said}") is same
