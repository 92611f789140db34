"""Lists and their numbers: 新材料、新能源、海洋装备三大产业 names three.

enum_count   the items before N大 are N
title_count  the N of a headline is met by as many paragraphs of one form, or subheads
label_count  the digits of a label (“131”) count the items of the phrases before it
"""

import re
from collections.abc import Iterator

from summarizer.checks.prose import Prose, Statement
from summarizer.checks.ties import Tie, observed
from summarizer.document import Role
from summarizer.lexicon import pattern
from summarizer.numerals import parse_numeral
from summarizer.report import Outcome

BIG = pattern("parts.announced")
LISTED = re.compile(r"[^，,。:：;；！？!?\s]{3,120}$")
LONGEST_ITEM = 8
FEWEST = 3
ITEM_BREAK = pattern("parts.item_break")
AND_OTHERS = pattern("parts.others_end")
FORM = pattern("parts.in_aspect")
TITLE = pattern("parts.title")
LABEL = pattern("parts.called_by")
NUMBERED = re.compile(r"“(\d{2,5})”")


def enum_count(prose: Prose) -> Iterator[Tie]:
    """Count the items right before N大; what 等 leaves out, or 之一 picks, is not counted."""
    for sentence in prose.sentences:
        for match in BIG.finditer(sentence.text):
            wanted, listed = int(parse_numeral(match.group(1))), sentence.text[: match.start()]
            items = _items_before(listed)
            result = _counted(wanted, items, is_open=AND_OTHERS.search(listed) is not None)
            if result:
                note = "" if result is Outcome.EXACT else f"前面列出{len(items)}项。"
                formula = f"{match.group()}：{'、'.join(items)}"
                yield observed("enum_count", result, formula, note)


def _items_before(text: str) -> list[str]:
    """Return the items of the list that ends here; the first may have words before it."""
    found = LISTED.search(AND_OTHERS.sub("", text))
    if not found or "、" not in found.group():
        return []
    return [item for item in ITEM_BREAK.split(found.group()) if item]


def _counted(wanted: int, items: list[str], *, is_open: bool) -> Outcome | None:
    """Say how a count stands to a list, or nothing where it is not surely a list of that many."""
    if len(items) == wanted:
        return Outcome.EXACT
    short = all(len(item) <= LONGEST_ITEM for item in items[1:])
    partial = is_open and len(items) < wanted
    return Outcome.REVIEW if len(items) >= FEWEST and short and not partial else None


def title_count(prose: Prose) -> Iterator[Tie]:
    """Compare the number in a headline with the paragraphs or subheads that answer to it."""
    for line in prose.article.lines:
        match = TITLE.search(line.span.of(prose.text)) if line.role is Role.HEADLINE else None
        if match:
            yield from _answered(int(parse_numeral(match.group(1))), match, prose)


def _answered(wanted: int, match: re.Match[str], prose: Prose) -> Iterator[Tie]:
    """Count what answers a headline; a few forms too few say nothing, one too few is suspect."""
    texts = [(line.role, line.span.of(prose.text)) for line in prose.article.lines]
    formed = sum(role is Role.BODY and bool(FORM.search(text)) for role, text in texts)
    named = sum(role is Role.SUBHEAD and match.group(2) in text for role, text in texts)
    found = formed if match.group(2) == "方面" else named
    if found == wanted:
        yield observed("title_count", Outcome.EXACT, f"标题“{match.group()}”：正文{found}处")
    elif 0 < named < wanted or formed == wanted - 1 > 1:
        formula = f"标题“{match.group()}”：正文{found}处"
        note = "标题所列各项在正文中不全，疑有缺段。"
        yield observed("title_count", Outcome.REVIEW, formula, note)


def label_count(prose: Prose) -> Iterator[Tie]:
    """Count the items of 以…为…, 以…为… against the digits of the label that sums them up."""
    for sentence in prose.sentences:
        yield from _labelled(sentence)


def _labelled(sentence: Statement) -> Iterator[Tie]:
    for match in NUMBERED.finditer(sentence.text):
        phrases = LABEL.findall(sentence.text[: match.start()])
        digits = match.group(1)
        if len(phrases) == len(digits):
            counts = "".join(str(len(phrase.split("、"))) for phrase in phrases)
            result = Outcome.EXACT if counts == digits else Outcome.NOT_CHECKABLE
            formula = f"“{digits}” = {' + '.join(counts)}"
            yield observed("label_count", result, formula)
