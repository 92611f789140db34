"""Sources: whatever the user points at becomes names, and then bytes."""

import os
import tarfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from summarizer.batch.sources import contents, find_sources, sample, since
from summarizer.errors import ReadingError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Lay out a small archive: loose pages, a hidden one, other files, a zip and a tar."""
    (tmp_path / "1998").mkdir()
    for name in ("b.txt", "a.txt", "1998/c.TXT", ".hidden.txt", "notes.doc"):
        (tmp_path / name).write_text(name)
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("版面/一.txt", "z1")
        archive.writestr("readme.doc", "no page")
    with tarfile.open(tmp_path / "t.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "a.txt", "in/t1.txt")
    return tmp_path


def names(folder: Path, *words: str, lines: tuple[str, ...] = ()) -> list[str]:
    """Return what the words point at, relative to the folder."""
    found = find_sources((str(folder / word) if word != "-" else word for word in words), lines)
    return [source.name.removeprefix(f"{folder}/") for source in found]


def test_folder_is_searched_for_pages_and_archives(folder: Path):
    """Sorted, at any depth, members too; hidden and other files are left out."""
    expected = ["1998/c.TXT", "a.txt", "b.txt", "t.tar.gz!in/t1.txt", "z.zip!版面/一.txt"]
    assert names(folder, "") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["*.txt"], ["a.txt", "b.txt"]),
        (["**/*.TXT"], ["1998/c.TXT"]),
        (["z.zip"], ["z.zip!版面/一.txt"]),
        (["notes.doc"], ["notes.doc"]),
        (["b.txt", "a.txt"], ["b.txt", "a.txt"]),
    ],
)
def test_patterns_archives_and_single_files(folder: Path, words: list[str], expected: list[str]):
    """A pattern, an archive, a file of any suffix: in the order they are given."""
    assert names(folder, *words) == expected


def test_what_is_no_page_is_told_with_why(folder: Path):
    """Whatever lies beside the pages is listed, in archives too; hidden files are nobody's."""
    told: dict[str, str] = {}
    list(find_sources([str(folder)], skip=told.__setitem__))
    assert {name.removeprefix(f"{folder}/"): why for name, why in told.items()} == {
        "notes.doc": "save it as .docx",
        "z.zip!readme.doc": "save it as .docx",
    }


def test_a_file_of_articles_is_an_issue_for_each_day(folder: Path):
    """JSON Lines of two days are two issues, those without a day a third."""
    lines = ('{"title": "甲", "date": "2018-05-14", "content": "甲地开工。"}', '{"content": "丙"}')
    second = '{"title": "乙", "date": "2018-05-15", "content": "乙地开工。"}'
    (folder / "x.jsonl").write_text("\n".join((*lines, second)))
    assert names(folder, "x.jsonl") == [
        "x.jsonl!2018-05-14.json",
        "x.jsonl!2018-05-15.json",
        "x.jsonl!undated.json",
    ]
    read = [content for _, content in contents(find_sources([str(folder / "x.jsonl")]))]
    assert b"2018-05-14" in read[0]


def bomb(path: Path) -> None:
    """Write an archive with a member of a gigabyte that packs to a megabyte, and a page."""
    nothing = b"\0" * 1_000_000
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("bomb.txt", "w", force_zip64=True) as member:
            for _ in range(130):
                member.write(nothing)
        archive.writestr("page.txt", "page")


def test_a_bomb_is_one_failure(tmp_path: Path):
    """What unpacks to more than a page can be is told, and the page beside it is read."""
    bomb(tmp_path / "b.zip")
    (_, why), (_, page) = contents(find_sources([str(tmp_path / "b.zip")]))
    assert "larger than" in str(why)
    assert page == b"page"


def test_a_tar_that_swells_is_not_gone_through(tmp_path: Path):
    """A compressed tar that unpacks to far more than it holds is refused as a whole."""
    with tarfile.open(tmp_path / "b.tar.gz", "w:gz") as archive:
        huge = tarfile.TarInfo("bomb.txt")
        huge.size = 200_000_000
        archive.addfile(huge, BytesIO(bytes(huge.size)))
    ((_, why),) = contents(find_sources([str(tmp_path / "b.tar.gz")]))
    assert isinstance(why, ReadingError)


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_corrupt_member_is_one_failure(tmp_path: Path, packing: int):
    """However it is packed, what is damaged is told and the rest is read."""
    path = tmp_path / "c.zip"
    with zipfile.ZipFile(path, "w", packing) as archive:
        archive.writestr("a.txt", "正文。" * 400)
        archive.writestr("b.txt", "page")
    data = bytearray(path.read_bytes())
    data[40:70] = bytes(30)
    path.write_bytes(data)
    (_, why), (_, page) = contents(find_sources([str(path)]))
    assert isinstance(why, ReadingError)
    assert page == b"page"


