"""Lines for a terminal: coloured runs of words, folded so that no figure is torn.

    Line ─ Run "今年上半年实现营业收入" ─ Run "86.4亿元", green, whole ─ Run "。"
      │ fold(line, 20)
      ▼
    今年上半年实现营业
    收入86.4亿元。

A Chinese line breaks between any two characters, but not inside a number with its unit, not before
a closing mark and not behind an opening one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.cells import cell_len, chop_cells
from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment

from summarizer import wording
from summarizer.wording import on_one_line

UNITS = "|".join(map(re.escape, sorted(wording.UNIT.values(), key=len, reverse=True)))
DIGITS = "[0-9０-９]+(?:[.．,，:：/-][0-9０-９]+)*"
NUMBER = rf"{DIGITS}[十百千万萬亿億余餘多几]*(?:{UNITS}|[\u3400-\u9fff])?"
WORD = "[A-Za-z0-9_.:/@#*+=<>-]+"
ATOM = re.compile(rf"{NUMBER}|{WORD}|\s|.")
OPENING = frozenset("“‘「『（〈《【〔([")
CLOSING = frozenset("”’」』）〉》】〕)],.，。、；;：:！!？?%％…")
MOST_TOGETHER = 4
"""Marks and words that keep together; longer heaps of marks are no language."""

LEAST = 2
"""Columns that one Chinese character takes."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style; what is `whole` is never broken."""

    text: str
    style: str = ""
    whole: bool = False


Line = tuple[Run, ...]
BLANK: Line = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Lines that a console prints as they are."""

    lines: Iterable[Line]

    def __rich_console__(self, console: Console, _options: ConsoleOptions) -> RenderResult:
        """Yield the runs: nothing is measured or wrapped again."""
        for line in self.lines:
            for run in line:
                yield Segment(run.text, console.get_style(run.style) if run.style else None)
            yield Segment.line()


def said(text: str, style: str = "", *, whole: bool = False) -> Run:
    """Return words of the page as a run: on one line, and nothing in them acts."""
    return Run(on_one_line(text).replace("\t", " "), style, whole)


def measure(line: Line) -> int:
    """Return how many columns a line takes; a Chinese character takes two."""
    return sum(cell_len(run.text) for run in line)


def hang(mark: Run, line: Line, width: int, indent: str = "") -> Iterator[Line]:
    """Yield a line with its mark in front; what runs on stands under its first word."""
    before: Line = (Run(indent), mark, Run(" "))
    under: Line = (Run(" " * measure(before)),)
    for number, folded in enumerate(fold(line, width - measure(before))):
        yield (*(under if number else before), *folded)


def fold(line: Line, width: int) -> Iterator[Line]:
    """Yield a line in pieces that fit; a blank at which it breaks is left out."""
    width = max(width, LEAST)
    if measure(line) <= width:
        yield line
        return
    piece: list[Run] = []
    left = width
    for part in _parts(line, width):
        cells = measure(part)
        if cells > left:
            yield tuple(piece)
            piece, left = [], width
        if piece or part[0].text.strip():
            piece += part
            left -= cells
    if piece:
        yield tuple(piece)


def _parts(line: Line, width: int) -> Iterator[Line]:
    """Yield what a line break must not part, as far as it fits."""
    for cluster in _clusters(atom for run in line for atom in _atoms(run, width)):
        fits = measure(cluster) <= width
        yield from (cluster,) if fits else ((atom,) for atom in cluster)


def _clusters(atoms: Iterable[Run]) -> Iterator[Line]:
    """Put closing marks to what they close, and opening ones to what they open."""
    cluster: Line = ()
    for atom in atoms:
        if cluster and (len(cluster) == MOST_TOGETHER or not _clings(atom, cluster[-1])):
            yield cluster
            cluster = ()
        cluster += (atom,)
    if cluster:
        yield cluster


def _clings(atom: Run, before: Run) -> bool:
    is_closed = atom.text[0] in CLOSING and not before.text.isspace()
    return is_closed or before.text[-1] in OPENING


def _atoms(run: Run, width: int) -> Iterator[Run]:
    """Yield words and characters; only a word that no line can hold is chopped."""
    texts = (run.text,) if run.whole else (match[0] for match in ATOM.finditer(run.text))
    for text in filter(None, texts):
        pieces = (text,) if cell_len(text) <= width else chop_cells(text, width)
        yield from (Run(piece, run.style) for piece in pieces)
