"""What there is to learn from: pages with the gold role of each line, and stories to set anew.

    real-pages, shared-pages, samples, invented, synthetic-dev ─► Source(sample, outlet)
    each, made harder (hardening) ─► more sources
    their articles, and the news of `../shared/corpus` ─► Story ─ composing ─► more sources

An outlet is the name of who printed a page, so that one can be left out; ours is `own`. News of
the days whose pages are sealed are left out of the corpus.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from eval.dataset import load
from eval.fit.chain import LabelledPage
from eval.fit.composing import Story, pages
from eval.fit.hardening import hardened
from eval.fit.lessons import lessons
from eval.gold import GoldArticle, Question, Sample
from eval.shared import find_shared
from summarizer.document import FurnitureRole, Role
from summarizer.segmentation.columns import Paragraph, paragraphs
from summarizer.segmentation.cues import cues_of
from summarizer.segmentation.weights import Part

REAL, SEALED = "real-pages", "real-pages-check"
OURS = "own"
OWN = ("shared-pages", "samples", "invented", "invented-2", "synthetic-dev")
NEWSCAST = "新闻联播"
NEWS = {
    "DuckBurnIncense/xin-wen-lian-bo": NEWSCAST,
    "hkarchivist/hkcnews-article-archive": "眾新聞",
}
PORTAL = "portal"
LONGEST_TITLE, LONGEST_SUBHEAD, SHORTEST_LINE = 50, 30, 12
HEADING, TABLE = "#", "|"
MARKUP = re.compile(r"\{\{.*?\}\}|^【撰文[^】]*】$|^\*[^*]*\*$", re.MULTILINE)
LISTED = "快讯"
LEDE = 12
COMPOSED_WEIGHT, HARDENED_WEIGHT = 0.15, 0.3
HARDENED, HARDENED_OF_OURS = 4, 1
"""How many harder pages are made of one."""
LESSON_WEIGHT = 1.5
ARRIVING = re.compile("接")
FURNITURE = {
    FurnitureRole.BANNER: Part.BANNER,
    FurnitureRole.CAPTION: Part.CAPTION,
    FurnitureRole.JUMP_LINE: Part.JUMP_TO,
    FurnitureRole.NOISE: Part.NOISE,
}


@dataclass(frozen=True, slots=True)
class Source:
    """A page to learn from: who printed it, what it counts, whether somebody reads it as it is."""

    sample: Sample
    outlet: str
    weight: float = 1.0
    composed: bool = False


def sources(composed: int, seed: int) -> list[Source]:
    """Return the pages that are present, and as many composed ones as asked for."""
    found = [Source(sample, sample.tags[0]) for sample in _samples(REAL)]
    found += [Source(sample, OURS) for name in OWN for sample in _samples(name)]
    found += [Source(sample, OURS, LESSON_WEIGHT) for sample in lessons()]
    stories = [story for source in found for story in _stories(source)]
    harder = [made for source in found for made in _harder(source, seed)]
    for sample in pages([*stories, *_news()], composed, seed):
        found.append(Source(sample, sample.tags[1], COMPOSED_WEIGHT, composed=True))
    return [*found, *harder]


def _harder(source: Source, seed: int) -> Iterator[Source]:
    """Yield a page made harder in several ways; lessons and hard pages stay as they are."""
    if "hard" in source.sample.tags or source.weight != 1:
        return
    for number in range(HARDENED_OF_OURS if source.outlet == OURS else HARDENED):
        dice = Random(f"{source.sample.id}/{seed}/{number}")  # noqa: S311 - the same tomorrow
        sample = hardened(source.sample, dice)
        yield Source(sample, source.outlet, HARDENED_WEIGHT, composed=True)


def _samples(name: str) -> Iterator[Sample]:
    for dataset in load((name,)):
        yield from dataset.asking(Question.SEGMENTATION)


def _stories(source: Source) -> Iterator[Story]:
    if "hard" in source.sample.tags:
        return
    for article in source.sample.articles:
        lines = tuple(_lines(source.sample.text, article))
        if lines[0][0] is not Role.BYLINE and any(role is Role.BODY for role, _ in lines):
            yield Story(source.outlet, lines)


def _lines(text: str, article: GoldArticle) -> Iterator[tuple[Role, str]]:
    """Yield the lines of an article; a dateline that begins a paragraph is part of it."""
    lede = ""
    for block in sorted(article.blocks, key=lambda block: block.start):
        line = "".join(text[block.start : block.end].split("\n"))
        if block.role is Role.DATELINE and len(line) < LEDE and not line.endswith("日"):
            lede = f"{line}　"
            continue
        yield block.role, lede + line
        lede = ""


def _news() -> Iterator[Story]:
    """Yield the news of the corpus that are paragraphs, subheads and nothing else."""
    folder = find_shared()
    if folder is None:
        return
    sealed = {str(sample.date) for sample in _samples(SEALED)}
    for line in (folder / "corpus" / "news.jsonl").read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        title = (entry["title"] or "").strip()
        plain = 0 < len(title) <= LONGEST_TITLE and TABLE not in entry["text"]
        if entry["date"] in sealed or not plain:
            continue
        lines = [each.strip() for each in MARKUP.sub("", entry["text"]).split("\n")]
        lines = [each for each in lines if each]
        if LISTED in title:
            yield from _listed(lines)
            continue
        told = list(_told(lines))
        if len(told) == len(lines) and any(role is Role.BODY for role, _ in told):
            yield Story(NEWS.get(entry["repo"], PORTAL), ((Role.HEADLINE, title), *told))


def _told(lines: Sequence[str]) -> Iterator[tuple[Role, str]]:
    """Yield the lines of a story with their roles, those left out that may be anything.

    A line without a full stop between two paragraphs is a subhead.
    """
    above = Role.HEADLINE
    for place, line in enumerate(lines):
        below = lines[place + 1] if place + 1 < len(lines) else ""
        if line[0] == HEADING or (not _ends(line) and len(line) <= LONGEST_SUBHEAD):
            if above is not Role.BODY or not below or not _ends(below):
                continue
            above = Role.SUBHEAD
        elif len(line) < SHORTEST_LINE:
            continue
        else:
            above = Role.BODY
        yield above, line.lstrip(HEADING + " ")


def _listed(lines: Sequence[str]) -> Iterator[Story]:
    """Yield the items of a list of briefs: a headline and a paragraph each."""
    for head, text in pairwise(lines):
        if not _is_sentence(head) and len(head) <= LONGEST_TITLE and _is_sentence(text):
            yield Story(f"{NEWSCAST}, briefs", ((Role.HEADLINE, head), (Role.BODY, text)))


def _is_sentence(line: str) -> bool:
    return line[-1] in "。！？：…"


def _ends(line: str) -> bool:
    return line[-1] in "。！？：…”」；.!?:;）)"


def labelled(source: Source) -> LabelledPage:
    """Return the lines of a page as they are learned from."""
    lines = paragraphs(source.sample.text)
    return LabelledPage(
        tuple(len(line.text) for line in lines),
        tuple(cues_of(lines)),
        tuple(gold_roles(source.sample, lines)),
        source.weight,
    )


Owner = tuple[int, Role | FurnitureRole]


def owners(sample: Sample) -> dict[int, Owner]:
    """Return the article (-1: none) and the role of each character that has one."""
    found: dict[int, Owner] = {}
    for piece in sample.furniture:
        found |= dict.fromkeys(range(piece.start, piece.end), (-1, piece.role))
    for number, article in enumerate(sample.articles):
        for block in article.blocks:
            found |= dict.fromkeys(range(block.start, block.end), (number, block.role))
    return found


def owner(sample: Sample, known: dict[int, Owner], line: Paragraph) -> Owner | None:
    """Return the article and role that most characters of a line have."""
    counts = Counter(
        known[place]
        for place in range(line.span.start, line.span.end)
        if place in known and not sample.text[place].isspace()
    )
    return counts.most_common(1)[0][0] if counts else None


def gold_roles(sample: Sample, lines: Sequence[Paragraph]) -> Iterator[Part]:
    """Yield the role of each line: the first of an article begins it, a later one may resume it."""
    known = owners(sample)
    begun: set[int] = set()
    told: set[int] = set()
    parted: set[int] = set()
    last = -1
    for line in lines:
        number, role = owner(sample, known, line) or (-1, FurnitureRole.NOISE)
        if isinstance(role, FurnitureRole):
            arriving = role is FurnitureRole.JUMP_LINE and ARRIVING.search(line.text)
            yield Part.JUMP_FROM if arriving else FURNITURE[role]
            continue
        if role is Role.SUBHEAD and number in begun and last != number:
            yield Part.BACK
        else:
            yield _titled(role, number in begun, number in told) or _written(
                number in begun, last != number, number in parted
            )
        begun.add(number)
        last = number
        if role in (Role.BODY, Role.SUBHEAD):
            told.add(number)
        if role is Role.SUBHEAD:
            parted.add(number)


def _titled(role: Role, begun: bool, told: bool) -> Part | None:
    """Return what a line is that is no text of its article; None where it is."""
    return {
        Role.KICKER: Part.MORE if begun else Part.KICKER,
        Role.HEADLINE: Part.MORE if begun else Part.HEADLINE,
        Role.DECK: Part.DECK,
        Role.BYLINE: Part.CLOSING if told else Part.BYLINE,
        Role.DATELINE: Part.DATE,
        Role.SUBHEAD: Part.SUBHEAD,
    }.get(role)


def _written(begun: bool, resumed: bool, parted: bool) -> Part:
    """Return what a paragraph of text is to its article."""
    if not begun:
        return Part.START
    if resumed:
        return Part.RESUME
    return Part.PART if parted else Part.BODY