@pytest.mark.parametrize("suffix", ["zip", "tar", "tar.gz"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_one_name_are_all_read(tmp_path: Path, suffix: str):
    """An archive may hold a name twice: neither takes the other's place."""
    path = tmp_path / f"twice.{suffix}"
    if suffix == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            for page in ("first", "second"):
                archive.writestr("a.txt", page)
    else:
        with tarfile.open(path, f"w:{suffix[4:]}") as packed:
            for page in (b"first", b"second"):
                member = tarfile.TarInfo("a.txt")
                member.size = len(page)
                packed.addfile(member, BytesIO(page))
    read = [(source.name, page) for source, page in contents(find_sources([str(path)]))]
    assert read == [(f"{path}!a.txt", b"first"), (f"{path}!a.txt#2", b"second")]


def test_list_on_standard_input(folder: Path):
    """Each line is a file, a folder, an archive or a pattern; empty lines are nothing."""
    lines = (f"{folder}/b.txt\n", "\n", f"{folder}/1998\n")
    assert names(folder, "-", lines=lines) == ["b.txt", "1998/c.TXT"]


def test_every_source_gives_its_bytes(folder: Path):
    """Loose files and members of archives are read alike."""
    read = [content for _, content in contents(find_sources([str(folder)]))]
    assert read == [b"1998/c.TXT", b"a.txt", b"b.txt", b"a.txt", b"z1"]


def test_what_cannot_be_read_does_not_stop_the_rest(folder: Path):
    """A file that has vanished is an error of its own, beside the others."""
    sources = tuple(find_sources([str(folder / "a.txt"), str(folder / "b.txt")]))
    (folder / "a.txt").unlink()
    (_, lost), (_, content) = contents(sources)
    assert "a.txt: cannot be read (No such file" in str(lost)
    assert content == b"b.txt"


def test_broken_archive_does_not_stop_the_rest(folder: Path):
    """A truncated download is named, with what is wrong, beside the pages that are whole."""
    (folder / "z.zip").write_bytes((folder / "z.zip").read_bytes()[:40])
    *others, (broken, why) = contents(find_sources([str(folder)]))
    assert all(isinstance(content, bytes) for _, content in others)
    assert broken.name.endswith("z.zip")
    assert "z.zip: cannot be read (File is not a zip file" in str(why)


@pytest.fixture
def closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Close a folder, and stand beside it as somebody who is not root, who may read everything."""
    folder.chmod(0o755)
    (folder / "1998").chmod(0)
    monkeypatch.chdir(folder)
    own = os.geteuid()
    os.seteuid(own or 65534)
    yield "1998"
    os.seteuid(own)
    (folder / "1998").chmod(0o755)


def test_what_is_closed_is_told(closed: str):
    """The pages of a folder that may not be read are not silently left out."""
    found = {source.name: str(why) for source, why in contents(find_sources(["."]))}
    assert "Permission denied" in found[closed]
    assert found["a.txt"] == "b'a.txt'"


def test_a_link_that_leads_nowhere_is_told(folder: Path):
    """And never followed in circles."""
    (folder / "loop.txt").symlink_to("loop.txt")
    ((_, why),) = contents(find_sources([str(folder / "loop.txt")]))
    assert "cannot be read" in str(why)


def test_a_zip_without_proper_dates_is_read(tmp_path: Path):
    """Some programs write the month nought."""
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo("a.txt", (1980, 0, 0, 0, 0, 0)), "page")
    assert names(tmp_path, "d.zip") == ["d.zip!a.txt"]


def test_missing_file_is_said(tmp_path: Path):
    """A typing error is not an empty archive."""
    with pytest.raises(ReadingError, match="nowhere: no such file"):
        names(tmp_path, "nowhere")


def test_names_that_windows_wrote_are_chinese(tmp_path: Path):
    """A zip made on a Chinese Windows marks no encoding: GBK it is."""
    path = tmp_path / "w.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xxxx.txt", "page")
    path.write_bytes(path.read_bytes().replace(b"xxxx", "要闻".encode("gbk")))
    assert names(tmp_path, "w.zip") == ["w.zip!要闻.txt"]


def test_since_keeps_what_has_changed(folder: Path):
    """Only what was written at or after the moment."""
    for name, year in (("a.txt", 2020), ("b.txt", 2024)):
        os.utime(folder / name, (0, datetime(year, 1, 1, tzinfo=UTC).timestamp()))
    sources = find_sources([str(folder / "*.txt")])
    kept = since(sources, datetime(2024, 1, 1, tzinfo=UTC))
    assert [Path(source.path).name for source in kept] == ["b.txt"]


def test_sample_is_the_same_every_time(folder: Path):
    """So that a sample can be resumed, and a larger one holds the smaller."""
    sources = tuple(find_sources([str(folder)]))
    two, three = sample(sources, 2), sample(reversed(sources), 3)
    assert len(two) == 2
    assert set(two) < set(three)
