"""Printed dates and periods to the forms of SDMX."""

import datetime as dt

import pytest

from summarizer.periods import held_period, resolve_period

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
        ("23日至24日", "2018-05-23/P2D"),
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
        ("截至4月底", "2018-01-01/P4M"),
        ("截至2017年11月", "2017-01-01/P11M"),
        ("目前", "2018-05"),
        ("十年来", None),
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


def test_the_years_gone_by_are_known_only_to_a_paper_of_spring():
    """Later in the year the one that runs may be counted or not."""
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
        ("2023—24財政年度", None),
        ("2018/19年度", None),
    ],
)
def test_other_calendars(text: str, period: str | None):
    """Taiwan counts its years from 1912; when an account's year begins, its name does not say."""
    assert resolve_period(text, dt.date(2019, 9, 14)) == period
