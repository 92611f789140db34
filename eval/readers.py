"""What careful readers wrote about real articles in `../shared`, where present.

    claims    sentences with a label: true in one of many ways, or false in one
    drafts    replies to our own prompt; every figure is cited by its place

Both are about one article, which lies on a page of its own: its title, an empty line, its text.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from eval.gold import (
    SEALED,
    Draft,
    DraftRow,
    DraftSentence,
    GoldArticle,
    GoldBlock,
    GoldClaim,
    Question,
    Sample,
)
from summarizer.document import Role
from summarizer.summary import Measure, Status

MEASURES = {
    "值": Measure.LEVEL,
    "增速": Measure.GROWTH,
    "占比": Measure.SHARE,
    "百分点": Measure.PP_CHANGE,
    "增减": Measure.CHANGE,
    "比率": Measure.RATIO,
    "排名": Measure.RANK,
}
STATUSES = {
    "实际": Status.ACTUAL,
    "初步": Status.PRELIMINARY,
    "计划": Status.PLAN,
    "目标": Status.TARGET,
    "预测": Status.FORECAST,
    "达产": Status.CAPACITY,
}
Json = Mapping[str, Any]


def claims(shared: Path, split: str) -> tuple[Sample, ...]:
    """Load the labelled claims about the articles of a split, a sample for each article."""
    entries = sorted(_lines(shared / "claims" / f"{split}.jsonl"), key=_article_of)
    return tuple(
        _claimed(shared, split, article, tuple(group))
        for article, group in groupby(entries, key=_article_of)
    )


def drafts(shared: Path) -> tuple[Sample, ...]:
    """Load the recorded drafts, a sample for each."""
    entries = _lines(shared / "drafts" / "dev.jsonl")
    return tuple(_drafted(shared, number, entry) for number, entry in enumerate(entries, 1))


def _article_of(entry: Json) -> str:
    return str(entry["article"])


def _claimed(shared: Path, split: str, article: str, entries: Sequence[Json]) -> Sample:
    text, date, body = _page(shared, split, article)
    return Sample(
        id=f"claims-{article}",
        text=text,
        date=date,
        articles=(body,),
        asks=(Question.CLAIMS,),
        claims=tuple(
            GoldClaim(
                id=f"{article}/{number}",
                text=entry["text"],
                true=entry["label"] == "true",
                kind=entry["kind"],
            )
            for number, entry in enumerate(entries, 1)
        ),
        tags=(SEALED,) if split == "check" else (),
    )


def _drafted(shared: Path, number: int, entry: Json) -> Sample:
    text, date, body = _page(shared, "dev", entry["article"])
    sentences = (entry["abstract"], *entry["points"])
    return Sample(
        id=f"draft-{number:02}",
        text=text,
        date=date,
        articles=(body,),
        asks=(Question.DRAFTS,),
        draft=Draft(
            sentences=tuple(DraftSentence(text=s["text"], cites=s["cites"]) for s in sentences),
            rows=tuple(map(_row, entry["rows"])),
        ),
    )


def _row(entry: Json) -> DraftRow:
    return DraftRow(
        start=entry["start"],
        end=entry["end"],
        printed=entry["printed"],
        entity=entry["entity"] or None,
        indicator=entry["indicator"],
        scope=entry["scope"] or None,
        measure=MEASURES[entry["measure"]],
        time=entry["time"] or None,
        status=STATUSES[entry["status"]],
    )


def _page(shared: Path, split: str, article: str) -> tuple[str, dt.date, GoldArticle]:
    """Return the page of an article, its date, and the article on it."""
    source = json.loads((shared / "articles" / split / f"{article}.article.json").read_bytes())
    title, date = source["title"] or "", source["date"]
    text = f"{title}\n\n{source['text']}"
    blocks = tuple(_blocks(text, len(title)))
    body = GoldArticle(id=article, headline=title or None, byline=None, blocks=blocks)
    return text, dt.date.fromisoformat(date if len(date) > len("1998-01") else f"{date}-01"), body


def _blocks(text: str, title: int) -> Iterator[GoldBlock]:
    """Yield the title and the paragraphs, each a block."""
    position = 0
    for line in text.split("\n"):
        role = Role.HEADLINE if position < title else Role.BODY
        if line.strip():
            yield GoldBlock(start=position, end=position + len(line), role=role)
        position += len(line) + 1


def _lines(path: Path) -> Sequence[Json]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
