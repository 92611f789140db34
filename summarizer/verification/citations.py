"""The quantities that a key point cites."""

from collections.abc import Iterator

from summarizer.matching.reasons import Judgement, Reason
from summarizer.matching.source import Source
from summarizer.summary import KeyPoint


def judge_citations(point: KeyPoint, source: Source) -> Iterator[Judgement]:
    """Refute citations of quantities that the article does not have."""
    unknown = [id for id in point.quantities if id not in source.by_id]  # noqa: A001
    for id in unknown:  # noqa: A001 - the field's name
        message = f"没有编号为“{id}”的数字，请引用原文已编号的数字。"
        yield Judgement(Reason.CITATION_MISMATCH, message)
