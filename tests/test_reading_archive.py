"""read_issues: every page of a zip archive is an issue."""

import io
import zipfile
from pathlib import Path

import pytest

from summarizer.errors import ReadingError
from summarizer.reading import read_issue, read_issues


def packed(**pages: str) -> bytes:
    """Pack pages into an archive."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in pages.items():
            archive.writestr(name, text)
    return data.getvalue()


def test_pages_come_in_the_order_of_their_names(tmp_path: Path):
    """What the system adds is left out, and each page knows where it came from."""
    path = tmp_path / "week.zip"
    path.write_bytes(packed(**{"b.txt": "乙。", "a.txt": "甲。", "__MACOSX/a.txt": "丙。"}))
    issues = list(read_issues(path))
    assert [issue.text for issue in issues] == ["甲。", "乙。"]
    assert issues[0].source == f"{path}!a.txt"


def test_a_page_alone_is_one_issue(tmp_path: Path):
    """Anything but an archive is read as it is."""
    path = tmp_path / "page.txt"
    path.write_text("甲。", encoding="utf-8")
    assert [issue.text for issue in read_issues(path)] == ["甲。"]


def test_an_archive_is_not_one_issue(tmp_path: Path):
    """read_issue says what to do with an archive, and read_issues with a damaged one."""
    with pytest.raises(ReadingError, match="unpack it"):
        read_issue(packed(a="甲。"))
    path = tmp_path / "week.zip"
    path.write_bytes(packed(a="甲。")[:30])
    with pytest.raises(ReadingError, match="damaged"):
        list(read_issues(path))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_pages_of_one_name_are_all_read(tmp_path: Path):
    """The second is told from the first."""
    path = tmp_path / "twice.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for text in ("甲。", "乙。"):
            archive.writestr("a.txt", text)
    found = [(issue.source, issue.text) for issue in read_issues(path)]
    assert found == [(f"{path}!a.txt", "甲。"), (f"{path}!a.txt#2", "乙。")]


def test_what_cannot_be_read_is_told_and_the_rest_is_read(tmp_path: Path):
    """A torn member, an empty page, a file of another kind: each is one failure."""
    path = tmp_path / "week.zip"
    path.write_bytes(
        packed(**{"a.txt": "正文。" * 40, "b.txt": "", "c.doc": "\0", "d.txt": "丁。"})
    )
    data = bytearray(path.read_bytes())
    data[40:50] = bytes(10)
    path.write_bytes(data)
    told: list[ReadingError] = []
    assert [issue.text for issue in read_issues(path, failed=told.append)] == ["丁。"]
    assert ["a.txt" in str(told[0]), "b.txt" in str(told[1]), "c.doc" in str(told[2])] == [True] * 3
