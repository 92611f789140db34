r"""What the codes of a report are called in Chinese, for everything that is read by people.

    Status.TARGET → 目标      Outcome.MISMATCH → 不一致      "m2" → 平方米      "\x1b" → ␛

Files for machines keep the codes.
"""

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from summarizer.document import FurnitureRole, Role
from summarizer.phrases import label
from summarizer.quantity import Kind, Modifier
from summarizer.report import Certainty, Confidence, Finding, Origin, Outcome, Tier, Verdict
from summarizer.summary import Measure, RelationKind, Status

STATUS: Mapping[str, str] = {
    Status.ACTUAL: "实绩",
    Status.PRELIMINARY: "初步",
    Status.PLAN: "计划",
    Status.TARGET: "目标",
    Status.FORECAST: "预计",
    Status.CAPACITY: "达产",
}

MEASURE: Mapping[str, str] = {
    Measure.LEVEL: "水平",
    Measure.GROWTH: "增速",
    Measure.SHARE: "占比",
    Measure.PP_CHANGE: "百分点",
    Measure.CHANGE: "增减量",
    Measure.RATIO: "比值",
    Measure.RANK: "位次",
}

VERDICT: Mapping[str, str] = {
    Verdict.SUPPORTED: "有据",
    Verdict.REFUTED: "不符",
    Verdict.NOT_ENOUGH_INFO: "待核",
}

CERTAINTY: Mapping[str, str] = {
    Certainty.EXPLICIT: "明确",
    Certainty.CARRIED: "承前",
    Certainty.AMBIGUOUS: "存疑",
}

TIER: Mapping[str, str] = {
    Tier.NUMBER: "数字",
    Tier.READING: "所指",
    Tier.DERIVED: "推算",
}

FIELD: Mapping[str, str] = {
    "ref_area": "主体",
    "indicator": "指标",
    "time_period": "时期",
    "status": "状态",
}

OUTCOME: Mapping[str, str] = {
    Outcome.EXACT: "逐位相等",
    Outcome.ROUNDING: "舍入一致",
    Outcome.MISMATCH: "不一致",
    Outcome.REVIEW: "请复核",
    Outcome.NOT_CHECKABLE: "缺项",
}

RELATION: Mapping[str, str] = {
    RelationKind.PART_OF: "其中",
    RelationKind.SHARE_OF: "占比",
    RelationKind.GROWTH_OF: "增速",
    RelationKind.COMPARED_WITH: "对比",
}

KIND: Mapping[str, str] = {
    Kind.AMOUNT: "数额",
    Kind.COUNT: "个数",
    Kind.PERCENT: "百分数",
    Kind.PERCENTAGE_POINT: "百分点",
    Kind.MULTIPLE: "倍数",
    Kind.RATIO: "比",
    Kind.RANK: "位次",
    Kind.DATE: "日期",
    Kind.PERIOD: "时期",
    Kind.DURATION: "时长",
    Kind.ORDINAL: "序号",
    Kind.LABEL: "名称中的数字",
    Kind.UNKNOWN: "读不出的数字",
}

MODIFIER: Mapping[str, str] = {
    Modifier.APPROX: "约",
    Modifier.GE: "不少于",
    Modifier.GT: "超过",
    Modifier.LE: "不超过",
    Modifier.LT: "不足",
}

ROLE: Mapping[str, str] = {
    Role.KICKER: "引题",
    Role.HEADLINE: "标题",
    Role.DECK: "副题",
    Role.BYLINE: "署名",
    Role.DATELINE: "电头",
    Role.SUBHEAD: "小标题",
    Role.BODY: "正文",
    Role.JUMP: "转接",
    FurnitureRole.BANNER: "栏头",
    FurnitureRole.CAPTION: "图注",
    FurnitureRole.JUMP_LINE: "转版",
    FurnitureRole.NOISE: "版面杂项",
}

UNIT: Mapping[str, str] = {
    "CNY": "元",
    "HKD": "港元",
    "MOP": "澳门元",
    "TWD": "新台币元",
    "USD": "美元",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
    "m": "米",
    "km": "公里",
    "m2": "平方米",
    "km2": "平方公里",
    "m3": "立方米",
    "har": "公顷",
    "g": "克",
    "kg": "公斤",
    "t": "吨",
    "L": "升",
    "kW": "千瓦",
    "kW.h": "千瓦时",
    "pp": "个百分点",
    "%": "%",
}

ORIGIN: Mapping[str, str] = {
    Origin.MODEL: "模型",
    Origin.ENGINE: "内置引擎",
    Origin.PERSON: "人工",
}

CORRECTION: Mapping[str, str] = {
    "set": "改行",
    "reject": "剔除",
    "add": "补行",
    "split": "另起一篇",
    "join": "并篇",
    "role": "改版式",
    "note": "批注",
}

FATE: Mapping[str, str] = {
    "applied": "已应用",
    "lost": "原文已变，找不到此处",
    "no_article": "此处不在任何文章内",
    "no_figure": "此处读不出数值",
    "no_row": "此数字没有这一行",
}

