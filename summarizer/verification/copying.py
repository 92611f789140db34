"""Sentences taken over word for word: what the article says so cannot contradict it.

A copy begins where a clause of the article begins and ends where one ends, so that no number is
cut in two; what it leaves out before (本报讯, 据悉) may hold neither a figure nor a word of intent.
"""

import re

from summarizer.matching.contexts import SENTENCE_MARKS
from summarizer.matching.modality import MEANT
from summarizer.text import Span

BEGINS = re.compile(r"[\s，,：:；;。！？!?“”」』]")
ENDS = re.compile(r"[\s，；;。！？!?”」』]|,(?!\d)|$")
CLOSING = "。！？!?；; \n"
DIGIT = re.compile(r"\d")


def copied(sentence: str, text: str) -> Span | None:
    """Return where a folded sentence stands in the article as a copy, or None."""
    wanted = sentence.strip().rstrip(CLOSING)
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        span = Span(at, at + len(wanted))
        if _is_whole(text, span):
            return span
        at = text.find(wanted, at + 1)
    return None


def _is_whole(text: str, span: Span) -> bool:
    begins = span.start == 0 or BEGINS.match(text[span.start - 1])
    if not begins or not ENDS.match(text, span.end):
        return False
    start = max(text.rfind(mark, 0, span.start) for mark in SENTENCE_MARKS) + 1
    left_out = text[start : span.start]
    return not (DIGIT.search(left_out) or MEANT.search(left_out))
