"""Paragraphs → cues: what speaks for and against each role a line may have.

    its own      how long it is, how it ends, what it looks like alone (`shapes`)
    around it    what the lines above and below look like, blank lines and indents
    of the page  whether it does as its like do elsewhere on the page (`page`)
    of the text  how much the words above and below it have in common, and with the line itself

A cue is a name with a strength, mostly 1. What each is worth for which role is data (`weights`).
What else is known of a line (its type, its place on the sheet) can be told as more cues.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from summarizer.lexicon import pattern
from summarizer.segmentation import imprint
from summarizer.segmentation.bylines import (
    MARKS,
    could_be_name,
    is_column_name,
    is_phrase,
    names_reporter,
)
from summarizer.segmentation.cohesion import acts, calls, echo, first_tag
from summarizer.segmentation.columns import Paragraph
from summarizer.segmentation.lines import ended, sutured, torn
from summarizer.segmentation.page import ABOVE, BELOW, FEW, HEAD, WINDOW, Page
from summarizer.segmentation.shapes import (
    Shape,
    begins_news,
    could_head_row,
    is_amount,
    is_row,
    is_talk,
    number_of,
    opens_article,
    shape_of,
)

Cues = dict[str, float]

LENGTHS = (2, 4, 6, 9, 13, 18, 24, 32, 44, 60, 90, 200)
TEXTS = (60, 150, 400, 900)
CLAUSE = 6
RECENT, LEAD, REACH = 400, 120, 60
TOLD, CAPTION = 0.6, 120
HABIT, SPACED, BLOCKS, MOSTLY = 0.3, 0.97, 0.6, 0.7
MOST, MOST_LINES = 6, 3
ENDS = {
    "。": "full stop", "!": "outcry", "?": "question", ":": "colon", ",": "comma", "、": "comma",
    ";": "semicolon", "”": "quote", "」": "quote", "』": "quote", '"': "quote", ")": "bracket",
    "】": "bracket", "》": "title mark", "…": "dots", "—": "dash",
}  # fmt: skip
SIGNATURE = re.compile(r"[。!?”…][(][^()。,]{2,20}[)]$")
BRACKETED = re.compile(r"[(【\[][^()【】\[\]。]{2,30}[)】\]]")
LEDES = {
    "in brackets": "lines.lede_in_brackets",
    "of a broadcaster": "lines.lede_of_broadcaster",
    "without a place": "lines.lede_without_place",
}
INSIDE = {
    "comma inside": ",", "full stop inside": "。", "list comma inside": "、", "colon inside": ":",
    "dash inside": "—", "slash inside": "/", "space inside": " ",
}  # fmt: skip
OF_ALL: dict[str, Callable[[str], object]] = {
    "a row": lambda text: is_row(text) or is_amount(text),
    "is a lede": opens_article,
}
OF_LINES: dict[str, Callable[[str], object]] = {
    "figures": re.compile(r"[0-9]").search,
    "quotes": re.compile("[“「『]").search,
    "could be a name": could_be_name,
    "names a reporter": names_reporter,
    "could be a column": is_column_name,
    "name of a section": imprint.is_section_name,
    "announces briefs": imprint.announces_briefs,
    "leads up": imprint.leads_up,
    "web furniture": imprint.is_web,
    "names a genre": lambda text: pattern("page.genre").match(text),
    "numbered": number_of,
    "says": lambda text: pattern("lines.says").match(text),
    "question or answer": is_talk,
    "scene": imprint.shows_scene,
    "heads a table": could_head_row,
}
OF_TEXTS: dict[str, Callable[[str], object]] = {
    "begins with the time": begins_news,
    "goes back to what is above": lambda text: pattern("lines.tied").match(text),
}


def cues_of(paragraphs: Sequence[Paragraph]) -> list[Cues]:
    """Return the cues of each paragraph of a page, in page order."""
    page = Page(paragraphs)
    found = []
    recent = ""
    for at, paragraph in enumerate(paragraphs):
        short = len(paragraph.text) <= HEAD
        kind = "line" if short else "text"
        cues = dict.fromkeys(_own(paragraph, page.shapes[at]), 1.0)
        cues.update(dict.fromkeys(_beside(page, at, kind), 1.0))
        cues.update(dict.fromkeys(_set_off(page, at, kind), 1.0))
        cues.update(dict.fromkeys(_open(page, at, kind), 1.0))
        cues.update(_as_line(page, at, recent) if short else _as_text(page, at))
        waiting, _ = _waiting(page, at)
        if waiting and page.shapes[at] is Shape.BODY:
            cues["drawn to what is torn"] = page.drawn(at, waiting)
        found.append(cues)
        if page.shapes[at] is Shape.BODY:
            recent = (recent + paragraph.text)[-RECENT:]
    return found


def _own(paragraph: Paragraph, shape: Shape) -> Iterator[str]:
    """Yield what a paragraph says of itself."""
    text = paragraph.text
    yield "any"
    yield f"length {_bin(len(text), LENGTHS)}"
    yield f"ends in {ENDS.get(text[-1], 'a word')}"
    if shape not in (Shape.BODY, Shape.TITLE):
        yield f"looks {shape.name.lower()}"
    if paragraph.hung:
        yield "hangs on the line above" + (", behind a blank" if paragraph.spaced else "")
    if text[0] in "(【[《“「":
        yield f"begins with {text[0]}"
    if BRACKETED.fullmatch(text):
        yield "all in brackets"
    if pattern("lines.item").match(text):
        yield "begins with a mark" if text[0] in MARKS + "·•" else "begins with a number"
    yield from _worded_alone(text)


def _worded_alone(text: str) -> Iterator[str]:
    """Yield what the words of a paragraph say, whatever stands around it."""
    yield from (_long(cue, text) for cue in imprint.credited(text))
    yield from (name for name, has in OF_ALL.items() if has(text))
    if opens_article(text):
        yield from (f"lede {name}" for name, form in LEDES.items() if pattern(form).match(text))
    if len(text) > HEAD:
        yield from (name for name, has in OF_TEXTS.items() if has(text))
        return
    yield from (name for name, mark in INSIDE.items() if mark in text[:-1])
    yield from (name for name, has in OF_LINES.items() if has(text))


def _long(cue: str, text: str) -> str:
    """Return a credit's cue, told apart where it stands in a text longer than captions are."""
    return f"{cue}, of a long text" if len(text) > imprint.LONGEST_CAPTION else cue


