"""Articles as data: JSON and JSON Lines, as archives publish them."""

import datetime as dt
import json
from pathlib import Path

import pytest

from summarizer.errors import ReadingError
from summarizer.reading import read_issue, read_issues
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
