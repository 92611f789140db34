"""How Markdown is written here: words escaped, figures footnoted, tables as pipes."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from summarizer.citation import Figures, read
from summarizer.phrases import label
from summarizer.quantity import Quantity
from summarizer.report import ArticleReport
from summarizer.wording import on_one_line

ACTIVE = re.compile(r"[\\`*_\[\]<>|~$&^]")
LEADING = re.compile(r"^([#+\-=:])|^(\d{1,9})([.)])(?=\s|$)")
LINKS = re.compile(r"(?i)(https?|ftp|www)([:.])")
ENTITIES = {":": "&#58;", ".": "&#46;"}


def escape(words: str) -> str:
    """Return `words` on one line so that they are read as words: no markup, no link, no list."""
    shown = ACTIVE.sub(r"\\\g<0>", on_one_line(words))
    shown = LINKS.sub(lambda match: match[1] + ENTITIES[match[2]], shown)
    return LEADING.sub(lambda match: f"{match[2] or ''}\\{match[1] or match[3]}", shown)


def grid(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a pipe table; the cells are Markdown already."""
    names = tuple(header)
    lines = [names, ("---",) * len(names), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


@dataclass(slots=True)
class Notes:
    """Footnotes under a page: one for each figure, numbered in the order of first use."""

    text: str
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)
    indexed: dict[str, Figures] = field(default_factory=dict)

    def on(self, article: ArticleReport, prose: str, cited: Collection[str] = ()) -> str:
        """Return a sentence of ours as Markdown, with a mark behind each figure it repeats."""
        shown, position = on_one_line(prose), 0
        parts: list[str] = []
        for figure in self.figures(article).within(shown, cited):
            parts.append(escape(shown[position : figure.end]))
            parts.append(self.mark(article, figure.quantity))
            position = figure.end
        return "".join((*parts, escape(shown[position:])))

    def mark(self, article: ArticleReport, quantity: Quantity) -> str:
        """Return the mark of a figure's footnote, writing the note when it is first needed."""
        key = (article.id, quantity.id)
        if key not in self.numbers:
            self.numbers[key] = len(self.numbers) + 1
            self.lines.append(f"[^{self.numbers[key]}]: {self._note(article, quantity)}")
        return f"[^{self.numbers[key]}]"

    def figures(self, article: ArticleReport) -> Figures:
        """Return the figures of an article, indexed once; dates and labels need no note."""
        if article.id not in self.indexed:
            numbers = (quantity for quantity in article.quantities if quantity.is_figure)
            self.indexed[article.id] = Figures.of(read(self.text, article), numbers)
        return self.indexed[article.id]

    def _note(self, article: ArticleReport, quantity: Quantity) -> str:
        reading = self.figures(article).reading
        figure, sentence = reading.printed(quantity.span), reading.sentence(quantity.span)
        return label("{figure}：“{sentence}”（字 {start}–{end}）").format(
            figure=escape(figure),
            sentence=escape(sentence),
            start=quantity.start,
            end=quantity.end,
        )


def document(paragraphs: Iterable[str], notes: Notes) -> bytes:
    """Put the paragraphs and the footnotes together as UTF-8."""
    page = "\n\n".join(paragraphs)
    return "\n\n".join(filter(None, (page, "\n".join(notes.lines)))).encode() + b"\n"
