"""Labels that lie here, for articles that lie elsewhere."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from eval.shared.standoff import AnotherText, news

TEXT = "今年1月，霁川市出口额达12.5亿元，同比增长8%。"
ARTICLE = {"title": "出口", "date": "2031-02-03T08:00", "text": TEXT, "repo": "晨报/news"}
ROW = {
    "start": TEXT.index("12.5"),
    "end": TEXT.index("亿元"),
    "norm_value": 1250000000,
    "norm_unit": "CNY",
    "entity": "霁川市",
    "indicator": "出口额",
    "status": "actual",
    "relation": "level",
}
OTHER = {"start": TEXT.index("1月"), "end": TEXT.index("，"), "kind": "date"}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two articles; the labels are for the second."""
    other = {**ARTICLE, "text": "另一篇文章。"}
    path = tmp_path / "news.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in (other, ARTICLE)), "utf-8")
    return path


def labels(tmp_path: Path, text: str) -> Path:
    """Write the label of the second article, as if `text` had been labelled."""
    label = {
        "id": "1",
        "line": 2,
        "text_sha256": sha256(text.encode()).hexdigest(),
        "rows": [{**ROW, "unit_start": ROW["end"], "unit_end": TEXT.index("，同比")}],
        "other_numbers": [OTHER],
    }
    path = tmp_path / "labels.jsonl"
    path.write_text(f"{json.dumps(label)}\n", "utf-8")
    return path


def test_a_label_finds_its_article_and_its_words(tmp_path: Path, corpus: Path):
    """The labels hold places alone: words and date come from the corpus."""
    (sample,) = news(corpus, labels(tmp_path, TEXT))
    (row,) = sample.articles[0].rows
    assert (row.text, row.entity, row.required, str(sample.date)) == (
        "12.5",
        "霁川市",
        True,
        "2031-02-03",
    )
    assert sample.text[row.start : row.end] == "12.5"
    assert [figure.text for figure in sample.articles[0].quantities] == ["12.5亿元", "1月"]


def test_another_text_is_not_measured_with_these_labels(tmp_path: Path, corpus: Path):
    """A corpus that has changed is an error that names the line."""
    with pytest.raises(AnotherText, match="line 2"):
        news(corpus, labels(tmp_path, f"{TEXT}改"))
