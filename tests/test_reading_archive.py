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
