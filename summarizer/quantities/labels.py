"""Numbers that name and do not measure: “131”, 1+3+N, 7×24, 十九大, 六个一, 400-810-1234, 5G.

A label keeps its digits, since a summary may print them (the 19th Congress), but is never a figure.
`WORDS` look like figures and are not even labels: 一起, 千家万户, 三元材料.
"""

import re
from decimal import Decimal

from summarizer.numerals import parse_numeral
from summarizer.quantities.figures import ANY_UNIT

HAN = "一二三四五六七八九十"
AFTER_CONGRESS = (
    '精神|报告|以来|召开|代表|胜利|提出|之后|之前|[前后、，。,;：:”"』」》的对上和]|期间|会议|闭幕|开幕|明确|部署|作出|要求|指出'
    "|强调|确定|确立|关于|新|擘画|描绘"
)
SLOGANS = (
    "(?:意识(?!形态)|自信|全面(?!小康)|维护|确立|务必|毫不动摇|必须坚持|坚持|明确|必由之路|结合(?!点)"
    "|代表(?=重要|思想)|区分开来)"
)
"""What N个 is said of in slogans, which count no things: verbs and states of mind."""

CODES = (
    r"(?<=[“\"‘「『])\d[\d+·.×/N-]{0,15}(?=[”\"’」』])"
    r"|\d{1,4}(?:[+×xX*]\d{1,4}){1,6}(?:\+[NXn])?|\d{1,3}\+[NXn]"
    r"|(?<!\d)\d{1,2}·\d{1,2}(?![\d万亿%])"
    r"|\d{3,4}-\d{7,8}(?!\d)|\d{3}-\d{3,4}-\d{4}(?!\d)"
    rf"|1[3-9]\d{{9}}(?![\d.,十百千万亿余多]|{ANY_UNIT})"
    r"|\d{17,}(?:\.\d+)?"
    r"|(?!(?:19|20)\d\d\.\d{1,2}\.\d{1,2}(?![\d.]))\d{1,9}(?:\.\d{1,9}){2,9}"
    r"|[(〔\[](?:19|20)\d\d[)〕\]]\d{1,5}号|(?<=\()\d{6}(?=[).])"
    r"|(?<![\d.])\d{1,2}:[0-5]\d(?::[0-5]\d)?(?![\d:])"
    r"|(?<=[经纬])\d{1,3}(?:\.\d{1,6})?[°度](?:\d{1,2}[′'分])?"
    r"|[1-9]\.0(?=版|时代|模式|阶段|升级|工程|战略|[”』」])|(?<=工业)\d\.\d(?!\d)"
)
NAMING = "[个强时点位分大届中项条]"
"""What the names below have behind their first numeral: one look ahead spares trying them all."""

NAMES = (
    rf"(?:十[二三四五六七八九]|二十|1[2-9]|20)大(?={AFTER_CONGRESS})|(?<=党的)[{HAN}]{{1,2}}大"
    rf"|[{HAN}]{{1,2}}届[{HAN}]{{1,2}}中全会|[{HAN}]{{1,2}}中全会"
    rf"|[{HAN}两\d]{{1,2}}个一(?![个家项名批条次座级亿万])"
    rf"|[{HAN}两]{{1,2}}个{SLOGANS}"
    rf"|[二三四五六七]位一体|[{HAN}]项规定"
    rf"|(?:\d{{1,4}}|[{HAN}]{{0,2}}百)强(?!制|[度力化烈])"
    r"|(?:(?<=[午晚晨日早夜间])|(?<=[早晚]上))\d{1,2}[时点](?:\d{1,2}分|半)?"
    rf"|(?:\d{{1,2}}|[{HAN}]{{1,3}})(?:[时点](?:\d{{1,2}}分|[{HAN}]{{1,3}}分|半(?!年))|点[整钟许])"
    r"|\d{1,2}分\d{1,2}秒(?:\d{1,2})?|(?<=小时)\d{1,2}分(?!之)"
    rf"|(?<=(?<![全中各我])国)[{HAN}]{{1,3}}条|[{HAN}两\d]{{1,2}}位数"
)
PATTERN = rf"(?:(?=[\d(〔\[])(?:{CODES})|(?=[\d{HAN}两百]{{1,4}}{NAMING})(?:{NAMES}))"
WORDS = (
    "(?:一起|一次性|一家[人亲]|一条[龙心]|一下子?|一口气|一支笔|一片|一度|一班人|千家万户|万家[灯乐]|百家[争号姓]|[百千万]人计划"
    "|三只松鼠|六个核桃|五台[山县]|三台县|九台[区市]|五家渠|三门峡|三人行|二人[转台]|两口子|[一二三四]元(?![钱/])|百分百|百年大计|[一二三]次产业|一天到晚|三天两头|七匹狼"
    "|[一两]手抓|两期叠加|万户侯|千人一面|[一三两]条腿|一张[网图]|万人空巷|万元户|五笔|三层[楼]|百日攻坚"
    "|亿万(?!元|吨|美元)|[百千万]岁|八仙|七台河|五大连池|五棵松|八大[处关]|六枝特|[一二三]伏(?![特安])|(?<=成)[百千]上[千万]|三番五次|数以[十百千万亿]{1,2}计"
    "|上一季度?|下一季度?|新一[轮届期]|上一[期届]|下一[期届步])"
)
DIGITS = re.compile(r"\d+(?:\.\d+)?")
LONGEST = 16


def value_of(printed: str) -> Decimal | None:
    """Return the number a label keeps, where it has just one: 131, 19 (十九大), 6 (六个一)."""
    runs = DIGITS.findall(printed)
    if len(runs) == 1 and len(runs[0]) <= LONGEST:
        return Decimal(runs[0])
    numeral = "" if runs else re.match(f"[{HAN}两百]*", printed)[0]  # type: ignore[index]
    return parse_numeral(numeral) if numeral else None
