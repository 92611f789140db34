"""What speaks for a section going on in an open article, and what for a new one.

Every cue is a number with a weight, and the sum is a log odds: the editor's rules of thumb, each
as strong as it proved on pages composed to fit them (a jump line beats a common topic, a lede
like 近日 beats a short title).
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from summarizer.segmentation.boundaries import Section
from summarizer.segmentation.cohesion import Topic, acts, calls, closeness, echo
from summarizer.segmentation.lines import Style
from summarizer.segmentation.roles import begins_news, shares_mark

CUES = {
    "cohesion": 1.6,  # the logarithm of the cosine of their words
    "echo": 1.1,  # how much of its title stands in the article
    "opening": -1.0,  # its first paragraph begins with its title, and the article has none of it
    "repeats": -2.5,  # an article has no subhead twice
    "kin": 2.3,  # a zone, place or firm that both name
    "foreign": -2.5,  # the one in its title and first paragraphs is not in the article
    "strangers": -0.6,  # it names others than the article does
    "stranger": -0.7,  # its first words name one that the article does not
    "adjacent": 2.4,  # it comes right after the article's last section
    "subheaded": 0.4,  # it has a title, and the article had subheads before
    "jump_line": 2.6,  # 下转 there and 上接 here
    "arrives": 0.9,  # 上接 here
    "unjumped": -0.7,  # 下转 there, but no 上接 here
    "broken": -2.5,  # the article stops in mid-sentence, and the section has a title
    "resumes": 0.8,  # and nothing stands above the section
    "mends": 4.0,  # and its first words complete the article's last ones
    "signed_twice": -2.0,  # a byline above the article and one below the section
    "signed_ahead": -0.6,  # the same, further down
    "signed_at_last": 0.6,  # no byline above the article, one below the section
    "counts_on": 6.0,  # its subhead is numbered behind the article's last one
    "unleft": -3.0,  # 上接 here, but no 下转 there, and another article has it
    "style": -3.3,  # digits or characters of another hand
    "new": -4.1,  # most sections begin nothing
    "banner": 2.0,  # it is the first below a banner
    "briefs": 2.5,  # the banner announces short items
    "marked": 4.0,  # ■ before its first words and before those of the item above it
    "decked": 3.0,  # a second title behind a dash: ——我区纪实
    "numbered": -3.0,  # 一、 begins a part, not an article
    "refers": -1.5,  # its first words go back to what was named above: 该区, 公司, 他
    "notice": 2.5,  # 公告, 启事
    "genre": 4.0,  # 短评:, 采访手记:
    "after_news": 1.4,  # the article right above has no author: news have no parts
    "after_brief": 0.4,  # it is a paragraph: too little for a first part
    "after_story": -0.5,  # it has one: a story has parts
    "source": 0.8,  # its first words name their source: 统计显示, 宣布
    "told": 0.8,  # how much of its title its first words tell again
    "acts": 0.4,  # its title has a subject and a verb: 渔民开起农家乐
    "calls": -0.8,  # its title begins with the verb: 筑牢根基
    "figures": 0.7,  # its title has a figure
    "short_title": -0.8,  # for every four characters below eight
    "long_title": 1.1,  # for every ten characters above twelve
    "lede": 2.0,  # the first sentence begins with 近日, 4月8日 …
    "news": 1.4,  # 记者, 日前 … soon after
}
NEWS = re.compile(
    r"近日|日前|[昨今][日天]|近期|记者|消息|[0-9]月[0-9]{1,2}日|[0-9]日[上下午至]|^据[^,。]{2,10}报道"
)
NOTICE = re.compile(r"(?:[公通]告|启事|声明|通知|公示|更正|致歉|讣告|来信)$")
GENRE = re.compile(
    r"(?:短评|社论|时评|快评|锐评|编后|(?:记者|采访)手记|名词解释|(?:相关|新闻)链接)(?::|$)"
)
REFERS = re.compile(
    r"该[^,。]{1,6}|这[个家里些一]|[他她它]|(?:高新|经开|开发|园|综保|保税)区|公司|管委会|[县区镇村厂]里"
)
SOURCE = re.compile(r"公布|发布|宣布|披露|统计|数据|获悉|资料显示|消息|公告|通报")
NEAR, LEAD = 40, 80
SHORT, CLAUSE = 8, 7
SUBHEAD = 12
BRIEF = 120
DASHES = "—―–"
SHOWN = 0.5
Evidence = dict[str, float]


class Article(Protocol):
    """What is known of an article so far."""

    sections: list[int]
    topic: Topic
    names: set[str]
    text: str
    titles: set[str]
    style: Style
    numbers: set[int]
    titled: int
    signed: bool


@dataclass(frozen=True)
class Case:
    """A section whose article is sought.

    `closes` says that a byline stands further down, `left` that an article above goes on elsewhere.
    """

    index: int
    sections: Sequence[Section]
    tells: Mapping[str, float]
    closes: bool
    left: bool

    @property
    def section(self) -> Section:
        """The section itself."""
        return self.sections[self.index]

    @property
    def marked(self) -> bool:
        """Whether it is an item without a headline that begins with the mark of the one above."""
        above = self.sections[self.index - 1].bodies if self.index else ()
        if not above or not self.section.bodies or self.section.titles:
            return False
        return shares_mark(above[-1].text, self.section.bodies[0].text)

    @cached_property
    def topic(self) -> Topic:
        """What it speaks of."""
        return Topic(self.tells, self.section.words)

    @cached_property
    def title(self) -> Topic:
        """What its title speaks of."""
        return Topic(self.tells, self.section.title_words)


def going_on(case: Case, article: Article) -> Evidence:
    """Return what speaks for the section going on in an open article."""
    section = case.section
    last = case.sections[article.sections[-1]]
    adjacent = article.sections[-1] == case.index - 1
    part = bool(section.titles)
    return {
        "cohesion": closeness(case.topic.cosine(article.topic)),
        "echo": case.title.share_in(article.topic),
        "foreign": bool(section.hero) and not section.hero & article.names,
        "opening": bool(section.opening) and section.opening not in article.text,
        "repeats": any(item.text in article.titles for item in section.titles),
        "kin": bool(section.names & article.names),
        "strangers": part and bool(section.names) and not section.names & article.names,
        "stranger": part and bool(section.opening_names - article.names),
        "adjacent": adjacent,
        "subheaded": bool(section.titles) and article.titled > 1,
        "resumes": last.broken and not adjacent and not section.titles,
        "mends": last.broken and not (adjacent or section.titles) and section.mends(last),
        "jump_line": section.arrives and last.leaves,
        "arrives": section.arrives,
        "unjumped": last.leaves and not section.arrives,
        "broken": last.broken and not adjacent and bool(section.titles),
        "signed_twice": section.closed and article.signed,
        "signed_at_last": section.closed and not article.signed,
        "signed_ahead": case.closes and not section.closed and article.signed,
        "counts_on": bool(section.numbers) and section.numbers[0] - 1 in article.numbers,
        "unleft": section.arrives and case.left and not last.leaves,
        "style": article.style.differs(section.style),
    }


def beginning(case: Case, above: Article | None) -> Evidence:
    """Return what speaks for the section being the beginning of one, below another if any."""
    section = case.section
    title = "".join(item.text for item in section.titles)
    first = section.bodies[0].text if section.bodies else ""
    return {
        "new": True,
        **(_after(above) if title and above else {}),
        **(_titled(title, first) if title else {}),
        "banner": section.fresh,
        "briefs": section.briefs and not section.signed and not section.closed,
        "marked": case.marked,
        "numbered": bool(section.numbers),
        "genre": GENRE.match(title) is not None,
        "refers": REFERS.match(first) is not None,
        "decked": any(item.text[0] in DASHES for item in section.titles[1:]),
        "notice": NOTICE.search(title.replace(" ", "")) is not None,
        "lede": begins_news(first),
        "news": NEWS.search(first[:NEAR]) is not None,
    }


def _after(above: Article) -> Evidence:
    """Return what the article right above a title says of it."""
    return {
        "after_news": not above.signed,
        "after_brief": not above.signed and len(above.text) < BRIEF,
        "after_story": above.signed,
    }


def _titled(title: str, first: str) -> Evidence:
    """Return what a title and the first words below it say of themselves."""
    return {
        "source": SOURCE.search(first[:NEAR]) is not None,
        "told": echo(title, first[:LEAD]),
        "acts": len(title) >= CLAUSE and acts(title),
        "calls": calls(title),
        "figures": any(character.isdigit() for character in title),
        "short_title": max(0, SHORT - len(title)) / 4,
        "long_title": max(0, len(title) - SUBHEAD) / 10,
    }


def odds(evidence: Evidence, without: frozenset[str] = frozenset()) -> float:
    """Return the weighted sum of the cues, leaving some out."""
    return sum(CUES[cue] * value for cue, value in evidence.items() if cue not in without)


def probability(odds: float) -> float:
    """Return how sure a log odds is, between 0 and 1."""
    return 1 / (1 + math.exp(-odds))


def because(evidence: Evidence, without: frozenset[str] = frozenset()) -> str:
    """Name the cues that spoke for it, the cohesion always."""
    spoke = [cue for cue, value in evidence.items() if CUES[cue] * value >= SHOWN]
    return ", ".join(("cohesion", *(cue for cue in spoke if cue not in without)))
