"""What an attack on the program found, and what the same attack finds today: one table.

    python bench/robustness.py [LINE …] [--list]

Each line is measured by what stands beside it: by a function here, by another bench, or by the
tests that hold what was found. Without names all are, which takes an hour on two idle cores
(growth and kills most of it). Exit 1 where a line has found something again.
"""

import argparse
import re
import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench._strange import FIGURES as DENSE
from bench._strange import SENTENCES, Strange
from summarizer import open_model, read_issue, summarize_issue
from summarizer.errors import ReadingError
from summarizer.renderers import RENDERERS, renderer
from summarizer.report import ArticleReport, IssueReport, Verdict
from summarizer.series import contradictions
from summarizer.store import Store
from summarizer.store.fulltext import query
from tests.test_quantities_cracks import BETWEEN_DIGITS, FIGURES, MARKS, SENTENCE, SPELLED

PYTHON, ROOT = sys.executable, Path(__file__).parent.parent
TIMES_THE_PAGE, LEAKED_MB = 4, 20
LINEAR, BRIEF = 2.3, 0.2
KILLS = 30
SEARCH = "SELECT count(*) FROM figures_fts WHERE figures_fts MATCH ?"
PASSED, FAILED = re.compile(r"(\d+) passed"), re.compile(r"(\d+) (?:failed|errors?)\b")


@dataclass(frozen=True, slots=True)
class Found:
    """What a line finds: in words, and whether it is nothing bad."""

    told: str
    good: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: what is tried, what the attack found, and how it is tried again."""

    name: str
    then: str
    how: str
    measure: Callable[[], Found]


def tests(name: str, then: str, *files: str) -> Line:
    """Return a line that the tests in files measure, a file of tests by its name's end."""
    command = ["-m", "pytest", "-q", *(f"tests/test_{file}.py" for file in files)]

    def measure() -> Found:
        passed, failed = (sum(map(int, each.findall(ran(command)[1]))) for each in (PASSED, FAILED))
        return Found(f"{passed:,} tests pass, {failed} fail", failed == 0 < passed)

    return Line(name, then, f"python {' '.join(command)}", measure)


def bench(name: str, then: str, told: int, *arguments: str) -> Line:
    """Return a line that another bench measures; its last lines, so many, say what it finds."""

    def measure() -> Found:
        code, out = ran([f"bench/{arguments[0]}.py", *arguments[1:]])
        last = out.strip().splitlines()[-told:]
        return Found(" ".join(map(str.strip, last)), code == 0 and '": false' not in out)

    return Line(name, then, f"python bench/{arguments[0]}.py {' '.join(arguments[1:])}", measure)


def own(name: str, then: str, measure: Callable[[], Found]) -> Line:
    """Return a line that is measured here."""
    return Line(name, then, f"python bench/robustness.py {name!r}", measure)


