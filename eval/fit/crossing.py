"""How the fit fares on an outlet it has not seen: each is left out in turn."""

import sys
from collections.abc import Iterable, Sequence
from operator import add

from eval.fit.material import OURS, Source
from eval.fit.segmentation import fitted
from eval.metrics.tally import Tally
from eval.scorers import segmentation
from eval.systems.stages import laid_out_with
from summarizer.segmentation.weights import Weights

KEYS = ("article F@.9", "jumps rejoined", "contamination", "headlines", "bylines")
Tallies = dict[str, Tally]


def crossed(pages: Sequence[Source]) -> None:
    """Print the scores of each outlet's pages under weights that were fitted without it."""
    totals: dict[str, Tallies] = {"plain": {}, "hard": {}}
    read = [page for page in pages if not page.composed and page.outlet != OURS]
    for outlet in dict.fromkeys(page.outlet for page in read):
        weights = fitted([page for page in pages if outlet not in page.outlet]).weights
        for kind, total in totals.items():
            mine = [
                page
                for page in read
                if page.outlet == outlet and ("hard" in page.sample.tags) == (kind == "hard")
            ]
            found = _scored(mine, weights)
            _add(total, found)
            _tell(f"{outlet} {kind}", found)
    for kind, total in totals.items():
        _tell(f"all {kind}", total)


def _scored(pages: Iterable[Source], weights: Weights) -> Tallies:
    system = laid_out_with(weights)
    found: Tallies = {}
    for page in pages:
        scores = segmentation.score(page.sample, system(page.sample))
        _add(found, {score.measure: score.tally for score in scores if score.measure in KEYS})
    return found


def _add(total: Tallies, more: Tallies) -> None:
    for measure, tally in more.items():
        total[measure] = add(total[measure], tally) if measure in total else tally


def _tell(name: str, found: Tallies) -> None:
    told = (f"{key} {tally.value:.3f}" for key, tally in found.items() if tally.value is not None)
    sys.stdout.write(f"{name:24} {', '.join(told)}\n")
