"""Not too fast, not too much: decided before a request is sent.

    Pace      requests and tokens per minute; says how long to wait
    Budget    tokens and money of the whole run; refuses what would not fit

Both are shared by threads. A token estimate errs on the high side: one token for a character that
is not ASCII, one for every three that are.
"""

import threading
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from summarizer.errors import ModelError, ModelUnavailable
from summarizer.models import Limits

MINUTE = 60.0
MILLION = 1_000_000


def estimate_tokens(text: str) -> int:
    """Return about how many tokens a text has, rather too many than too few."""
    wide = sum(character > "\x7f" for character in text)
    return wide + (len(text) - wide) // 3 + 1


@dataclass(frozen=True, slots=True)
class Need:
    """What a request takes: tokens sent, and received."""

    sent: int
    received: int

    @property
    def tokens(self) -> int:
        """Both together."""
        return self.sent + self.received


NOTHING = Need(0, 0)


@dataclass(frozen=True, slots=True)
class Price:
    """Money for a million tokens, sent and received."""

    input: Decimal
    output: Decimal

    def cost(self, sent: int, received: int) -> Decimal:
        """Return what a request costs, exactly."""
        return (self.input * sent + self.output * received) / MILLION


def read_price(path: Path | None, model: str) -> Price | None:
    """Return a model's price from the user's file, or None where it is not listed.

    The file is TOML, a table for each model: `["NAME"]`, `input = 2.5`, `output = 10`.
    """
    if path is None:
        return None
    try:
        prices = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        entry = prices.get(model)
        return entry and Price(Decimal(entry["input"]), Decimal(entry["output"]))
    except (OSError, ValueError, KeyError, TypeError, ArithmeticError) as error:
        raise ModelError(
            '{path}: not a price file ({error}); write ["MODEL"], input = N, output = N, '
            "the price of a million tokens",
            path=path,
            error=error,
        ) from error


class Pace:
    """A bucket each for requests and tokens that fills in a minute."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_request = MINUTE / limits.requests_per_minute if limits.requests_per_minute else 0
        self._per_token = MINUTE / limits.tokens_per_minute if limits.tokens_per_minute else 0
        self._clock = clock
        self._free_at = clock()
        self._lock = threading.Lock()

    def reserve(self, tokens: int) -> float:
        """Take the next free place and return the seconds until it comes."""
        with self._lock:
            now = self._clock()
            start = max(now, self._free_at)
            self._free_at = start + max(self._per_request, self._per_token * tokens)
            return start - now


class Budget:
    """What a run may spend, and what it has spent."""

    def __init__(self, limits: Limits, price: Price | None) -> None:
        if limits.max_cost is not None and price is None:
            raise ModelError("--max-cost needs the model's price; pass --prices FILE")
        self._limits = limits
        self._price = price
        self._tokens = 0
        self._cost = Decimal(0)
        self._lock = threading.Lock()

    def reserve(self, need: Need) -> None:
        """Set aside what a request may take; raises ModelUnavailable where it would not fit."""
        cost = self._cost_of(need)
        with self._lock:
            self._refuse_beyond(self._tokens + need.tokens, self._limits.max_tokens, "tokens")
            self._refuse_beyond(self._cost + cost, self._limits.max_cost, "cost")
            self._tokens += need.tokens
            self._cost += cost

    def settle(self, need: Need, used: Need) -> None:
        """Put what was really used in the place of what was set aside."""
        with self._lock:
            self._tokens += used.tokens - need.tokens
            self._cost += self._cost_of(used) - self._cost_of(need)

    def _cost_of(self, need: Need) -> Decimal:
        return self._price.cost(need.sent, need.received) if self._price else Decimal(0)

    @staticmethod
    def _refuse_beyond(would_be: Decimal | int, limit: Decimal | int | None, what: str) -> None:
        if limit is not None and would_be > limit:
            raise ModelUnavailable(
                "not sent: it would bring the run to about {would_be} {what}, beyond --max-{what} "
                "{limit}; raise the limit and run the same command again to go on",
                would_be=would_be,
                what=what,
                limit=limit,
            )
