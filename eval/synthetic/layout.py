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

from eval.gold import GoldArticle, GoldBlock, GoldQuantity, GoldRow, KeyFact
from eval.synthetic.writing import Mark, Story, Told
from summarizer.document import FurnitureRole, Role
from summarizer.report import FurniturePlace
from summarizer.summary import Measure, Status

SLIPS = {"已": "己", "日": "曰", "土": "士", "了": "丁"}
WIDE = {ord(narrow): chr(ord(narrow) + 0xFEE0) for narrow in "0123456789%.,"}
STOPS = "。，；：、！？”）"
SHORTEST_CUT = 12
VERBS = {
    Status.TARGET: "力争",
    Status.PLAN: "计划",
    Status.FORECAST: "预计",
    Status.CAPACITY: "达产后预计",
}
STATUSES = {
    Status.PLAN: (Status.PLAN, Status.CAPACITY),
    Status.CAPACITY: (Status.CAPACITY, Status.PLAN, Status.FORECAST),
    Status.FORECAST: (Status.FORECAST, Status.CAPACITY),
}


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
    if len(owners) < 2:  # noqa: PLR2004 - nothing to jump over
        return page
    owner = dice.choice(owners[:-1])
    own = [index for index, element in enumerate(page) if element.owner == owner]
    bodies = [index for index in own if page[index].role is Role.BODY]
    if len(bodies) < 3 or own[-1] - own[0] >= len(own):  # noqa: PLR2004 - too short, or torn already
        return page
    form = dice.choice(("subhead", "jump line", "bare"))
    return _torn(dice, page, own, bodies[len(bodies) // 2], form)


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


def compose(page: Page) -> tuple[str, tuple[GoldArticle, ...], tuple[FurniturePlace, ...]]:
    """Print the page, and say where everything came to lie."""
    text = ""
    placed: list[tuple[int, Element]] = []
    for element in page:
        text += element.gap
        placed.append((len(text), element))
        text += element.text
    owners = dict.fromkeys(element.owner for element in page if element.owner is not None)
    articles = tuple(
        _article(text, index, [(at, e) for at, e in placed if e.owner == owner])
        for index, owner in enumerate(owners, 1)
    )
    furniture = tuple(
        FurniturePlace(start=at, end=at + len(e.text), role=e.role)
        for at, e in placed
        if isinstance(e.role, FurnitureRole)
    )
    return text, articles, furniture


def _article(text: str, index: int, placed: Sequence[tuple[int, Element]]) -> GoldArticle:
    marks = [(at, mark) for at, element in placed for mark in element.marks]
    told = [mark.told for _, mark in marks if mark.told]
    rows = tuple(row for at, mark in marks for row in _rows(text, at, mark))
    return GoldArticle(
        id=f"g{index}",
        headline=" ".join(e.text for _, e in placed if e.role is Role.HEADLINE) or None,
        byline=" ".join(e.text for _, e in placed if e.role is Role.BYLINE) or None,
        blocks=tuple(_block(at, element) for at, element in placed),
        truncated=placed[-1][1].role is Role.BODY and placed[-1][1].text[-1] not in STOPS,
        quantities=tuple(_quantity(text, at, mark) for at, mark in marks),
        rows=rows,
        key_facts=tuple(KeyFact(text=fact) for fact in (*_facts(told),) or (placed[0][1].text,)),
    )


def _block(at: int, element: Element) -> GoldBlock:
    role = Role(element.role)
    return GoldBlock(start=at, end=at + len(element.text), role=role, continues=element.continues)


def _quantity(text: str, at: int, mark: Mark) -> GoldQuantity:
    start, end = at + mark.start, at + mark.end
    figure = mark.told and mark.told.figure
    wide = any("０" <= character <= "９" for character in text[start:end])
    return GoldQuantity(
        start=start,
        end=end,
        text=text[start:end],
        kind=figure.scale.kind if figure else mark.kind,
        value=figure.value if figure else None,
        low=figure.low if figure else None,
        high=figure.high if figure else None,
        unit=figure.scale.unit if figure else None,
        modifier=figure.modifier if figure else None,
        time_period=mark.time_period,
        required=mark.required,
        form="full-width" if wide else figure.form if figure else str(mark.kind),
    )


def _rows(text: str, at: int, mark: Mark) -> Iterator[GoldRow]:
    """Yield the row of a figure, or one row for each end of a range."""
    told = mark.told
    if told is None:
        return
    figure = told.figure
    start = at + mark.start + len(figure.before)
    values = (figure.value,) if figure.low is None else (figure.low, figure.high)
    for value in values:
        yield GoldRow(
            start=start,
            end=start + len(figure.number),
            text=text[start : start + len(figure.number)],
            value=value,
            unit=figure.scale.unit,
            entity=told.entity,
            indicator=told.indicator,
            english=told.english,
            measure=told.measure,
            status=STATUSES.get(told.status, (told.status,)),
            period=told.period,
            period_text=told.period_text,
            modifier=figure.modifier,
            required=told.measure in (Measure.LEVEL, Measure.GROWTH, Measure.SHARE),
            group=None if figure.low is None else f"range {start}",
        )


def _facts(told: Sequence[Told]) -> Iterator[str]:
    """Tell the first figures again, each with its rate where there is one."""
    levels = [fact for fact in told if fact.measure is Measure.LEVEL][:4]
    for fact in levels:
        rates = [r for r in told if r.code == fact.code and r.measure is Measure.GROWTH]
        verb = VERBS.get(fact.status, "")
        said = f"{fact.entity}{fact.period_text or ''}{verb}"
        said += f"{fact.indicator.removeprefix(verb)}{fact.figure.text}"
        if rates:
            falls = (rates[0].figure.value or 0) < 0
            said += f"，同比{'下降' if falls else '增长'}{rates[0].figure.text}"
        yield f"{said}。"
