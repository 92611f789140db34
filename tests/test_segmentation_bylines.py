"""Bylines: names with an office or a mark, and what only looks like them."""

import pytest

from summarizer.segmentation.bylines import is_byline, is_names
from summarizer.text import fold


@pytest.mark.parametrize(
    "line",
    [
        "■ 本报记者 巫山月　通讯员 蒋百合",
        "本报驻沪记者 詹天",
        "◎记者 丁一 发自江州",
        "【記者林遠／南屏報導】",
        "文/本报记者 肖远 图/刘文",
        "（特约记者 祁山 通讯员 雪莲）",
        "（作者系江州大学教授）",
        "红星路居民 郑大伟",
        "记者 肖远/文 刘文/图",
        "驻外记者 阿里·哈桑",
    ],
)
def test_an_office_or_a_mark_with_names_is_a_byline(line: str):
    """Whatever stands around the names, and in whatever order."""
    assert is_byline(fold(line))


@pytest.mark.parametrize(
    "line",
    ["记者手记", "记者节快乐", "本报记者看江州", "►江州要闻", "通讯员供稿", "本报记者 石磊 摄"],
)
def test_an_office_without_names_is_no_byline(line: str):
    """A column about reporters, and the credit of a picture."""
    assert not is_byline(fold(line))


@pytest.mark.parametrize(
    ("line", "names"),
    [("肖远 刘文", True), ("王 刚", True), ("公 告", False), ("金融", False), ("沙河乡", False)],
)
def test_bare_names_are_no_words_and_no_places(line: str, names: bool):
    """Few characters behind a surname; a word of the language is none, however it is spaced."""
    assert is_names(line) is names
