"""The columns of the tables."""

from collections.abc import Callable
from dataclasses import astuple
from decimal import Decimal

from summarizer import standing, wording
from summarizer.citation import reference
from summarizer.phrases import told
from summarizer.quantity import Quantity
from summarizer.report import Certainty, Observation
from summarizer.table.definition import Cell, Column, Table, Type
from summarizer.table.rows import (
    ArticleRow,
    CheckRow,
    CorrectionRow,
    FindingRow,
    QuantityRow,
    RelationRow,
    Row,
    UnclaimedRow,
    article_rows,
    check_rows,
    correction_rows,
    finding_rows,
    observation_rows,
    quantity_rows,
    relation_rows,
    unclaimed_rows,
)

TEXT, INTEGER, NUMBER = Type.TEXT, Type.INTEGER, Type.NUMBER
YES_NO = {"true": "是", "false": "否"}


def _of_quantity(field: str) -> Callable[[Row], Cell]:
    def read(row: Row) -> Cell:
        cell: Cell = getattr(row.quantity, field, None)
        return cell

    return read


def _box(quantity: Quantity | None) -> str | None:
    """Return where a number is printed: 57.0 91.5 98.2 101.5."""
    box = quantity and quantity.box
    return " ".join(map(str, astuple(box))) if box else None


def _likelihood(observation: Observation) -> Decimal | None:
    sure = observation.confidence
    return None if sure is None or sure.p is None else Decimal(str(sure.p))


def _doubts(observation: Observation) -> str | None:
    """Name the fields that are ambiguous; None where nobody has said."""
    sure = observation.confidence
    if sure is None:
        return None
    fields = sure.model_dump(exclude={"p"})
    return " ".join(name for name, how in fields.items() if how is Certainty.AMBIGUOUS)


WHERE: tuple[Column[ArticleRow], ...] = (
    Column(TEXT, "issue", "刊期标识", "content hash of the issue", lambda r: r.issue.id),
    Column(TEXT, "article", "篇", "id of the article", lambda r: r.article.id),
)
HEADLINE: Column[ArticleRow] = Column(
    TEXT, "headline", "标题", "headline as printed", lambda r: r.article.headline
)

# fmt: off
OBSERVATIONS: Table[Row] = Table("observations", "长表", ("issue", "article", "row"), observation_rows, (
    *WHERE,
    Column(INTEGER, "row", "行", "row of the article's table, from 0", lambda r: r.number),
    Column(TEXT, "ref_area", "主体", "who", lambda r: r.observation.ref_area),
    Column(TEXT, "indicator", "指标", "what, as the article names it", lambda r: r.observation.indicator),
    Column(TEXT, "indicator_code", "指标代码", "code of the indicator", lambda r: r.observation.indicator_code),
    Column(TEXT, "scope", "口径", "which part is meant", lambda r: r.observation.scope),
    Column(TEXT, "measure", "计量", "what the figure says of its indicator", lambda r: r.observation.measure.value, wording.MEASURE),
    Column(TEXT, "basis", "比较", "what it is compared with, or a part of, as the article says", lambda r: r.observation.basis),
    Column(TEXT, "time_period", "时期", "SDMX time period", lambda r: r.observation.time_period),
    Column(TEXT, "time_period_text", "时期原文", "period as printed", lambda r: r.observation.time_period_text),
    Column(TEXT, "status", "状态", "a fact, or only meant to become one", lambda r: r.observation.status.value, wording.STATUS),
    Column(TEXT, "printed", "原文数字", "figure as printed", lambda r: r.printed),
    Column(NUMBER, "value", "数值", "figure in `unit`, multiplied out", lambda r: r.observation.value),
    Column(NUMBER, "low", "下限", "least value the figure allows", _of_quantity("low")),
    Column(NUMBER, "high", "上限", "greatest value the figure allows", _of_quantity("high")),
    Column(TEXT, "unit", "单位", "ISO 4217, UCUM or the classifier", lambda r: r.observation.unit, wording.UNIT),
    Column(INTEGER, "unit_mult", "量级", "power of ten as printed: 万 4, 亿 8", lambda r: r.observation.unit_mult),
    Column(INTEGER, "decimals", "小数位", "digits printed after the point", _of_quantity("decimals")),
    Column(TEXT, "modifier", "限定", "qualifier, read as a bound", _of_quantity("modifier"), wording.MODIFIER),
    Column(TEXT, "verdict", "原文核验", "whether the text supports the row", lambda r: r.observation.verdict.value, wording.VERDICT),
    Column(TEXT, "standing", "核验", "verdict and checks in one word", lambda r: r.standing.value, standing.WORDS, lambda r: r.word),
    Column(TEXT, "reason", "依据", "stable code of the verdict", lambda r: r.finding.reason if r.finding else None, wording.REASON),
    Column(TEXT, "origin", "来源方", "whose word the row is", lambda r: r.observation.origin.value if r.observation.origin else None, wording.ORIGIN),
    Column(NUMBER, "p", "把握", "how likely owner and indicator are right, 0 to 1", lambda r: _likelihood(r.observation)),
    Column(TEXT, "doubt", "存疑项", "fields of the row that may be read in more than one way", lambda r: _doubts(r.observation), None, lambda r: wording.doubtful(r.observation.confidence)),
    Column(TEXT, "quantity", "数字编号", "id of the number in the article", lambda r: r.observation.quantity),
    Column(INTEGER, "start", "起", "first code point of the figure in the issue", _of_quantity("start")),
    Column(INTEGER, "end", "止", "code point after the figure", _of_quantity("end")),
    Column(INTEGER, "page", "页", "page it is printed on, from 1", _of_quantity("page")),
    Column(TEXT, "box", "框", "its left, top, right and bottom edge on the page, in points", lambda r: _box(r.quantity)),
    Column(TEXT, "sentence", "摘句", "printed sentence around the figure", lambda r: r.sentence),
    HEADLINE,
    Column(TEXT, "title", "报名", "title of the newspaper", lambda r: r.issue.title),
    Column(TEXT, "date", "日期", "date of the issue, ISO 8601", lambda r: r.issue.date),
    Column(TEXT, "source", "来源", "what the issue was read from", lambda r: r.issue.source),
))

