"""Articles as data: JSON and JSON Lines, as archives publish them."""

import datetime as dt
import json
from pathlib import Path

import pytest

from summarizer.batch.sources import contents, find_sources
from summarizer.errors import ReadingError
from summarizer.reading import Fields, read_fields, read_issue, read_issues
from summarizer.segmentation import segment

CHINESE = {
    "标题": "项目开工",
    "作者": "程砚秋",
    "日期": "2018-05-14",
    "版次": "06",
    "正文": "砚北三个项目开工。",
}
ENGLISH = {
    "title": "项目开工",
    "author": "程砚秋",
    "date": "2018-05-14",
    "content": "砚北三个项目开工。",
}
MARKED = {**ENGLISH, "content": "<p>砚北三个项目</p><p>昨日<b>开工</b>。</p>"}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([CHINESE]),
        json.dumps(CHINESE, ensure_ascii=False),
        json.dumps({"articles": [ENGLISH], "total": 1}),
        f"{json.dumps(ENGLISH)}\n\n{json.dumps(CHINESE)}\n",
        json.dumps([MARKED]),
        json.dumps(
            [
                {
                    "hd": "x",
                    **{k: v for k, v in ENGLISH.items() if k != "content"},
                    "b": "砚北三个项目开工，" * 9,
                }
            ]
        ),
    ],
)
def test_fields_are_known_by_their_usual_names(text: str):
    """Headline, author and date come from the fields, in either language."""
    issue = read_issue(text.encode(), name="x.json")
    article = segment(issue)[0]
    assert (article.headline, article.byline, issue.date) == (
        "项目开工",
        "程砚秋",
        dt.date(2018, 5, 14),
    )
    assert "砚北三个项目" in article.text


def test_days_are_issues(tmp_path: Path):
    """A file of many days is read as an issue for each."""
    path = tmp_path / "x.jsonl"
    path.write_text(
        "\n".join(json.dumps({**ENGLISH, "date": f"2018-05-{day}"}) for day in (14, 15, 14))
    )
    assert [(issue.date, len(segment(issue))) for issue in read_issues(path)] == [
        (dt.date(2018, 5, 14), 2),
        (dt.date(2018, 5, 15), 1),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"title": ', "broken JSON"),
        ('{"content": "甲"}\n{"content"', "broken JSON in line 2"),
        ('[{"a": 1, "b": 2}]', "no text in its fields"),
        ("[" * 100_000, "nested too deep|broken JSON"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, message: str):
    """Where it breaks, or which fields it has."""
    with pytest.raises(ReadingError, match=message):
        read_issue(text.encode(), name="x.jsonl")


OWN = """
title = "bt"
text = ["zwzy", "zw"]
date = "meta.rq"
paper = "meta.bm"
articles = "jieguo"
"""
FOREIGN = {
    "jieguo": [
        {
            "bt": "甲地开工",
            "zw": "甲地今年新开项目12个。",
            "meta": {"rq": "20180514", "bm": "江州日报"},
        },
        {
            "bt": "乙地竣工",
            "zw": "乙地今年竣工项目9个。",
            "meta": {"rq": "20180515", "bm": "江州日报"},
        },
    ]
}


@pytest.fixture
def told(tmp_path: Path) -> Fields:
    """Read what a user's file says of his fields."""
    (tmp_path / "map.toml").write_text(OWN, encoding="utf-8")
    return read_fields(tmp_path / "map.toml")


def test_fields_are_read_by_the_names_that_a_file_gives(tmp_path: Path, told: Fields):
    """Lists, fields within fields, and what holds the list."""
    path = tmp_path / "x.json"
    path.write_text(json.dumps(FOREIGN), encoding="utf-8")
    read = [
        (issue.title, str(issue.date), segment(issue)[0].headline)
        for issue in read_issues(path, fields=told)
    ]
    assert read == [
        ("江州日报", "2018-05-14", "甲地开工"),
        ("江州日报", "2018-05-15", "乙地竣工"),
    ]


def test_a_batch_reads_fields_by_the_names_of_a_file(tmp_path: Path, told: Fields):
    """What it hands on needs no names any more."""
    (tmp_path / "x.json").write_text(json.dumps(FOREIGN), encoding="utf-8")
    sources = tuple(find_sources([str(tmp_path / "x.json")], fields=told))
    pages = [page for _, page in contents(sources, told)]
    assert [str(read_issue(page, name="x.json").date)[-2:] for page in pages] == ["14", "15"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('titel = "bt"', "titel is no part of an article; name title, author"),
        ("title = 3", "title takes the name of a field"),
        ('title = [""]', "title takes the name of a field"),
        ("title = bt", "cannot be read"),
        (None, "cannot be read"),
    ],
)
def test_a_file_of_fields_that_is_wrong_is_said(tmp_path: Path, content: str | None, message: str):
    """What is wrong, and what may stand there."""
    path = tmp_path / "map.toml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(ReadingError, match=message):
        read_fields(path)
