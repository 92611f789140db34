"""The archive under load: how fast, how much memory, and what a kill costs.

    python bench/archive.py overhead [ISSUES]      a batch beside a bare loop over its functions
    python bench/archive.py flat [ISSUES]          first and last thousand, memory, bytes an issue
    python bench/archive.py killed [MOMENTS]       kill -9 at random moments, embedded and chat
    python bench/archive.py sizes [ISSUES]         time, tokens, rows and bytes an issue

Pages are invented by the generator of the eval. Figures are printed as one JSON object.
"""

import itertools
import json
import os
import random
import sqlite3
import subprocess
import sys
import time
import zipfile
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import psycopg

from eval.synthetic import page
from summarizer.batch import Batch, Progress, Work, conditions, find_sources
from summarizer.document import Issue
from summarizer.executors import open_executor
from summarizer.models import ModelSpec, open_model
from summarizer.models.chat import ChatModel
from summarizer.models.chat.limits import estimate_tokens
from summarizer.models.chat.reply import CONTRACTS
from summarizer.pipeline import Policy, ask_about, summarize_issue
from summarizer.reading import read_issue
from summarizer.report import ArticleReport, IssueReport
from summarizer.segmentation import lay_out
from summarizer.store import Entry, Store, is_server
from summarizer.summary import ArticleSummary, ObservationClaim
from tests.an_archive import everything
from tests.servers.postgres import running_postgres
from tests.servers.scripted import ScriptedServer, reply

SPEC, POLICY = ModelSpec("extractive"), Policy()
THOUSAND = 1000
DIFFERENT = 2500  # pages are slower to invent than to summarise


def main() -> None:
    """Run one bench and print its figures."""
    name, *rest = sys.argv[1:] or ["overhead"]
    with TemporaryDirectory() as folder:
        print(json.dumps(BENCHES[name](Path(folder), *map(int, rest)), indent=2))


def overhead(folder: Path, issues: int = 100) -> dict[str, object]:
    """Compare a batch of one worker with a bare loop, in processor seconds."""
    source = invented(folder / "pages.zip", issues)
    pages = [content for _, content in read_all(source)]
    bare = min(timed(lambda: loop(pages)) for _ in range(3))
    batch = min(timed(lambda n=n: go(source, folder / f"{n}.db", "threads", 1)) for n in range(3))
    return {
        "issues": issues,
        "bare loop, issues/s": round(issues / bare, 2),
        "batch of one worker, issues/s": round(issues / batch, 2),
        "overhead": round(batch / bare - 1, 3),
    }


