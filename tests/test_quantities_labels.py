"""What looks like a figure and is none. All phrases invented."""

import pytest

from summarizer.quantities import find_quantities


@pytest.mark.parametrize(
    "text",
    [
        # A classifier that begins a longer word
        "共两部分", "四组织联合", "107国道沿线", "5星级酒店", "30路公交", "三九集团", "五部曲",
        # Idioms, names and places
        "亿万人民", "成千上万的人", "数以万计", "万岁", "三伏天", "八仙过海", "五棵松", "五大连池",
        "四分之一世纪", "千方百计", "百年大计", "千家万户", "一带一路", "三五成群",
        # Days that events are called by
        "7.21事件", "5.12大地震", "8.31太子站",
        # Clocks
        "9时30分开始", "上午九时三十分", "3点半散场", "晚上8点", "21:15开播",
        "用时2小时03分", "成绩1分23秒45", "东经120°", "北纬30度15分",
        # Versions, codes and numbers of documents
        "改革4.0版", "工业4.0", "ISO9001认证", "国发〔2019〕12号", "D301次列车", "“12345”热线",
        "（00700.HK）", "邮编100000", "PM2.5治理", "5G网络", "国十条出台", "电话010-12345678",
        # Slogans
        "牢记四个意识", "做到两个维护", "学习三个代表重要思想", "践行六个必须坚持",
        # Classes, and what a rate is reckoned on
        "30万千瓦级机组", "10万吨级码头", "千人床位数", "百公里油耗", "万元产值耗水",
        "万人发明专利拥有量",
        "世界五百强", "百强县", "第三、四位", "第3至5名", "一、二期工程",
        # How long a number is, and what a rate is reckoned on
        "两位数增长", "保持三位数",
        # A column of numbers
        "1 2 3 4 5",
    ],
)  # fmt: skip
def test_no_figure(text: str):
    """None of these measures anything."""
    assert not [found for found in find_quantities(text) if found.is_figure]


@pytest.mark.parametrize(
    ("text", "printed", "unit"),
    [
        ("两家企业", "两家", "家"),
        ("12个部门", "12个", "个"),
        ("3台风机", "3台", "台"),
        ("12亿人民币", "12亿人民币", "CNY"),
        ("3国参加", "3国", "国"),
        ("两组数据", "两组", "组"),
    ],
)
def test_a_classifier_beside_such_a_word(text: str, printed: str, unit: str):
    """A classifier that only stands beside another word counts."""
    (found,) = find_quantities(text)
    assert (found.text, found.unit) == (printed, unit)
