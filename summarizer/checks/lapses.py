"""Lapses of the text itself: what contradicts itself or breaks off.

self_exclusion   某厂(不含某厂)
incomplete_date  2019年中旬: a third of a month without a month
date_order       a project that ends before it begins
truncation       the last sentence breaks off
"""

import re
from collections.abc import Iterator

from summarizer.checks.prose import Prose
from summarizer.checks.ties import Tie, observed
from summarizer.document import Role
from summarizer.lexicon import pattern
from summarizer.report import Outcome

SELF = pattern("damage.without_itself")
NO_MONTH = pattern("damage.no_month")
STARTED = pattern("times.started")
ENDED = pattern("times.ended")
CLOSED = re.compile(r"[。！？!?…”』」)）》.]\s*$")
LONGEST_PROJECT = 60


def self_exclusion(prose: Prose) -> Iterator[Tie]:
    """Refute what leaves itself out."""
    for match in SELF.finditer(prose.text):
        yield observed(
            "self_exclusion", Outcome.MISMATCH, match.group(), "主语与排除项相同，主语疑有误。"
        )


def incomplete_date(prose: Prose) -> Iterator[Tie]:
    """Point at a third of a month whose month is missing."""
    for match in NO_MONTH.finditer(prose.text):
        yield observed("incomplete_date", Outcome.REVIEW, match.group(), "“旬”前缺月份。")


def date_order(prose: Prose) -> Iterator[Tie]:
    """Compare the beginning and the end of a project told in one sentence."""
    for sentence in prose.sentences:
        start, end = STARTED.search(sentence.text), ENDED.search(sentence.text)
        if start and end and start.end() <= end.start() <= start.end() + LONGEST_PROJECT:
            began, ended = _month(start), _month(end)
            in_order = began[0] < ended[0] or (began[0] == ended[0] and began[1] <= ended[1])
            result = Outcome.EXACT if in_order else Outcome.REVIEW
            yield observed("date_order", result, f"{start.group()} ≤ {end.group()}")


def _month(match: re.Match[str]) -> tuple[int, int]:
    return int(match.group(1)), int(match.group(2) or 0)


def truncation(prose: Prose) -> Iterator[Tie]:
    """Point at a last sentence that breaks off."""
    body = [line for line in prose.article.lines if line.role is Role.BODY]
    if not body:
        return
    last = body[-1].span.of(prose.text).rstrip()
    if prose.article.truncated or not CLOSED.search(last):
        yield observed("truncation", Outcome.REVIEW, f"…{last[-20:]}", "末句没有收尾，疑被截断。")
