"""read_issues: every page of a zip archive is an issue."""

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from summarizer.batch.sources import contents, find_sources
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


unclosed = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""The library's writer leaves its spools to the collector."""


@pytest.fixture(params=["warc", "warc.gz"])
def fetched(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Fetch three addresses into a web archive: two pages, and a picture."""
    path = tmp_path / f"site.{request.param}"
    with path.open("wb") as file:
        archive = WARCWriter(file, gzip=path.suffix == ".gz")
        for name, kind in (("a", "text/html"), ("b", "image/png"), ("c", "text/html; charset=gbk")):
            page = f"<html><meta charset=gbk><h1>{name}地开工</h1><p>新增项目三个。</p></html>"
            http = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            content = io.BytesIO(page.encode("gbk"))
            address = f"http://example.org/{name}"
            archive.write_record(
                archive.create_warc_record(address, "response", content, http_headers=http)
            )
    return path


@unclosed
def test_the_pages_of_a_web_archive_are_issues(fetched: Path):
    """By their addresses; what is no page is left out."""
    read = [(issue.source, issue.text[:5]) for issue in read_issues(fetched)]
    assert read == [
        (f"{fetched}!http://example.org/a", "a地开工\n"),
        (f"{fetched}!http://example.org/c", "c地开工\n"),
    ]


@unclosed
def test_a_batch_goes_through_a_web_archive(fetched: Path):
    """Each page is found again by itself."""
    pages = dict(contents(find_sources([str(fetched.parent)])))
    assert [source.member for source in pages] == ["http://example.org/a", "http://example.org/c"]
    assert all("开工".encode("gbk") in page for page in pages.values() if isinstance(page, bytes))


@unclosed
@pytest.mark.parametrize("cut", [0, 60, 700])
def test_a_damaged_web_archive_ends_in_one_line(fetched: Path, cut: int):
    """Cut off or overwritten, it is read as far as it goes, or refused."""
    fetched.write_bytes(fetched.read_bytes()[:cut] + bytes(40))
    with suppress(ReadingError):
        list(read_issues(fetched))
    assert all(
        isinstance(page, bytes | ReadingError) for _, page in contents(find_sources([str(fetched)]))
    )
