"""An abstract as an editor looks at it: small checks, each of which says what is wrong.

    headless    a sentence whose doer stands in another:    占全市的三成。
    dangling    a pointer with nothing before it:           该项目占地74亩。
    eventless   the headline's news is not told
    torn        a sentence ends in the middle of a clause, or closes what the source cut off
    lopsided    a quotation or a bracket is open
    overheard   what leads to the news and is none:         来看记者的调研。

They know nothing of how an abstract is made, and read characters only.
"""

import re
from collections.abc import Iterator

from summarizer.text import fold

SENTENCE = re.compile(r"[^。!?]*[。!?][”’」』)]*|[^。!?]+$")
ADVERBIAL = re.compile(
    r"(?:[^,;。]{0,30}(?:[年月日季]|今日|昨日|日前|近日|目前|同期|以来|[后前时中下起间]|之际|同时|方面"
    r"|显示|介绍|统计|表示|获悉|透露)"
    r"|截[至止][^,;。]{1,14}|为了?[^。]{2,60},(?:近日|日前|昨日)"
    r"|(?:在|随着|为了?|由于|据|除|围绕|根据|自|从|到)[^,;。]{1,40}|对于?[^,;。0-9]{1,40}),"
)
MOMENT = re.compile(
    r"(?:(?:今|去|前|明|当|本|近)年|[上下]半年|前?[一二三四]季度|[0-9—~至\-]+[年月日季]|目前|日前|昨日)+"
)
DOERLESS = re.compile(
    r"实现|完成|达到?|占|同比|环比|比|较|增长|增幅|下降|上升|回落|将|已经?|会(?!议|展|员|计)"
    r"|可(?!再生)|可以|有(?!关|色|机|限)|没有|被|获(?:得|批|准)?|成为|作为|属于|位于|用于|包括|涵盖"
    r"|覆盖|推动|推进|加快|加大|围绕|引进|搭建|发行|采取|强化|发力|无法|不准|不仅|奠定|创(?!新|业)|继续"
    r"|累计完成|累计实现|预计(?:年|可|将|能|达)|力争|计划投资|提高|拉动|带动|吸引|超过|突破"
    r"|主要(?:分布|用于|涉及)|共(?:有|计|完成|实现|投入|支持)|是|为(?!民)"
)
POINTER = re.compile(
    r"其中|当中|其余|另外|此外|同时|对此|为此|因此|然而|不过|但|而|并(?!购)|也(?!门)|还|则|却|又|与此同时"
    r"|届时|随后|此后|后者|前者|双方|他|她|它|这|该|此|其(?!他|它)|以上|上述"
)
OVERHEARD = re.compile(
    r"来看|一起来看|请看|类似|那么|记者(?:来到|看到)|央视网消息|本报讯|新华社|编者按"
    r"|[^。]{0,12}(?:还有不少|就是一例|并非孤例)"
)
PAIRS = ("“”", "「」", "《》", "()", "『』", "‘’")
RUBRIC = re.compile(r".{0,6}(?:快讯|简讯|要闻|速览|一览|短波|集锦)$")
"""A headline that names a column, and tells no news."""
BARE = re.compile(r"[^\w]")
TOLD = 0.4
"""The part of a headline's characters that an abstract has which tells its news."""
STOPS = "。!?…"


def faults(abstract: str, headline: str | None, source: str) -> frozenset[str]:
    """Return what an editor would not print in an abstract of an article."""
    said, whole = fold(abstract).strip(), fold(source)
    if not said:
        return frozenset({"eventless"})
    told = sentences(said)
    found = {
        "headless": any(map(is_headless, told)),
        "dangling": any(_dangles(at, told, whole) for at in range(len(told))),
        "eventless": not tells(said, fold(headline or "")),
        "torn": any(is_torn(sentence, whole) for sentence in told),
        "lopsided": any(said.count(pair[0]) != said.count(pair[1]) for pair in PAIRS),
        "overheard": any(OVERHEARD.match(sentence) for sentence in told),
    }
    return frozenset(name for name, holds in found.items() if holds)


def faults_of_point(point: str, source: str) -> frozenset[str]:
    """Return what an editor would not print in a key point, which is read on its own.

    It tells less than the headline, and needs no mark at its end.
    """
    return faults(point, None, source) - {"eventless"}


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a folded text, each with its mark."""
    return tuple(found.strip() for found in SENTENCE.findall(text) if found.strip())


def is_headless(sentence: str) -> bool:
    """Say whether a sentence begins with what somebody does, and does not say who."""
    rest = sentence
    while found := ADVERBIAL.match(rest):
        rest = rest[found.end() :]
    rest = MOMENT.sub("", rest, count=1) if MOMENT.match(rest) else rest
    return not rest or DOERLESS.match(rest) is not None


def dangles(sentence: str) -> bool:
    """Say whether a sentence points to another one for whom it is about."""
    return POINTER.match(sentence) is not None


def _dangles(at: int, told: tuple[str, ...], source: str) -> bool:
    """Say whether a sentence points, and not to the one before it in both texts."""
    if not dangles(told[at]):
        return False
    return not (at and "".join(told[at - 1 : at + 1]).strip(STOPS) in source)


def tells(abstract: str, headline: str) -> bool:
    """Say whether an abstract tells what a headline does, by the characters both have."""
    wanted = set() if RUBRIC.fullmatch(headline) else set(BARE.sub("", headline))
    return len(wanted & set(abstract)) >= TOLD * len(wanted)


def is_torn(sentence: str, source: str) -> bool:
    """Say whether a sentence does not end where a clause of the source does."""
    bare = sentence.strip(STOPS + "”’」』)")
    ends = [found + len(bare) for found in _places(bare, source)]
    if not ends:
        return False
    cut_off = all(not source[end:].strip() for end in ends) and sentence[-1:] != "…"
    return cut_off or all(_goes_on(source, end) for end in ends)


def _places(part: str, whole: str) -> Iterator[int]:
    at = whole.find(part)
    while at >= 0:
        yield at
        at = whole.find(part, at + 1)


def _goes_on(source: str, end: int) -> bool:
    """Say whether the word that ends here goes on."""
    return source[end : end + 1].isalnum()
