"""What the requests of one draft came to."""

from dataclasses import dataclass

from summarizer.models.chat.limits import Price
from summarizer.report import Usage


@dataclass
class Tally:
    """A running total; it belongs to one draft and so to one thread.

    `complete` turns False where an endpoint did not say what it used.
    """

    requests: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    complete: bool = True

    def usage(self, price: Price | None) -> Usage:
        """Return the total with what it cost, None where that is not known."""
        known = price if self.complete else None
        return Usage(
            requests=self.requests,
            prompt_tokens=self.prompt_tokens,
            completion_tokens=self.completion_tokens,
            cost=known and known.cost(self.prompt_tokens, self.completion_tokens),
        )

    def shares(self, count: int) -> "list[Tally]":
        """Divide the total among so many articles; a remainder falls to the first ones."""
        return [
            Tally(
                _share(self.requests, count, index),
                _share(self.prompt_tokens, count, index),
                _share(self.completion_tokens, count, index),
                self.complete,
            )
            for index in range(count)
        ]


def _share(whole: int, count: int, index: int) -> int:
    return whole // count + (index < whole % count)
