"""An invented page and its report, with one of everything that a renderer must show.

Two articles, the first interrupted by the second; a caption in mid-sentence; a target; a check
that fails and one that holds; a refuted claim; a numeral that nobody claims; a character beyond
the BMP in front of everything.
"""

from decimal import Decimal

from summarizer.document import FurnitureRole, Role
from summarizer.quantity import Kind, Modifier, Quantity
from summarizer.report import (
    ArticleReport,
    BlockPlace,
    Check,
    Finding,
    FurniturePlace,
    IssueInfo,
    IssueReport,
    JoinPlace,
    Ledger,
    Observation,
    Outcome,
    Place,
    Quote,
    Run,
    Summary,
    Verdict,
)
from summarizer.summary import KeyPoint, Measure, Relation, RelationKind, Status

TEXT = """𠮷川日报 园区

云岫高新区上半年稳中有进
营业收入增长12.5%

► 江一苇

云岫高新区今年上半年实现营业收入
86.4亿元，同比增长12.5%，其中电子信息54.2亿元、生物医药3

云岫高新区一角

2.2亿元。全区现有企业145家，其中高新技术企业52家、科技型中小企业90家。

青篱软件园开工

青篱软件园日前奠基，总投资约5亿元，占地42万平方米，建成后年产值8亿元。

下转第4版

全年力争营业收入突破180亿元，同比增长12.5%。咨询电话12345。
"""


