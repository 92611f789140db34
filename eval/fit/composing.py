"""Stories → pages: more pages to learn from than there are, with what happens to real ones.

    stories of one outlet ─ a house style ─► headlines, bylines, captions, ledes, blank lines
                          ─ what exports do ─► jumps, captions in mid-sentence, split paragraphs,
                                              page numbers between, lines as wide as the column

A page keeps one style, since that is what the cues of a page's habits are learned from. Names of
photographers and reporters are invented; the stories are those of the pages we may look at.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.gold import GoldArticle, GoldBlock, Question, Sample
from summarizer.document import FurnitureRole, Role
from summarizer.report import FurniturePlace

TITLES = (Role.KICKER, Role.HEADLINE, Role.DECK, Role.SUBHEAD)
FORMS: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("styles.json").read_text(encoding="utf-8")
)
"""What bylines, ledes, captions … look like in one house or another."""
STRIPPED = ("央视网消息（新闻联播）：", "本报讯　", "本报讯 ")
JUMPS = (
    ("（下转第{n}版）", "（上接第{m}版）"),
    ("（下转本版）", "（上接本版）"),
    ("下转A{n}", "上接A{m}"),
    ("▶下转{n}版", "◀上接{m}版"),
)
SIZES = (1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
CLOSING = "，。、；：！？”」』）】》"


Line = tuple[Role | FurnitureRole, str]
Run = tuple[int, list[Line]]


@dataclass(frozen=True, slots=True)
class Story:
    """An article to be set: its lines with their roles, in reading order."""

    outlet: str
    lines: tuple[tuple[Role, str], ...]

    @property
    def titled(self) -> bool:
        """Whether it has a headline."""
        return any(role is Role.HEADLINE for role, _ in self.lines)


@dataclass(frozen=True, slots=True)
class Style:
    """How a house sets its pages; empty forms are not used."""

    gap: str
    indent: str
    head: str
    tail: str
    lede: str
    credit: str | None
    caption: str
    width: int
    between: str


@dataclass(slots=True)
class Sheet:
    """A page as it grows: its text, the blocks of each story and the furniture."""

    text: str = ""
    blocks: dict[int, list[GoldBlock]] = field(default_factory=dict)
    furniture: list[FurniturePlace] = field(default_factory=list)

    def set_line(self, line: str, story: int, role: Role, before: str, width: int) -> None:
        """Print a line of a story."""
        start, end = self._print(line, before, width)
        self.blocks.setdefault(story, []).append(GoldBlock(start=start, end=end, role=role))

    def set_aside(self, line: str, role: FurnitureRole, before: str, width: int = 0) -> None:
        """Print a line that belongs to no story."""
        start, end = self._print(line, before, width)
        self.furniture.append(FurniturePlace(start=start, end=end, role=role))

    def _print(self, line: str, before: str, width: int) -> tuple[int, int]:
        self.text += before if self.text else before.lstrip("\n")
        start = len(self.text)
        if width:
            line = "\n".join(_wrapped(line, width, width - 2 * before.endswith("　")))
        self.text += line
        return start, len(self.text)


def _wrapped(line: str, width: int, first: int) -> Iterator[str]:
    """Yield the printed lines of a paragraph, as wide as so many Chinese characters.

    No line begins with a mark that ends a clause.
    """
    held, room = "", 2 * first
    for character in line:
        room -= 1 + (not character.isascii())
        if room < 0 and character not in CLOSING:
            yield held
            held, room = "", 2 * width - 1 - (not character.isascii())
        held += character
    yield held


def pages(stories: Sequence[Story], count: int, seed: int) -> Iterator[Sample]:
    """Compose pages out of stories of one outlet each. The same seed gives the same pages."""
    rng = random.Random(seed)
    pools: dict[str, list[Story]] = {}
    for story in stories:
        pools.setdefault(story.outlet, []).append(story)
    names = sorted(name for name, pool in pools.items() if len(pool) > 3)
    for number in range(count):
        outlet = names[number % len(names)]
        yield _page(f"composed-{seed}-{number}", outlet, pools[outlet], rng)


def _style(rng: random.Random) -> Style:
    gap, indent, between = rng.choice(
        (("\n\n", "", ""), ("\n\n", "　　", ""), ("\n", "　　", ""), ("\n", "　　", "\n"),
         ("\n", "", ""), ("\n", "", "\n"), ("\n\n", "", ""))
    )  # fmt: skip
    signed = rng.random()
    width = rng.randint(13, 24) if gap == "\n" and rng.random() < 0.4 else 0
    return Style(
        gap=gap,
        indent=indent,
        head=rng.choice(FORMS["heads"]) if signed < 0.35 else "",
        tail=rng.choice(FORMS["tails"]) if signed > 0.75 else "",
        lede=rng.choice(FORMS["ledes"]),
        credit=rng.choice(FORMS["credits"]) if rng.random() < 0.5 else None,
        caption=rng.choice(("head", "head", "middle", "end")),
        width=width,
        between=between,
    )


def filled(form: str, rng: random.Random) -> str:
    """Return a form with invented names, places and page numbers in it."""
    name, other = rng.sample(FORMS["names"], 2)
    page = rng.randint(2, 9)
    return form.format(name=name, other=other, place=rng.choice(FORMS["places"]), n=page, m=1)


def _page(id_: str, outlet: str, pool: Sequence[Story], rng: random.Random) -> Sample:
    style = _style(rng)
    if rng.random() < 0.25:
        brief = [story for story in pool if story.titled and _title(story) <= 14]
        pool = brief if len(brief) > 5 else pool
    chosen = rng.sample(pool, min(len(pool), rng.choice(SIZES)))
    restyled = rng.random() < 0.7
    stories = [_set(story, style, rng) if restyled else _short(story, rng) for story in chosen]
    if style.lede in FORMS["brief"] and restyled and rng.random() < 0.7:
        stories[-3:] = [[line for line in lines if line[0] not in TITLES] for lines in stories[-3:]]
    elif len(stories) > 3 and rng.random() < 0.15:
        stories[-3:] = [
            [line for line in lines if line[0] is Role.BODY][:1] for lines in stories[-3:]
        ]
        stories[-3].insert(0, (FurnitureRole.BANNER, rng.choice(FORMS["columns"])))
    if rng.random() < 0.25:
        stories = [_shortened(lines, rng) for lines in stories]
    for _ in range(rng.choice((0, 0, 0, 1))):
        stories.insert(rng.randint(0, len(stories)), _rare(rng))
    if rng.random() < 0.2:
        stories[rng.randrange(len(stories))].insert(
            0, (FurnitureRole.BANNER, rng.choice(FORMS["labels"]))
        )
    sheet = Sheet()
    if banner := rng.choice(FORMS["banners"]):
        sheet.set_aside(filled(banner, rng), FurnitureRole.BANNER, style.gap)
    for run in _order(stories, rng):
        _print(sheet, run, style, rng)
    if rng.random() < 0.3:
        _cut(sheet, len(stories) - 1)
    return _sample(id_, outlet, sheet, stories)


def _title(story: Story) -> int:
    return max(len(line) for role, line in story.lines if role is Role.HEADLINE)


def _short(story: Story, rng: random.Random) -> list[Line]:
    """Return the head of a story and its first paragraphs."""
    most = rng.choice((1, 2, 3, 3, 4, 5, 6, 8, 12))
    found: list[Line] = []
    bodies = 0
    for role, line in story.lines:
        bodies += role is Role.BODY
        if bodies > most:
            break
        found.append((role, line))
    while found[-1][0] is Role.SUBHEAD:
        found.pop()
    plain = all(role is not Role.SUBHEAD for role, _ in found)
    return _parted(found, rng) if plain and bodies > 4 and rng.random() < 0.15 else found


def _parted(lines: list[Line], rng: random.Random) -> list[Line]:
    """Return a story with subheads, each made of a clause of what stands below it."""
    marks = rng.choice(FORMS["marks"]).split("|")
    places = [place for place, (role, _) in enumerate(lines) if role is Role.BODY][1:]
    chosen = sorted(rng.sample(places, min(len(places), rng.randint(1, 3))))
    found = list(lines)
    for number, place in reversed(list(enumerate(chosen))):
        source = lines[min(place + rng.randint(0, 1), len(lines) - 1)][1]
        clauses = [c for c in source.replace("。", "，").split("，") if 4 <= len(c) <= 15]
        if clauses:
            mark = marks[min(number, len(marks) - 1)]
            made = (
                rng.choice(clauses).strip("“”「」")
                if rng.random() < 0.7
                else rng.choice(FORMS["subheads"])
            )
            words = "" if mark.isdigit() else made
            found.insert(place, (Role.SUBHEAD, mark + words))
    return found


def _set(story: Story, style: Style, rng: random.Random) -> list[Line]:
    """Return a story in the style of the house: its own byline and lede give way."""
    lines = [line for line in _short(story, rng) if line[0] is not Role.BYLINE]
    at = next(place for place, (role, _) in enumerate(lines) if role in (Role.BODY, Role.SUBHEAD))
    first = next(place for place, (role, _) in enumerate(lines) if role is Role.BODY)
    lede = lines[first][1]
    for opening in STRIPPED:
        lede = lede.removeprefix(opening)
    faithful = rng.random() < 0.9
    lines[first] = (Role.BODY, (filled(style.lede, rng) if faithful else "") + (lede or "。"))
    if style.tail and faithful:
        lines.append((Role.BYLINE, filled(style.tail, rng)))
    if style.credit is not None and rng.random() < 0.7:
        last = len(lines) - (1 if style.tail and faithful else 0)
        place = {"head": at, "middle": min(first + 1, last), "end": last}[style.caption]
        lines.insert(place, (FurnitureRole.CAPTION, _caption(lede, style.credit, rng)))
    if style.head and story.titled and faithful:
        lines.insert(at, (Role.BYLINE, filled(style.head, rng)))
    return lines


def _shortened(lines: list[Line], rng: random.Random) -> list[Line]:
    """Return a story of one paragraph, or of two: some pages have nothing else."""
    bodies = [place for place, (role, _) in enumerate(lines) if role is Role.BODY]
    dropped = set(bodies[rng.choice((1, 1, 2)) :])
    dropped |= {place for place, (role, _) in enumerate(lines) if role is Role.SUBHEAD}
    return [line for place, line in enumerate(lines) if place not in dropped]


def _caption(text: str, credit: str, rng: random.Random) -> str:
    """Return what a picture shows: some of the text's words again, and who took it."""
    clauses = [clause for clause in text.replace("。", "，").split("，") if 4 < len(clause) < 40]
    told = "，".join(rng.sample(clauses, min(len(clauses), rng.randint(1, 2)))) or "现场"
    if rng.random() < 0.3:
        told = filled(rng.choice(FORMS["showing"]), rng).replace("…", told)
    if credit and credit[0] not in "（。 " and rng.random() < 0.8:
        told += "。"
    return told + filled(credit, rng)


