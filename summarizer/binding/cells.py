"""The figures of a table → rows: its heads say who and what, and need not be guessed.

镇      税收（万元）  增速（%）       霁川镇 | 税收 | level       stub names bodies: row head owns
霁川镇   4120        6.3           霁川镇 | 税收 | growth      a bare change: the column before it

指标     2023年      2024年        税收 | 2023年               stub names indicators: columns are
税收     3900        4120          税收 | 2024年               periods, or the bodies
"""

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from summarizer.codelists import find_indicator
from summarizer.document import Article, Tabled
from summarizer.quantities import find_quantities
from summarizer.quantity import Kind, Quantity
from summarizer.summary import Measure, ObservationClaim, Status
from summarizer.text import fold

BODIES = re.compile(
    r"(?:[省市县区镇乡村州盟旗]|街道|园区|地[区名方]|城市|国家|单位|企业|公司|[港厂校院行]|学校|医院|港口"
    r"|名称|部门|机构|银行|口岸|景区)(?:名称?)?$"
)
"""What heads a column of bodies."""
INDICATORS = re.compile(r"指标|项目|内容|类别|统计项")
KINDS = re.compile(r"行业|产业|产品|品种|品名|商品|领域|类型|分类|车型|门类")
"""What heads a column of trades and goods: each is a part of what is measured."""
TOTAL = re.compile(r"[合总小]计|总数|全[国省市县区镇园]|平均|其中|其它|其他")
BODY = re.compile(
    r"(?:[省市县区镇乡村州盟旗港厂校院站场岛湾]|街道|园区?|集团|公司|银行|大学|中学|小学|医院|新区|高新区|开发区|口岸|机场)$"
)
CHANGE = re.compile(
    r"(?:(?:同|环)比|(?:比|较)(?:上年|去年|上月|上季|年初|上年同期|去年同期|同期)?)?(?:±|增长率?|增速|增幅|增减(?:率|幅)?"
    r"|涨幅|降幅|变化(?:率|幅度)?|升降|涨跌幅?|(?:名义|实际)?增速|增长(?:幅度|速度))|(?:同|环)比"
)
SHARE = re.compile(r"占比|比重|份额|占.{0,8}%|构成")
PLAIN = re.compile(
    r"数[值量据]?|本[期月年季]|绝对[数值量]|指标值|完成(?:数|情况)?|合计|总量|累计|实绩|当[月期]|计量|金额"
)
"""Heads that say no more than that a number stands below them."""
PERIODS = (Kind.DATE, Kind.PERIOD)
YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def tabled_rows(
    article: Article,
    quantities: Sequence[Quantity],
    read: Mapping[str, ObservationClaim],
    date: dt.date | None,
) -> dict[str, ObservationClaim]:
    """Return the rows of the figures that stand in tables, by quantity id.

    `read` are the rows that their words gave, as far as they did.
    """
    starts = [quantity.start for quantity in quantities]
    rows = {}
    for tabled in article.tabled:
        quantity = quantities[max(0, bisect_right(starts, tabled.span.start) - 1)]
        if quantity.is_figure and quantity.span.overlaps(tabled.span):
            rows[quantity.id] = _row(tabled, quantity, read.get(quantity.id), date)
    return rows


def _row(
    tabled: Tabled, quantity: Quantity, read: ObservationClaim | None, date: dt.date | None
) -> ObservationClaim:
    owner, scope, name = _names(tabled)
    column = fold(tabled.columns[-1])
    period = next(
        filter(None, (_period(text, date) for text in (tabled.columns[-1], tabled.title))), None
    )
    return ObservationClaim(
        quantity=quantity.id,
        printed=quantity.text,
        ref_area=owner or (read.ref_area if read else None),
        indicator=name or (read.indicator if read else quantity.unit_text or quantity.text),
        scope=scope,
        measure=_measure(quantity, f"{column}{fold(tabled.row)}"),
        time_period_text=period or (read.time_period_text if read else None),
        status=read.status if read else Status.ACTUAL,
    )


def _names(tabled: Tabled) -> tuple[str | None, str | None, str]:
    """Return owner, scope and indicator of a figure, as its heads have them."""
    column = _measured(tabled)
    row = tabled.row.strip()
    total = TOTAL.search(fold(row)) is not None
    if _names_indicators(tabled):
        owner = column if BODY.search(fold(column)) else None
        return owner, None, _without_change(row) or row
    if not column:
        return (None if total else row), None, _titled(tabled.title)
    if total:
        return None, None, column
    if KINDS.search(fold(tabled.stub)) and not BODY.search(fold(row)):
        return None, row, column
    return row, None, column


def _measured(tabled: Tabled) -> str:
    """Return what the column measures: that of the column before it where it is a mere change."""
    for column in reversed(tabled.columns):
        name = _without_period(column)
        name = _without_change(name) if name else ""
        if name and not PLAIN.fullmatch(fold(name)):
            return name
    return ""


def _without_change(name: str) -> str:
    return _cut(name, CHANGE).strip(" 　、，,（）()")


def _without_period(name: str) -> str:
    found = [q for q in find_quantities(name) if q.kind in PERIODS]
    for quantity in reversed(found):
        name = name[: quantity.start] + name[quantity.end :]
    return _cut(name, YEAR).strip(" 　、，,（）()")


def _cut(name: str, pattern: re.Pattern[str]) -> str:
    for match in reversed(list(pattern.finditer(fold(name)))):
        name = name[: match.start()] + name[match.end() :]
    return name


def _names_indicators(tabled: Tabled) -> bool:
    """Say whether the row heads are indicators: the stub says so, or what they are called."""
    stub, row = fold(tabled.stub), fold(tabled.row)
    if INDICATORS.search(stub):
        return not BODY.search(row)
    if BODY.search(fold(_measured(tabled))) and not BODY.search(row):
        return True
    if BODIES.search(stub) or KINDS.search(stub) or BODY.search(row):
        return False
    return find_indicator(_without_change(tabled.row), None) is not None


def _titled(title: str) -> str:
    """Return what a table's title measures where no column does: 各镇税收 is 税收."""
    bare = _without_period(title.rstrip("。：: "))
    return re.sub(
        r"^.*?(?:各|分)[\u4e00-\u9fff]{1,3}?(?=[\u4e00-\u9fff]{2,}$)|(?:情况|统计)?表$|如下$",
        "",
        bare,
    )


def _measure(quantity: Quantity, heads: str) -> Measure:
    if quantity.kind is Kind.PERCENTAGE_POINT:
        return Measure.PP_CHANGE
    if quantity.kind is Kind.PERCENT and CHANGE.search(heads):
        return Measure.GROWTH
    if quantity.kind is Kind.PERCENT and SHARE.search(heads):
        return Measure.SHARE
    return Measure.CHANGE if re.search(r"增减[量额]|新增|净增", heads) else Measure.LEVEL


def _period(text: str, date: dt.date | None) -> str | None:
    """Return the period that a head names, as printed."""
    for quantity in find_quantities(text, date=date):
        if quantity.kind in PERIODS and quantity.time_period:
            return text[quantity.start : quantity.end]
    found = YEAR.search(text)
    return found.group() if found else None
