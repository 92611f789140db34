"""What a page is composed of: stories, the forms of lines, and the sheet that they are printed on.

Story(outlet, lines)      an article: its lines with their roles, in reading order
filled("记者{name}摄")     a form of `forms.json`, with an invented name in it
Sheet                     the text as it grows, the blocks of each story, the furniture
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from eval.gold import GoldBlock
from summarizer.document import FurnitureRole, Role
from summarizer.report import FurniturePlace

FORMS: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("forms.json").read_text(encoding="utf-8")
)
"""What bylines, ledes, captions … look like in one house or another."""
CLOSING = "，。、；：！？”」』）】》"
Line = tuple[Role | FurnitureRole, str]


@dataclass(frozen=True, slots=True)
class Story:
    """An article to be set: its lines with their roles, in reading order."""

    outlet: str
    lines: tuple[tuple[Role, str], ...]

    @property
    def titled(self) -> bool:
        """Whether it has a headline."""
        return any(role is Role.HEADLINE for role, _ in self.lines)

    @property
    def longest_title(self) -> int:
        """How long its longest headline line is, 0 without one."""
        return max((len(line) for role, line in self.lines if role is Role.HEADLINE), default=0)


@dataclass(slots=True)
class Sheet:
    """A page as it grows: its text, the blocks of each story and the furniture."""

    text: str = ""
    blocks: dict[int, list[GoldBlock]] = field(default_factory=dict)
    furniture: list[FurniturePlace] = field(default_factory=list)

    def set_line(self, line: str, story: int, role: Role, before: str, width: int) -> None:
        """Print a line of a story."""
        start, end = self._print(line, before, width)
        self.blocks.setdefault(story, []).append(GoldBlock(start=start, end=end, role=role))

    def set_aside(self, line: str, role: FurnitureRole, before: str, width: int = 0) -> None:
        """Print a line that belongs to no story."""
        start, end = self._print(line, before, width)
        self.furniture.append(FurniturePlace(start=start, end=end, role=role))

    def cut(self, story: int) -> None:
        """Cut the page off in the last paragraph of a story, if it is the page's last."""
        blocks = self.blocks[story]
        place = max(range(len(blocks)), key=lambda each: blocks[each].end)
        block = blocks[place]
        long = block.end - block.start > 30
        if block.role is Role.BODY and block.end == len(self.text) and long:
            end = block.start + (block.end - block.start) * 2 // 3
            blocks[place] = block.model_copy(update={"end": end})
            self.text = self.text[:end]

    def _print(self, line: str, before: str, width: int) -> tuple[int, int]:
        self.text += before if self.text else before.lstrip("\n")
        start = len(self.text)
        if width:
            line = "\n".join(_wrapped(line, width, width - 2 * before.endswith("　")))
        self.text += line
        return start, len(self.text)


def filled(form: str, rng: Random) -> str:
    """Return a form with invented names, places, numbers and times in it."""
    name, other = rng.sample(FORMS["names"], 2)
    return form.format(
        name=name,
        other=other,
        place=rng.choice(FORMS["places"]),
        n=rng.randint(2, 9),
        m=1,
        day=rng.randint(1, 28),
        month=rng.randint(1, 12),
        hour=rng.randint(6, 23),
        minute=rng.randint(10, 59),
    )


def _wrapped(line: str, width: int, first: int) -> Iterator[str]:
    """Yield the printed lines of a paragraph, as wide as so many Chinese characters.

    No line begins with a mark that ends a clause.
    """
    held, room = "", 2 * first
    for character in line:
        room -= 1 + (not character.isascii())
        if room < 0 and character not in CLOSING:
            yield held
            held, room = "", 2 * width - 1 - (not character.isascii())
        held += character
    yield held
