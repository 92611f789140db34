"""The same page gives the same bytes, whoever reads it, wherever and when."""

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from summarizer.renderers import RENDERERS, renderer
from summarizer.zipped import EPOCH
from tests.invented_page import TEXT, report

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "samples" / "continued.txt"
READ = """
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from hashlib import sha256
from summarizer import open_model, read_issue, summarize_issue
from summarizer.renderers import RENDERERS, renderer

page, hands, kind = sys.argv[1:]
issue = read_issue(page)
with {"threads": ThreadPoolExecutor, "processes": ProcessPoolExecutor}[kind](int(hands)) as pool:
    report = summarize_issue(issue, open_model("extractive"), spread=pool.map)
run = report.run.model_copy(update={"id": "r", "started": "2026-11-30T08:00:00+00:00"})
report = report.model_copy(update={"run": run})
for name in RENDERERS:
    print(name, sha256(renderer(name)(report, issue.text)).hexdigest())
"""
"""Every format of a page, all but the run's own name and time, which are fixed."""
WORLDS = (
    ({"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}, 1, "threads"),
    ({"PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8"}, 4, "threads"),
    ({"PYTHONHASHSEED": "99", "TZ": "America/New_York", "LANG": "de_DE.UTF-8"}, 2, "processes"),
)
STREAMED = (1980, 1, 31, 0, 0, 0)
"""The hour that stands in a workbook which is written row by row."""


def told(world: dict[str, str], hands: int, kind: str) -> str:
    """Read a page in a process of its own, with so many threads or processes at its articles."""
    command = [sys.executable, "-c", READ, str(PAGE), str(hands), kind]
    done = subprocess.run(
        command, env=os.environ | world, cwd=ROOT, check=True, capture_output=True, text=True
    )
    return done.stdout


def test_every_format_is_the_same_to_the_byte() -> None:
    """Under any hash seed, locale, time zone, number and kind of workers."""
    first, *others = (told(*world) for world in WORLDS)
    assert len(first.splitlines()) == len(RENDERERS)
    assert others == [first, first]


@pytest.mark.parametrize("name", ["xlsx", "datapackage-zip", "kuaibao-docx"])
def test_no_archive_carries_the_hour_at_which_it_was_written(name: str) -> None:
    """What is kept as a zip is dated by nobody."""
    with ZipFile(BytesIO(renderer(name)(report(), TEXT))) as archive:
        assert {entry.date_time for entry in archive.infolist()} <= {EPOCH, STREAMED}
