"""Pages → harder ones: what printing and exporting does to a page, done to pages that are known.

    wrap     lines of 13–22 characters; blank lines stay between articles, or nowhere
    tear     an article's rest behind the next article, in mid-sentence or between paragraphs,
             with jump lines or without
    intrude  a caption in mid-sentence, a page number or an imprint between paragraphs
    split    a paragraph parted by a blank line
    cut      the last article stops in mid-sentence

Everything that a page says stays as it is; the gold moves with it.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from eval.fit.composing import JUMPS, Sheet, filled
from eval.gold import GoldArticle, Question, Sample
from summarizer.document import FurnitureRole, Role

LEAST_PARTED = 40
LEAST_SIDE = 8
NEAR = 4
NARROWEST, WIDEST = 13, 22
IMPRINTS = (
    "本版责编：{name}　电话：（010）65550123", "責任編輯：{name}　電話：2345-0123",
    "责编 {name}　美编 {other}", "版式设计：{name}",
    "第{n}版", "{n}", "{n}", "{n}", "- {n} -", "A{n}",
)  # fmt: skip
CREDITS = ("（资料图片）", "（資料圖片）", "本报记者 {name} 摄", "图为{place}街头。{name}摄")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph, a title line or a piece of furniture, with what is printed before it."""

    before: str
    text: str
    owner: int
    """The number of its article; -1 of furniture."""
    role: Role | FurnitureRole

    @property
    def parts(self) -> bool:
        """Whether it is a paragraph that is long enough to be parted."""
        return self.role is Role.BODY and len(self.text) >= LEAST_PARTED

    def parted(self, dice: random.Random, before: str) -> tuple["Stretch", "Stretch"]:
        """Part it in mid-sentence; `before` is printed before the second half."""
        at = dice.randint(LEAST_SIDE, len(self.text) - LEAST_SIDE)
        rest = replace(self, text=self.text[at:].lstrip(), before=before)
        return replace(self, text=self.text[:at].rstrip()), rest


Printed = list[Stretch]


def hardened(sample: Sample, dice: random.Random) -> Sample:
    """Return a page made harder. The same dice give the same page."""
    laid = list(stretches(sample))
    for damage, often in DAMAGES:
        if dice.random() < often:
            laid = damage(laid, dice)
    width = dice.randint(NARROWEST, WIDEST) if dice.random() < WRAPPED else 0
    if width:
        laid = list(_closed_up(laid, blank=dice.random() < BLANK))
    return _sample(sample, laid, width)


def stretches(sample: Sample) -> Iterator[Stretch]:
    """Yield what a page is made of, in page order; lines that a column broke are whole again."""
    places: list[tuple[int, int, int, Role | FurnitureRole]] = [
        *((piece.start, piece.end, -1, piece.role) for piece in sample.furniture),
        *(
            (block.start, block.end, number, block.role)
            for number, article in enumerate(sample.articles)
            for block in article.blocks
        ),
    ]
    last = 0
    for start, end, owner, role in sorted(places):
        text = "".join(sample.text[start:end].split("\n"))
        yield Stretch(sample.text[last:start], text, owner, role)
        last = end


def _tear(laid: Printed, dice: random.Random) -> Printed:
    """Print the rest of an article behind the next one."""
    places = [
        place
        for place, (above, each) in enumerate(pairwise(laid), start=1)
        if above.parts and each.parts and above.owner == each.owner
    ]
    if not places:
        return laid
    at = dice.choice(places)
    owner = laid[at].owner
    end = max(place for place, each in enumerate(laid) if each.owner == owner) + 1
    others = {each.owner for each in laid[at:end]} - {owner, -1}
    behind = [each.owner for each in laid[end:] if each.owner not in (-1, owner)]
    if others or not behind:
        return laid
    landing = max(place for place, each in enumerate(laid) if each.owner == behind[0]) + 1
    head, rest = _torn(laid[:at], laid[at:end], dice)
    return [*head, *laid[end:landing], *rest, *laid[landing:]]


def _torn(head: Printed, rest: Printed, dice: random.Random) -> tuple[Printed, Printed]:
    """Tear two halves of an article apart: in mid-sentence or not, with jump lines or without."""
    before = rest[0].before
    if dice.random() < TORN_IN_SENTENCE:
        first, second = rest[0].parted(dice, before)
        head, rest = [*head, first], [second, *rest[1:]]
    if dice.random() < MARKED:
        to, fro = (filled(line, dice) for line in dice.choice(JUMPS))
        head = [*head, Stretch(before, to, -1, FurnitureRole.JUMP_LINE)]
        return head, [Stretch(before, fro, -1, FurnitureRole.JUMP_LINE), *rest]
    apart = "\n\n" if dice.random() < BLANK else before
    return head, [replace(rest[0], before=apart), *rest[1:]]


