"""The page for the terminal."""

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from summarizer.renderers.terminal import render, render_terminal
from summarizer.table import OBSERVATIONS
from tests.invented_page import TEXT, report

PAGE = render(report(), TEXT).decode()


@pytest.mark.parametrize(
    "words",
    [
        "𠮷川日报  2024-07-18  page.txt",
        "▌ 云岫高新区上半年稳中有进",
        "（原文未完）",
        "32.2亿元",
        "增速",
        "目标",
        "达产",
        "✗ 145家 ≠ 52家 + 90家  不一致",
        "可能是 142家",
        "数值与原文不同",
        "未认领 1 处：12345",
    ],
)
def test_the_page_says(words: str):
    """Headlines, figures, statuses, checks, doubts and the ledger."""
    assert words in PAGE


def test_columns_stand_under_each_other():
    """Wide characters count twice."""
    lines = PAGE.splitlines()
    header = next(line for line in lines if "主体" in line)
    row = next(line for line in lines if "2024-S1" in line)
    assert cell_len(header.split("时期")[0]) == cell_len(row.split("2024-S1")[0])


@pytest.mark.parametrize("width", [24, 40, 48, 80, 120])
def test_a_narrow_page_tears_no_figure_and_keeps_to_its_width(width: int):
    """Names fold, rows are stacked, but every figure stands on one line."""
    lines = _printed(width).splitlines()
    assert max(map(cell_len, lines)) <= width
    for row in OBSERVATIONS.rows(report(), TEXT):
        assert any(row.shown in line for line in lines)


def test_a_narrow_terminal_gets_two_lines_for_a_row():
    """Who and what, and below it how much, when and how sure."""
    assert "  云岫高新区 · 营业收入\n    86.4亿元 · 2024-S1 · 实绩" in _printed(40)


def test_a_scope_stands_with_its_indicator():
    """Industry, and industry above the threshold, are not one thing."""
    page = report()
    said = page.articles[0].observations[0].model_copy(update={"scope": "规上"})
    article = page.articles[0].model_copy(update={"observations": (said,)})
    out = render(page.model_copy(update={"articles": (article,)}), TEXT).decode()
    assert "营业收入（规上）" in out


def test_a_figure_of_the_summary_has_the_colour_of_its_standing():
    """Green for what adds up, yellow for what somebody should look at."""
    out = io.StringIO()
    render_terminal(
        report(), TEXT, Console(file=out, width=96, color_system="standard", force_terminal=True)
    )
    assert "\x1b[32m86.4亿元" in out.getvalue()
    assert "\x1b[1;33m约5亿元" in out.getvalue()


def _printed(width: int) -> str:
    out = io.StringIO()
    render_terminal(report(), TEXT, Console(file=out, width=width))
    return out.getvalue()
