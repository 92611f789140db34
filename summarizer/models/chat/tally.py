"""What the requests of one draft came to."""

from dataclasses import dataclass

from summarizer.report import Usage


@dataclass
class Tally:
    """A running total; it belongs to one draft and so to one thread."""

    requests: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0

    def add(self, usage: Usage) -> None:
        """Count an answered request."""
        self.requests += usage.requests
        self.prompt_tokens += usage.prompt_tokens
        self.completion_tokens += usage.completion_tokens

    def shares(self, count: int) -> "list[Tally]":
        """Divide the total among so many articles; a remainder falls to the first ones."""
        return [
            Tally(
                _share(self.requests, count, index),
                _share(self.prompt_tokens, count, index),
                _share(self.completion_tokens, count, index),
            )
            for index in range(count)
        ]


def _share(whole: int, count: int, index: int) -> int:
    return whole // count + (index < whole % count)