def _intrude(laid: Printed, dice: random.Random) -> Printed:
    """Print a caption in the middle of a sentence: one that stood near, or an invented one."""
    at = _some_paragraph(laid, dice)
    if at is None:
        return laid
    around = range(max(0, at - NEAR), min(len(laid), at + NEAR))
    near = next((p for p in around if laid[p].role is FurnitureRole.CAPTION), None)
    made = Stretch("\n\n", filled(dice.choice(CREDITS), dice), -1, FurnitureRole.CAPTION)
    halves = laid[at].parted(dice, "\n\n" if laid[at].before.count("\n") > 1 else "\n")
    caption = made if near is None else laid[near]
    parted = {at: [halves[0], caption, halves[1]]}
    rest = ([] if place == near else parted.get(place, [each]) for place, each in enumerate(laid))
    return list(chain.from_iterable(rest))


def _split(laid: Printed, dice: random.Random) -> Printed:
    """Print a blank line in the middle of a sentence."""
    at = _some_paragraph(laid, dice)
    return laid if at is None else [*laid[:at], *laid[at].parted(dice, "\n\n"), *laid[at + 1 :]]


def _number(laid: Printed, dice: random.Random) -> Printed:
    """Print a page number or an imprint between two paragraphs."""
    at = _some_paragraph(laid, dice)
    line = Stretch("\n\n", filled(dice.choice(IMPRINTS), dice), -1, FurnitureRole.NOISE)
    at = len(laid) if at is None or dice.random() < AT_THE_END else at + 1
    return [*laid[:at], line, *laid[at:]]


def _cut(laid: Printed, dice: random.Random) -> Printed:
    """Stop the page in mid-sentence."""
    places = [place for place, each in enumerate(laid) if each.owner >= 0]
    last = places[-1]
    return [*laid[:last], laid[last].parted(dice, "")[0]] if laid[last].parts else laid


TORN_IN_SENTENCE, MARKED, BLANK, WRAPPED, AT_THE_END = 0.7, 0.5, 0.4, 0.5, 0.3
DAMAGES: tuple[tuple[Callable[[Printed, random.Random], Printed], float], ...] = (
    (_tear, 0.6), (_tear, 0.3), (_intrude, 0.6), (_intrude, 0.3), (_split, 0.6), (_split, 0.4),
    (_number, 0.6), (_number, 0.3), (_cut, 0.4),
)  # fmt: skip
"""What is done to a page, and how often."""


def _some_paragraph(laid: Printed, dice: random.Random) -> int | None:
    places = [place for place, each in enumerate(laid) if each.parts]
    return dice.choice(places) if places else None


def _closed_up(laid: Printed, *, blank: bool) -> Iterator[Stretch]:
    """Yield the stretches one to a line; with a blank one above each article, or without."""
    begun: set[int] = set()
    for each in laid:
        begins = each.owner >= 0 and each.owner not in begun
        split = each.before == "\n\n" and each.role is Role.BODY and not begins
        begun.add(each.owner)
        indent = "　　" if each.before.endswith("　　") else ""
        yield replace(each, before=("\n\n" if begins and blank else "\n") + indent * (not split))


def _sample(sample: Sample, laid: Sequence[Stretch], width: int) -> Sample:
    sheet = Sheet()
    for each in laid:
        wrapped = width if each.role in (Role.BODY, FurnitureRole.CAPTION) else 0
        if isinstance(each.role, FurnitureRole):
            sheet.set_aside(each.text, each.role, each.before, wrapped)
        else:
            sheet.set_line(each.text, each.owner, each.role, each.before, wrapped)
    articles = (
        GoldArticle(
            id=article.id,
            headline=article.headline,
            byline=article.byline,
            blocks=tuple(sheet.blocks[number]),
        )
        for number, article in enumerate(sample.articles)
        if number in sheet.blocks
    )
    return Sample(
        id=sample.id,
        text=sheet.text,
        articles=tuple(articles),
        furniture=tuple(sheet.furniture),
        asks=(Question.SEGMENTATION,),
        tags=(*sample.tags, "hardened"),
    )
