"""Which renderer writes a file, and how it gets there."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.errors import RenderingError
from summarizer.renderers import RENDERERS, SUFFIXES, format_of, renderer, write
from summarizer.report import IssueReport
from tests.invented_page import TEXT, report


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("report.json", "json"),
        ("ROWS.CSV", "csv"),
        ("a.b/rows.jsonl", "jsonl"),
        ("page.md", "markdown"),
        ("8月.快报.kuaibao.md", "kuaibao"),
        ("x.yaowen.md", "yaowen"),
        ("x.zhuanbao.md", "zhuanbao"),
    ],
)
def test_the_end_of_the_name_chooses_the_format(name: str, expected: object):
    """The longest ending is asked first."""
    assert format_of(name) == expected


def test_every_suffix_has_a_renderer():
    """No name leads nowhere."""
    assert set(SUFFIXES.values()) <= set(RENDERERS)


@pytest.mark.parametrize("name", RENDERERS)
def test_every_format_renders_the_page(name: str):
    """Each gives bytes that are not empty."""
    assert renderer(name)(report(), TEXT)


@pytest.mark.parametrize("call", [lambda: format_of("report.pptx"), lambda: renderer("pptx")])
def test_an_unknown_format_is_told_with_the_known_ones(call: Callable[[], object]):
    """The message says what to write instead."""
    with pytest.raises(RenderingError, match="csv"):
        call()


def test_a_file_is_written_whole(tmp_path: Path):
    """Nothing is left beside it."""
    write(report(), TEXT, tmp_path / "report.json")
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
    written = (tmp_path / "report.json").read_bytes()
    assert IssueReport.model_validate_json(written) == report()


def test_the_old_file_stays_when_rendering_fails(tmp_path: Path):
    """A format that does not exist costs nothing."""
    target = tmp_path / "report.json"
    target.write_text("old")
    with pytest.raises(RenderingError):
        write(report(), TEXT, target, "docx")
    assert target.read_text() == "old"


def test_a_format_named_outright_beats_the_suffix(tmp_path: Path):
    """`--format csv -o rows.txt` writes CSV."""
    write(report(), TEXT, tmp_path / "rows.txt", "csv")
    assert (tmp_path / "rows.txt").read_bytes().startswith(b"\xef\xbb\xbfissue,")


def test_a_dash_is_standard_output(capfdbinary: pytest.CaptureFixture[bytes]):
    """And JSON, unless another format is named."""
    write(report(), TEXT, "-")
    write(report(), TEXT, "-", "csv")
    out = capfdbinary.readouterr().out
    assert out.startswith(b"{")
    assert b"\xef\xbb\xbfissue," in out


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path):
    """With the path that was asked for."""
    with pytest.raises(RenderingError, match=r"nowhere/report\.json: cannot be written"):
        write(report(), TEXT, tmp_path / "nowhere" / "report.json")


def test_what_cannot_be_put_in_place_leaves_nothing_beside_it(tmp_path: Path):
    """A folder stands where the file should go."""
    (tmp_path / "report.json").mkdir()
    with pytest.raises(RenderingError, match="cannot be written"):
        write(report(), TEXT, tmp_path / "report.json")
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_no_pipe_and_no_device_gives_way_to_a_report(tmp_path: Path):
    """Who has both ends of a pipe keeps them."""
    os.mkfifo(tmp_path / "pipe.json")
    for place in (tmp_path / "pipe.json", Path("/dev/null")):
        with pytest.raises(RenderingError, match="not a file"):
            write(report(), TEXT, place, "json")
    assert (tmp_path / "pipe.json").is_fifo()


def test_a_link_goes_on_leading_to_the_report(tmp_path: Path):
    """The file behind it is replaced, and keeps its permissions."""
    kept, link = tmp_path / "kept.json", tmp_path / "link.json"
    kept.touch(mode=0o600)
    link.symlink_to(kept)
    write(report(), TEXT, link)
    assert link.is_symlink()
    assert IssueReport.model_validate_json(kept.read_bytes()) == report()
    assert kept.stat().st_mode & 0o777 == 0o600


def test_a_name_that_no_disk_takes_is_told(tmp_path: Path):
    """In the words of the system."""
    with pytest.raises(RenderingError, match="cannot be written"):
        write(report(), TEXT, tmp_path / f"{'长' * 200}.json")
