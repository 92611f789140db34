"""read_issue: bytes of any usual encoding become one untouched text."""

import datetime as dt
import os
from pathlib import Path

import pytest

from summarizer.errors import ReadingError
from summarizer.reading import read_issue

PAGE = "园区要闻\r\n\r\n本报讯 日前，这个开发区的一个项目在江边开工，总投资为3亿元。\r\n"
TRADITIONAL = "園區要聞\n\n日前，這個開發區的一個項目在江邊動工，總投資為3億元。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]
)
def test_every_usual_encoding_is_detected(encoding: str):
    """The text is the same whatever bytes it came in, line ends and all."""
    assert read_issue(PAGE.encode(encoding)).text == PAGE


def test_big5_is_told_from_gb18030():
    """Bytes that both encodings accept are read as the one that makes sense."""
    assert read_issue(TRADITIONAL.encode("big5")).text == TRADITIONAL


def test_the_identity_is_that_of_the_text():
    """Two encodings of one page are one issue."""
    first, second = (read_issue(PAGE.encode(encoding)) for encoding in ("utf-8", "gb18030"))
    assert first.id == second.id == f"sha256:{first.sha256[:16]}"


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"", None, "no text in it"),
        (b" \n\n", None, "no text in it"),
        (b"\x7fELF\x00\x00", None, "zero byte at 4"),
        (b"\xff\xff\xff\xff", None, "byte 0xff at 0"),
        (PAGE.encode("gb18030"), "utf-8", "not utf-8"),
        (PAGE.encode(), "klingon", "no encoding is called 'klingon'"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, encoding: str | None, message: str):
    """The error names the place and what to do."""
    with pytest.raises(ReadingError, match=message):
        read_issue(data, encoding=encoding, name="page.txt")


def test_a_file_may_be_named_in_an_old_encoding(tmp_path: Path):
    """Its report says the name as its reader would, and can be written in UTF-8."""
    path = tmp_path / os.fsdecode("江州日报.txt".encode("gb18030"))
    path.write_text(PAGE, encoding="utf-8")
    assert read_issue(path).source == str(tmp_path / "江州日报.txt")


def test_missing_files_and_directories_are_said(tmp_path: Path):
    """Neither is a traceback."""
    with pytest.raises(ReadingError, match="no such file"):
        read_issue(tmp_path / "absent.txt")
    with pytest.raises(ReadingError, match="a directory"):
        read_issue(tmp_path)


@pytest.mark.parametrize(
    ("head", "name", "title", "date"),
    [
        ("江州日报 2018年4月16日 星期一", "a.txt", "江州日报", dt.date(2018, 4, 16)),
        ("江州晚報　二〇一八年四月十六日", "a.txt", "江州晚報", dt.date(2018, 4, 16)),
        ("园区要闻", "江州导报-20180416-05.txt", "江州导报", dt.date(2018, 4, 16)),
        ("园区要闻", "page-2018-04-16.txt", None, dt.date(2018, 4, 16)),
        ("园区要闻", "page.txt", None, None),
        ("2018年4月16日，江州日报社迁入新址。", "page.txt", None, None),
    ],
)
def test_the_masthead_or_file_name_dates_the_issue(
    head: str, name: str, title: str | None, date: dt.date | None
):
    """A dated line at the head, else the file's name; never a sentence of the news."""
    issue = read_issue(f"{head}\n\n{PAGE}".encode(), name=name)
    assert (issue.title, issue.date) == (title, date)