def _order(stories: Sequence[list[Line]], rng: random.Random) -> list[Run]:
    """Return the runs of the page: some stories stop, and go on behind another one."""
    runs: list[Run] = []
    waiting: Run | None = None
    for number, lines in enumerate(stories):
        head, rest = lines, list[Line]()
        if waiting is None and number + 1 < len(stories) and len(lines) > 4 and rng.random() < 0.12:
            whole = all(role is not Role.SUBHEAD for role, _ in lines)
            head, rest = _torn(_parted(lines, rng) if whole and rng.random() < 0.4 else lines, rng)
        runs.append((number, head))
        if waiting is not None and rng.random() < 0.75:
            runs.append(waiting)
            waiting = None
        if rest:
            waiting = (number, rest)
    return [*runs, waiting] if waiting else runs


def _torn(lines: list[Line], rng: random.Random) -> tuple[list[Line], list[Line]]:
    """Tear a story in two, with or without jump lines, at a paragraph or in a sentence."""
    places = [place for place, (role, _) in enumerate(lines) if role in (Role.BODY, Role.SUBHEAD)][
        1:
    ]
    if not places:
        return lines, []
    subheads = [place for place in places if lines[place][0] is Role.SUBHEAD]
    at = rng.choice(subheads if subheads and rng.random() < 0.5 else places)
    head, rest = lines[:at], lines[at:]
    if rest[0][0] is Role.BODY and rng.random() < 0.5 and len(rest[0][1]) > 20:
        cut = rng.randint(6, len(rest[0][1]) - 6)
        head, rest = (
            [*head, (Role.BODY, rest[0][1][:cut])],
            [(Role.BODY, rest[0][1][cut:]), *rest[1:]],
        )
    if rng.random() < 0.5:
        to, fro = rng.choice(JUMPS)
        head = [*head, (FurnitureRole.JUMP_LINE, filled(to, rng))]
        rest = [(FurnitureRole.JUMP_LINE, filled(fro, rng)), *rest]
    return head, rest


