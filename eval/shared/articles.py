"""Single real articles with their tables, other numbers and key facts.

Each lies on a page of its own, as a reader has it: its title, an empty line, its text. The gold
counts from the beginning of the text.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from eval.gold import OF_A_PAGE, GoldArticle, GoldBlock, GoldQuantity, KeyFact, Question, Sample
from eval.shared.dialect import Json, day, figures, moved, outlet, read_json, rows
from summarizer.document import Role
from summarizer.quantity import Kind
from summarizer.text import Span

ASKED = tuple(question for question in OF_A_PAGE if question is not Question.SEGMENTATION)
BREAK = "\n\n"
NUMERAL = re.compile(r"[\d.,．，]*\d|[〇零一二三四五六七八九十百千万亿两萬億兩]+")


def articles(folder: Path) -> tuple[Sample, ...]:
    """Load the articles of a folder, each as a page of its own."""
    return tuple(
        sample(read_json(path), read_json(path.with_name(path.name.replace("article", "gold"))))
        for path in sorted(folder.glob("*.article.json"))
    )


def sample(source: Json, gold: Json, asked: tuple[Question, ...] = ASKED) -> Sample:
    """Put an article on a page of its own, with what its readers said of it."""
    text = page_text(source)
    gold = moved(gold, by=len(text) - len(source["text"]))
    article = GoldArticle(
        id=gold["id"],
        headline=source["title"] or None,
        byline=None,
        blocks=tuple(blocks(text, source["title"])),
        quantities=(*_in_title(source["title"]), *figures(text, gold)),
        rows=tuple(rows(text, gold["rows"], [Span(0, len(text))])),
        key_facts=tuple(KeyFact(text=fact) for fact in gold["key_facts"]),
    )
    return Sample(
        id=f"article-{gold['id']}",
        text=text,
        date=day(source["date"]),
        articles=(article,),
        asks=asked,
        tags=(outlet(source["outlet"]), f"{source['date'][:3]}0s"),
    )


def _in_title(title: str | None) -> Iterator[GoldQuantity]:
    """Yield the numbers of the title: nobody annotated them, so they are neither asked nor held."""
    for found in NUMERAL.finditer(title or ""):
        yield GoldQuantity(
            start=found.start(),
            end=found.end(),
            text=found[0],
            kind=Kind.COUNT,
            required=False,
            form="title",
        )


def page_text(source: Json) -> str:
    """Return the page of an article; without a title, its first line is empty."""
    return f"{source['title'] or ''}{BREAK}{source['text']}"


def blocks(text: str, title: str | None) -> Iterator[GoldBlock]:
    """Yield the title and every paragraph of such a page."""
    position = 0
    for line in text.split("\n"):
        role = Role.HEADLINE if position < len(title or "") else Role.BODY
        if line.strip():
            yield GoldBlock(start=position, end=position + len(line), role=role)
        position += len(line) + 1
