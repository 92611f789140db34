"""What careful readers wrote about real articles.

    claims    sentences with a label: true in one of many ways, or false in one
    drafts    replies to our own prompt; every figure is cited by its place

Both are about one article, which lies on a page of its own: its title, an empty line, its text.
"""

import datetime as dt
import json
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from eval.gold import (
    Draft,
    DraftRow,
    DraftSentence,
    GoldArticle,
    GoldClaim,
    Question,
    Sample,
)
from eval.shared.articles import blocks, page_text
from eval.shared.dialect import Json, day, read_json, read_text
from summarizer.models.chat.reply.shapes import MEASURES, STATUSES


def claims(file: Path, folder: Path | None = None) -> tuple[Sample, ...]:
    """Load the labelled claims of a split, a sample for each article of the same split.

    `folder` is where the articles lie, if not beside the claims.
    """
    entries = sorted(_lines(file), key=_article_of)
    folder = folder or file.parents[1] / "articles" / file.stem
    return tuple(
        _claimed(folder, article, tuple(group))
        for article, group in groupby(entries, key=_article_of)
    )


def drafts(file: Path) -> tuple[Sample, ...]:
    """Load the recorded drafts, a sample for each."""
    folder = file.parents[1] / "articles" / file.stem
    return tuple(_drafted(folder, number, entry) for number, entry in enumerate(_lines(file), 1))


def _article_of(entry: Json) -> str:
    return str(entry["article"])


def _claimed(folder: Path, article: str, entries: Sequence[Json]) -> Sample:
    text, date, body = _page(folder, article)
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
    )


def _drafted(folder: Path, number: int, entry: Json) -> Sample:
    text, date, body = _page(folder, entry["article"])
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


def _page(folder: Path, article: str) -> tuple[str, dt.date, GoldArticle]:
    """Return the page of an article, its date, and the article on it."""
    source = read_json(folder / f"{article}.article.json")
    text, title = page_text(source), source["title"] or None
    body = GoldArticle(id=article, headline=title, byline=None, blocks=tuple(blocks(text, title)))
    return text, day(source["date"]), body


def _lines(path: Path) -> Sequence[Json]:
    return [json.loads(line) for line in read_text(path).splitlines()]
