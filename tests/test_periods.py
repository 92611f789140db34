"""Printed dates and periods to the forms of SDMX."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.periods import accrued_period, held_period, resolve_period
from summarizer.periods.anchors import resolve_at
from summarizer.periods.spans import days_of, named

ISSUE = dt.date(2018, 5, 14)


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("2018年11月末", "2018-11"),
        ("２０１８年４月", "2018-04"),
        ("二〇一七年", "2017"),
        ("2016年底", "2016"),
        ("2019年中旬", "2019"),
        ("今年一季度", "2018-Q1"),
        ("第三季", "2018-Q3"),
        ("上半年", "2018-S1"),
        ("去年下半年", "2017-S2"),
        ("前4月", "2018-01-01/P4M"),
        ("首十个月", "2018-01-01/P10M"),
        ("1—4月", "2018-01-01/P4M"),
        ("2018年1-9月", "2018-01-01/P9M"),
        ("前三季度", "2018-01-01/P9M"),
        ("4月8日", "2018-04-08"),
        ("3日至4日", "2018-05-03/P2D"),
        ("23日至24日", "2018-04-23/P2D"),
        ("去年底", "2017"),
        ("今年以来", "2018"),
        ("1995年以来", "1995-01-01/P24Y"),
        ("“十三五”", "2016-01-01/P5Y"),
        ("2021年至2023年", "2021-01-01/P3Y"),
        ("2018年11月至2019年3月", "2018-11-01/P5M"),
        ("20世纪90年代", "1990-01-01/P10Y"),
        ("2015年至今", "2015-01-01/P41M"),
        ("2016年3月到现在", "2016-03-01/P27M"),
        ("2023年到现在", None),
        ("未来三年", "2018-01-01/P3Y"),
        ("6月30日止六个月", "2018-01-01/P6M"),
        ("2017年12月31日止年度", "2017"),
        ("3月底止首季", "2018-01-01/P3M"),
        ("去年12月底止全年", "2017"),
        ("2月止3个月", "2017-12-01/P3M"),
        ("“十五”末", "2005"),
        ("“十三五”初", "2016"),
        ("截至4月底", "2018-04"),
        ("截至2017年11月", "2017-11"),
        ("目前", "2018-05"),
        ("十年来", "2009-01-01/P10Y"),
        ("2月30日", None),
        ("去年同期", None),
        ("高新区", None),
    ],
)
def test_with_the_date_of_the_issue(printed: str, period: str | None):
    """A period is resolved in the year of the issue where it names none."""
    assert resolve_period(printed, ISSUE) == period


@pytest.mark.parametrize(
    "printed", ["今年", "目前", "未来三年", "4月8日", "一季度", "上半年", "23日", "本月"]
)
def test_without_a_date_nothing_is_guessed(printed: str):
    """What only the issue's date could tell stays unknown without it."""
    assert resolve_period(printed, None) is None


def test_a_month_far_ahead_is_that_of_the_year_before():
    """December, read in an issue of January, is last December."""
    assert resolve_period("12月底", dt.date(2018, 1, 5)) == "2017-12"


def test_the_years_gone_by_do_not_count_one_that_has_just_begun():
    """A paper of spring looks back on full years, a later one counts its own."""
    assert resolve_period("十年来", dt.date(2018, 2, 1)) == "2008-01-01/P10Y"


def test_in_autumn_the_years_to_come_begin_with_the_next():
    """The one that runs is nearly over."""
    assert resolve_period("未来三年", dt.date(2018, 11, 1)) == "2019-01-01/P3Y"


@pytest.mark.parametrize(
    ("printed", "period"), [("2017年底", "2017-12"), ("去年末", "2017-12"), ("2017年", "2017")]
)
def test_what_is_held_at_the_end_of_a_year_is_held_in_december(printed: str, period: str):
    """A mention of the day still names the year."""
    assert held_period(printed, ISSUE) == period
    assert resolve_period(printed, ISSUE) == "2017"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("民國九十九年", "2010"),
        ("112年第1季", "2023-Q1"),
        ("09年上半年", "2009-S1"),
        ("111年12月底", "2022-12"),
        ("八月廿三日", "2019-08-23"),
        ("5月1—5日", "2019-05-01/P5D"),
        ("2023—24財政年度", "2023-04-01/P1Y"),
        ("2018/19年度", "2018-04-01/P1Y"),
        ("2021/22學年", "2021-09-01/P1Y"),
        ("2015至2018年度", "2015-01-01/P4Y"),
        ("2018財政年度", None),
    ],
)
def test_other_calendars(text: str, period: str | None):
    """Taiwan counts its years from 1912; an account's year of two names begins in April."""
    assert resolve_period(text, dt.date(2019, 9, 14)) == period


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("截至4月底", "2018-01-01/P4M"),
        ("截至2017年11月", "2017-01-01/P11M"),
        ("4月底", "2018-04"),
        ("截至4月21日", "2018-04-21"),
        ("截至去年底", "2017"),
    ],
)
def test_a_flow_up_to_a_month_has_run_since_new_year(printed: str, period: str):
    """What stands at its end is of the month alone; up to a day, nobody says since when."""
    assert accrued_period(printed, ISSUE) == period


