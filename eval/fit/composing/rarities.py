"""Pieces that few pages have: a poem, a notice, a table, a picture with a headline, a comment."""

from random import Random

from eval.fit.composing.sheet import FORMS, Line
from summarizer.document import Role


def rarity(rng: Random) -> list[Line]:
    """Return one of them."""
    made = rng.choice((_poem, _notice, _table, _picture, _comment))
    return made(rng, rng.choice(FORMS["names"]), rng.choice(FORMS["places"]))


def _poem(rng: Random, name: str, _: str) -> list[Line]:
    verses = rng.sample(FORMS["verses"], rng.randint(4, len(FORMS["verses"])))
    title = rng.choice(("秋天", "渡口", "夜行船", "父亲的田"))
    return [
        (Role.HEADLINE, title),
        (Role.BYLINE, name),
        *((Role.BODY, line) for line in verses),
    ]


def _notice(rng: Random, _: str, place: str) -> list[Line]:
    said = f"因检修管网，{place}城区将于5月6日8时至20时停水，请各用户提前储水，不便之处敬请谅解。"
    title = rng.choice(("公　告", "停水通知", "启　事", f"关于{place}城区停水的通告"))
    issuer = rng.choice((f"{place}自来水公司", f"{place}市水务局", f"{place}供水有限公司"))
    return [
        (Role.HEADLINE, title),
        (Role.BODY, said),
        (Role.BYLINE, issuer),
        (Role.DATELINE, "2021年5月4日"),
    ]


def _table(rng: Random, _: str, place: str) -> list[Line]:
    rows = [
        f"{each} {rng.randint(1, 99)}.{rng.randint(0, 9)} {rng.randint(1, 99)}.5"
        for each in ("食品", "衣着", "居住", "交通")
    ]
    said = f"统计部门公布，上月{place}居民消费价格同比上涨1.8%，分类情况如下。"
    return [
        (Role.HEADLINE, f"{place}上月物价温和上涨"),
        *((Role.BODY, line) for line in (said, "类别 全市 城区", *rows)),
    ]


def _picture(_: Random, name: str, place: str) -> list[Line]:
    shown = f"5月3日，农民在{place}收割小麦，今年当地小麦喜获丰收。 本报记者 {name} 摄"
    return [(Role.HEADLINE, f"{place}小麦迎来丰收"), (Role.BODY, shown)]


def _comment(rng: Random, *_: str) -> list[Line]:
    titles = ("短评：小事不小", "记者手记：路通之后", "编后：善意要有着落", "名词解释：碳账户")
    said = "把小事办好，才谈得上办大事。群众记在心里的，往往就是门前那一段路、窗口那一张笑脸。"
    return [(Role.HEADLINE, rng.choice(titles)), (Role.BODY, said)]
