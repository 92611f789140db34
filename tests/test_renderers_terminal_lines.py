"""Folding for the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.renderers.terminal.lines import Line, Run, fold, hang, measure


def _words(lines: list[Line]) -> list[str]:
    return ["".join(run.text for run in line) for line in lines]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("今年实现营业收入86.4亿元", 20, ["今年实现营业收入", "86.4亿元"]),
        ("占地面积一共是12万平方米", 20, ["占地面积一共是", "12万平方米"]),
        ("增长百分之几，未说。", 18, ["增长百分之几，未", "说。"]),
        ("推行服务机制的“好”字", 16, ["推行服务机制的", "“好”字"]),
        ("one two three", 8, ["one two ", "three"]),
        ("不折", 20, ["不折"]),
    ],
)
def test_a_line_breaks_where_a_printer_would(text: str, width: int, expected: list[str]):
    """Not inside a number, not before a closing mark, not behind an opening one."""
    assert _words(list(fold((Run(text),), width))) == expected


def test_marks_keep_to_a_figure_in_another_style():
    """The quotation mark and the full stop belong to other runs."""
    line = (Run("共计企业约“"), Run("一百家", "green", whole=True), Run("”。"))
    assert _words(list(fold(line, 14))) == ["共计企业约", "“一百家”。"]


def test_what_runs_on_stands_under_the_first_word():
    """Behind the mark."""
    assert _words(list(hang(Run("·"), (Run("甲乙丙丁"),), 6, " "))) == [
        " · 甲",
        "   乙",
        "   丙",
        "   丁",
    ]


@given(st.text("甲乙12.%亿元 ab“”。", min_size=1), st.integers(2, 30))
def test_nothing_is_lost_and_nothing_is_too_wide(text: str, width: int):
    """Only blanks at which a line breaks go."""
    lines = list(fold((Run(text),), width))
    assert all(measure(line) <= width for line in lines)
    assert "".join(_words(lines)).replace(" ", "") == text.replace(" ", "")
