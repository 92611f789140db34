"""Parts and wholes: what leaves nothing out must add up, and what may leave a rest need not."""

import pytest
from an_article import alarms, checked, results


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("生产总值2386.4亿元。其中，一产168.2亿元；二产1042.7亿元；三产{}亿元。", "1175.5"),
        ("外贸进出口总值864.3亿元。其中，出口521.8亿元；进口{}亿元。", "342.5"),
        ("全市户籍人口412.6万人，其中男性211.9万人，女性{}万人。", "200.7"),
        ("零售总额742.8亿元。按地域分，城镇零售额619.5亿元；乡村零售额{}亿元。", "123.3"),
        ("零售总额742.8亿元。按类型分，商品零售额668.1亿元，餐饮零售额{}亿元。", "74.7"),
        ("常住人口62.38万人。居住在城镇的28.94万人，居住在乡村的{}万人。", "33.44"),
        ("保费收入218.6亿元。其中，甲类公司收入61.4亿元；乙类公司收入{}亿元。", "157.2"),
        ("吞吐量2846.5万人次。国内航线2518.7万人次，国际航线{}万人次。", "327.8"),
        (
            "36.84亿元，较去年同期的33.12亿元上升。其中，零售业务21.92亿元，批发业务{}亿元。",
            "14.92",
        ),
        ("现有企业486家，其中甲类企业152家、乙类企业297家、其他{}家。", "37"),
        ("出口额21亿元、进口额{}亿元，两项合计33亿元。", "12"),
        ("全长126.5公里，分为三段：东段48.2公里，中段41.6公里，西段{}公里。", "36.7"),
    ],
)
def test_what_leaves_nothing_out_adds_up(text: str, result: str):
    """Sectors, sides and a rest are all of their whole, also beyond a semicolon."""
    assert set(results(text.format(result), "sum_parts")) == {"exact"}
    assert not alarms(text.format(result))
    wrong = result[0] + ("9" if result[1] != "9" else "4") + result[2:]
    assert set(results(text.format(wrong), "sum_parts")) & {"review", "mismatch"}


@pytest.mark.parametrize(
    "text",
    [
        "营业收入68.4亿元；净利润7.2亿元，增加1.2亿元。其中，汽车电子收入41.1亿元。",
        "上缴税收3亿元。其中，龙头企业产值达12亿元。",
        "外贸进出口864.3亿元；临港区出口521.8亿元，进口12.5亿元。",
        "全市用电量562亿千瓦时。其中，第一产业8亿千瓦时，第二产业391亿千瓦时，第三产业88亿千瓦时。",
        "现有学校1268所，其中高等学校12所、中等职业学校22所。",
        "22个开发区产值326.5亿元，其中甲、乙两区产值分别为87.2亿元和64.8亿元。",
        "收入6842亿元，较去年同期5764亿元增长18.7%，其中二季度收入3618亿元。",
        "减税163.8亿元。分政策看，甲项减税94.6亿元；乙项减税42.1亿元，人均减税1930元。",
        "高新技术企业412家，其中上市企业26家，瞪羚企业83家，小巨人企业4家，外资企业199家。",
        "项目145个，其中亿元以上项目52个，省级项目27个，外资项目56个。",
        "贷款余额6085亿元，其中制造业贷款842亿元，小微贷款731亿元，绿色贷款512亿元。",
        "教师1480人，其中教授268人，副教授512人。",
        "新增贷款86亿元，比年初增加12亿元，其中制造业贷款32亿元。",
    ],
)
def test_what_may_be_no_part_is_no_contradiction(text: str):
    """Another indicator, somebody else's figures and a change are not added up."""
    assert not alarms(text)


def test_says_what_is_missing_in_the_printed_unit():
    """The difference is told as the figures are: in 亿元."""
    (found,) = checked("出口额21亿元、进口额12亿元，两项合计38亿元。", "sum_parts")
    assert "相差5亿元" in found.message


def test_parts_of_one_name_do_not_exceed_their_whole():
    """Four kinds of projects are more than all of them: one figure is wrong, or they overlap."""
    text = "项目45个，其中新建项目52个、续建项目27个、技改项目50个、扩能项目16个。"
    assert results(text, "sum_parts") == ["review"]
