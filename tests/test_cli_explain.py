"""`summarize explain`: why a row reads as it does."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from summarizer.binding.weights import weights_of
from summarizer.cli import app, tongue

PAGE = """青山高新区开局良好

一季度，青山高新区完成工业总产值42亿元，同比增长8%。云岭县新增企业37家。
"""


@pytest.fixture
def page(tmp_path: Path) -> str:
    """Write a page of one article."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return str(path)


def test_a_row_is_explained_by_its_candidates_cues_and_margin(page: str):
    """Owner and indicator with what speaks for them, and how likely they are right."""
    said = CliRunner().invoke(app, ["explain", page, "--figure", "42亿元"]).output
    assert "⟦42亿元⟧" in said
    assert all(
        word in said for word in ("青山高新区", "云岭县", "工业总产值", "margin", "likely right")
    )
    assert "read +" in said


def test_every_row_is_explained_where_no_figure_is_named(page: str):
    """Three rows, three explanations."""
    said = CliRunner().invoke(app, ["explain", page]).output
    assert said.count("⟦") == len(("42亿元", "8%", "37家"))


def test_a_figure_that_no_row_has_is_told_in_one_line(page: str):
    """It says which."""
    failed = CliRunner().invoke(app, ["explain", page, "--figure", "99亿元"])
    assert "no row has the figure 99亿元" in str(failed.exception)


@pytest.mark.parametrize("table", ["owner", "indicator"])
def test_every_cue_has_words_in_chinese(table: str, monkeypatch: pytest.MonkeyPatch):
    """None is shown to a reader as it is called in the weights."""
    monkeypatch.setenv("LANGUAGE", "zh")
    told = {cue: tongue.say_cue(table, cue) for cue in weights_of(table)}
    assert {cue for cue, said in told.items() if re.search("[A-Za-z]", said)} == set()


def test_a_row_is_explained_in_chinese_to_who_reads_it(page: str, monkeypatch: pytest.MonkeyPatch):
    """Neither a cue nor a code in English."""
    monkeypatch.setenv("LANGUAGE", "zh")
    said = CliRunner().invoke(app, ["explain", page]).output
    assert "出现位置" in said
    assert re.findall("[A-Za-z]{2,}", said) == []
