"""When two names mean one thing and neither says more: what `similarity` forgives is asked for.

    gold                 row                          agree   demand
    长春                 长春、通化4个医药园区          yes     no     a list is not its member
    石化公司             积极争取石化公司               yes     no     a verb more
    长春                 长春高新区                     yes     no     another body
    兰州高新区           甘肃省兰州高新区               yes     yes    a fuller name of the same
    规模以上工业总产值   工业总产值                     yes     no     the scope is lost
    佛山LED产业 总产值   佛山 LED产业总产值             yes     yes    the border between two cells

Names are compared with all that the other side says, owner, scope and indicator, because
annotators do not agree on where the one ends and the other begins.
"""

import re
from difflib import SequenceMatcher

from eval.metrics.similarity import agree, bare
from summarizer.text import fold

BODY = re.compile(
    r"(?:高新|经开|开发|示范|新|园|港|片|保税|自贸)区|公司|集团|大学|学院|医院|银行|研究[院所]|协会"
    r"|企业$|厂$|局$|部$|委$|[产软工]业园|科技园|[省市州县旗镇乡村]$"
)
VERB = re.compile(
    r"争取|引进|实现|完成|达到|推动|推进|加快|力争|拥有|吸引|位于|成为|开展|举行|召开|表示|介绍|披露|据"
    r"|预计|计划(?!生育)|突破|超过|其中|目前|截至|已经?|将"
)
PLACE = re.compile(r"[\u4e00-\u9fff]{2,7}[省市州县区]|中国|全国|我[国省市县]")
MEMBERS = re.compile(r"[、,]|以及|(?<=..)[和与及](?=..)")
EMPTY = re.compile(
    r"总|数量?|额|量|累计|全年|全部|一共|其中|情况|方面|规模$|各自的?|工作|建设|比重|比例|占比|增速|增幅"
    r"|[人条次个头家台户]数|人次"
)
ASIDE = re.compile(r"[(][^()]*[)]")
"""Another name in brackets: 居民消费价格(CPI)."""
PAIR = 2


def same_owner(gold: str | None, said: str | None, gold_title: str, title: str) -> bool:
    """Say whether two owners are one; titles are owner, scope and indicator of either side."""
    if not gold or not said:
        return not gold and not said
    if not agree(gold, said) or _members(gold) != _members(said) or _are_two(gold, said):
        return False
    return not (_adds(said, gold, gold_title) or _adds(gold, said, title))


def same_indicator(gold: str, said: str, gold_title: str, title: str) -> bool:
    """Say whether two indicators are one, with the scope of the gold and no verb of its own."""
    if not agree(gold, said):
        return False
    return not (_lost(gold, title) or _verbs(said, gold_title))


def _members(name: str) -> int:
    return len(MEMBERS.split(fold(name)))


def _are_two(name: str, other: str) -> bool:
    """Say whether one has a word where the other has another: 柳湾高新区, 青杉高新区."""
    changes = SequenceMatcher(None, bare(name), bare(other), autojunk=False).get_opcodes()
    return any(
        tag == "replace" and min(end - start, last - first) >= PAIR
        for tag, start, end, first, last in changes
    )


def _adds(name: str, other: str, elsewhere: str) -> bool:
    """Say whether a name has a body or a verb more than the other side in all its cells."""
    if _verbs(name, elsewhere):
        return True
    return any(
        BODY.search(more) and not (leads and PLACE.fullmatch(more))
        for more, leads in _surplus(bare(name), bare(other))
        if more not in bare(elsewhere)
    )


def _surplus(name: str, other: str) -> list[tuple[str, bool]]:
    """Return what a name has beyond the other, of two characters or more, and what leads it."""
    matcher = SequenceMatcher(None, name, other, autojunk=False)
    return [
        (name[start:end], start == 0)
        for tag, start, end, _, _ in matcher.get_opcodes()
        if tag in ("delete", "replace") and end - start >= PAIR
    ]


def _verbs(name: str, elsewhere: str) -> bool:
    """Say whether a name has a verb that the other side has nowhere."""
    return any(verb not in fold(elsewhere) for verb in VERB.findall(fold(name)))


def _lost(gold: str, title: str) -> bool:
    """Say whether a pair of the gold's characters is lost: the other side has neither of them."""
    said = bare(title)
    name = EMPTY.sub(" ", bare(ASIDE.sub("", fold(gold)) or gold))
    pairs = (name[at : at + PAIR] for at in range(len(name) - 1))
    return any(
        not any(character in said for character in pair) for pair in pairs if " " not in pair
    )