def _bin(size: int, edges: Sequence[int]) -> str:
    place = bisect_left(edges, size)
    return f"to {edges[place]}" if place < len(edges) else f"over {edges[-1]}"


def _beside(page: Page, at: int, kind: str) -> Iterator[str]:
    """Yield what the lines above and below look like."""
    yield f"{kind} above {page.sight(at + 1)}"
    yield f"{kind} below {page.sight(at - 1)}"
    if kind == "line":
        yield f"two above {page.sight(at + 2)}"
        yield f"two below {page.sight(at - 2)}"
    if page.counted[at]:
        yield "counts on"
    if page.marked[at]:
        yield f"items behind a mark, above them {page.marked[at]}"
    if page.briefs[at]:
        yield f"{kind} among briefs"
    yield from (f"{kind} {cue}" for cue in page.alike(at))
    if at and page.pictured > HABIT and page.heads[at - 1]:
        yield f"{kind}: where others have a picture"


def _set_off(page: Page, at: int, kind: str) -> Iterator[str]:
    """Yield how blank lines and indents set a paragraph off, where not all are set alike."""
    paragraph = page.paragraphs[at]
    below = page.paragraphs[at + 1].gap if at + 1 < len(page.paragraphs) else None
    if 0 < page.spaced < SPACED:
        if paragraph.gap:
            yield f"{kind}: blank line above"
        if below:
            yield f"{kind}: blank line below"
        if paragraph.gap and below == 0 and page.spaced < BLOCKS:
            yield f"{kind}: first of a block"
    if page.indented > HABIT:
        yield f"{kind}: {'indented as' if paragraph.indented else 'flush where'} text is"


def _open(page: Page, at: int, kind: str) -> Iterator[str]:
    """Yield whether the sentence above, or one that is torn further up, goes on here."""
    text = page.paragraphs[at].text
    over = page.over[at]
    if over >= 0 and page.shapes[over] in (Shape.BODY, Shape.TITLE):
        above = page.paragraphs[over].text
        if SIGNATURE.search(above[-24:]):
            yield f"{kind}: signature above"
        if not ended(above):
            title = page.shapes[over] is Shape.TITLE
            yield f"{kind}: {'title' if title else 'sentence'} above open"
            if sutured(above, text):
                yield f"{kind}: completes the sentence above"
            if at + 1 < len(page.paragraphs) and not title:
                yield from _interrupting(above, text, page.paragraphs[at + 1].text, kind)
    if page.shapes[at] is Shape.BODY:
        yield f"{kind} begins with {first_tag(text)}"
        yield from _mending(page, at, text)


def _interrupting(above: str, text: str, below: str, kind: str) -> Iterator[str]:
    """Yield whether the open sentence above goes on below a line rather than in it."""
    if sutured(above, below):
        yield f"{kind}: sentence goes on below"
    if kind == "line" and not ended(text):
        yield f"line in an open sentence, below it {first_tag(below)}"


def _mending(page: Page, at: int, text: str) -> Iterator[str]:
    waiting, last = _waiting(page, at)
    if waiting:
        yield "a sentence is torn further up"
        yield f"a sentence is torn further up, begins with {first_tag(text)}"
    if any(sutured(page.paragraphs[place].text, text) for place in waiting):
        here = page.paragraphs[last].text
        goes_on = not ended(here) and sutured(here, text)
        yield "completes one torn further up" + (", or the one above" if goes_on else "")


