"""Stories → pages: more pages to learn from than there are, with what happens to real ones.

    stories of one outlet ─ a house (house) ─► headlines, bylines, captions, ledes, blank lines
                          ─ what exports do ─► jumps, captions in mid-sentence, split paragraphs,
                                               page numbers between, lines as wide as the column

A page keeps one style, since that is what the cues of a page's habits are learned from. Names of
photographers and reporters are invented; the stories are those of the pages we may look at.
"""

from collections.abc import Iterator, Sequence
from random import Random

from eval.fit.composing.house import (
    HUNG,
    House,
    caption,
    house,
    parted,
    set_in,
    shortened,
)
from eval.fit.composing.rarities import rarity
from eval.fit.composing.sheet import FORMS, Line, Sheet, Story, filled
from eval.gold import GoldArticle, Question, Sample
from summarizer.document import FurnitureRole, Role

__all__ = ["JUMPS", "Line", "Sheet", "Story", "filled", "pages"]

JUMPS = (
    ("（下转第{n}版）", "（上接第{m}版）"),
    ("（下转本版）", "（上接本版）"),
    ("下转A{n}", "上接A{m}"),
    ("▶下转{n}版", "◀上接{m}版"),
    ("（转第{n}版）", "（接第{m}版）"),
    ("文转{n}版", "文接{m}版"),
)
SIZES = (1, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
PARAGRAPHS = (1, 2, 3, 3, 4, 5, 6, 8, 12)
FEW = 5
Run = tuple[int, list[Line]]


def pages(stories: Sequence[Story], count: int, seed: int) -> Iterator[Sample]:
    """Compose pages out of stories of one outlet each. The same seed gives the same pages."""
    rng = Random(seed)
    pools: dict[str, list[Story]] = {}
    for story in stories:
        pools.setdefault(story.outlet, []).append(story)
    names = sorted(name for name, pool in pools.items() if len(pool) > 3)
    for number in range(count):
        outlet = names[number % len(names)]
        yield _page(f"composed-{seed}-{number}", outlet, pools[outlet], rng)


def _page(id_: str, outlet: str, pool: Sequence[Story], rng: Random) -> Sample:
    style = house(rng)
    stories = _chosen(style, pool, rng)
    sheet = Sheet()
    if banner := rng.choice(FORMS["banners"]):
        sheet.set_aside(filled(banner, rng), FurnitureRole.BANNER, style.gap)
    for run in _order(stories, style, rng):
        _print(sheet, run, style, rng)
    if rng.random() < 0.3:
        sheet.cut(len(stories) - 1)
    return _sample(id_, outlet, sheet, stories)


def _chosen(style: House, pool: Sequence[Story], rng: Random) -> list[list[Line]]:
    """Return the articles of a page, its briefs among them, in the order in which they begin."""
    if rng.random() < 0.25:
        short = [story for story in pool if story.titled and story.longest_title <= 14]
        pool = short if len(short) > FEW else pool
    chosen = rng.sample(pool, min(len(pool), rng.choice(SIZES)))
    brief = rng.random() < 0.25
    restyled = rng.random() < 0.75
    stories: list[list[Line]] = []
    for story in chosen:
        lines = shortened(story, rng.choice((1, 1, 2) if brief else PARAGRAPHS))
        stories.append(set_in(style, lines, rng) if restyled else lines)
    if len(stories) > 3 and rng.random() < 0.25:
        stories[-3:] = _briefs(style, stories[-3:], rng)
    if rng.random() < 0.15:
        stories.insert(rng.randint(0, len(stories)), rarity(rng))
    labels = rng.choice((0, 0, 0, 0, 0.1, 0.3))
    form = rng.choice(("{}", "{}", "{}", "【{}】", "■{}", "—— {} ——", "◎ {}"))
    for lines in stories:
        if rng.random() < labels:
            label = form.format(rng.choice(FORMS["labels"]).strip("■◎【】— "))
            lines.insert(0, (FurnitureRole.BANNER, label))
    return stories


def _briefs(style: House, stories: Sequence[list[Line]], rng: Random) -> list[list[Line]]:
    """Return stories as briefs of a paragraph, below a label or behind ledes and marks."""
    form = "" if style.lede and rng.random() < 0.7 else rng.choice(FORMS["items"])
    found: list[list[Line]] = []
    for lines in stories:
        titles = [line for role, line in lines if role is Role.HEADLINE]
        text = next(line for role, line in lines if role is Role.BODY)
        title = form.replace("{title}", titles[0]) if titles else ""
        mark = "" if "{title}" in title else filled(title, rng)
        found.append([(Role.BODY, (title if "{title}" in form else mark) + text)])
    if not style.lede or form or rng.random() < 0.5:
        found[0].insert(0, (FurnitureRole.BANNER, rng.choice(FORMS["columns"])))
    return found


def _order(stories: Sequence[list[Line]], style: House, rng: Random) -> list[Run]:
    """Return the runs of the page: some stories stop, and go on behind another one."""
    runs: list[Run] = []
    waiting: Run | None = None
    for number, lines in enumerate(stories):
        head, rest = lines, list[Line]()
        if waiting is None and number + 1 < len(stories) and len(lines) > 4 and rng.random() < 0.12:
            lines = parted(lines, style.mark, rng) if rng.random() < 0.4 else lines  # noqa: PLW2901
            head, rest = _torn(lines, rng)
        runs.append((number, head))
        if waiting is not None and rng.random() < 0.75:
            runs.append(waiting)
            waiting = None
        if rest:
            waiting = (number, rest)
    return [*runs, waiting] if waiting else runs


def _torn(lines: list[Line], rng: Random) -> tuple[list[Line], list[Line]]:
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


def _print(sheet: Sheet, run: Run, style: House, rng: Random) -> None:
    number, lines = run
    before = style.between + style.gap
    for role, line in lines:
        if isinstance(role, FurnitureRole):
            wrapped = style.width if role is FurnitureRole.CAPTION else 0
            sheet.set_aside(line.strip(), role, before, wrapped)
        elif role is Role.BODY:
            _print_body(sheet, number, line, before, style, rng)
        elif line.startswith(HUNG):
            sheet.set_line(line.removeprefix(HUNG), number, role, rng.choice(("", "", "　")), 0)
        else:
            indent = style.indent if role is Role.SUBHEAD else ""
            sheet.set_line(line, number, role, before + indent, 0)
        before = style.gap
        if rng.random() < 0.015:
            sheet.set_aside(filled(rng.choice(FORMS["imprints"]), rng), FurnitureRole.NOISE, before)


def _print_body(
    sheet: Sheet, number: int, line: str, before: str, style: House, rng: Random
) -> None:
    """Print a paragraph; one in fifty is split, some of them by a caption."""
    if len(line) < 40 or rng.random() > 0.02:
        sheet.set_line(line, number, Role.BODY, before + style.indent, style.width)
        return
    cut = rng.randint(10, len(line) - 10)
    sheet.set_line(line[:cut], number, Role.BODY, before + style.indent, style.width)
    if rng.random() < 0.5:
        shown = caption(line, rng.choice(FORMS["credits"]), rng)
        sheet.set_aside(shown, FurnitureRole.CAPTION, "\n\n")
    sheet.set_line(line[cut:], number, Role.BODY, "\n\n", style.width)


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