def ran(command: list[str]) -> tuple[int, str]:
    """Run a program of ours; return its exit code and what it printed."""
    done = subprocess.run([PYTHON, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def disguised() -> Found:
    """Put every mark into every figure, after its first and before its last digit."""
    tried = wrong = missing = 0
    for figure, text, report in _in_disguise():
        tried += 1
        (article,) = report.articles
        wrong += any(
            row.verdict is Verdict.SUPPORTED and row.value not in _true_values(figure)
            for row in article.observations
        )
        missing += not _accounted(text, figure, article, report)
    return Found(
        f"{tried:,} tried, {wrong} wrong and supported, {missing} missing", wrong + missing == 0
    )


def _in_disguise() -> Iterator[tuple[str, str, IssueReport]]:
    model = open_model("extractive")
    for figure in (*FIGURES, *SPELLED):
        digits = [at for at, letter in enumerate(figure) if letter.isnumeric()]
        marks = MARKS if figure in SPELLED else [*MARKS, *BETWEEN_DIGITS]
        for mark in marks:
            for place in {digits[0] + 1, digits[-1]}:
                text = SENTENCE.format(figure[:place] + mark + figure[place:])
                with suppress(ReadingError):  # what holds a NUL is no text: refused
                    issue = read_issue(text.encode())
                    yield figure, issue.text, summarize_issue(issue, model)


@cache
def _true_values(figure: str) -> frozenset[object]:
    report = summarize_issue(read_issue(SENTENCE.format(figure).encode()), open_model("extractive"))
    return frozenset(each.value for article in report.articles for each in article.quantities)


def _accounted(text: str, figure: str, article: ArticleReport, report: IssueReport) -> bool:
    """Say whether a figure is in the table, or listed as nobody's."""
    true = _true_values(figure)
    in_table = any(row.value in true for row in article.observations)
    start, end = text.index("产值") + 2, text.index("，同比有所")
    return in_table or any(
        each.start < end and start < each.end for each in report.ledger.unclaimed
    )


def dense_html() -> Found:
    """Write HTML reports of pages of half a megabyte."""
    worst, name = 0.0, ""
    for piece in ("plain", "paragraphs", "owners", "projects", "outputs", "parts"):
        text = Strange((SENTENCES | DENSE)[piece]).text(60_000)
        report = summarize_issue(read_issue(text.encode()), open_model("extractive"))
        factor = len(renderer("html")(report, text)) / len(text.encode())
        worst, name = max((worst, name), (factor, piece))
    return Found(f"at most {worst:.1f} times the page ({name})", worst <= TIMES_THE_PAGE)


def leaks() -> Found:
    """Read and write one page again and again; count what stays open, and what memory grows."""
    page = ROOT / "samples" / "continued.txt"
    marks = []
    for turn in range(60):
        issue = read_issue(str(page))
        report = summarize_issue(issue, open_model("extractive"))
        for name in RENDERERS:
            renderer(name)(report, issue.text)
        if turn in (19, 59):
            marks.append((_open_files(), _resident()))
    (files, memory), (files_later, memory_later) = marks
    grown = memory_later - memory
    return Found(
        f"40 turns of 18 formats: {files_later - files} files, {grown} MB more",
        files_later <= files and grown < LEAKED_MB,
    )


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() >> 20


def page_of(megabytes: int) -> Callable[[], Found]:
    """Return what reads a page of so many megabytes and tells its time and memory."""

    def measure() -> Found:
        from eval.synthetic import page

        parts = [page(f"bench/{n}", n % 40, test=False).text for n in range(300)]
        text = "\n\n".join(parts * (megabytes * 1_000_000 // 900_000 + 1)).encode()
        with TemporaryDirectory() as folder:
            source, out = Path(folder, "page.txt"), Path(folder, "out.json")
            source.write_bytes(text[: megabytes * 1_000_000].decode("utf-8", "ignore").encode())
            code, told = ran(["-c", READ, str(source), str(out)])
        if code:
            return Found("stopped", good=False)
        seconds, peak = told.split()
        return Found(f"{seconds} s, {peak} MB, {int(peak) / megabytes:.0f} a MB", good=True)

    return measure


READ = """
import resource, sys
from summarizer.__main__ import main
sys.argv = ["summarize", sys.argv[1], "-o", sys.argv[2]]
try:
    main()
except SystemExit as end:
    assert end.code in (0, None, 1), end.code
used = resource.getrusage(resource.RUSAGE_SELF)
print(round(used.ru_utime + used.ru_stime), used.ru_maxrss // 1024)
"""


def many_rows() -> Found:
    """Fill a store until it has 50,000 rows, twice doubled; check it and search it each time."""
    from bench.archive import go, invented

    told: list[tuple[int, float, float]] = []
    with TemporaryDirectory() as folder:
        store = Path(folder, "runs.db")
        for issues in (300, 600, 1200):
            go(invented(Path(folder, f"{issues}.zip"), issues), store, "processes", 2)
            told.append(_asked(store))
    words = "; ".join(
        f"{rows:,} rows: check {checked:.1f} s, search {sought * 1000:.1f} ms"
        for rows, checked, sought in told
    )
    times = [checked for _, checked, _ in told]
    linear = all(later <= LINEAR * before + BRIEF for before, later in pairwise(times))
    return Found(words, linear)


def _asked(store: Path) -> tuple[int, float, float]:
    """Return how many rows a store has, and how long it takes to check and to search them."""
    with closing(Store.open(str(store))) as kept:
        start = time.process_time()
        tuple(contradictions(kept, kept.runs()[-1].id))
        checked = time.process_time() - start
    with closing(sqlite3.connect(store)) as connection:
        (rows,) = connection.execute("SELECT count(*) FROM figures").fetchone()
        start = time.process_time()
        connection.execute(SEARCH, (query("工业总产值"),)).fetchall()
        return rows, checked, time.process_time() - start


ATTACK = "441 tried, 178 wrong and supported, 115 missing"
LINES = (
    own("numbers in disguise", ATTACK, disguised),
    bench("expressions", "502 tried, 32 superlinear, 1 without end", 2, "patterns"),
    bench("pages that double", "57 tried, 28 superlinear", 1, "growth"),
    own("dense HTML", "27 times the page", dense_html),
    own("page of 1 MB", "not tried", page_of(1)),
    own("page of 5 MB", "not tried", page_of(5)),
    own("page of 20 MB", "not tried", page_of(20)),
    tests("2,250 damaged files", "322 PDFs and 138 HTML pages tried, 15 tracebacks", "fuzz"),
    tests(
        "archives", "37 tried, 8 tracebacks, 2 without bound", "reading_archive", "batch_sources"
    ),
    tests(
        "HTML and PDF", "2 classes of wrong numbers, 3 without end", "reading_markup", "reading_pdf"
    ),
    tests(
        "endpoint", "130 answers tried, 21 tracebacks, 2 without end", "chat_faults", "chat_salvage"
    ),
    tests("caps", "9 answers x 2 caps tried, 14 got around", "chat_limits"),
    tests("injection", "30 tried, 2 lookalikes, chat tokens open", "chat_injections"),
    tests("script in a report", "14 formats x 4 replies tried, 0 found", "renderers_hostile"),
    tests("secrets", "21 tried, 4 leaks, 4 tracebacks", "chat_trust", "store_upkeep"),
    tests("terminal escapes", "10 surfaces tried, 5 act", "wording", "renderers_terminal", "cli"),
    tests("stores", "33 tried, 7 faults", "store", "store_upkeep", "store_fulltext"),
    tests("local pages", "Host unchecked, 4 plugin addresses answer 500", "browse", "desk_door"),
    tests("batches", "511 files tried, 4 faults", "batch", "batch_killed"),
    bench("thirty kills", "6 tried, stores equal", 30, "archive", "killed", str(KILLS)),
    tests("a node lost", "not tried", "executors_ray"),
    tests("determinism", "6 environments x 3 formats tried, 0 differ", "determinism"),
    own("fifty thousand rows", "not tried", many_rows),
    own("what stays open", "not tried", leaks),
)


def main() -> int:
    """Print the table, line after line; return 1 where something is found again."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("only", nargs="*", metavar="LINE", help="lines by name")
    parser.add_argument("--list", action="store_true", help="print how each line is measured")
    options = parser.parse_args()
    wanted = [line for line in LINES if not options.only or line.name in options.only]
    if options.list:
        print("\n".join(f"{line.name:<22}{line.how}" for line in wanted))
        return 0
    print("| what | then | today | command |\n|---|---|---|---|", flush=True)
    bad = 0
    for line in wanted:
        found = line.measure()
        bad += not found.good
        mark = "" if found.good else "**found** "
        print(f"| {line.name} | {line.then} | {mark}{found.told} | `{line.how}` |", flush=True)
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
