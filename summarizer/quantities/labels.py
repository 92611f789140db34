"""Numbers that name and do not measure: “131”, 1+3+N, 7×24, 十九大, 六个一, 400-810-1234, 5G.

A label keeps its digits, since a summary may print them (the 19th Congress), but is never a figure.
`WORDS` look like figures and are not even labels: 一起, 千家万户, 三元材料.
"""

import re
from decimal import Decimal

from summarizer.lexicon import source, word_list
from summarizer.numerals import parse_numeral
from summarizer.quantities.figures import ANY_UNIT, RAISED
from summarizer.quantities.units import either

HAN = "一二三四五六七八九十"
AFTER_CONGRESS = source("figures.behind_congress") + r"|[前后、，。,;：:”\"』」》的对上和]"
SLOGANS = "(?:" + source("figures.slogans") + ")"

CODES = (
    r"(?<=[“\"‘「『])\d[\d+·.×/N-]{0,15}(?=[”\"’」』])"
    r"|\d{1,4}(?:[+×xX*]\d{1,4}){1,6}(?:\+[NXn])?|\d{1,3}\+[NXn]"
    rf"|(?<!\d)\d{{1,2}}·\d{{1,2}}(?!\d|{RAISED})"
    r"|\d{3,4}-\d{7,8}(?!\d)|\d{3}-\d{3,4}-\d{4}(?!\d)"
    rf"|1[3-9]\d{{9}}(?![\d.,十百千万亿余多]|{ANY_UNIT})"
    r"|\d{17,}(?:\.\d+)?"
    r"|(?!(?:19|20)\d\d\.\d{1,2}\.\d{1,2}(?![\d.]))\d{1,9}(?:\.\d{1,9}){2,9}"
    r"|(?<![\d.])\d{1,2}(?=\.(?:19|20)\d\d年)"
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
WORDS = "(?:" + either(word_list("idioms.phrases")) + "|" + source("idioms.shapes") + ")"
DIGITS = re.compile(r"\d+(?:\.\d+)?")
LONGEST = 16


def value_of(printed: str) -> Decimal | None:
    """Return the number a label keeps, where it has just one: 131, 19 (十九大), 6 (六个一)."""
    runs = DIGITS.findall(printed)
    if len(runs) == 1 and len(runs[0]) <= LONGEST:
        return Decimal(runs[0])
    numeral = "" if runs else re.match(f"[{HAN}两百]*", printed)[0]  # type: ignore[index]
    return parse_numeral(numeral) if numeral else None
