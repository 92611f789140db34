"""paragraphs: lines that were broken at the width of the column, put together again."""

import pytest

from summarizer.segmentation.columns import paragraphs

FIRST = "本报讯 近日，江州高新区十二个项目同日开工，总投资三十亿元，建成后将新增就业岗位两千个。"
SECOND = "据介绍，江州高新区将为项目提供全程服务，逐一协调解决建设中的难题，力争明年全部投产。"


def broken(text: str, indent: str = "") -> list[str]:
    """Break a paragraph after every twenty characters."""
    whole = indent + text
    return [whole[at : at + 20] for at in range(0, len(whole), 20)]


def texts(*lines: str, ends: str = "\n") -> list[str]:
    """Return the paragraphs of a page of lines, as they are read."""
    return [paragraph.text.replace(",", "，") for paragraph in paragraphs(ends.join(lines))]


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\n\n"])
def test_a_column_is_read_as_paragraphs(indent: str, ends: str):
    """With and without indents, and where a blank line follows every line."""
    lines = ["江州开工", *broken(FIRST, indent), "肖远", "海关提速", *broken(SECOND, indent)]
    assert texts(*lines, ends=ends) == ["江州开工", FIRST, "肖远", "海关提速", SECOND]


def test_headline_lines_of_one_width_stay_apart():
    """Nothing between them is a sentence, so that no column is broken there."""
    lines = ["开发区前十月主要指标超额完成", "实际利用外资首次跃居全省前列", "本报记者 肖远"]
    assert texts(*lines) == lines


def test_a_headline_as_wide_as_the_column_stands_above_its_paragraph():
    """It has no mark between clauses, and what follows opens an article."""
    headline = "江州高新区十二个重点项目同日开工建设现场"
    assert texts(headline, *broken(FIRST), *broken(SECOND))[0] == headline


def test_a_byline_broken_in_its_brackets_is_read_whole():
    """The sentence ends before it, the bracket after the line."""
    lines = [*broken(SECOND), "以上。（记", "者 肖远）", *broken(FIRST)]
    assert "(记者 肖远)" in texts(*lines)


def test_a_number_broken_at_the_end_of_a_line_is_one():
    """Neither half of it begins anything: 意见建议3 / 100余条."""
    lines = ["本报讯 今年以来，江州共收集群众意见", "建议3", "100余条，答复率九成。"]
    assert any("建议3100余条" in text for text in texts(*lines))


def test_a_credit_that_had_no_room_on_the_line_above_belongs_to_it():
    """A wrapped caption is one caption, with who took the picture."""
    lines = [*broken(SECOND), "（资料图片）"]
    assert texts(*broken(FIRST), *lines)[-1].endswith("(资料图片)")
