"""From stories to a page, the way a page falls apart: operators that keep the gold exact.

    split        a sentence, often a word, over two blank lines
    caption      a caption in mid-sentence
    jump         the rest of an article after another one: with a subhead, a jump line, or bare
    headless     an item without headline, under a banner of its own
    truncated    the page ends in mid-sentence
    full-width   digits and percent signs as １２％
    traditional  an article in traditional characters
    slips        characters an OCR takes for others (已 己, 日 曰)

Every operator works on elements, before there are offsets: an element is a stretch of text with an
owner, and the page is the elements one after another, each behind its gap.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from eval.synthetic.writing import Mark, Story
from summarizer.document import FurnitureRole, Role

SLIPS = {"已": "己", "日": "曰", "土": "士", "了": "丁"}
WIDE = {ord(narrow): chr(ord(narrow) + 0xFEE0) for narrow in "0123456789%.,"}
STOPS = "。，；：、！？”）"
SHORTEST_CUT = 12


@dataclass(frozen=True, slots=True)
class Element:
    """A stretch of the page: of an article (`owner` is its index), or furniture."""

    text: str
    role: Role | FurnitureRole
    owner: int | None = None
    marks: tuple[Mark, ...] = ()
    gap: str = "\n\n"
    continues: bool = False


Page = list[Element]
Operator = Callable[[Random, Page], Page]


def elements(dice: Random, story: Story, owner: int, reporter: str) -> Page:
    """Lay one story out: headline lines, byline above or below, dateline, paragraphs."""
    page = [
        Element(line, Role.HEADLINE, owner, gap="\n" if index else "\n\n")
        for index, line in enumerate(story.headline)
    ]
    above, below = _byline(dice, reporter)
    if above:
        page.append(Element(above, Role.BYLINE, owner))
    if not above and dice.random() < 0.5:  # noqa: PLR2004 - every second one
        page.append(Element("本报讯 ", Role.DATELINE, owner))
    for paragraph in story.paragraphs:
        gap = "" if page[-1].role is Role.DATELINE else "\n\n"
        page.append(Element(paragraph.text, paragraph.role, owner, paragraph.marks, gap))
    if below:
        page.append(Element(below, Role.BYLINE, owner))
    return page


def _byline(dice: Random, reporter: str) -> tuple[str | None, str | None]:
    form = dice.choice(("arrow", "reporter", "tail", "tail", "brackets", "none"))
    above = {"arrow": f"► {reporter}", "reporter": f"本报记者 {reporter}"}
    below = {"tail": reporter, "brackets": f"（{reporter}）"}
    return above.get(form), below.get(form)


def split(dice: Random, page: Page) -> Page:
    """Break a sentence over blank lines."""
    return _cut(dice, page, ())


def caption(dice: Random, page: Page) -> Page:
    """Set a caption into the middle of a sentence."""
    place = next(e.text for e in page if e.role is Role.HEADLINE)
    words = dice.choice(("俯瞰图", "生产车间", "项目现场", "一角", "施工现场 资料图片"))
    return _cut(dice, page, (Element(place[:6] + words, FurnitureRole.CAPTION),))


def _cut(dice: Random, page: Page, between: tuple[Element, ...]) -> Page:
    places = [(index, cut) for index, element in enumerate(page) for cut in _cuts(element)]
    if not places:
        return page
    index, cut = dice.choice(places)
    return [*page[:index], *_halves(page[index], cut, between), *page[index + 1 :]]


def _halves(element: Element, cut: int, between: Sequence[Element]) -> Iterator[Element]:
    before = tuple(mark for mark in element.marks if mark.end <= cut)
    after = tuple(
        replace(mark, start=mark.start - cut, end=mark.end - cut)
        for mark in element.marks
        if mark.start >= cut
    )
    yield replace(element, text=element.text[:cut], marks=before)
    yield from between
    yield replace(element, text=element.text[cut:], marks=after, gap="\n\n", continues=True)


def _cuts(element: Element) -> list[int]:
    """Return where a paragraph can break: in mid-sentence, and not inside a number."""
    if element.role is not Role.BODY:
        return []
    text = element.text
    return [
        cut
        for cut in range(SHORTEST_CUT, len(text) - SHORTEST_CUT)
        if text[cut - 1] not in STOPS
        and text[cut] not in STOPS
        and not any(mark.start < cut < mark.end for mark in element.marks)
    ]


def jump(dice: Random, page: Page) -> Page:
    """Move the rest of an article behind the one after it."""
    owners = list(dict.fromkeys(e.owner for e in page if e.owner is not None))
    places = {owner: [i for i, e in enumerate(page) if e.owner == owner] for owner in owners[:-1]}
    bodies = {o: [i for i in own if page[i].role is Role.BODY] for o, own in places.items()}
    long = [owner for owner in places if len(bodies[owner]) > 2]  # noqa: PLR2004 - a half each
    if not long:
        return page
    owner = dice.choice(long)
    form = dice.choice(("subhead", "jump line", "bare"))
    middle = bodies[owner][len(bodies[owner]) // 2]
    return _torn(dice, page, places[owner], middle, form)


def _torn(dice: Random, page: Page, own: Sequence[int], at: int, form: str) -> Page:
    first, rest = page[own[0] : at], page[at : own[-1] + 1]
    following = page[own[-1] + 1 :]
    host = next(e.owner for e in following if e.owner is not None)
    end = max(index for index, element in enumerate(following) if element.owner == host) + 1
    rest[0] = replace(rest[0], gap="\n\n")
    if form == "subhead" and rest[0].role is not Role.SUBHEAD:
        words = dice.choice(("再添新动力", "下好先手棋", "跑出加速度", "释放新活力"))
        rest.insert(0, Element(words, Role.SUBHEAD, rest[0].owner))
    if form == "jump line":
        number = dice.randrange(2, 8)
        first.append(Element(f"（下转第{number}版）", FurnitureRole.JUMP_LINE))
        rest.insert(0, Element(f"（上接第{dice.randrange(1, 3)}版）", FurnitureRole.JUMP_LINE))
    if form == "bare":
        first, rest = _mid_sentence(dice, first, rest)
    return [*page[: own[0]], *first, *following[:end], *rest, *following[end:]]


def _mid_sentence(dice: Random, first: Page, rest: Page) -> tuple[Page, Page]:
    cuts = _cuts(rest[0])
    if not cuts:
        return first, rest
    head, tail = _halves(rest[0], dice.choice(cuts), ())
    return [*first, head], [tail, *rest[1:]]


def headless(dice: Random, page: Page) -> Page:
    """Take the headline from the last item and set a banner over it."""
    last = max((e.owner for e in page if e.owner is not None), default=0)
    kept = [e for e in page if not (e.owner == last and e.role is Role.HEADLINE)]
    first = next(index for index, element in enumerate(kept) if element.owner == last)
    banner = Element(dice.choice(("简讯", "短波", "要闻速览")), FurnitureRole.BANNER)
    kept[first] = replace(kept[first], gap="\n\n")
    return [*kept[:first], banner, *kept[first:]]


def truncated(dice: Random, page: Page) -> Page:
    """End the page in mid-sentence."""
    bodies = [index for index, element in enumerate(page) if _cuts(element)]
    last = bodies[-1] if bodies else len(page) - 1
    if not bodies or page[last].owner != page[-1].owner:
        return page
    head, _ = _halves(page[last], dice.choice(_cuts(page[last])), ())
    return [*page[:last], head]


def full_width(dice: Random, page: Page) -> Page:
    """Print the digits of one article in full width."""
    return _translated(page, _some_owner(dice, page), WIDE)


def traditional(dice: Random, page: Page) -> Page:
    """Print one article in traditional characters, one for one."""
    from opencc import OpenCC

    owner = _some_owner(dice, page)
    simple = sorted({c for e in page if e.owner == owner for c in e.text if not c.isascii()})
    turned = OpenCC("s2t").convert("\n".join(simple)).split("\n")
    table = {ord(a): b for a, b in zip(simple, turned, strict=True) if len(b) == 1}
    return _translated(page, owner, table)


def slips(dice: Random, page: Page) -> Page:
    """Misread three characters outside the figures."""
    places = [
        (index, at)
        for index, element in enumerate(page)
        if element.role is Role.BODY
        for at, character in enumerate(element.text)
        if character in SLIPS and not any(m.start <= at < m.end for m in element.marks)
    ]
    chosen = dice.sample(places, min(3, len(places)))
    result = list(page)
    for index, at in chosen:
        text = result[index].text
        wrong = text[:at] + SLIPS[text[at]] + text[at + 1 :]
        result[index] = replace(result[index], text=wrong)
    return result


def _some_owner(dice: Random, page: Page) -> int:
    return dice.choice(sorted({e.owner for e in page if e.owner is not None}))


def _translated(page: Page, owner: int, table: dict[int, str]) -> Page:
    return [
        replace(element, text=element.text.translate(table)) if element.owner == owner else element
        for element in page
    ]


OPERATORS: dict[str, Operator] = {
    "headless": headless,
    "truncated": truncated,
    "jump": jump,
    "caption": caption,
    "split": split,
    "slips": slips,
    "full-width": full_width,
    "traditional": traditional,
}
"""In the order in which they must be applied: who is torn before where it is cut."""