def _print(sheet: Sheet, run: Run, style: Style, rng: random.Random) -> None:
    number, lines = run
    before = style.between + style.gap
    for role, line in lines:
        if isinstance(role, FurnitureRole):
            line = line.strip()  # noqa: PLW2901
            wrapped = style.width if role is FurnitureRole.CAPTION else 0
            sheet.set_aside(line, role, before, wrapped)
        elif role is Role.BODY:
            _print_body(sheet, number, line, before, style, rng)
        else:
            sheet.set_line(line, number, role, before, 0)
        before = style.gap
        if rng.random() < 0.015:
            sheet.set_aside(filled(rng.choice(FORMS["imprints"]), rng), FurnitureRole.NOISE, before)


def _print_body(
    sheet: Sheet, number: int, line: str, before: str, style: Style, rng: random.Random
) -> None:
    """Print a paragraph; one in thirty is split, some of them by a caption."""
    if len(line) < 40 or rng.random() > 0.02:
        sheet.set_line(line, number, Role.BODY, before + style.indent, style.width)
        return
    cut = rng.randint(10, len(line) - 10)
    sheet.set_line(line[:cut], number, Role.BODY, before + style.indent, style.width)
    if rng.random() < 0.5:
        credit = rng.choice(FORMS["credits"])
        sheet.set_aside(_caption(line, credit, rng), FurnitureRole.CAPTION, "\n\n")
    sheet.set_line(line[cut:], number, Role.BODY, "\n\n", style.width)


