"""The quantities that a key point cites: they exist, and its text says them."""

from collections.abc import Iterator

from summarizer.summary import KeyPoint
from summarizer.verification.amounts import compare
from summarizer.verification.reasons import SUPPORTING, Judgement, Reason
from summarizer.verification.source import Source
from summarizer.verification.statements import Statement


def judge_citations(point: KeyPoint, statement: Statement, source: Source) -> Iterator[Judgement]:
    """Judge every citation of a key point."""
    for id in point.quantities:  # noqa: A001 - the field's name
        cited = source.find(id)
        if cited is None:
            yield Judgement(
                Reason.CITATION_MISMATCH, f"没有编号为“{id}”的数字，请引用原文已编号的数字。"
            )
        elif statement.quantities and not any(
            compare(quantity, cited) in SUPPORTING or quantity.kind is cited.kind
            for quantity in statement.quantities
        ):
            yield Judgement(
                Reason.CITATION_MISMATCH,
                f"所引{id}“{cited.text}”没有出现在这句话里，请改引或删去。",
                cited.span,
            )