ARTICLES: Table[ArticleRow] = Table("articles", "总表", ("issue", "article"), article_rows, (
    *WHERE,
    HEADLINE,
    Column(TEXT, "byline", "署名", "byline as printed", lambda r: r.article.byline),
    Column(TEXT, "section", "栏目", "section of the paper", lambda r: r.article.section),
    Column(TEXT, "truncated", "残缺", "whether the text breaks off", lambda r: str(r.article.truncated).lower(), YES_NO),
    Column(TEXT, "abstract", "摘要", "summary", lambda r: r.article.summary.abstract),
    Column(TEXT, "key_points", "要点", "one on each line", lambda r: "\n".join(point.text for point in r.article.summary.key_points)),
    Column(INTEGER, "rows", "指标行数", "rows of the indicator table", lambda r: len(r.article.observations)),
    Column(TEXT, "reference", "引文", "citation, GB/T 7714", lambda r: reference(r.issue, r.article)),
))

CHECKS: Table[CheckRow] = Table("checks", "勾稽", ("issue", "article", "check"), check_rows, (
    *WHERE,
    Column(INTEGER, "check", "序", "check of the article, from 0", lambda r: r.number),
    Column(TEXT, "rule", "规则", "rule that was applied", lambda r: r.check.rule, wording.RULE),
    Column(TEXT, "result", "结果", "how the figures agree", lambda r: r.check.result.value, wording.OUTCOME),
    Column(TEXT, "formula", "算式", "the rule with its figures", lambda r: r.check.formula),
    Column(TEXT, "quantities", "数字编号", "ids of the numbers in the article", lambda r: " ".join(r.check.quantities)),
    Column(TEXT, "candidates", "可能的原数", "what would make it hold; offered, never applied", lambda r: " | ".join(r.check.candidates)),
    Column(TEXT, "message", "说明", "in words", lambda r: r.check.message, None, lambda r: told(r.check.message)),
    HEADLINE,
))

