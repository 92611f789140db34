"""A batch that is killed, interrupted, or without room: run again, nothing is missing."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from summarizer.store import Store
from tests.an_archive import everything, write_archive
from tests.servers.scripted import Answer, Body, ScriptedServer, reply

ISSUES = 40
COMMAND = (sys.executable, "-m", "summarizer", "batch")
Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write some issues."""
    return write_archive(tmp_path_factory.mktemp("pages"), ISSUES)


@pytest.fixture(scope="module")
def whole(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    """Return what a run leaves that nobody disturbs."""
    store = tmp_path_factory.mktemp("whole") / "runs.db"
    assert finished(archive, store) == 0
    return everything(str(store))


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    """Answer as a function of the question alone, and not at once."""

    def answer(body: Body) -> Answer:
        figure = body["messages"][-1]["content"].partition("总产值⟦")[2].partition("，")[0]
        return reply(f"一季度完成工业总产值⟦{figure}。")

    def slowly(body: Body) -> Answer:
        time.sleep(0.02)
        return answer(body)

    with ScriptedServer(slowly) as server:
        yield server


def start(archive: Path, store: Path, *options: str) -> "subprocess.Popen[str]":
    """Start a batch in a process of its own."""
    command = [*COMMAND, str(archive), "--store", str(store), "--workers", "2", *options]
    return subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def finished(archive: Path, store: Path, *options: str) -> int:
    """Run a batch to its end and return its exit code."""
    process = start(archive, store, *options)
    process.communicate()
    return process.returncode


def wait_for(process: "subprocess.Popen[str]", store: Path, reports: int) -> None:
    """Wait until so many reports are kept, or the batch is over."""
    while process.poll() is None:
        try:
            with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
                if connection.execute("SELECT count(*) FROM reports").fetchone()[0] >= reports:
                    return
        except sqlite3.OperationalError:
            pass
        time.sleep(0.005)


@dataclass
class Killed:
    """A batch that was killed in the middle: its store, and the processes it had."""

    store: Path
    workers: list[int]


@pytest.fixture(scope="module")
def killed(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Killed:
    """Kill a batch when some reports are kept."""
    store = tmp_path_factory.mktemp("killed") / "runs.db"
    process = start(archive, store)
    wait_for(process, store, 4)
    killed = Killed(store, children(process.pid))
    process.kill()
    process.communicate()
    return killed


def test_killed_batch_leaves_no_process_behind(killed: Killed):
    """Its workers end with it."""
    deadline = time.monotonic() + 30
    while any(map(is_alive, killed.workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert killed.workers
    assert not any(map(is_alive, killed.workers))


def test_killed_batch_goes_on_where_it_was(archive: Path, killed: Killed, whole: Rows):
    """After kill -9 and a rerun the store is that of a run that nobody disturbed."""
    assert finished(archive, killed.store) == 0
    assert everything(str(killed.store)) == whole


def test_killed_batch_pays_no_request_twice_but_those_in_flight(
    archive: Path, tmp_path: Path, server: ScriptedServer
):
    """What was answered is kept; only what two workers had just asked for is asked again."""
    options = ("--model", "openai:scripted", "--base-url", server.base_url, "--revisions", "0")
    store = tmp_path / "runs.db"
    process = start(archive, store, *options)
    wait_for(process, store, 4)
    process.kill()
    process.communicate()
    assert finished(archive, store, *options) == 0
    assert ISSUES <= len(server.requests) <= ISSUES + 2
    assert len(everything(str(store))["drafts"]) == ISSUES


def test_killed_worker_costs_a_retry_and_no_issue(archive: Path, tmp_path: Path):
    """A worker that the system kills in the middle is replaced."""
    store = tmp_path / "runs.db"
    process = start(archive, store)
    wait_for(process, store, 3)
    os.kill(children(process.pid)[-1], signal.SIGKILL)
    process.communicate()
    assert (process.returncode, len(everything(str(store))["reports"])) == (0, ISSUES)


def test_interrupt_finishes_what_is_in_flight(
    archive: Path, tmp_path: Path, server: ScriptedServer
):
    """Ctrl-C ends cleanly: no traceback, a table of what remains, and the exit code of a stop."""
    options = ("--model", "openai:scripted", "--base-url", server.base_url, "--revisions", "0")
    store = tmp_path / "runs.db"
    process = start(archive, store, *options)
    wait_for(process, store, 3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, "Traceback" in err, "remaining" in out) == (130, False, True)
    assert len(everything(str(store))["reports"]) == len(server.requests)


def test_full_disk_is_said_and_the_rest_done_later(archive: Path, tmp_path: Path, whole: Rows):
    """No room: one line that says so; with room, the same command goes on."""
    store = tmp_path / "runs.db"
    limit = ["bash", "-c", 'ulimit -f 300; trap "" XFSZ; exec "$0" "$@"']
    command = [*limit, *COMMAND, str(archive), "--store", str(store), "--workers", "2"]
    full = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (full.returncode, "make room" in full.stderr, "Traceback" in full.stderr) == (
        1,
        True,
        False,
    )
    assert finished(archive, store) == 0
    assert everything(str(store)) == whole


def test_read_only_store_is_said_before_anything_is_asked(shelf: Path, server: ScriptedServer):
    """A store that cannot be written costs no request."""
    options = ("--model", "openai:scripted", "--base-url", server.base_url, "--limit", "1")
    command = [*as_somebody(), *COMMAND, "-", "--store", str(shelf / "runs.db"), *options]
    process = subprocess.run(command, input="", capture_output=True, text=True, check=False)
    assert (process.returncode, "read-only" in process.stderr) == (1, True)
    assert server.requests == []


@pytest.fixture
def shelf() -> Iterator[Path]:
    """Put a store where anybody may read and nobody may write."""
    with TemporaryDirectory() as name:
        shelf = Path(name)
        Store.open(str(shelf / "runs.db"), writing=True).close()
        (shelf / "runs.db").chmod(0o444)
        shelf.chmod(0o555)
        yield shelf
        shelf.chmod(0o755)


def as_somebody() -> tuple[str, ...]:
    """Return what makes root an ordinary user, whom permissions concern."""
    nobody = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups")
    return nobody if os.geteuid() == 0 else ()


def is_alive(pid: int) -> bool:
    """Say whether a process is there; one that only waits to be buried is not."""
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return False


def children(pid: int) -> list[int]:
    """Return the processes below a process, at any depth."""
    listed = subprocess.run(
        ["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True
    ).stdout.split()
    pairs = [
        (int(child), int(parent)) for child, parent in zip(listed[::2], listed[1::2], strict=True)
    ]
    below = [child for child, parent in pairs if parent == pid]
    return below + [deeper for child in below for deeper in children(child)]