def _rare(rng: random.Random) -> list[Line]:
    """Return a piece that few pages have: a poem, a notice, a table, a picture with a headline."""
    kind = rng.choice(("poem", "notice", "table", "picture", "comment"))
    name, place = rng.choice(FORMS["names"]), rng.choice(FORMS["places"])
    if kind == "poem":
        lines = [
            (Role.BODY, line)
            for line in rng.sample(FORMS["verses"], rng.randint(4, len(FORMS["verses"])))
        ]
        return [
            (Role.HEADLINE, rng.choice(("秋天", "渡口", "夜行船", "父亲的田"))),
            (Role.BYLINE, name),
            *lines,
        ]
    if kind == "notice":
        said = (
            f"因检修管网，{place}城区将于5月6日8时至20时停水，请各用户提前储水，不便之处敬请谅解。"
        )
        title = rng.choice(("公　告", "停水通知", "启　事", f"关于{place}城区停水的通告"))
        issuer = rng.choice((f"{place}自来水公司", f"{place}市水务局", f"{place}供水有限公司"))
        return [
            (Role.HEADLINE, title),
            (Role.BODY, said),
            (Role.BYLINE, issuer),
            (Role.DATELINE, "2021年5月4日"),
        ]
    if kind == "table":
        rows = [
            f"{each} {rng.randint(1, 99)}.{rng.randint(0, 9)} {rng.randint(1, 99)}.5"
            for each in ("食品", "衣着", "居住", "交通")
        ]
        said = f"统计部门公布，上月{place}居民消费价格同比上涨1.8%，分类情况如下。"
        return [
            (Role.HEADLINE, f"{place}上月物价温和上涨"),
            *((Role.BODY, line) for line in (said, "类别 全市 城区", *rows)),
        ]
    if kind == "picture":
        shown = f"5月3日，农民在{place}收割小麦，今年当地小麦喜获丰收。 本报记者 {name} 摄"
        return [(Role.HEADLINE, f"{place}小麦迎来丰收"), (Role.BODY, shown)]
    title = rng.choice(
        ("短评：小事不小", "记者手记：路通之后", "编后：善意要有着落", "名词解释：碳账户")
    )
    return [
        (Role.HEADLINE, title),
        (
            Role.BODY,
            "把小事办好，才谈得上办大事。群众记在心里的，往往就是门前那一段路、窗口那一张笑脸。",
        ),
    ]


def _cut(sheet: Sheet, last: int) -> None:
    """Cut the page off in its last paragraph."""
    block = max(sheet.blocks[last], key=lambda block: block.end)
    if block.role is Role.BODY and block.end == len(sheet.text) and block.end - block.start > 30:
        end = block.start + (block.end - block.start) * 2 // 3
        sheet.blocks[last][-1] = replace_end(block, end)
        sheet.text = sheet.text[:end]


def replace_end(block: GoldBlock, end: int) -> GoldBlock:
    """Return a block that ends elsewhere."""
    return block.model_copy(update={"end": end})


def _sample(id_: str, outlet: str, sheet: Sheet, stories: Sequence[list[Line]]) -> Sample:
    return Sample(
        id=id_,
        text=sheet.text,
        articles=tuple(
            GoldArticle(
                id=str(number),
                headline=" ".join(line for role, line in lines if role is Role.HEADLINE) or None,
                byline=" ".join(line for role, line in lines if role is Role.BYLINE) or None,
                blocks=tuple(sheet.blocks[number]),
            )
            for number, lines in enumerate(stories)
        ),
        furniture=tuple(sheet.furniture),
        asks=(Question.SEGMENTATION,),
        tags=("composed", outlet),
    )
