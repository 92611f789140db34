"""Watching a batch: a bar on a terminal, plain lines elsewhere, a table at the end.

1,240/10,000 · 12.4 issues/s · 2 failed · cost 1.23 · 11:45 left
"""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from gettext import gettext as _
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from summarizer.batch import Progress

WIDE = 1000
EVERY = 10.0  # seconds between two plain lines
Watch = Callable[["Progress"], None]


def for_tables() -> Console:
    """Return standard output as a console; where nobody looks, a table may be as wide as it is."""
    console = Console()
    return console if console.is_terminal else Console(width=WIDE)


class Clock:
    """How fast a batch goes; what was done before does not count."""

    def __init__(self) -> None:
        self._start = time.monotonic()

    def rate(self, progress: "Progress") -> float:
        """Return issues per second."""
        return progress.treated / max(time.monotonic() - self._start, 1e-6)

    def line(self, progress: "Progress") -> str:
        """Say in one line where a batch stands."""
        settled = progress.total - progress.remaining
        return " · ".join(
            (
                f"{settled:,}/{progress.total:,}",
                _("{rate} issues/s").format(rate=f"{self.rate(progress):.1f}"),
                _("{number} failed").format(number=f"{progress.failed:,}"),
                _("cost {cost}").format(cost=cost(progress)),
                _("{time} left").format(time=self._left(progress)),
            )
        )

    def _left(self, progress: "Progress") -> str:
        if not progress.remaining:
            return "0:00:00"
        if not progress.treated:
            return "?"
        return str(dt.timedelta(seconds=round(progress.remaining / self.rate(progress))))


def cost(progress: "Progress") -> str:
    """Return what was paid; an unknown price is n/a, never nought."""
    if not progress.paid.requests:
        return "0"
    return "n/a" if progress.paid.cost is None else format(progress.paid.cost, "f")


@contextmanager
def watching(console: Console) -> Iterator[Watch]:
    """Give something to call at each step: it draws a bar, or writes a line now and then."""
    clock = Clock()
    if not console.is_terminal:
        yield _lines(console, clock)
        return
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Bars

    with Bars(BarColumn(), TextColumn("{task.description}"), console=console) as bars:
        bar = bars.add_task("", total=None)
        yield lambda progress: bars.update(
            bar,
            total=progress.total,
            completed=progress.total - progress.remaining,
            description=clock.line(progress),
        )


def _lines(console: Console, clock: Clock) -> Watch:
    said = time.monotonic()

    def watch(progress: "Progress") -> None:
        nonlocal said
        if time.monotonic() - said >= EVERY:
            said = time.monotonic()
            console.print(clock.line(progress), highlight=False, soft_wrap=True)

    return watch


def summary(progress: "Progress") -> Table:
    """Return what was done, what failed and what remains."""
    paid = progress.paid
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(style="dim")
    table.add_column(justify="right")
    rows: tuple[tuple[str, int | Decimal | str], ...] = (
        (_("issues"), progress.total),
        (_("done before"), progress.kept),
        (_("done now"), progress.done),
        (_("same contents"), progress.repeated),
        (_("failed"), progress.failed),
        (_("remaining"), progress.remaining),
        (_("articles"), progress.articles),
        (_("figures"), progress.figures),
        (_("claims to review"), progress.unsupported),
        (_("requests"), paid.requests),
        (_("tokens"), paid.prompt_tokens + paid.completion_tokens),
        (_("cost"), cost(progress)),
    )
    for name, value in rows:
        table.add_row(name, value if isinstance(value, str) else f"{value:,}")
    return table
