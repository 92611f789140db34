"""`lessons.txt` → pages: small ones that teach what few real pages show, to be added to by hand."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.fit.composing import Sheet
from eval.gold import GoldArticle, Question, Sample
from summarizer.document import FurnitureRole, Role

FILE = Path(__file__).with_name("lessons.txt")
ROLES = {
    "h": Role.HEADLINE,
    "k": Role.KICKER,
    "d": Role.DECK,
    "y": Role.BYLINE,
    "b": Role.BODY,
    "s": Role.SUBHEAD,
    "t": Role.DATELINE,
}
HUNG = "+"
SETTINGS = (("\n\n", ""), ("\n", "　　"))
"""What stands before each line, and before a line of text."""


def lessons() -> Iterator[Sample]:
    """Yield each page in every setting."""
    for title, *lines in _pages(FILE.read_text(encoding="utf-8").splitlines()):
        for number, (gap, indent) in enumerate(SETTINGS):
            yield _sample(f"{title} {number}", lines, gap, indent)


def _pages(lines: Sequence[str]) -> Iterator[list[str]]:
    held: list[str] = []
    for line in lines:
        if line.startswith("= "):
            if held:
                yield held
            held = []
        if line and not line.startswith("#"):
            held.append(line)
    yield held


def _sample(name: str, lines: Sequence[str], gap: str, indent: str) -> Sample:
    sheet = Sheet()
    for line in lines:
        label, _, text = line.partition(" ")
        if not text:
            continue
        role = ROLES.get(label[-1]) if label[0].isdigit() else None
        if role is None:
            sheet.set_aside(text, FurnitureRole(label), gap)
        else:
            before = gap + (indent if role in (Role.BODY, Role.SUBHEAD) else "")
            before = "　" if text[0] == HUNG else before
            sheet.set_line(text.lstrip(HUNG), int(label[:-1]), role, before, 0)
    return Sample(
        id=name,
        text=sheet.text,
        articles=tuple(
            GoldArticle(id=str(number), headline=None, byline=None, blocks=tuple(blocks))
            for number, blocks in sorted(sheet.blocks.items())
        ),
        furniture=tuple(sheet.furniture),
        asks=(Question.SEGMENTATION,),
    )
