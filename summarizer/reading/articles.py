"""Articles as data, JSON or JSON Lines → a sheet for each day's issue.

    {"标题": …, "作者": …, "日期": "2018-05-14", "版次": "06", "正文": …}      a line, or in a list,
    {"title": …, "author": …, "date": …, "page": 6, "content": "<p>…"}       or under "articles"

Fields are known by the names that archives give them, or by those that a user tells (`fields`);
where none holds the text, the longest field is the text. A text with marks is read like a web page.
"""

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from summarizer.errors import ReadingError
from summarizer.reading.blocks import Block, Para, Sheet
from summarizer.reading.fields import USUAL, Fields
from summarizer.reading.masthead import date_in
from summarizer.reading.pages import settled_blocks
from summarizer.reading.web import blocks_of, tree_of
from summarizer.setting import Declared

LEAST_TEXT = 20
NUMBER = re.compile(r"[0-9]{1,3}")
MARKED = re.compile(r"<(?:p|div|br|span|table|h[1-6])\b", re.IGNORECASE)
SAME = 0.8
Record = Mapping[str, str]
"""The parts of an article, by our names."""


def issues_in(text: str, name: str, fields: Fields = USUAL) -> dict[str, str]:
    """Return the issues of a file of articles as such files, by date; raises ReadingError.

    They call their fields as everybody does, so that nobody has to be told the names again.
    """
    raw = tuple(_records(text, name, fields))
    told = [_named(record, fields) for record in raw]
    _demand_text(raw, told, name)
    records = sorted(told, key=_day)
    return {
        day: json.dumps(list(group), ensure_ascii=False) for day, group in groupby(records, _day)
    }


def articles_sheet(text: str, name: str, fields: Fields = USUAL) -> Sheet:
    """Return the sheet of a file of articles; raises ReadingError."""
    records = tuple(_records(text, name, fields))
    named = tuple(_named(record, fields) for record in records)
    _demand_text(records, named, name)
    blocks = tuple(block for record in named for block in _blocks(record, name))
    return Sheet(
        blocks,
        _common(each["paper"] for each in named),
        date_in(_common(map(_day, named)) or ""),
    )


def _demand_text(raw: Sequence[Mapping[str, Any]], told: Iterable[Record], name: str) -> None:
    if any(record["text"] for record in told):
        return
    keys = sorted({key for record in raw[:3] for key in record})
    raise ReadingError(
        "{name}: no text in its fields ({fields}); call it content, the headline "
        "title, the day date, or name them in a file for --fields",
        name=name,
        fields=", ".join(keys[:8]),
    )


def _records(text: str, name: str, fields: Fields) -> Iterator[Record]:
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        if "\n" not in text.strip():
            raise ReadingError(
                "{name}: broken JSON ({error}); export it again", name=name, error=error
            ) from None
        data = [
            _line(line, number, name)
            for number, line in enumerate(text.splitlines(), 1)
            if line.strip()
        ]
    except RecursionError:
        raise ReadingError(
            "{name}: JSON nested too deep; give a list of articles", name=name
        ) from None
    yield from (each for each in _listed(data, fields) if isinstance(each, dict))


def _line(line: str, number: int, name: str) -> Any:  # noqa: ANN401 - JSON is anything
    try:
        return json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ReadingError(
            "{name}: broken JSON in line {number} ({error}); mend it",
            name=name,
            number=number,
            error=error,
        ) from None


def _listed(data: Any, fields: Fields) -> Sequence[Any]:  # noqa: ANN401 - JSON is anything
    if isinstance(data, list):
        return data
    if not isinstance(data, dict):
        return ()
    held = fields.list_in(data)
    return held if held is not None and not fields.parts(data)["text"] else (data,)


def _named(record: Mapping[str, Any], fields: Fields) -> Record:
    """Return the parts of an article by our names; without a text, its longest field is one."""
    named = {part: _said(part, value) for part, value in fields.parts(record).items()}
    return named | {"text": named["text"] or _longest(record)}


def _blocks(record: Record, name: str) -> Iterator[Block]:
    """Yield an article: its headline, its author, its paragraphs."""
    page = NUMBER.search(record["page"])
    number = int(page.group()) if page else None
    title, author, text = record["title"], record["author"], record["text"]
    if title and text:
        yield Para(" ".join(title.split()), declared=Declared.HEADING, level=1, page=number)
    if author and author not in text[: len(author) + LEAST_TEXT]:
        yield Para(author, declared=Declared.BYLINE, page=number)
    if MARKED.search(text):
        root = tree_of(f"<html><body>{text}</body></html>", name)
        yield from settled_blocks(blocks_of(root) if root is not None else ())
        return
    for line in text.splitlines():
        if line.strip():
            yield Para(line, page=number)


def _said(part: str, value: Any) -> str:  # noqa: ANN401 - the same
    """Return what a record has for a part of an article; a list is its items."""
    if isinstance(value, list):
        between = "\n" if part == "text" else " "
        value = between.join(each.strip() for each in value if isinstance(each, str))
    return _sound(str(value)) if isinstance(value, (str, int)) else ""


def _sound(text: str) -> str:
    """Return a text without halves of characters, which JSON can spell and nothing can print."""
    return text.encode("utf-8", "replace").decode().strip()


def _longest(record: Mapping[str, Any]) -> str:
    texts = (value for value in record.values() if isinstance(value, str))
    text = max(texts, key=len, default="")
    return _sound(text) if len(text) >= LEAST_TEXT else ""


def _day(record: Record) -> str:
    """Return the day of a record as 2018-05-14, or nothing."""
    date: dt.date | None = date_in(record["date"])
    return date.isoformat() if date else ""


def _common(values: Iterable[str]) -> str | None:
    """Return what nearly all say."""
    counts = Counter(filter(None, values))
    if not counts:
        return None
    value, count = counts.most_common(1)[0]
    return value if count >= SAME * counts.total() else None
