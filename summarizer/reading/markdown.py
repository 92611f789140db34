"""Markdown → a sheet, by way of the HTML that it stands for.

    --- title: … date: … ---     front matter: title, author, date, source
    # 标题                        a heading of level 1
    <p>…</p> · &nbsp;            inline HTML and entities, as a browser shows them

An indent is the first line of a Chinese paragraph and no code; #标题 without a blank is a heading.
"""

import re

from summarizer.lexicon import word_list
from summarizer.reading.blocks import Sheet
from summarizer.reading.pages import sheet_of
from summarizer.reading.web import blocks_of, tree_of

FRONT_MATTER = re.compile(
    r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(.{0,8000}?)\r?\n(?:\1|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
FIELD = re.compile(r"([A-Za-z_\u4e00-\u9fff-]{1,20})[ \t]*[:=：][ \t]*(.{0,500})")
ITEM = re.compile(r"[ \t]*-[ \t]+(.{1,200})")
TIGHT_HEADING = re.compile(r"^( {0,3}#{1,6})(?=[^#\s][^#\r\n]{0,60}\r?$)", re.MULTILINE)
ATTRIBUTES = re.compile(r"(?<=[)\]#`]) ?\{[^{}\n]{1,100}\}")
"""How a picture is shown, as other readers of Markdown are told: ![…](a.png){width=45%}."""
FIELDS = ("title", "date", "author", "paper")


def markdown_sheet(text: str, name: str) -> Sheet:
    """Return the sheet of a Markdown page. Raises ReadingError."""
    from markdown_it import MarkdownIt

    front = FRONT_MATTER.match(text)
    facts = front_matter(front[2]) if front else {}
    body = text[front.end() :] if front else text
    reader = MarkdownIt("commonmark", {"html": True, "breaks": True, "maxNesting": 100})
    reader.enable(["table", "strikethrough"]).disable("code")
    page = reader.render(ATTRIBUTES.sub("", TIGHT_HEADING.sub(r"\1 ", body)))
    root = tree_of(f"<html><body>{page}</body></html>", name)
    return sheet_of(blocks_of(root) if root is not None else (), facts, web=False)


def front_matter(text: str) -> dict[str, str]:
    """Return the plain fields of a front matter; a list is its items with blanks between them.

    Titles with a bare colon are usual in archives and no valid YAML, so the lines are read as they
    stand: nested structures are left out.
    """
    facts: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if field := FIELD.match(line):
            name = _named(field[1].lower())
            value = _bare(field[2])
            facts.setdefault(name, []).extend([value] if value else [])
        elif name and (item := ITEM.match(line)):
            facts[name].append(_bare(item[1]))
    return {name: " ".join(values) for name, values in facts.items() if values}


def _named(field: str) -> str:
    """Return what a page's metadata call a field of the front matter, whatever its own name."""
    known = (name for name in FIELDS if field in word_list(f"fields.article.{name}"))
    return next(known, field)


def _bare(value: str) -> str:
    value = value.split(" #", 1)[0].strip()
    if value[:1] == "[" and value[-1:] == "]":
        return " ".join(_bare(each) for each in value[1:-1].split(","))
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
