"""Tables: what a figure's heads are, its unit, and how a row is read aloud."""

import pytest

from summarizer.models import open_model
from summarizer.pipeline import summarize_issue
from summarizer.reading import read_issue
from summarizer.reading.tables import placed, table_of, unit_of
from summarizer.report import IssueReport
from summarizer.segmentation import segment

TRADES = """# 砚北区前三季度经济

前三季度各镇产值如下。

| 镇 | 产值（亿元） | 增速（%） |
|---|---|---|
| 霁川镇 | 41.2 | 6.3 |
| 青峦镇 | 29.5 | -8.1 |
"""
FIRMS = """| 企业 | 营业收入（万元） | 同比增长（%） | 占比（%） |
|-|-|-|-|
| 凌霄精铸 | 1235 | 12 | 40 |
| 合计 | 3088 | 9 | 100 |"""
INDICATORS = """| 指标 | 单位 | 2023年 | 比上年增长（%） |
|-|-|-|-|
| 工业总产值 | 亿元 | 120.5 | 8.1 |
| 企业数 | 家 | 35 | -2.8 |"""
YEARS = """# 税收两年表

| 镇 | 2022年税收（万元） | 2023年税收（万元） |
|-|-|-|
| 霁川镇 | 3900 | 4120 |
"""
WEB = (
    "<h1>砚北区前三季度经济</h1><p>前三季度各镇产值如下。</p><table><tr><th>镇</th>"
    "<th>产值<br>（亿元）</th><th>增速（%）</th></tr>"
    "<tr><td>霁川镇</td><td>41.2</td><td>6.3</td></tr>"
    "<tr><td>青峦镇</td><td>29.5</td><td>-8.1</td></tr></table>"
)


def report(page: str, name: str = "page.md") -> IssueReport:
    """Summarise a page without a model."""
    return summarize_issue(read_issue(page.encode(), name=name), open_model("extractive"))


def rows(page: str, name: str = "page.md") -> list[tuple[str | None, str, str, str, str | None]]:
    """Return the rows of the report: who, what, how measured, how much in which unit."""
    return [
        (row.ref_area, row.indicator, row.measure.value, f"{row.value:f}", row.unit)
        for article in report(page, name).articles
        for row in article.observations
    ]


@pytest.mark.parametrize(("page", "name"), [(TRADES, "page.md"), (WEB, "page.html")])
def test_a_cell_is_a_figure_of_its_heads(page: str, name: str):
    """Owner, indicator and unit come from the heads; a rate goes with the column before it."""
    assert rows(page, name) == [
        ("霁川镇", "产值", "level", "4120000000", "CNY"),
        ("霁川镇", "产值", "growth", "6.3", "%"),
        ("青峦镇", "产值", "level", "2950000000", "CNY"),
        ("青峦镇", "产值", "growth", "-8.1", "%"),
    ]


def test_a_row_cites_the_cell_and_not_its_head():
    """The place of a figure is its cell alone; the unit of the head is read with it."""
    (article,) = report(TRADES).articles
    assert [figure.text for figure in article.quantities if figure.is_figure] == [
        "41.2",
        "6.3",
        "29.5",
        "-8.1",
    ]


def test_a_row_is_read_aloud_with_its_heads():
    """What a person or a model reads is a sentence."""
    (article,) = segment(read_issue(TRADES.encode(), name="page.md"))
    assert "霁川镇产值41.2亿元，增速6.3%。" in article.text


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("产值（亿元）", "亿元"),
        ("产值(亿元)", "亿元"),
        ("税收/万元", "万元"),
        ("产值，亿元", "亿元"),
        ("增长%", "%"),
        ("比上年增长（±%）", "±%"),
        ("均价（元/平方米）", "元/平方米"),
        ("面积（km²）", "km²"),
        ("产值", None),
        ("项目（个）", "个"),
        ("年份（公历）", None),
    ],
)
def test_the_unit_of_a_column_is_told_from_its_name(head: str, unit: str | None):
    """In brackets, behind a stroke or a comma, or a mere per cent sign."""
    place = unit_of(head)
    assert (place.of(head) if place else None) == unit


def cells(*lines: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str | None]]:
    """Return figure, row heads, column heads and unit of the cells of a grid."""
    text = "\n".join(lines)
    grid = table_of(text, placed([line.split("\t") for line in lines], 0))
    return [
        (
            cell.span.of(text),
            tuple(head.of(text) for head in cell.row),
            tuple(head.of(text) for head in cell.column),
            cell.unit.of(text) if cell.unit else None,
        )
        for row in grid.rows
        for cell in row.figures
    ]


def test_a_line_above_gives_the_unit_of_all():
    """单位：万元 holds where a column has no unit of its own."""
    assert cells("单位：万元\t\t", "镇\t税收\t增速（%）", "霁川镇\t4120\t6.3") == [
        ("4120", ("霁川镇",), ("税收",), "万元"),
        ("6.3", ("霁川镇",), ("增速",), "%"),
    ]


def test_a_column_of_units_gives_the_unit_of_its_row():
    """指标 · 计量单位 · 数值, as statistics bureaus print it."""
    assert cells("指标\t计量单位\t2023年", "税收\t万元\t4120", "企业\t家\t35") == [
        ("4120", ("税收",), ("2023年",), "万元"),
        ("35", ("企业",), ("2023年",), "家"),
    ]


