"""How a house sets its articles: drawn once for a page, so that the page has habits to learn from.

    headline   in one line or parted, with a label or a mark, a kicker above, decks below
    who, when  a byline below the headline, at the end or hung on it, a stamp, a lede
    around     pictures, subheads, questions and answers, notes, what closes an article on the web

Every convention is drawn apart from the others: no paper has to have had them together. An
article keeps to its house mostly, not always.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from eval.fit.composing.sheet import FORMS, Line, Story, filled
from summarizer.document import FurnitureRole, Role

GAPS = (
    ("\n\n", "", ""), ("\n\n", "　　", ""), ("\n", "　　", ""), ("\n", "　　", "\n"),
    ("\n", "", ""), ("\n", "", "\n"), ("\n\n", "", ""),
)  # fmt: skip
STRIPPED = ("央视网消息（新闻联播）：", "本报讯　", "本报讯 ")
FAITHFUL = 0.9
HUNG = "+"
"""What begins a byline that hangs on the line above."""


@dataclass(frozen=True, slots=True)
class House:
    """The conventions of a house; empty forms are not used, shares are of its articles."""

    gap: str
    indent: str
    between: str
    width: int
    heading: str
    parted: bool
    kicker: float
    decks: float
    stamp: str
    head: str
    tail: str
    lede: str
    credits: tuple[str, ...]
    pictured: float
    caption: str
    hung: bool
    subheads: float
    mark: str
    closing: str
    noted: float


def house(rng: Random) -> House:
    """Draw the conventions of a house."""

    def drawn(forms: str, often: float) -> str:
        return rng.choice(FORMS[forms]) if rng.random() < often else ""

    gap, indent, between = rng.choice(GAPS)
    signed = rng.random()
    return House(
        gap=gap,
        indent=indent,
        between=between,
        width=rng.randint(13, 24) if gap == "\n" and rng.random() < 0.4 else 0,
        heading=drawn("headings", 0.15),
        parted=rng.random() < 0.2,
        kicker=rng.choice((0, 0, 0, 0, 0.05, 0.3)),
        decks=rng.choice((0, 0, 0, 0, 0.05, 0.3)),
        stamp=drawn("stamps", 0.1),
        head=drawn("heads", 1.0) if signed < 0.45 else "",
        tail=drawn("tails", 1.0) if signed > 0.75 else "",
        lede=drawn("ledes", 0.5),
        credits=tuple(rng.sample(FORMS["credits"], 2)),
        pictured=rng.choice((0, 0, 0.3, 0.7, 1)),
        caption=rng.choice(("head", "head", "head", "middle", "end", "anywhere")),
        hung=rng.random() < 0.5,
        subheads=rng.choice((0, 0.05, 0.1, 0.3)),
        mark=rng.choice(FORMS["marks"]),
        closing=drawn("closings", 0.12),
        noted=rng.choice((0, 0, 0, 0.1)),
    )


def shortened(story: Story, most: int) -> list[Line]:
    """Return the head of a story and its first paragraphs."""
    found: list[Line] = []
    bodies = 0
    for role, line in story.lines:
        bodies += role is Role.BODY
        if bodies > most:
            break
        found.append((role, line))
    while found[-1][0] is Role.SUBHEAD:
        found.pop()
    return found


def set_in(style: House, lines: Sequence[Line], rng: Random) -> list[Line]:
    """Return a story in the style of a house: its own byline and lede give way."""
    head = [line for line in lines if line[0] in (Role.KICKER, Role.HEADLINE, Role.DECK)]
    text = [line for line in lines if line[0] in (Role.BODY, Role.SUBHEAD)]
    told = "".join(line for role, line in text if role is Role.BODY)
    text = parted(text, style.mark, rng) if rng.random() < style.subheads else text
    if not any(role is Role.SUBHEAD for role, _ in text) and rng.random() < 0.03:
        text = _asked(text, rng)
    faithful = rng.random() < FAITHFUL
    text = _opened(text, filled(style.lede, rng) if faithful else "")
    if head:
        head = _headed(style, head, told, rng, faithful=faithful)
    text = _pictured(style, text, told, rng)
    return [*head, *text, *_closed(style, rng, faithful=faithful)]


def _closed(style: House, rng: Random, *, faithful: bool) -> list[Line]:
    """Return what stands below the text: who wrote it, a note, what closes it on the web."""
    found: list[Line] = []
    if style.tail and faithful:
        tail = filled(style.tail, rng)
        found.append((Role.BYLINE, HUNG + tail if style.hung and tail[0] in "(（" else tail))
    if rng.random() < style.noted:
        found.append((Role.BODY, filled(rng.choice(FORMS["notes"]), rng)))
    if style.closing and faithful:
        found.append((FurnitureRole.NOISE, filled(style.closing, rng)))
    return found


def _headed(
    style: House, head: Sequence[Line], told: str, rng: Random, *, faithful: bool
) -> list[Line]:
    """Return the lines above the text: kicker, headline, decks, stamp, byline."""
    titles = [line for role, line in head if role is Role.HEADLINE]
    found: list[Line] = [line for line in head if line[0] is Role.KICKER]
    if rng.random() < style.kicker:
        kicker = rng.choice(FORMS["kickers"]) if rng.random() < 0.5 else _clause(told, rng)
        found = [(Role.KICKER, filled(kicker, rng))]
    if style.heading and faithful:
        titles[0] = _framed(style.heading, titles[0], rng)
    if style.parted and len(titles) == 1:
        titles = _in_two(titles[0])
    found += [(Role.HEADLINE, title) for title in titles]
    found += [line for line in head if line[0] is Role.DECK]
    if rng.random() < style.decks:
        found += _decks(told, rng)
    if style.stamp and faithful:
        found.append((Role.DATELINE, filled(style.stamp, rng)))
    if style.head and faithful:
        found.append((Role.BYLINE, filled(style.head, rng)))
    return found


def _framed(form: str, title: str, rng: Random) -> str:
    """Return a headline with the label, the mark or the number of its house."""
    kicker = filled(rng.choice(FORMS["kickers"]), rng)
    framed = form.replace("{title}", title).replace("{kicker}", kicker)
    return framed.replace("{n}", str(rng.randint(1, 9)))


def _decks(told: str, rng: Random) -> Iterator[Line]:
    """Yield one line or two below a headline, with words of the text."""
    for _ in range(rng.choice((1, 1, 2))):
        form = rng.choice(FORMS["decks"]).replace("{clause}", _clause(told, rng))
        form = form.replace("{kicker}", rng.choice(FORMS["kickers"]))
        yield Role.DECK, filled(form, rng)


def _in_two(title: str) -> list[str]:
    """Return a headline in the lines that its blank or its mark parts it into."""
    for mark in ("　", " ", "：", "，"):
        first, _, second = title.partition(mark)
        if len(first) > 3 and len(second.strip()) > 3:
            return [first + mark.strip() * (mark == "："), second.strip()]
    return [title]


def clauses(text: str, longest: int = 40) -> list[str]:
    """Return the clauses of a text that are no longer than so many characters."""
    found = text.replace("。", "，").replace("；", "，").replace("：", "，").split("，")
    return [clause for clause in found if 4 <= len(clause) <= longest and "{" not in clause]


def _clause(text: str, rng: Random) -> str:
    found = [clause.strip("“”「」") for clause in clauses(text, 20)]
    return rng.choice(found).replace("{", "").replace("}", "") if found else "从这里出发"


def _opened(text: Sequence[Line], lede: str) -> list[Line]:
    """Return a text whose first paragraph begins with a lede."""
    found = list(text)
    first = next(place for place, (role, _) in enumerate(found) if role is Role.BODY)
    line = found[first][1]
    for opening in STRIPPED:
        line = line.removeprefix(opening)
    found[first] = (Role.BODY, lede + (line or "。"))
    return found


def parted(lines: Sequence[Line], mark: str, rng: Random) -> list[Line]:
    """Return a story with subheads behind a mark, each made of a clause of what stands below it."""
    found = list(lines)
    bodies = [place for place, (role, _) in enumerate(found) if role is Role.BODY][1:]
    if len(bodies) < 2 or any(role is Role.SUBHEAD for role, _ in found):
        return found
    marks = mark.split("|")
    chosen = sorted(rng.sample(bodies, rng.randint(1, min((len(bodies) + 1) // 2, 4))))
    for number, place in reversed(list(enumerate(chosen))):
        source = found[min(place + rng.randint(0, 1), len(found) - 1)][1]
        made = [clause for clause in clauses(source, 15) if rng.random() < 0.8]
        words = rng.choice(made).strip("“”「」") if made else rng.choice(FORMS["subheads"])
        here = marks[min(number, len(marks) - 1)]
        whole = f"【{words}】" if here == "【】" else here + words * (not here.isdigit())
        found.insert(place, (Role.SUBHEAD, whole))
    return found


def _asked(text: Sequence[Line], rng: Random) -> list[Line]:
    """Return a text as answers, with a question above each."""
    name = rng.choice(FORMS["names"])
    asks, answers = rng.choice(
        (("问：", "答："), ("记者：", f"{name}："), ("《{place}日报》：", ""))
    )
    found: list[Line] = []
    for role, line in text:
        if rng.random() < 0.8:
            question = filled(asks, rng) + rng.choice(FORMS["questions"])
            found += [(Role.BODY, question), (role, answers + line)]
        else:
            found.append((role, line))
    return found


def _pictured(style: House, text: Sequence[Line], told: str, rng: Random) -> list[Line]:
    """Return a text with the captions of its pictures, where the house sets them."""
    found = list(text)
    if rng.random() > style.pictured:
        return found
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        place = {
            "head": 0,
            "middle": min(1, len(found)),
            "end": len(found),
            "anywhere": rng.randint(0, len(found)),
        }[style.caption]
        line = caption(told, rng.choice(style.credits), rng)
        found.insert(place, (FurnitureRole.CAPTION, line))
    return found


def caption(text: str, credit: str, rng: Random) -> str:
    """Return what a picture shows: some of the text's words again, and who took it."""
    if rng.random() < 0.05:
        return filled(rng.choice(FORMS["alone"]), rng)
    found = clauses(text)
    told = "，".join(rng.sample(found, min(len(found), rng.randint(1, 2)))) or "现场"
    if rng.random() < 0.2:
        told = "，".join(found[: rng.randint(2, 5)]) or told
    if rng.random() < 0.3:
        told = filled(rng.choice(FORMS["showing"]), rng).replace("…", told)
    if (not credit or credit[0] not in "（。， 【") and rng.random() < 0.8:
        told += "。"
    return told + filled(credit, rng)
