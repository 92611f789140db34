"""Weights of the segmentation: fitted to sequences and choices, on pages made harder."""

import random

import pytest

from eval.fit import chain, choices
from eval.fit.chain import LabelledPage
from eval.fit.choices import Choice
from eval.fit.composing import Story, pages
from eval.fit.hardening import hardened, stretches
from eval.gold import GoldArticle, GoldBlock, Question, Sample
from summarizer.document import FurnitureRole, Role
from summarizer.report import FurniturePlace
from summarizer.segmentation.weights import Part
from summarizer.text import Span

TITLES = ("岚州港三期完工", "汀江夜校开课")
TEXTS = (
    "岚州港三期工程昨日完工，新增泊位四个，年吞吐能力增加一千二百万吨，货主等候时间缩短一半。",
    "港务局说，下一步将开通三条近海航线，沿线七个县的农产品两天就能上船，运费比走公路低三成。",
    "汀江社区夜校昨晚开课，首批开设书法、烘焙和急救三门课，二百名上班族报名，名额一天内满了。",
    "夜校负责人介绍，课程每周两晚，学费按成本收取，明年还要增加十门，请居民自己来点课程。",
)
SEEDS = range(40)


def _page() -> Sample:
    text, blocks = "", []
    lines = (TITLES[0], *TEXTS[:2], TITLES[1], *TEXTS[2:])
    for number, line in enumerate(lines):
        start = len(text)
        text += line + "\n\n"
        role = Role.BODY if number % 3 else Role.HEADLINE
        blocks.append(GoldBlock(start=start, end=start + len(line), role=role))
    start = len(text)
    text += "（资料图片）"
    return Sample(
        id="page",
        text=text,
        articles=tuple(
            GoldArticle(id=str(n), headline=TITLES[n], byline=None, blocks=tuple(blocks[at:end]))
            for n, (at, end) in enumerate(((0, 3), (3, 6)))
        ),
        furniture=(FurniturePlace(start=start, end=len(text), role=FurnitureRole.CAPTION),),
        asks=(Question.SEGMENTATION,),
    )


def _told(sample: Sample, number: int) -> str:
    spans = sample.articles[number].spans
    return "".join(span.of(sample.text).replace("\n", "") for span in spans)


PAGE = _page()
HARDER = [hardened(PAGE, random.Random(seed)) for seed in SEEDS]
STORIES = [
    Story("岚州报", ((Role.HEADLINE, title), *((Role.BODY, text) for text in TEXTS)))
    for title in (*TITLES, "盘石镇通了班车", "青柳渡新桥合龙")
]
COMPOSED = list(pages(STORIES, len(SEEDS), seed=1))


@pytest.mark.parametrize("harder", HARDER)
def test_a_harder_page_says_what_the_page_said(harder: Sample) -> None:
    """Every article keeps its words in their order; one, the last, may stop early."""
    kept = [_told(harder, number) == _told(PAGE, number) for number in (0, 1)]
    begun = [_told(PAGE, number).startswith(_told(harder, number)) for number in (0, 1)]
    assert any(kept)
    assert all(begun)


@pytest.mark.parametrize("harder", [*HARDER, *COMPOSED])
def test_the_gold_of_a_made_page_covers_it_once(harder: Sample) -> None:
    """No character of a harder page or a composed one is lost, and none has two owners."""
    places = [Span(f.start, f.end) for f in harder.furniture]
    places += [span for article in harder.articles for span in article.spans]
    covered = [at for span in places for at in range(span.start, span.end)]
    told = [at for at in covered if not harder.text[at].isspace()]
    assert sorted(told) == [at for at, c in enumerate(harder.text) if not c.isspace()]


def test_houses_differ_in_what_stands_around_an_article() -> None:
    """Some sign above the text and some below, some have pictures, decks, kickers, subheads."""
    blocks = [block.role for page in COMPOSED for each in page.articles for block in each.blocks]
    furniture = {piece.role for page in COMPOSED for piece in page.furniture}
    assert {Role.KICKER, Role.DECK, Role.BYLINE, Role.SUBHEAD} <= set(blocks)
    assert {FurnitureRole.CAPTION, FurnitureRole.BANNER} <= furniture


def test_the_same_seed_composes_the_same_pages() -> None:
    """A fit can be repeated."""
    assert list(pages(STORIES, 3, seed=1)) == COMPOSED[:3]


@pytest.mark.parametrize(
    "damaged",
    [
        lambda page: len(_runs(page)) > len(page.articles),
        lambda page: any("\n" in span.of(page.text) for a in page.articles for span in a.spans),
        lambda page: any("下转" in line for line in _furniture(page)),
        lambda page: _told(page, 1) != _told(PAGE, 1),
        lambda page: any(f.role is FurnitureRole.NOISE for f in page.furniture),
    ],
    ids=["torn", "wrapped", "with jump lines", "cut off", "numbered"],
)
def test_every_damage_is_done_to_some_page(damaged) -> None:  # noqa: ANN001
    """No damage is listed that never happens."""
    assert any(map(damaged, HARDER))


def _runs(page: Sample) -> list[int]:
    order = [each.owner for each in stretches(page) if each.owner >= 0]
    return [owner for owner, above in zip(order, [-1, *order], strict=False) if owner != above]


def _furniture(page: Sample) -> list[str]:
    return [page.text[f.start : f.end] for f in page.furniture]


def test_the_same_dice_give_the_same_page() -> None:
    """A fit can be repeated."""
    assert hardened(PAGE, random.Random(3)) == hardened(PAGE, random.Random(3))


def test_a_cue_learns_its_role_and_a_role_what_it_follows() -> None:
    """What marks headlines speaks for them, and text follows them."""
    page = LabelledPage(
        (10, 80, 10, 80),
        ({"short": 1.0}, {"long": 1.0}, {"short": 1.0}, {"long": 1.0}),
        (Part.HEADLINE, Part.BODY, Part.HEADLINE, Part.BODY),
    )
    weights = chain.fit([page] * 6, l2=1.0)
    assert dict(weights.cues["short"]).get(Part.HEADLINE, 0) > 0
    assert dict(weights.cues["long"]).get(Part.BODY, 0) > 0
    assert weights.follows["headline"][Part.BODY] > weights.follows["headline"][Part.HEADLINE]


def test_a_page_that_counts_more_decides() -> None:
    """Weights of pages say which of two contrary ones is believed."""
    pages = [
        LabelledPage((10,), ({"short": 1.0},), (role,), weight)
        for role, weight in ((Part.HEADLINE, 2.0), (Part.SUBHEAD, 0.5))
        for _ in range(4)
    ]
    learned = dict(chain.fit(pages, l2=1.0).cues["short"])
    assert learned[Part.HEADLINE] > learned[Part.SUBHEAD]


def test_the_right_option_gains() -> None:
    """What only the right options have speaks for them; what all have tells nothing."""
    offered = ({"near": 1.0, "open": 1.0}, {"far": 1.0, "open": 1.0})
    weights = choices.fit([Choice(offered, 0)] * 5, l2=0.5)
    assert weights["near"] > 0 > weights["far"]
    assert weights["open"] == pytest.approx(0, abs=1e-6)