FINDINGS: Table[FindingRow] = Table("findings", "核验", ("issue", "article", "finding"), finding_rows, (
    *WHERE,
    Column(INTEGER, "finding", "序", "verdict of the article, from 0", lambda r: r.number),
    Column(TEXT, "subject", "对象", "which claim", lambda r: r.finding.subject),
    Column(TEXT, "claim", "主张", "its wording", lambda r: r.finding.claim),
    Column(TEXT, "verdict", "核验", "whether the text supports it", lambda r: r.finding.verdict.value, wording.VERDICT),
    Column(TEXT, "reason", "依据", "stable code of the verdict", lambda r: r.finding.reason, wording.REASON),
    Column(TEXT, "message", "说明", "in words", lambda r: r.finding.message, None, lambda r: told(r.finding.message)),
))

QUANTITIES: Table[QuantityRow] = Table("quantities", "数字", ("issue", "article", "quantity"), quantity_rows, (
    *WHERE,
    Column(TEXT, "quantity", "数字编号", "id of the number in the article", lambda r: r.quantity.id),
    Column(TEXT, "kind", "类别", "what sort of number it is", lambda r: r.quantity.kind.value, wording.KIND),
    Column(TEXT, "standing", "核验与勾稽", "verdict and checks in one word", lambda r: r.standing.value, standing.WORDS),
    Column(TEXT, "printed", "原文数字", "number as printed", lambda r: r.printed),
    Column(NUMBER, "value", "数值", "number in `unit`, multiplied out", lambda r: r.quantity.value),
    Column(NUMBER, "low", "下限", "least value it allows", lambda r: r.quantity.low),
    Column(NUMBER, "high", "上限", "greatest value it allows", lambda r: r.quantity.high),
    Column(TEXT, "unit", "单位", "ISO 4217, UCUM or the classifier", lambda r: r.quantity.unit, wording.UNIT),
    Column(TEXT, "modifier", "限定", "qualifier, read as a bound", lambda r: r.quantity.modifier, wording.MODIFIER),
    Column(TEXT, "time_period", "时期", "SDMX form of a date or period", lambda r: r.quantity.time_period),
    Column(INTEGER, "start", "起", "first code point in the issue", lambda r: r.quantity.start),
    Column(INTEGER, "end", "止", "code point after it", lambda r: r.quantity.end),
    Column(INTEGER, "page", "页", "page it is printed on, from 1", lambda r: r.quantity.page),
    Column(TEXT, "box", "框", "its left, top, right and bottom edge on the page, in points", lambda r: _box(r.quantity)),
))

RELATIONS: Table[RelationRow] = Table("relations", "关系", ("issue", "article", "relation"), relation_rows, (
    *WHERE,
    Column(INTEGER, "relation", "序", "relation of the article, from 0", lambda r: r.number),
    Column(TEXT, "kind", "关系", "how the two are tied", lambda r: r.relation.kind.value, wording.RELATION),
    Column(TEXT, "source", "甲", "id of the number that is part, share or growth", lambda r: r.relation.source),
    Column(TEXT, "target", "乙", "id of the number that it is tied to", lambda r: r.relation.target),
))

CORRECTIONS: Table[CorrectionRow] = Table("corrections", "人工", ("issue", "correction"), correction_rows, (
    Column(TEXT, "issue", "刊期标识", "content hash of the issue", lambda r: r.issue.id),
    Column(INTEGER, "correction", "序", "change of the page, from 0", lambda r: r.number),
    Column(TEXT, "op", "改动", "what was done", lambda r: r.correction.op, wording.CORRECTION),
    Column(TEXT, "text", "原文", "characters it is about", lambda r: r.correction.text),
    Column(TEXT, "by", "何人", "who did it", lambda r: r.correction.by),
    Column(TEXT, "at", "何时", "when, ISO 8601", lambda r: r.correction.at),
    Column(TEXT, "result", "结果", "whether it fits the text", lambda r: r.correction.result, wording.FATE),
    Column(TEXT, "note", "批注", "remark", lambda r: r.correction.note),
))

UNCLAIMED: Table[UnclaimedRow] = Table("unclaimed", "未认领数字", ("issue", "start"), unclaimed_rows, (
    Column(TEXT, "issue", "刊期标识", "content hash of the issue", lambda r: r.issue.id),
    Column(INTEGER, "start", "起", "first code point in the issue", lambda r: r.quote.start),
    Column(INTEGER, "end", "止", "code point after it", lambda r: r.quote.end),
    Column(TEXT, "text", "原文", "its characters", lambda r: r.quote.text),
))
# fmt: on