def _waiting(page: Page, at: int) -> tuple[list[int], int]:
    """Return the torn texts further up that a text might go on in, and the text right above it."""
    order = bisect_left(page.bodies, at)
    last = page.bodies[order - 1] if order else -1
    first, end = bisect_left(page.torn, at - REACH), bisect_left(page.torn, last)
    return page.torn[max(first, end - FEW) : end], last


def _as_line(page: Page, at: int, recent: str) -> Cues:
    """Return what speaks for a short line being a headline, a subhead, a caption."""
    text = page.paragraphs[at].text
    below = page.below[at]
    lead = page.paragraphs[below].text[:LEAD] if below < len(page.paragraphs) else ""
    cues: Cues = {"told below": echo(text, lead), "told above": echo(text, recent)}
    if _told_again(page, at) > TOLD:
        cues["line told again below"] = 1.0
    if page.heads[at]:
        cues["leaves the subject"] = page.shift(at)
        cues |= page.likeness(at)
        cues["longer than others"] = max(-1.5, min(1.5, math.log(len(text) / page.lengths)))
        cues |= dict.fromkeys(_between(page, at), 1.0)
        cues |= dict.fromkeys(_habits(page, at), 1.0)
        cues |= dict.fromkeys(_worded(page, at, lead), 1.0)
    return cues


def _between(page: Page, at: int) -> Iterator[str]:
    """Yield how a line stands between the text above and below it, and among lines like it."""
    if kin := page.kin(at):
        yield f"line before {kin}"
    if since := page.since(at):
        yield f"text above {_bin(since, TEXTS)}"
        above = page.last_head(at)
        if above and abs(len(above) - len(page.paragraphs[at].text)) <= 1:
            yield "as long as the line above"
    count, size = page.until[at]
    if count:
        yield f"text below {_bin(size, TEXTS)}"
        alone = "one paragraph" if count == 1 else "more"
        if len(page.followers) >= FEW and page.single > MOSTLY:
            yield f"{alone} below, others have one"
        elif len(page.followers) >= FEW and page.single < 1 - MOSTLY:
            yield f"{alone} below, others have more"
    place, lines = page.run(at)
    yield f"run of {min(lines, MOST)}"
    if lines > 1:
        yield f"line {min(place, MOST_LINES)} of a run"
        yield f"line {min(lines - place, MOST_LINES)} from the end of a run"


def _worded(page: Page, at: int, lead: str) -> Iterator[str]:
    """Yield what the words of a line say of it, and those the text below begins with."""
    text = page.paragraphs[at].text
    if len(text) >= CLAUSE and shape_of(text) is not Shape.BODY:
        if acts(text):
            yield "acts"
        if calls(text):
            yield "calls"
    if could_be_name(text) and is_phrase(text):
        yield "a phrase"
    if begins_news(lead):
        yield "line above the time"
    if pattern("lines.tied").match(lead):
        yield "line above what goes back"
    near = page.below[at] == at + 1 < len(page.paragraphs)
    if near and page.shapes[at] is Shape.TITLE and sutured(text, lead) and torn(text, lead):
        yield "torn from the text below"


def _habits(page: Page, at: int) -> Iterator[str]:
    """Yield whether what stands below a line stands below many headlines of the page."""
    last = at
    while page.heads[last + 1 : last + 2] == [True] and last - at < FEW:
        last += 1
    follower = page.followers.get(last)
    total = len(page.followers)
    if follower is None or total < FEW:
        return
    usual = max(page.habits.values())
    if page.habits[follower] >= FEW and page.habits[follower] * 4 >= total:
        yield "followed as others are"
    elif usual >= FEW and usual * 3 >= total:
        yield "not followed as others are"


def _as_text(page: Page, at: int) -> Cues:
    """Return what speaks for a paragraph being the first of an article without a headline."""
    if page.shapes[at] is not Shape.BODY:
        return {}
    cues: Cues = {"text leaves the subject": page.shift(at)}
    if kin := page.kin(at):
        cues[f"text of {kin}"] = 1.0
    if column := page.columns[at]:
        briefs = imprint.announces_briefs(column)
        cues["in a column of briefs" if briefs else "below the name of a section"] = 1.0
    order = bisect_left(page.bodies, at)
    above, below = page.bodies[max(0, order - ABOVE) : order], page.bodies[order : order + BELOW]
    if page.style(above).differs(page.style(below)):
        cues["other hand"] = 1.0
    if _told_again(page, at) > TOLD:
        cues["told again below"] = 1.0
    return cues


def _told_again(page: Page, at: int) -> float:
    """Return how much of a short text the next ones say again, as they do of a caption."""
    text = page.paragraphs[at].text
    if len(text) > CAPTION:
        return 0.0
    below = page.paragraphs[at + 1 : at + 4]
    return echo(text[:40], *(each.text[:WINDOW] for each in below)) if below else 0.0
