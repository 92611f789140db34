"""Articles as sets of characters of the page.

    article F     one gold article and one predicted article, matched one to one, sharing at least
                  .9 of their non-blank characters (intersection over union)
    B³            for each character: how much of its predicted article is its gold article
                  (precision), and the reverse (recall)
    rejoin        gold articles in several runs of the page whose runs are in one predicted article
    contamination predicted articles that hold 20 characters or more of a second gold article
    Pk, WindowDiff over the paragraphs in page order: diagnostics only, they call an article that
                  was not rejoined perfect

A reading of the page is a sequence of articles, each a frozenset of character offsets.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from eval.metrics.tally import Overlap, Ratio
from summarizer.text import Span

ALIKE = 0.9
INTRUSION = 20

Characters = frozenset[int]


def characters(text: str, spans: Iterable[Span]) -> Characters:
    """Return the offsets of the non-blank characters that the spans cover."""
    return frozenset(
        offset
        for span in spans
        for offset in range(span.start, min(span.end, len(text)))
        if not text[offset].isspace()
    )


def likeness(left: Characters, right: Characters) -> float:
    """Return intersection over union; two empty sets are alike."""
    union = len(left | right)
    return len(left & right) / union if union else 1.0


def matches(
    gold: Sequence[Characters], predicted: Sequence[Characters], alike: float = ALIKE
) -> dict[int, int]:
    """Map gold articles to predicted ones, one to one, best likeness first.

    Above one half no two gold articles can claim one prediction, so that the greedy choice is the
    best assignment.
    """
    pairs = sorted(
        (
            (likeness(article, candidate), i, j)
            for i, article in enumerate(gold)
            for j, candidate in enumerate(predicted)
        ),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    chosen: dict[int, int] = {}
    for score, i, j in pairs:
        if score >= alike and i not in chosen and j not in chosen.values():
            chosen[i] = j
    return chosen


def article_f(
    gold: Sequence[Characters], predicted: Sequence[Characters], alike: float = ALIKE
) -> Overlap:
    """Count the articles that came back whole and alone."""
    hits = len(matches(gold, predicted, alike))
    return Overlap(hits, len(predicted), hits, len(gold))


def b_cubed(gold: Sequence[Characters], predicted: Sequence[Characters]) -> Overlap:
    """Score every character by the company it keeps; unassigned ones keep none."""
    together = [
        (len(article & candidate), len(article), len(candidate))
        for article in gold
        for candidate in predicted
    ]
    return Overlap(
        sum(shared * shared / size for shared, _, size in together if size),
        sum(map(len, predicted)),
        sum(shared * shared / size for shared, size, _ in together if size),
        sum(map(len, gold)),
    )


def rejoined(
    runs: Sequence[Sequence[Characters]], predicted: Sequence[Characters]
) -> tuple[bool, ...]:
    """Say of each article in several runs whether they lie in one predicted article.

    A run is there when at least `ALIKE` of it is; short dangling ends do not decide.
    """
    return tuple(
        any(all(_mostly_in(run, candidate) for run in article) for candidate in predicted)
        for article in runs
        if len(article) > 1
    )


def _mostly_in(run: Characters, candidate: Characters) -> bool:
    return len(run & candidate) >= ALIKE * len(run)


def rejoin(runs: Sequence[Sequence[Characters]], predicted: Sequence[Characters]) -> Ratio:
    """Count the interrupted articles that were made whole."""
    outcomes = rejoined(runs, predicted)
    return Ratio(sum(outcomes), len(outcomes))


def contaminated(gold: Sequence[Characters], predicted: Sequence[Characters]) -> tuple[int, ...]:
    """Return which predictions hold `INTRUSION` characters or more of a second article."""
    return tuple(index for index, candidate in enumerate(predicted) if guests(gold, candidate) > 1)


def guests(gold: Sequence[Characters], candidate: Characters) -> int:
    """Count the articles of which a prediction holds `INTRUSION` characters or more."""
    return sum(len(article & candidate) >= INTRUSION for article in gold)


def contamination(gold: Sequence[Characters], predicted: Sequence[Characters]) -> Ratio:
    """Count the predicted articles that are really two; lower is better."""
    return Ratio(len(contaminated(gold, predicted)), len(predicted))


def coverage(text: str, articles: Sequence[Characters], furniture: Sequence[Characters]) -> Ratio:
    """Count the non-blank characters that belong to exactly one article or piece of furniture."""
    times = Counter(offset for stretch in (*articles, *furniture) for offset in stretch)
    blank_free = [offset for offset, character in enumerate(text) if not character.isspace()]
    return Ratio(sum(times[offset] == 1 for offset in blank_free), len(blank_free))


def boundaries(labels: Sequence[int]) -> tuple[bool, ...]:
    """Say of each gap between neighbours whether the label changes there."""
    return tuple(left != right for left, right in pairwise(labels))


def window(gold: Sequence[bool]) -> int:
    """Return the usual window: half the mean segment length of the gold, at least 2."""
    units, segments = len(gold) + 1, sum(gold) + 1
    return max(2, round(units / segments / 2))


def pk(gold: Sequence[bool], predicted: Sequence[bool], width: int | None = None) -> Ratio:
    """Count the windows whose two ends are wrongly put together or apart (Beeferman)."""
    k = width or window(gold)
    spots = range(len(gold) - k + 1)
    wrong = sum(any(gold[i : i + k]) != any(predicted[i : i + k]) for i in spots)
    return Ratio(wrong, len(spots))


def window_diff(gold: Sequence[bool], predicted: Sequence[bool], width: int | None = None) -> Ratio:
    """Count the windows with another number of boundaries (Pevzner and Hearst)."""
    k = width or window(gold)
    spots = range(len(gold) - k + 1)
    wrong = sum(sum(gold[i : i + k]) != sum(predicted[i : i + k]) for i in spots)
    return Ratio(wrong, len(spots))
