"""Where an article begins without a headline, inside what looked like one section.

    …等9个产业集群。       a complete paragraph,
                          nothing printed between,
    这个区围绕建设…        then one that speaks of something else

Nothing marks such a place, so it must be felt: few common words on the two sides, digits or
characters of another style, the beginning of a piece of news, no word that ties it to what stands
above (此外, 与此同时). A cut made here is only offered: `threads` may join the two sides again.
"""

import math
import re
from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from summarizer.segmentation.boundaries import Section
from summarizer.segmentation.cohesion import Topic, closeness, words
from summarizer.segmentation.lines import Style, ended, sutured
from summarizer.segmentation.neighbours import Item
from summarizer.segmentation.roles import Kind, begins_news, shares_mark

CUES = {
    "break": -7.4,  # most paragraphs follow the one above
    "column": 1.5,  # they stand right below a banner, and have no headlines
    "cohesion": -1.5,  # the logarithm of the cosine of the two sides
    "style": 3.5,  # full-width digits against half-width ones, traditional against simplified
    "news": 1.6,  # 近日, 4月8日
    "tied": -0.9,  # 此外, 与此同时
    "length": 0.6,  # two long sides are a surer measure
}
OFFERED = -1.5
ABOVE, BELOW = 6, 3
TORN = 3
TIED = re.compile(
    r"此外|同时|与此|其|据|[他她它该这]|随后|最后|另外|目前|[在为而但对首]|因此|[一二三四五六七八九十]|“"
    r"|全[市区县园]|公司|企业|项目|会议|仪式|当地|园区"
)


@dataclass(frozen=True, slots=True)
class Side:
    """The paragraphs on one side of a place."""

    items: Sequence[Item]

    @property
    def length(self) -> int:
        """The characters of the paragraphs."""
        return sum(len(item.text) for item in self.items)

    @property
    def style(self) -> Style:
        """How they are set."""
        return Style.of(item.style for item in self.items)

    def topic(self, tells: Mapping[str, float]) -> Topic:
        """Return what they speak of."""
        return Topic(tells, words(item.text for item in self.items))


def divided(sections: Sequence[Section], tells: Mapping[str, float]) -> tuple[Section, ...]:
    """Return the sections, cut where an article without a headline may begin."""
    torn: deque[str] = deque(maxlen=TORN)
    found: list[Section] = []
    for section in sections:
        parts = _parts(section, tuple(_breaks(section, tells, torn)))
        torn += (part.bodies[-1].text for part in parts if part.broken)
        found += parts
    return tuple(found)


def _parts(section: Section, breaks: Sequence[int]) -> Sequence[Section]:
    if not breaks:
        return (section,)
    section = replace(section, briefs=section.briefs or section.column)
    edges = pairwise((0, *breaks, len(section.items)))
    first, *rest = (section.items[start:end] for start, end in edges)
    return (
        replace(section, items=first),
        *(replace(section, items=_parted(items), fresh=False) for items in rest),
    )


def _parted(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items of a part, of which the first goes on in nothing of the section."""
    return (replace(items[0], continues=False), *items[1:])


def _breaks(section: Section, tells: Mapping[str, float], torn: Collection[str]) -> Iterator[int]:
    """Yield the places among a section's items where another article may begin or go on.

    `torn` are the last words of articles that stopped in mid-sentence further up.
    """
    places = [place for place, item in enumerate(section.items) if item.kind is Kind.BODY]
    bodies = [section.items[place] for place in places]
    start = 0
    for at in range(1, len(bodies)):
        before, item = bodies[at - 1], bodies[at]
        mends = any(sutured(end, item.text) for end in torn)
        if item.continues or not ended(before.text):
            if mends and not sutured(before.text, item.text):
                yield places[at]
            continue
        if mends or _is_brief(section, before, item):
            yield places[at]
            continue
        above, below = bodies[max(start, at - ABOVE) : at], bodies[at : at + BELOW]
        if _offered(Side(above), Side(below), tells, column=section.column):
            yield places[at]
            start = at


def _is_brief(section: Section, above: Item, item: Item) -> bool:
    """Say whether a paragraph among short items is one by itself."""
    if section.titles or section.signed or section.closed:
        return False
    return (section.briefs and not TIED.match(item.text)) or shares_mark(above.text, item.text)


def _offered(above: Side, below: Side, tells: Mapping[str, float], *, column: bool) -> bool:
    """Say whether an article may begin between the two; their words are compared last."""
    first = below.items[0].text
    evidence = {
        "break": 1,
        "column": column,
        "style": above.style.differs(below.style),
        "news": begins_news(first),
        "tied": TIED.match(first) is not None,
        "length": math.log(above.length * below.length / 10_000),
    }
    odds = sum(CUES[cue] * value for cue, value in evidence.items())
    if odds + CUES["cohesion"] * closeness(0) <= OFFERED:
        return False
    cohesion = closeness(above.topic(tells).cosine(below.topic(tells)))
    return odds + CUES["cohesion"] * cohesion > OFFERED
