"""This checkout beside an earlier commit, in one run: what a change did to speed.

    python bench/paired.py [BASE]       BASE is a commit; without one, the last
    make bench BASE=1ebd4b0

Both do the same work in turn, each in a process of its own with the same interpreter and libraries,
and the least of several rounds is taken: what else the machine does falls on both. Time is that of
the processor. Pages are fresh, each is read once after others have warmed the code; none is read
twice, so no cache of texts can flatter.

    cold      one page from the shell, to the report on the screen
    real      pages of newspapers, where they lie beside the project
    invented  a hundred pages of the generator
    batch     the same hundred into a new store, by one worker
    export    its rows as CSV
"""

import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from eval.synthetic import page  # noqa: E402 - run from a checkout

PAGE = ROOT / "samples" / "zone-news.txt"
REAL = ROOT.parent / "shared" / "pages"
ROUNDS, INVENTED = 3, 100
READ = """
import sys, time
from pathlib import Path
from summarizer import open_model, read_issue, summarize_issue
warm, *paths = map(Path, sys.argv[1:])
model = open_model("extractive")
summarize_issue(read_issue(warm.read_bytes()), model)
pages = [read_issue(path.read_bytes()) for path in paths]
began = time.process_time()
for page in pages:
    summarize_issue(page, model)
print(time.process_time() - began)
"""


def main() -> None:
    """Print each figure of this checkout, and as a ratio to that of the base."""
    base = sys.argv[1] if len(sys.argv) > 1 else "HEAD"
    with TemporaryDirectory() as folder:
        there = Path(folder, "base")
        _check_out(base, there)
        invented = _invented(Path(folder, "pages"))
        real = sorted((*REAL.glob("dev/*.txt"), *REAL.glob("real-dev/*.txt")))
        _tell("cold", there, _cold)
        if real:
            _tell("real", there, lambda tree: _warm(tree, real))
        _tell("invented", there, lambda tree: _warm(tree, invented))
        stores = {tree: Path(folder, f"{tree.name}.db") for tree in (ROOT, there)}
        _tell("batch", there, lambda tree: _batch(tree, invented[0].parent, stores[tree]))
        _tell("export", there, lambda tree: _export(tree, stores[tree]))


def _check_out(commit: str, target: Path) -> None:
    """Unpack a commit; nothing of this repository is touched."""
    target.mkdir()
    command = ["git", "-C", str(ROOT), "archive", commit]
    packed = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    subprocess.run(["tar", "-x", "-C", str(target)], check=True, input=packed)


def _invented(folder: Path) -> list[Path]:
    folder.mkdir()
    for number in range(INVENTED):
        text = page(f"paired/{number}", number % 40, test=False).text
        folder.joinpath(f"{number:03}.txt").write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


def _tell(what: str, there: Path, work: Callable[[Path], float]) -> None:
    """Let both work in turn, and print the least of each."""
    rounds = [(work(there), work(ROOT)) for _ in range(ROUNDS)]
    before, now = (min(times) for times in zip(*rounds, strict=True))
    print(f"{what:<10}{before:>8.2f} s {now:>8.2f} s  ratio {now / before:.2f}", flush=True)


def _cold(tree: Path) -> float:
    return _processor(tree, ["-m", "summarizer", str(PAGE)])


def _warm(tree: Path, pages: Sequence[Path]) -> float:
    printed = _run(tree, ["-c", READ, str(PAGE), *map(str, pages)])
    return float(printed)


def _batch(tree: Path, pages: Path, store: Path) -> float:
    store.unlink(missing_ok=True)
    words = ["-m", "summarizer", "batch", str(pages), "--store", str(store)]
    words += ["--executor", "threads", "--workers", "1"]  # in the process that is measured
    return _processor(tree, words)


def _export(tree: Path, store: Path) -> float:
    words = ["-m", "summarizer", "runs", "export", str(store), "-o", str(store.with_suffix(".csv"))]
    return _processor(tree, words)


def _processor(tree: Path, words: Sequence[str]) -> float:
    """Return the processor seconds of a command and of its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    _run(tree, words)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(tree: Path, words: Sequence[str]) -> str:
    """Run Python in a tree, with the modules it compiled before; return what it prints."""
    surroundings = os.environ | {"PYTHONPATH": str(tree)}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, *words]
    run = subprocess.run(
        command, check=True, cwd=tree, env=surroundings, capture_output=True, encoding="utf-8"
    )
    return run.stdout


if __name__ == "__main__":
    main()
