"""A page that a person corrected is laid out as they said."""

import json
from pathlib import Path

import pytest

from summarizer.document import Issue
from summarizer.errors import ReadingError
from summarizer.reading import read_issue
from summarizer.segmentation import keep_layout, kept_layout, lay_out, segment

PAGE = "园区要闻\n\n江州三个项目开工\n\n本报讯 近日，三个项目开工。\n\n肖远\n"


@pytest.fixture
def issue(tmp_path: Path) -> Issue:
    """Return a page on disk."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return read_issue(path)


def override(issue: Issue, text: str) -> None:
    """Keep a layout beside the page."""
    Path(issue.source).with_suffix(".segments.json").write_text(text, encoding="utf-8")


def test_without_a_file_nothing_is_corrected(issue: Issue):
    """The layout is ours then."""
    assert kept_layout(issue) is None


def test_what_is_kept_comes_back(issue: Issue):
    """A layout that nobody touched is the same layout."""
    layout = lay_out(issue)
    override(issue, keep_layout(issue, layout))
    kept = kept_layout(issue)
    assert kept is not None
    assert (kept.articles, kept.furniture) == (layout.articles, layout.furniture)


def test_a_correction_counts(issue: Issue):
    """The article has the headline that the person gave it."""
    kept = json.loads(keep_layout(issue, lay_out(issue)))
    kept["articles"][0]["blocks"][0]["role"] = "kicker"
    override(issue, json.dumps(kept))
    assert segment(issue)[0].headline is None


@pytest.mark.parametrize(
    ("place", "value", "message"),
    [
        ("sha256", "0", "another text"),
        ("furniture", [], "belong to nothing"),
        ("articles", 3, "articles"),
        ("furniture", [{"start": 0, "end": 9, "role": "banner"}], "two stretches claim"),
    ],
)
def test_what_does_not_fit_is_said(issue: Issue, place: str, value: object, message: str):
    """Another text, a gap, an overlap, a wrong type: each is one line."""
    kept = json.loads(keep_layout(issue, lay_out(issue))) | {place: value}
    override(issue, json.dumps(kept))
    with pytest.raises(ReadingError, match=message):
        kept_layout(issue)