def test_a_cell_with_a_unit_of_its_own_keeps_it():
    """41.2亿元 in a column of 万元 is 41.2亿元."""
    assert cells("镇\t税收（万元）", "霁川镇\t41.2亿元")[0][3] is None


def test_heads_of_two_rows_are_read_one_after_the_other():
    """The group above its columns belongs to each of them."""
    assert cells(
        "\t2023年\t\t2024年", "镇\t产值（亿元）\t企业（家）\t产值（亿元）", "霁川镇\t4\t5\t6"
    )[1] == (
        "5",
        ("霁川镇",),
        ("2023年", "企业"),
        "家",
    )


def test_numbers_of_rows_are_no_heads():
    """序号 names no one."""
    assert cells("序号\t镇\t税收", "1\t霁川镇\t41")[0][1] == ("霁川镇",)


def test_a_table_that_lays_a_page_out_is_read_as_text():
    """One cell for the menu and one for the article make no table."""
    page = f"<table><tr><td>首页</td><td><h1>开工</h1><p>{'项目开工。' * 30}</p></td></tr></table>"
    assert read_issue(page.encode(), name="page.html").setting.tables == ()


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            FIRMS,
            [
                ("凌霄精铸", "营业收入", "level", "12350000", "CNY"),
                ("凌霄精铸", "营业收入", "growth", "12", "%"),
                ("凌霄精铸", "占比", "share", "40", "%"),
                ("园区", "营业收入", "level", "30880000", "CNY"),
                ("园区", "营业收入", "growth", "9", "%"),
                ("园区", "占比", "share", "100", "%"),
            ],
        ),
        (
            INDICATORS,
            [
                ("园区", "工业总产值", "level", "12050000000", "CNY"),
                ("园区", "工业总产值", "growth", "8.1", "%"),
                ("园区", "企业数", "level", "35", "家"),
                ("园区", "企业数", "growth", "-2.8", "%"),
            ],
        ),
        (
            "| 行业 | 产值（亿元） |\n|-|-|\n| 食品加工 | 11.8 |\n| 电子 | 9 |",
            [
                ("园区", "产值", "level", "1180000000", "CNY"),
                ("园区", "产值", "level", "900000000", "CNY"),
            ],
        ),
        (
            "| 镇 | 税收2022（万元） | 税收2023（万元） |\n|-|-|-|\n| 霁川镇 | 3900 | 4120 |",
            [
                ("霁川镇", "税收", "level", "39000000", "CNY"),
                ("霁川镇", "税收", "level", "41200000", "CNY"),
            ],
        ),
    ],
)
def test_heads_tell_bodies_from_indicators(
    table: str, expected: list[tuple[str | None, str, str, str, str]]
):
    """The name of the first column says what its cells are; totals belong to the headline's."""
    assert rows(f"# 园区运行表\n\n{table}\n") == expected


def test_the_line_above_a_table_gives_its_unit():
    """单位：亿美元 between headline and table holds for its columns."""
    page = "# 三区出口\n\n单位：亿美元\n\n| 区 | 出口 | 增速 |\n|-|-|-|\n| 霁川区 | 3.2 | 4 |\n"
    assert rows(page)[0] == ("霁川区", "出口", "level", "320000000", "USD")


def test_bodies_may_head_the_columns():
    """Where the rows are indicators with their unit, the column's head is the owner."""
    page = "# 门诊量\n\n| | 一医院 | 二医院 |\n|-|-|-|\n| 门诊量（万人次） | 12.5 | 8.8 |\n"
    assert [(who, what) for who, what, *_ in rows(page)] == [
        ("一医院", "门诊量"),
        ("二医院", "门诊量"),
    ]


ALIGNED = """各镇上半年税收（单位：万元）

镇名      税收      增速（%）
霁川镇    4120      6.3
青峦镇    2950      8.1
"""


def test_a_table_of_plain_text_is_read_by_its_blanks():
    """Lines of as many cells, two blanks between them, are rows."""
    assert rows(ALIGNED, "page.txt") == [
        ("霁川镇", "税收", "level", "41200000", "CNY"),
        ("霁川镇", "税收", "growth", "6.3", "%"),
        ("青峦镇", "税收", "level", "29500000", "CNY"),
        ("青峦镇", "税收", "growth", "8.1", "%"),
    ]


def test_a_column_of_a_year_gives_the_period():
    """2022年 and 2023年 are the periods of what stands below them."""
    (article,) = report(YEARS).articles
    assert [row.time_period for row in article.observations] == ["2022", "2023"]


def test_a_row_of_a_year_gives_the_period():
    """2021 and 2022 at the left own nothing: they say when."""
    years = "# 三年投资\n\n| 年份 | 投资（亿元） |\n|---|---|\n| 2021 | 45.2 |\n| 2022 | 51.8 |\n"
    (article,) = report(years).articles
    rows = [(row.ref_area, row.indicator, row.time_period) for row in article.observations]
    assert rows == [(None, "投资", "2021"), (None, "投资", "2022")]


def test_a_rate_takes_no_amount_for_its_unit():
    """单位：万元 does not hold for a column of rates, and 单位：万元、% says both."""
    assert cells("单位：万元\t\t", "镇\t税收\t增速", "霁川镇\t4120\t6.3")[1][3] is None
    both = cells("单位：万元、%\t\t", "镇\t税收\t增速", "霁川镇\t4120\t6.3")
    assert [cell[3] for cell in both] == ["万元", "%"]