def place(words: str, nth: int = 0) -> tuple[int, int]:
    """Return where `words` stands in the page for the n-th time."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def block(role: Role, words: str, last: str | None = None) -> BlockPlace:
    """Return the block that begins with `words` and ends with `last`."""
    start = place(words)[0]
    return BlockPlace(start=start, end=place(last or words)[1], role=role)


def furniture(role: FurnitureRole, words: str) -> FurniturePlace:
    """Return the furniture that reads `words`."""
    start, end = place(words)
    return FurniturePlace(start=start, end=end, role=role)


def quantity(
    number: int,
    words: str,
    kind: Kind,
    value: str | None,
    unit: str | None,
    *,
    nth: int = 0,
    mult: int = 0,
    modifier: Modifier | None = None,
) -> Quantity:
    """Return the quantity that reads `words`."""
    start, end = place(words, nth)
    exact = Decimal(value) if value else None
    return Quantity(
        start,
        end,
        words,
        kind,
        exact,
        exact,
        exact,
        unit,
        modifier,
        unit_mult=mult,
        id=f"Q{number}",
    )


def observation(
    number: int,
    area: str,
    indicator: str,
    value: str,
    unit: str,
    *,
    mult: int = 0,
    measure: Measure = Measure.LEVEL,
    period: str | None = None,
    status: Status = Status.ACTUAL,
    verdict: Verdict = Verdict.SUPPORTED,
) -> Observation:
    """Return the row of the quantity `Q{number}`."""
    return Observation(
        quantity=f"Q{number}",
        ref_area=area,
        indicator=indicator,
        indicator_code=None,
        scope=None,
        measure=measure,
        time_period=period,
        time_period_text=None,
        status=status,
        value=Decimal(value),
        unit=unit,
        unit_mult=mult,
        verdict=verdict,
    )


def finding(subject: str, claim: str, verdict: Verdict, reason: str, words: str) -> Finding:
    """Return a verdict whose evidence is where `words` stands."""
    start, end = place(words)
    return Finding(
        subject=subject,
        claim=claim,
        verdict=verdict,
        reason=reason,
        message="",
        evidence=(Place(start=start, end=end),),
    )


def _first() -> ArticleReport:
    zone = "云岫高新区"
    half, year = "2024-S1", "2024"
    growth = {"unit": "%", "measure": Measure.GROWTH}
    return ArticleReport(
        id="A1",
        headline="云岫高新区上半年稳中有进 营业收入增长12.5%",
        byline="► 江一苇",
        section="园区",
        truncated=True,
        blocks=(
            block(Role.HEADLINE, "云岫高新区上半年稳中有进", "营业收入增长12.5%"),
            block(Role.BYLINE, "► 江一苇"),
            block(Role.BODY, "云岫高新区今年", "生物医药3"),
            block(Role.BODY, "2.2亿元。全区", "中小企业90家。"),
            block(Role.BODY, "全年力争", "12345。"),
        ),
        quantities=(
            quantity(1, "12.5%", Kind.PERCENT, "12.5", "%"),
            quantity(2, "今年上半年", Kind.PERIOD, None, None),
            quantity(3, "86.4亿元", Kind.AMOUNT, "8640000000", "CNY", mult=8),
            quantity(4, "12.5%", Kind.PERCENT, "12.5", "%", nth=1),
            quantity(5, "54.2亿元", Kind.AMOUNT, "5420000000", "CNY", mult=8),
            quantity(
                6,
                "3\n\n云岫高新区一角\n\n2.2亿元",
                Kind.AMOUNT,
                "3220000000",
                "CNY",
                mult=8,
            ),
            quantity(7, "145家", Kind.COUNT, "145", "家"),
            quantity(8, "52家", Kind.COUNT, "52", "家"),
            quantity(9, "90家", Kind.COUNT, "90", "家"),
            quantity(
                10, "突破180亿元", Kind.AMOUNT, "18000000000", "CNY", mult=8, modifier=Modifier.GT
            ),
            quantity(11, "12.5%", Kind.PERCENT, "12.5", "%", nth=2),
        ),
        summary=Summary(
            abstract="云岫高新区今年上半年实现营业收入86.4亿元，同比增长12.5%。",
            key_points=(
                KeyPoint(
                    text="全年力争营业收入突破180亿元，同比增长12.5%。", quantities=("Q10", "Q11")
                ),
                KeyPoint(text="全区现有企业154家。", quantities=("Q7",)),
            ),
        ),
        observations=(
            observation(3, zone, "营业收入", "8640000000", "CNY", mult=8, period=half),
            observation(4, zone, "营业收入", "12.5", period=half, **growth),
            observation(5, zone, "电子信息营业收入", "5420000000", "CNY", mult=8, period=half),
            observation(6, zone, "生物医药营业收入", "3220000000", "CNY", mult=8, period=half),
            observation(7, zone, "企业", "145", "家"),
            observation(8, zone, "高新技术企业", "52", "家"),
            observation(9, zone, "科技型中小企业", "90", "家"),
            observation(
                10,
                zone,
                "营业收入",
                "18000000000",
                "CNY",
                mult=8,
                period=year,
                status=Status.TARGET,
            ),
            observation(11, zone, "营业收入", "12.5", period=year, status=Status.TARGET, **growth),
        ),
        relations=(
            Relation(kind=RelationKind.PART_OF, source="Q5", target="Q3"),
            Relation(kind=RelationKind.PART_OF, source="Q6", target="Q3"),
            Relation(kind=RelationKind.GROWTH_OF, source="Q4", target="Q3"),
        ),
        findings=(
            finding("abstract", "营业收入86.4亿元", Verdict.SUPPORTED, "exact", "86.4亿元"),
            finding(
                "key_points/1", "全区现有企业154家。", Verdict.REFUTED, "value_mismatch", "145家"
            ),
        ),
        checks=(
            Check(
                rule="sum_parts",
                result=Outcome.EXACT,
                formula="86.4亿元 = 54.2亿元 + 32.2亿元",
                quantities=("Q3", "Q5", "Q6"),
            ),
            Check(
                rule="sum_parts",
                result=Outcome.MISMATCH,
                formula="145家 ≠ 52家 + 90家",
                quantities=("Q7", "Q8", "Q9"),
                candidates=("142家",),
                message="差 3 家，原文数字之间不一致",
            ),
        ),
    )


def _second() -> ArticleReport:
    park = "青篱软件园"
    return ArticleReport(
        id="A2",
        headline="青篱软件园开工",
        byline=None,
        section=None,
        truncated=False,
        blocks=(
            block(Role.HEADLINE, "青篱软件园开工"),
            block(Role.BODY, "青篱软件园日前", "年产值8亿元。"),
        ),
        quantities=(
            quantity(
                1, "约5亿元", Kind.AMOUNT, "500000000", "CNY", mult=8, modifier=Modifier.APPROX
            ),
            quantity(2, "42万平方米", Kind.AMOUNT, "420000", "m2", mult=4),
            quantity(3, "8亿元", Kind.AMOUNT, "800000000", "CNY", mult=8),
        ),
        summary=Summary(abstract="青篱软件园日前奠基，总投资约5亿元。", key_points=()),
        observations=(
            observation(1, park, "总投资", "500000000", "CNY", mult=8, status=Status.PLAN),
            observation(2, park, "占地面积", "420000", "m2", mult=4),
            observation(3, park, "年产值", "800000000", "CNY", mult=8, status=Status.CAPACITY),
        ),
        findings=(),
        checks=(
            Check(
                rule="plausibility",
                result=Outcome.REVIEW,
                formula="5亿元 ÷ 42万平方米 = 1190元/平方米",
                quantities=("Q1", "Q2"),
                candidates=("4.2万平方米",),
            ),
        ),
    )


def report() -> IssueReport:
    """Return the report of the page."""
    start, end = place("12345")
    at, until = place("全年力争")
    return IssueReport(
        issue=IssueInfo(
            id="sha256:0f3a",
            source="page.txt",
            sha256="0f3a" * 16,
            title="𠮷川日报",
            date="2024-07-18",
            characters=len(TEXT),
        ),
        run=Run(
            id="r1",
            started="2024-07-19T08:00:00+00:00",
            model="extractive",
            prompt=None,
            version="0.1.0",
        ),
        articles=(_first(), _second()),
        furniture=(
            furniture(FurnitureRole.BANNER, "𠮷川日报 园区"),
            furniture(FurnitureRole.CAPTION, "云岫高新区一角"),
            furniture(FurnitureRole.JUMP_LINE, "下转第4版"),
        ),
        joins=(JoinPlace(start=at, end=until, article="A1", score=0.93, reason="同一主体"),),
        ledger=Ledger(
            numerals=15, claimed=14, unclaimed=(Quote(start=start, end=end, text="12345"),)
        ),
    )