def flat(folder: Path, issues: int = 10_000) -> dict[str, object]:
    """Run a long batch on every processor and look at it each thousand."""
    source = invented(folder / "pages.zip", issues)
    marks = [Mark(0, time.monotonic(), processor(), 0)]

    def watch(progress: Progress) -> None:
        if progress.treated >= marks[-1].done + THOUSAND:
            marks.append(Mark(progress.treated, time.monotonic(), processor(), peak()))

    store = folder / "runs.db"
    progress = go(source, store, "processes", os.cpu_count() or 1, watch)
    steps = list(itertools.pairwise(marks))
    wall = [(after.done - before.done) / (after.at - before.at) for before, after in steps]
    work = [(after.done - before.done) / (after.work - before.work) for before, after in steps]
    return {
        "issues": progress.done,
        "figures": progress.figures,
        "issues/s by thousand": [round(rate, 1) for rate in wall],
        "issues per processor second by thousand": [round(rate, 1) for rate in work],
        "last thousand / first, wall": round(wall[-1] / wall[0], 2),
        "last thousand / first, processor": round(work[-1] / work[0], 2),
        "peak MB of the largest process, by thousand": [mark.peak // 1024 for mark in marks[1:]],
        "peak memory, last / first": round(marks[-1].peak / marks[1].peak, 2),
        "bytes an issue": store.stat().st_size // issues,
    }


class Mark(NamedTuple):
    """How far a batch was: issues, clock, processor seconds, peak kB of its largest process."""

    done: int
    at: float
    work: float
    peak: int


def sizes(folder: Path, issues: int = 100) -> dict[str, object]:
    """Measure what one issue takes, on average: what docs/scale.md reckons with."""
    pages = [read_issue(content) for _, content in read_all(invented(folder / "p.zip", issues))]
    model = open_model(SPEC)
    summarize_issue(pages[0], model)  # tables are made when they are first needed
    reports: list[IssueReport] = []
    work = timed(lambda: reports.extend(summarize_issue(page, model) for page in pages))
    sent, received = zip(*(tokens(*pair) for pair in zip(pages, reports, strict=True)), strict=True)
    articles = [article for report in reports for article in report.articles]
    figures = {
        "characters": sum(len(page.text) for page in pages),
        "articles": len(articles),
        "figures": sum(len(article.observations) for article in articles),
        "findings": sum(len(article.findings) for article in articles),
        "tokens sent": sum(sent),
        "tokens received": sum(received),
        "processor ms": work * 1000,
        "report bytes": sum(len(report.model_dump_json().encode()) for report in reports),
    }
    kept = {"SQLite": _kept(str(folder / "sizes.db"), pages, reports)}
    with running_postgres() as server:
        kept["PostgreSQL"] = _kept(server.new_database(), pages, reports)
    return {name: round(total / issues, 1) for name, total in figures.items()} | {
        f"{name}, {what}": round(total / issues, 1)
        for name, totals in kept.items()
        for what, total in totals.items()
    }


def tokens(issue: Issue, report: IssueReport) -> tuple[int, int]:
    """Estimate, on the high side, what a chat model would be sent and would reply."""
    chat = ChatModel(ModelSpec("openai:bench", base_url="http://127.0.0.1:9/v1"))
    sent = received = 0
    for article in lay_out(issue).articles:
        asked = ask_about(article, issue.date)
        bodies = chat.questions([asked])
        sent += sum(estimate_tokens(json.dumps(body, ensure_ascii=False)) for body in bodies)
    for said in report.articles:
        received += estimate_tokens(replied(said))
    return sent, received


def replied(article: ArticleReport) -> str:
    """Return the reply that would have given this report, in the short form that is asked for."""
    printed = {quantity.id: quantity.text for quantity in article.quantities}
    claims = tuple(
        ObservationClaim(
            quantity=row.quantity,
            printed=printed[row.quantity],
            **row.model_dump(include=set(ObservationClaim.model_fields) - {"quantity"}),
        )
        for row in article.observations
    )
    summary = ArticleSummary(
        abstract=article.summary.abstract,
        key_points=article.summary.key_points,
        observations=claims,
    )
    figures = {name: (int(name.removeprefix("Q")), text) for name, text in printed.items()}
    return CONTRACTS["article-summary-3"].write(summary, figures)


def _kept(address: str, pages: list[Issue], reports: list[IssueReport]) -> dict[str, float]:
    """Keep everything; return milliseconds of this process and bytes that the store has grown."""
    with closing(Store.open(address, writing=True)) as store:
        run, empty = (
            store.run_for(conditions(open_model(SPEC), POLICY, None, None)),
            _bytes(address),
        )
        entries = [Entry(run.id, page.id, page.source) for page in pages]
        ours = [report.model_copy(update={"run": run}) for report in reports]
        work = timed(lambda: list(map(store.keep, entries, pages, ours)))
    return {"processor ms": work * 1000, "bytes": _bytes(address) - empty}


def _bytes(address: str) -> int:
    if not is_server(address):
        return Path(address).stat().st_size
    with psycopg.connect(address) as connection:
        found = connection.execute("SELECT pg_database_size(current_database())").fetchone()
        return int(found[0])


def invented(target: Path, issues: int) -> Path:
    """Write invented pages into one zip; after some thousand they come again, a line longer."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for first in range(min(issues, DIFFERENT)):
            text = page(f"bench/{first}", first % 40, test=False).text
            for turn, number in enumerate(range(first, issues, DIFFERENT)):
                archive.writestr(f"{number:06}.txt", text + "\n" * turn)
    return target


def read_all(source: Path) -> list[tuple[str, bytes]]:
    """Return every page of a zip."""
    with zipfile.ZipFile(source) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def loop(pages: list[bytes]) -> None:
    """Do what has to be done, and nothing else."""
    model = open_model(SPEC)
    for content in pages:
        summarize_issue(read_issue(content), model, policy=POLICY)


def go(source: Path, store: Path, executor: str, workers: int, watch: object = None) -> Progress:
    """Run a batch over a zip into a new store."""
    with closing(Store.open(str(store), writing=True)) as kept:
        run = kept.run_for(conditions(open_model(SPEC), POLICY, None, None))
        work = Work(run, str(store), SPEC, POLICY)
        batch = Batch(tuple(find_sources([str(source)])), work, kept)
        if watch:
            batch.watch = watch
        return batch.go(open_executor(executor, workers))


def timed(work: object) -> float:
    """Return the processor seconds of some work, children included."""
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])


def peak() -> int:
    """Return the largest memory that any process of this batch has had, in kB."""
    return max(memory(pid) for pid in [os.getpid(), *children(os.getpid())])


def processor() -> float:
    """Return the processor seconds that this batch has used."""
    return sum(map(seconds, [os.getpid(), *children(os.getpid())]))


def seconds(pid: int) -> float:
    """Return the processor seconds of a process; nought if it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> int:
    """Return the peak memory of a process, in kB; nought if it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if "VmHWM" in line), 0)


def children(pid: int) -> list[int]:
    """Return the processes below a process, at any depth."""
    below = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [int(child) for child in below] + [d for c in below for d in children(int(c))]


def killed(folder: Path, moments: int = 30, issues: int = 500) -> dict[str, object]:
    """Kill a batch at random moments until it is done, and compare it with an undisturbed one."""
    return {
        "embedded": kill_again_and_again(folder / "embedded", moments, issues, ()),
        "chat": _killed_chat(folder / "chat", moments, issues),
    }


def _killed_chat(folder: Path, moments: int, issues: int) -> dict[str, object]:
    def answer(body: dict[str, object]) -> object:
        time.sleep(0.02)
        return reply(f"共{len(str(body['messages']))}字。")

    with ScriptedServer(answer) as server:
        options = ("--model", "openai:bench", "--base-url", server.base_url, "--revisions", "0")
        figures = kill_again_and_again(folder, moments, issues, options)
        needed = figures.pop("needed requests")
        asked = len(server.requests) - needed  # the undisturbed run asks for each once
        return figures | {"requests needed": needed, "asked again": asked - needed}


def kill_again_and_again(
    folder: Path, moments: int, issues: int, options: tuple[str, ...]
) -> dict[str, object]:
    """Kill at so many moments spread over the whole run; at last let it finish."""
    folder.mkdir()
    source, dice = invented(folder / "pages.zip", issues), random.Random(1)
    undisturbed = started(source, folder / "whole.db", options)
    undisturbed.wait()
    whole = everything(str(folder / "whole.db"))
    kills = 0
    for _ in range(moments):
        process = started(source, folder / "killed.db", options)
        wait_until(process, folder / "killed.db", dice.uniform(0, 1.6) * issues / moments, dice)
        kills += process.poll() is None
        process.kill()
        process.wait()
    started(source, folder / "killed.db", options).wait()
    found = everything(str(folder / "killed.db"))
    return {
        "kills": kills,
        "issues": len(found["reports"]),
        "equal to an undisturbed run": found == whole,
        "needed requests": len(whole["drafts"]),
    }


def started(source: Path, store: Path, options: tuple[str, ...]) -> "subprocess.Popen[bytes]":
    """Start a batch in a process of its own."""
    command = [sys.executable, "-m", "summarizer", "batch", str(source), "--store", str(store)]
    return subprocess.Popen([*command, *options], stdout=subprocess.DEVNULL)


def wait_until(
    process: "subprocess.Popen[bytes]", store: Path, more: float, dice: random.Random
) -> None:
    """Wait for some more reports, and then for a moment that nobody chose."""
    goal = _reports(store) + more
    while process.poll() is None and _reports(store) < goal:
        time.sleep(0.02)
    time.sleep(dice.uniform(0, 0.05))


def _reports(store: Path) -> int:
    try:
        with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as connection:
            count: int = connection.execute("SELECT count(*) FROM reports").fetchone()[0]
            return count
    except sqlite3.OperationalError:
        return 0


BENCHES = {"overhead": overhead, "flat": flat, "killed": killed, "sizes": sizes}

if __name__ == "__main__":
    main()