PHRASES = {
    "what leads to a time and what follows it": [
        ("截至4月21日", "2018-04-21"),
        ("截至去年底", "2017"),
        ("截至9日", "2018-05-09"),
        ("“十二五”期间", "2011-01-01/P5Y"),
        ("“十三五”以来", "2016-01-01/P3Y"),
        ("自3月1日起施行", "2018-03-01"),
        ("整个上半年", "2018-S1"),
        ("2018年3月当月", "2018-03"),
        ("截至5月8日17时", "2018-05-08"),
    ],
    "days and weeks by name": [
        ("昨夜", "2018-05-13"),
        ("今天（5月14日）", "2018-05-14"),
        ("上周", "2018-05-07/P7D"),
        ("本周三", "2018-05-16"),
        ("周五", "2018-05-11"),
        ("上周末", "2018-05-12/P2D"),
    ],
    "feasts": [
        ("“五一”小长假", "2018-05"),
        ("去年国庆节期间", "2017-10"),
        ("10月1日至8日国庆长假", "2018-10-01/P8D"),
        ("春节假期", "2018-02-15/P7D"),
        ("去年中秋节", "2017-10"),
    ],
    "stretches": [
        ("2017年11月8日至2018年2月3日", "2017-11-08/P88D"),
        ("2013年与2015年之间", "2013-01-01/P3Y"),
        ("2018-01-02至2018-01-09", "2018-01-02/P8D"),
        ("2016.9-2017.6", "2016-09-01/P10M"),
        ("从2012年到2017年的6年间", "2012-01-01/P6Y"),
        ("由4月28日至今日凌晨", "2018-04-28/P17D"),
        ("8日至9日凌晨", "2018-05-08/P2D"),
        ("2017年12月28日至次年1月3日", "2017-12-28/P7D"),
    ],
    "lists": [
        ("2015、2016、2017三年", "2015-01-01/P3Y"),
        ("2015、2017年", None),
        ("一、二月份", "2018-01-01/P2M"),
        ("去年10、11、12月份", "2017-10-01/P3M"),
        ("今明两年", "2018-01-01/P2Y"),
        ("去今明三年", "2017-01-01/P3Y"),
    ],
    "parts of the paper's year": [
        ("本季度", "2018-Q2"),
        ("上个季度", "2018-Q1"),
        ("后半年", "2018-S2"),
        ("上半月", "2018-05-01/P15D"),
        ("上月廿三日", "2018-04-23"),
        ("元月", "2018-01"),
        ("30日", "2018-04-30"),
    ],
    "years in other ways": [
        ("96年上半年", "1996-S1"),
        ("九五年三月", "1995-03"),
        ("16年底", "2016"),
        ("两千零六年", "2006"),
        ("2018Q1", "2018-Q1"),
        ("五年前", "2013"),
        ("近3年来", "2016-01-01/P3Y"),
        ("连续4个月", "2018-01-01/P4M"),
        ("新的一年", "2018"),
    ],
}


@pytest.mark.parametrize(
    ("printed", "period"), [case for cases in PHRASES.values() for case in cases]
)
def test_phrases(printed: str, period: str | None):
    """Words around a time, two ends, feasts and days by name lead to the days that are meant."""
    assert resolve_period(printed, ISSUE) == period


@pytest.mark.parametrize(
    ("sentence", "printed", "issue", "period"),
    [
        ("全年完成产值8亿元。", "全年", dt.date(2021, 1, 8), "2020"),
        ("预计全年完成产值8亿元。", "全年", dt.date(2021, 1, 8), "2021"),
        ("三季度新增9家。", "三季度", dt.date(2021, 2, 8), "2020-Q3"),
        ("年末存栏800头。", "年末", dt.date(2021, 3, 8), "2020"),
        ("到年末存栏800头。", "年末", dt.date(2021, 3, 8), "2021"),
        ("全年完成产值8亿元。", "全年", dt.date(2021, 11, 8), "2021"),
        ("28日，大桥通车。", "28日", dt.date(2021, 3, 2), "2021-02-28"),
        ("展会将于28日开幕。", "28日", dt.date(2021, 3, 2), "2021-03-28"),
        ("新规将于2月1日起施行。", "2月1日", dt.date(2021, 12, 2), "2022-02-01"),
        ("2月1日开工的项目。", "2月1日", dt.date(2021, 12, 2), "2021-02-01"),
    ],
)
def test_the_sentence_tells_which_year_is_meant(
    sentence: str, printed: str, issue: dt.date, period: str
):
    """What has not ended yet was a year ago, and what is to come and long over comes again."""
    start = sentence.index(printed)
    assert resolve_at(sentence, start, start + len(printed), issue) == period


@given(st.dates(dt.date(1990, 1, 1), dt.date(2030, 12, 31)), st.integers(0, 900))
def test_days_have_one_name(first: dt.date, more: int):
    """The shortest name of a stretch of days leads back to them."""
    last = first + dt.timedelta(days=more)
    assert days_of(named(first, last) or "") == (first, last)
