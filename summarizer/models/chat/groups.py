"""Several short articles in one request: packed, numbered on, and taken apart again.

The fixed part of the prompt is paid for once instead of once an article. Each article keeps its
own numbers, so a reply that mixes two articles up is seen, and both are then asked about alone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from summarizer.models import Request
from summarizer.models.chat.question import Part, take_part
from summarizer.models.chat.reply import Contract, WireReply
from summarizer.summary import ArticleSummary
from summarizer.text import Span


def pack(requests: Iterable[Request], longest: int) -> list[list[Request]]:
    """Put neighbours together while their texts stay within `longest`; a revision stays alone."""
    packs: list[list[Request]] = []
    room = 0
    for request in requests:
        room -= len(request.article.text)
        if request.findings or room < 0:
            packs.append([])
            room = 0 if request.findings else longest - len(request.article.text)
        packs[-1].append(request)
    return packs


def take_parts(requests: Sequence[Request], *, enclosed: bool = False) -> list[Part]:
    """Return whole articles, their figures numbered on from one to the next."""
    parts: list[Part] = []
    first = 1
    for request in requests:
        whole = Span(0, len(request.article.text))
        parts.append(take_part(request, whole, first, enclosed=enclosed))
        first += len(parts[-1].cited)
    return parts


def read_group(
    reply: WireReply, parts: Sequence[Part], contract: Contract
) -> Mapping[int, ArticleSummary]:
    """Return the summaries, by place in the group, that are bound to their article alone."""
    entries = getattr(reply, "g", ())
    times = Counter(entry.n for entry in entries)
    summaries = {
        entry.n - 1: contract.read(entry.d, parts[entry.n - 1].cited)
        for entry in entries
        if times[entry.n] == 1 and 0 < entry.n <= len(parts)
    }
    return {
        place: summary for place, summary in summaries.items() if _keeps_to(parts[place], summary)
    }


def _keeps_to(part: Part, summary: ArticleSummary) -> bool:
    """Say whether a summary cites figures of its own article only."""
    cited = {claim.quantity for claim in summary.observations}
    cited.update(summary.abstract_quantities, *(p.quantities for p in summary.key_points))
    return cited <= set(part.cited.values())
