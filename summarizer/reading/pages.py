"""The blocks of a web page or a Markdown file → a sheet: the articles, without what lies around.

found ─ keep ─► without menus and lists of links
      ─ settled ─► lines of source, author and date set apart
      ─ headed ─► the headline found where no heading declares it
      ─ stated ─► title of the paper, date, author: front matter, <meta>, the lines themselves
"""

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from summarizer.errors import ReadingError
from summarizer.lexicon import pattern
from summarizer.reading.blocks import Block, Para, Sheet
from summarizer.reading.furniture import is_aside, settled
from summarizer.reading.masthead import date_in
from summarizer.reading.web import Found, blocks_of, tree_of
from summarizer.setting import Declared
from summarizer.text import fold

if TYPE_CHECKING:
    from lxml.etree import _Element

LINKED = 0.6
LONGEST_TITLE = 60
SENTENCE = re.compile(r"[。!?;]|,[^,]{4,},")
FILE = re.compile(r"[\w.-]{1,80}\.(?:html?|aspx?|php|jsp|md)|[A-Za-z0-9_\s.-]+", re.ASCII)
SITE = re.compile(r"\s*[-_|—–·»>:：]{1,2}\s*")
DATES = (
    "article:published_time", "pubdate", "publishdate", "date", "dc.date", "datepublished",
    "og:published_time", "og:release_date", "publish_time", "pubtime", "firstpublishedtime",
    "published",
)  # fmt: skip
AUTHORS = ("author", "article:author", "dc.creator", "authors")
SOURCES = (
    "source",
    "contentsource",
    "og:site_name",
    "mediaid",
    "dc.publisher",
    "newspaper",
    "paper",
)
DATA = {
    "headline": "title",
    "datePublished": "published",
    "author": "author",
    "publisher": "source",
}
LONGEST_DATA = 100_000
TITLES = ("og:title", "articletitle", "title", "dc.title")
SAME = 0.8
Facts = Mapping[str, str]


def web_sheet(text: str, name: str) -> Sheet:
    """Return the sheet of an HTML page. Raises ReadingError."""
    root = tree_of(text, name)
    found = blocks_of(root) if root is not None else ()
    if root is None or not found:
        raise ReadingError("{name}: no article found in the HTML; save the page as text", name=name)
    return sheet_of(found, metadata(root), web=True)


def sheet_of(found: Sequence[Found], facts: Facts, *, web: bool) -> Sheet:
    """Return the sheet of a page whose metadata are `facts`; a `web` page has menus around it."""
    kept = [each for each in found if not (web and _lies_around(each))] or list(found)
    blocks = list(settled_blocks(kept))
    blocks = list(_headed(blocks, _title(facts), web=web))
    blocks = list(_signed(blocks, _first(facts, AUTHORS)))
    return Sheet(tuple(blocks), _paper(facts, blocks), _date(facts, blocks))


def settled_blocks(found: Iterable[Found]) -> Iterator[Block]:
    """Yield the blocks of a piece of HTML, lines of source and author set apart."""
    for each in found:
        yield from _settled(each)


def metadata(root: "_Element") -> dict[str, str]:
    """Return what the head of an HTML page says of it, by lower-case names."""
    facts: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (
            element.get("name") or element.get("property") or element.get("itemprop") or ""
        ).lower()
        content = (element.get("content") or "").strip()
        if name and content:
            facts.setdefault(name, content)
    for name, content in _stated_as_data(root):
        facts.setdefault(name, content)
    named = next((element.text for element in root.iter("title") if element.text), None)
    facts.setdefault("title", " ".join((named or "").split()))
    return facts