REASON: Mapping[str, str] = {
    "person": "人工核定",
    "exact": "与原文逐字一致",
    "equivalent": "与原文等值",
    "rounded": "在舍入范围内",
    "derived": "由原文推得",
    "consistent": "用词见于原文",
    "value_mismatch": "数值与原文不同",
    "unit_mismatch": "单位与原文不同",
    "kind_mismatch": "数字类别与原文不同",
    "modifier_dropped": "漏了限定词",
    "modifier_added": "添了限定词",
    "not_in_article": "原文没有",
    "citation_mismatch": "所引数字不符",
    "quoted": "原文引句为证",
    "entity_unbound": "主体未落实",
    "indicator_unbound": "指标未落实",
    "period_conflict": "时期与原文不合",
    "status_conflict": "陈述状态与原文不合",
    "direction_conflict": "增减方向与原文相反",
    "measure_conflict": "水平与增减混淆",
    "basis_conflict": "比较基期与原文不合",
    "duplicate": "重复",
    "unverified": "未能核实",
    "reading_open": "数字有据，所指存疑",
}

RULE: Mapping[str, str] = {
    "sum_parts": "分项合计",
    "sub_sum": "部分之和",
    "subset": "部分与总体",
    "share": "占比",
    "share_bound": "占比上限",
    "whole": "占比合计",
    "pp_change": "百分点差",
    "grim": "家数与百分数",
    "growth": "增速",
    "difference": "差额",
    "product": "乘积",
    "ratio": "比值",
    "superlative": "最高最大",
    "enum_count": "列举项数",
    "title_count": "标题项数",
    "label_count": "名称项数",
    "plausibility": "量级",
    "date_order": "日期先后",
    "incomplete_date": "日期不全",
    "self_exclusion": "自相排除",
    "truncation": "文句残缺",
    "contribution": "贡献率",
    "cumulative": "累计",
    "doubled_word": "词语重复",
    "garbled_figure": "数字写法",
    "headline": "标题与正文",
    "impossible_date": "日期有误",
    "multiple": "倍数",
    "over_time": "前后各期",
    "period_basis": "同比环比",
    "rate": "比率",
    "reversed_range": "起止颠倒",
    "structure": "结构",
}

CUE: Mapping[str, str] = {
    "cohesion": "用词相近",
    "echo": "小标题见于前文",
    "kin": "同一主体",
    "adjacent": "紧接前文",
    "subheaded": "前文有小标题",
    "jump_line": "转版、接版相应",
    "arrives": "有接版标记",
    "resumes": "半句起头",
    "mends": "补足断句",
    "signed_at_last": "署名在后",
    "apart": "隔着别的文章",
    "back": "小标题回到前文",
    "begins": "像新篇开头",
    "closed": "前文已完",
    "counts_on": "序号相接",
    "foreign": "说的是别处",
    "headline": "有标题",
    "new": "另起一篇",
    "only_kin": "唯一同主体",
    "opens": "另起",
    "repeats": "重复前文",
    "signed": "已有署名",
    "signed_twice": "又有署名",
    "stranger": "主体陌生",
    "strangers": "主体都陌生",
    "style": "版式相近",
    "subhead": "以小标题起头",
    "titled": "有标题",
    "torn": "句子未完",
    "unjumped": "没有转版标记",
    "whole": "前文完整",
}
"""What speaks for a join."""

AMBIGUOUS = "ambiguous, not joined: "

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
SUBSTITUTE = "\u2426"

_VISIBLE = (
    {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"}
    | {0x7F: "\u2421"}
    | dict.fromkeys(range(0x80, 0xA0), SUBSTITUTE)
    | dict.fromkeys(map(ord, BIDI), SUBSTITUTE)
    | dict.fromkeys((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd")
)
_HIDDEN = re.compile(f"[{re.escape(''.join(map(chr, _VISIBLE)))}]")


def visible(text: str) -> str:
    """Show control and direction characters as signs, one for one, so that none of them acts."""
    return text.translate(_VISIBLE) if _HIDDEN.search(text) else text


def on_one_line(text: str) -> str:
    """Return `text` without the line ends and the blanks around them, and nothing hidden."""
    return visible("".join(line.strip(" \t\u3000") for line in text.splitlines()))


def say_cues(reason: str) -> str:
    """Return in Chinese why a stretch was joined, or left alone though it may belong."""
    cues = reason.removeprefix(AMBIGUOUS)
    said = listed(say(CUE, cue) for cue in cues.split(", "))
    return said if cues == reason else label("两可，未接：{cues}").format(cues=said)


def backing(finding: Finding) -> str:
    """Say how far a claim is supported, 数字有据；主体 承前: nothing where all is explicit."""
    if finding.verdict is not Verdict.SUPPORTED:
        return ""
    if finding.tier is Tier.DERIVED:
        return label("由原文推算")
    sure = finding.confidence
    weak = [] if sure is None else list(_weak_fields(sure))
    return label("数字有据；{weak}").format(weak=listed(weak)) if weak else ""


def doubtful(sure: Confidence | None) -> str:
    """Name the fields of a row that may be read in more than one way: 主体、指标."""
    return in_doubt({field for field in FIELD if getattr(sure, field, None) == "ambiguous"})


def in_doubt(fields: Container[str]) -> str:
    """Name those fields of a row: 主体、指标."""
    return listed(label(name) for field, name in FIELD.items() if field in fields)


def _weak_fields(sure: Confidence) -> Iterator[str]:
    for field, name in FIELD.items():
        standing = getattr(sure, field)
        if standing not in (None, Certainty.EXPLICIT):
            yield f"{label(name)} {say(CERTAINTY, standing)}"


def listed(words: Iterable[str]) -> str:
    """Return words one after the other, with the comma of the language."""
    return label("、").join(words)


def all_said(words: Mapping[str, str]) -> str:
    """Return all the words that a code of a list may be called by."""
    return listed(map(label, words.values()))


def say(words: Mapping[str, str], code: str | None) -> str:
    """Return the word of a code; a code without one speaks for itself."""
    return "" if code is None else label(words.get(code, code))
