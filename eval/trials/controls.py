"""Other words for the same thing: a verifier that flags these cries wolf."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from random import Random

from eval.trials.claims import Claim, Context, plain, quantity_of, said, told_by_annotator
from eval.trials.errors import addends, summed
from summarizer.document import Role
from summarizer.summary import Measure, Status
from summarizer.text import Span, fold

Operator = Callable[[Random, Claim, Context], Claim | None]
WIDE = {ord(narrow): chr(ord(narrow) + 0xFEE0) for narrow in "0123456789.%"}
HANZI_DIGITS = "〇一二三四五六七八九"
TENTH = re.compile(r"[一二三四五六七八九]成(?:以上)?")
THOUSAND = 1000


def verbatim(_: Random, claim: Claim, __: Context) -> Claim:
    """Tell the figure as it is printed."""
    return claim


def row(_: Random, claim: Claim, __: Context) -> Claim:
    """Tell it in a row of the table."""
    return replace(claim, tabular=True, rate=None)


def sentence(_: Random, claim: Claim, context: Context) -> Claim | None:
    """Copy the sentence of the article in which the figure stands."""
    blocks = [block for block in context.article.blocks if block.role is Role.BODY]
    block = next((b for b in blocks if b.start <= claim.row.start < b.end), None)
    if block is None:
        return None
    text = context.sample.text[block.start : block.end]
    at = claim.row.start - block.start
    start = max(text.rfind(stop, 0, at) for stop in "。！？") + 1
    end = text.find("。", at)
    if end < 0 or block.continues:
        return None
    return replace(claim, text=text[start : end + 1].strip(), rate=None)


def other_scale(_: Random, claim: Claim, __: Context) -> Claim | None:
    """Tell 1.2亿元 as 12000万元."""
    if claim.parts.scale != "亿":
        return None
    number = plain(claim.parts.amount * 10**4)
    return replace(claim, parts=replace(claim.parts, number=number, scale="万"))


def tenths(_: Random, claim: Claim, context: Context) -> Claim | None:
    """Tell the article's first actual share of 八成 as 80%; growth by 八成 is something else."""
    rows = (r for r in context.article.rows if r.measure is Measure.SHARE and r.names)
    shares = (r for r in rows if r.status[0] is Status.ACTUAL)
    told = ((share, quantity_of(context.article, share)) for share in shares)
    for share, number in told:
        if number and TENTH.fullmatch(fold(number.text)):
            figure = f"{number.value:f}%{fold(number.text)[2:]}"
            text = f"{share.names[0]}{share.indicator}{figure}。"
            return replace(claim, text=text, rate=None, cites=(Span(number.start, number.end),))
    return None


def key_fact(_: Random, claim: Claim, context: Context) -> Claim | None:
    """Tell it as the annotator did."""
    return told_by_annotator(claim, context)


def full_width(_: Random, claim: Claim, __: Context) -> Claim:
    """Tell it in full-width digits."""
    return replace(claim, text=claim.sentence.translate(WIDE))


def separators(_: Random, claim: Claim, __: Context) -> Claim | None:
    """Set thousands separators, or leave them out."""
    number = claim.parts.number
    if "," in number:
        return said(claim, number.replace(",", ""))
    value = Decimal(number)
    return said(claim, f"{value:,f}") if value >= THOUSAND else None


def rounded(_: Random, claim: Claim, __: Context) -> Claim | None:
    """Round to one decimal less, and say 约."""
    whole, point, decimals = claim.parts.number.partition(".")
    if not point or claim.parts.before or claim.parts.after or len(whole) < 2:  # noqa: PLR2004
        return None
    step = Decimal(1).scaleb(1 - len(decimals))
    number = claim.parts.amount.quantize(step)
    parts = replace(claim.parts, number=f"{number:f}", before="约")
    return replace(claim, parts=parts, rate=None)


def right_sum(_: Random, claim: Claim, context: Context) -> Claim | None:
    """Add two figures of the article up."""
    pair = addends(claim, context)
    return summed(claim, pair[0], pair[1], plain(pair[2])) if pair else None


def other_date_form(_: Random, claim: Claim, context: Context) -> Claim | None:
    """Tell 去年 as the year it was, or 2017年 as 二〇一七年."""
    date = context.sample.date
    if claim.period == "去年" and date:
        return replace(claim, period=f"{date.year - 1}年")
    if claim.period[:4].isdigit() and claim.period[4:] == "年":
        spelled = "".join(HANZI_DIGITS[int(digit)] for digit in claim.period[:4])
        return replace(claim, period=f"{spelled}年")
    return None


OPERATORS: dict[str, dict[str, Operator]] = {
    "zh": {
        "verbatim": verbatim,
        "row": row,
        "copied sentence": sentence,
        "key fact": key_fact,
        "万 or 亿": other_scale,
        "八成 is 80%": tenths,
        "full-width": full_width,
        "separators": separators,
        "rounded with 约": rounded,
        "right sum": right_sum,
        "other date form": other_date_form,
    },
    "en": {"verbatim": verbatim, "rounded with 约": rounded},
}
