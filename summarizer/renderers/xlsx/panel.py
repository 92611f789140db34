"""Panels: zones down, periods across, one sheet for each indicator.

主体        口径  单位   状态   2015   2016   2017
云岚高新区        亿元   实绩   12.5          14.1     a gap stays open
青篱高新区        亿元   实绩    8.2 ▲  9.0            ▲ other issues contradict it: remark
云岚高新区        亿元   目标                 20       what is only meant stands apart, below
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO

from summarizer import wording
from summarizer.phrases import label
from summarizer.renderers.xlsx.book import Book, Numeral, Shown

HEADER = ("主体", "口径", "计量", "单位", "状态")
FROZEN = 1
TITLE = 28
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", "－"))


def write_panels(
    panels: Mapping[str, Iterable[Sequence[Shown]]],
    periods: Mapping[str, Sequence[str]],
    started: str,
    out: IO[bytes],
) -> None:
    """Write a sheet for each indicator: its lines, with a column for each period."""
    with Book(out, started) as book:
        for name, lines in panels.items():
            title = name.translate(FORBIDDEN)[:TITLE] or label("指标")
            book.sheet(title, (*HEADER, *periods[name]), lines, FROZEN)
        notes = ((label(name), said) for name, said in _notes())
        book.sheet("说明", ("项", "内容"), notes)


def _notes() -> Iterator[tuple[str, Shown]]:
    yield "空格", label("该期没有有据的数，不推算、不填补。")
    yield (
        "红底",
        label("几期报纸的数互相矛盾，舍入也不能解释；批注里是各家的数，格内是最近一期的。"),
    )
    yield (
        "状态",
        label("实绩、初步在上；目标、计划、预计、达产另列在下：")
        + wording.all_said(wording.STATUS),
    )


__all__ = ["HEADER", "Numeral", "write_panels"]