def _stated_as_data(root: "_Element") -> Iterator[tuple[str, str]]:
    """Yield what a page says of its article for machines: in JSON, and in <time>."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and len(script.text or "") <= LONGEST_DATA:
            with suppress(ValueError, RecursionError):
                yield from _article_data(json.loads(script.text or ""))
    for time in root.iter("time"):
        yield "published", time.get("datetime") or ""


def _article_data(data: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - JSON is anything
    waiting = [data]
    while waiting:
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting += thing
        elif isinstance(thing, dict):
            waiting += [thing.get("@graph")]
            for field, name in DATA.items():
                value = thing.get(field)
                value = value.get("name") if isinstance(value, dict) else value
                if isinstance(value, str):
                    yield name, value


def _lies_around(found: Found) -> bool:
    """Say whether a block belongs to the site, not to its page: menus, lists of links."""
    if not isinstance(found.block, Para):
        return found.around
    heading = found.block.declared is Declared.HEADING
    return found.around or (
        found.linked >= LINKED and not heading and not SENTENCE.search(fold(found.block.text))
    )


def _settled(found: Found) -> Iterator[Block]:
    block = found.block
    if not isinstance(block, Para):
        yield block
        return
    if found.titled and block.declared is Declared.PARAGRAPH and _could_head(block.text):
        block = replace(block, declared=Declared.HEADING, level=1)
    lines = block.text.split("\n") if block.declared is Declared.PARAGRAPH else ()
    if len(lines) > 1 and any(map(is_aside, lines)):
        for line in lines:
            yield from settled(replace(block, text=line))
    else:
        yield from settled(block)


def _could_head(text: str) -> bool:
    return (
        1 < len(text) <= LONGEST_TITLE
        and "\n" not in text
        and not SENTENCE.search(fold(text))
        and not is_aside(text)
    )


def _headed(blocks: Sequence[Block], title: str | None, *, web: bool) -> Iterator[Block]:
    """Yield the blocks with a headline where none is declared: the page's title says which."""
    paras = [block for block in blocks if isinstance(block, Para)]
    if any(block.declared is Declared.HEADING for block in paras) or not blocks:
        yield from blocks
        return
    head = _head(paras, title, web=web)
    if head is None and title:
        yield Para(title, declared=Declared.HEADING, level=1)
    for block in blocks:
        yield replace(head, declared=Declared.HEADING, level=1) if block is head else block


def _head(paras: Sequence[Para], title: str | None, *, web: bool) -> Para | None:
    """Return the paragraph that is the headline: the title, or a web page's first one."""
    if title:
        return next((para for para in paras if para.text == title), None)
    told = (para for para in paras if para.declared is Declared.PARAGRAPH)
    first = next(told, None) if web else None
    return first if first and _could_head(first.text) else None


def _signed(blocks: Sequence[Block], author: str | None) -> Iterator[Block]:
    """Yield the blocks with the author that only the metadata name, below the first heading."""
    paras = [block for block in blocks if isinstance(block, Para)]
    told = author and any(author in para.text for para in paras)
    byline = Para(author, declared=Declared.BYLINE) if author and not told else None
    headings = [b for b in paras if b.declared is Declared.HEADING]
    if byline and not headings:
        yield byline
    for block in blocks:
        yield block
        if byline and headings and block is headings[0]:
            yield byline


def _title(facts: Facts) -> str | None:
    """Return the page's own title without the name of its site; a file's name is none."""
    for name in TITLES:
        title = SITE.split(facts.get(name, "").strip())[0].strip()
        if title and not FILE.fullmatch(title) and len(title) <= LONGEST_TITLE:
            return title
    return None


def _first(facts: Facts, names: Iterable[str]) -> str | None:
    return next((facts[name] for name in names if facts.get(name)), None)


def _paper(facts: Facts, blocks: Sequence[Block]) -> str | None:
    """Return the name of the paper that the page was taken from."""
    asides = [b.text for b in blocks if isinstance(b, Para) and b.declared is Declared.ASIDE]
    for line in (*asides, *(facts.get(name, "") for name in SOURCES)):
        if found := pattern("site.paper").search(fold(line)):
            return line[found.start() : found.end()]
    return None


def _date(facts: Facts, blocks: Sequence[Block]) -> dt.date | None:
    """Return the date of the page: its metadata's, or what nearly all its lines of source say."""
    if told := date_in(_first(facts, DATES) or ""):
        return told
    asides = (b.text for b in blocks if isinstance(b, Para) and b.declared is Declared.ASIDE)
    dates = Counter(filter(None, map(date_in, asides)))
    if not dates:
        return None
    date, count = dates.most_common(1)[0]
    return date if count >= SAME * dates.total() else None
