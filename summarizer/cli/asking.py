"""Waiting for a model: several articles under way, how far it is, and Ctrl-C answered at once.

    3/6 articles · 4,120 tokens · 12 s

Whoever stops it gets what is there: articles that were answered are reported, the others are
failures beside them. What is still under way is not waited for.
"""

import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from gettext import gettext as _
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from summarizer.document import Article
    from summarizer.pipeline import Treated

EVERY = 10.0  # seconds between two lines where there is no terminal
Task = Callable[["Article"], "Treated"]


@dataclass
class Asking:
    """A spread over articles for `summarize_issue`; `stopped` says whether somebody stopped it.

    `left_out` makes what is reported of an article that nobody answered about.
    """

    workers: int
    left_out: Task
    console: Console
    stopped: bool = False
    _started: float = field(default_factory=time.monotonic)

    def __call__(self, task: Task, articles: "Sequence[Article]", /) -> "Iterator[Treated]":
        """Treat the articles, in their order."""
        answers = _begin(task, articles, self.workers)
        with self._telling(len(answers)) as tell:
            for answer in answers:
                answer.add_done_callback(lambda _: tell(answers))
            self._wait(answers)
        for article, answer in zip(articles, answers, strict=True):
            yield answer.result() if answer.done() else self.left_out(article)

    def _wait(self, answers: "Sequence[Future[Treated]]") -> None:
        try:
            for answer in answers:
                answer.exception()
        except KeyboardInterrupt:
            self.stopped = True

    @contextmanager
    def _telling(self, total: int) -> "Iterator[Callable[[Sequence[Future[Treated]]], None]]":
        """Give something to call when an article is done."""
        if self.console.is_terminal:
            with self.console.status(self._line([], total)) as status:
                yield lambda answers: status.update(self._line(answers, total))
            return
        said = self._started

        def tell(answers: "Sequence[Future[Treated]]") -> None:
            nonlocal said
            if time.monotonic() - said >= EVERY:
                said = time.monotonic()
                self.console.print(self._line(answers, total), highlight=False)

        yield tell

    def _line(self, answers: "Sequence[Future[Treated]]", total: int) -> str:
        done = [each for each in answers if each.done() and not each.exception()]
        used = [each.result().usage for each in done]
        tokens = sum(usage.prompt_tokens + usage.completion_tokens for usage in used)
        return " · ".join(
            (
                _("{done}/{total} articles").format(done=len(done), total=total),
                _("{number} tokens").format(number=f"{tokens:,}"),
                _("{number} s").format(number=round(time.monotonic() - self._started)),
            )
        )


def _begin(
    task: Task, articles: "Sequence[Article]", workers: int
) -> "tuple[Future[Treated], ...]":
    """Start as many threads as there are workers; none of them keeps the process alive."""
    answers: tuple[Future[Treated], ...] = tuple(Future() for _ in articles)
    waiting: queue.SimpleQueue[tuple[Article, Future[Treated]]] = queue.SimpleQueue()
    for pair in zip(articles, answers, strict=True):
        waiting.put(pair)

    def work() -> None:
        while True:
            try:
                article, answer = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                answer.set_result(task(article))
            except BaseException as error:  # noqa: BLE001 - raised where the answer is taken
                answer.set_exception(error)

    for _number in range(min(workers, len(articles))):
        threading.Thread(target=work, daemon=True).start()
    return answers
