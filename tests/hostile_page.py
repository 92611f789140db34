"""A page whose every word attacks: what a renderer must show and never run."""

from dataclasses import replace
from decimal import Decimal

from summarizer.document import Role
from summarizer.report import (
    ArticleReport,
    BlockPlace,
    Check,
    Failure,
    Finding,
    IssueReport,
    Outcome,
    Quote,
    Summary,
    Verdict,
)
from summarizer.summary import KeyPoint
from tests.invented_page import observation, report

MARKUP = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "</style><script>alert(3)</script>",
    "</title><svg onload=alert(4)>",
    "<img src=x onerror=alert(5)>",
    '"><img src=x onerror=alert(6)>',
    "' onmouseover='alert(7)",
    '" autofocus onfocus="alert(8)',
    "<iframe src=javascript:alert(9)></iframe>",
    "<a href=javascript:alert(10)>增长</a>",
    "<base href=http://evil.invalid/>",
    "<meta http-equiv=refresh content=0;url=http://evil.invalid/>",
    "<link rel=stylesheet href=http://evil.invalid/x.css>",
    "<style>*{background:url(http://evil.invalid/)}</style>",
    "<!--<script>",
    "<![CDATA[<script>alert(11)</script>]]>",
    "&lt;script&gt;alert(12)&lt;/script&gt;",
    "&#60;script&#62;",
    "{{ 7*7 }}{% raw %}",
    "${alert(13)}`",
    "\\x3cscript\\x3e",
)
MARKDOWN = (
    "[点我](javascript:alert(14))",
    "![图](http://evil.invalid/x.png)",
    "[^1]: 假脚注",
    "| 假 | 表 |",
    "`代码` ~~~ ```",
    "http://evil.invalid/a www.evil.invalid",
    "# 假标题",
    "1. 假列表",
    "<http://evil.invalid>",
    "**重** __重__ ~删~",
)
FORMULAS = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.invalid","看")',
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "\t=1+1",
    "'=1+1",
    '";=1+1',
    "DDE(1)\u3000=1+1",
)
HIDDEN = (
    "\x1b[31m红\x1b[0m",
    "\x1b]8;;http://evil.invalid\x07链\x1b]8;;\x07",
    "\x00\x01\x07\x08\x7f",
    "\x9b31m\x85",
    "12\u202e34亿元\u202c",
    "\u2066隔\u2069\u200f\u061c",
    "\ufeff零\u200b宽\ufffe",
    "𠮷𪚥🇨🇳",
    "[bold red]不是样式[/]",
)
ATTACKS = (*MARKUP, *MARKDOWN, *FORMULAS, *HIDDEN)


def page() -> tuple[IssueReport, str]:
    """Return the report of a page with one article for each attack, and its text."""
    text, articles = "", []
    for index, attack in enumerate(ATTACKS):
        article, words = _article(index, attack, len(text))
        articles.append(article)
        text += words
    one = report()
    issue = one.issue.model_copy(update={"source": "".join(MARKUP), "title": MARKUP[1]})
    unclaimed = tuple(Quote(start=0, end=len(attack), text=attack) for attack in FORMULAS)
    return one.model_copy(
        update={
            "issue": issue,
            "run": one.run.model_copy(update={"model": MARKUP[3], "prompt": FORMULAS[0]}),
            "articles": tuple(articles),
            "furniture": (),
            "joins": (),
            "failures": (Failure(article=MARKUP[0], error=MARKUP[4], message=HIDDEN[0]),),
            "ledger": one.ledger.model_copy(update={"unclaimed": unclaimed}),
        }
    ), text


def _article(index: int, attack: str, at: int) -> tuple[ArticleReport, str]:
    """Put the attack wherever words can stand."""
    words = f"{attack}\n\n今年{attack}。\n\n"
    start = at + len(attack) + 4
    end = start + len(attack)
    one = report().articles[1]
    figure = replace(one.quantities[0], start=start, end=end, text=attack, unit=attack, id="Q1")
    row = observation(1, attack, attack, "1", attack).model_copy(
        update={"scope": attack, "time_period_text": attack, "value": Decimal("-1.50")}
    )
    return one.model_copy(
        update={
            "id": f"{index}{attack}",
            "headline": attack,
            "byline": attack,
            "section": attack,
            "blocks": (
                BlockPlace(start=at, end=at + len(attack), role=Role.HEADLINE),
                BlockPlace(start=start - 2, end=end + 1, role=Role.BODY),
            ),
            "quantities": (figure,),
            "summary": Summary(
                abstract=attack, key_points=(KeyPoint(text=f"称{attack}", quantities=("Q1",)),)
            ),
            "observations": (row,),
            "relations": (),
            "findings": (
                Finding(
                    subject="observations/0",
                    claim=attack,
                    verdict=Verdict.REFUTED,
                    reason=attack,
                    message=attack,
                ),
            ),
            "checks": (
                Check(
                    rule=attack,
                    result=Outcome.MISMATCH,
                    formula=attack,
                    quantities=("Q1",),
                    candidates=(attack,),
                    message=attack,
                ),
            ),
        }
    ), words
