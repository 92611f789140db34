"""What each cue is worth for the owner of a figure, and for how sure its row is.

    rows of real articles ── candidates with cues, the gold among them ─► [owner]      softmax, L2
                          ├─ wordings with cues, those nearest to it   ─► [indicator]  softmax, L2
                          └─ rows with cues, right or wrong            ─► [sure]       logistic, L2

Articles are left out in turn (`--crossed`), so that nothing is judged by what it was fitted to.
The reading from top to bottom is one of the cues: the weights say when to follow it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from eval.dataset import load
from eval.gold import GoldRow, Sample
from eval.metrics.demanding import same_indicator, same_owner
from eval.metrics.similarity import agree, bare, dice
from eval.systems.pipeline import gold_layout
from summarizer.analysis import analyse
from summarizer.binding import Row, read_rows, worded
from summarizer.binding.candidates import COUNTRY, OURS
from summarizer.binding.confidence import BIAS
from summarizer.binding.owners import READING
from summarizer.document import Article
from summarizer.standing import SURE, UNSURE
from summarizer.text import Span, fold

WEIGHTS = Path(__file__).resolve().parents[2] / "summarizer" / "binding" / "weights.toml"
DATASET, FRESH, OURS_TOO = "real-articles", "real-news", ("samples", "invented")
"""Real articles that rules were made on and others that none was, and bulletins of zones as we
write them, which news alone would forget."""
HEAD = """# What each cue is worth: fitted by `python -m eval.fit reading`, not written by hand.
# [owner]  whom a figure is about; [indicator]  how what it measures is worded;
# [sure]  whether owner and indicator of its row are right.
"""
OFTEN, SELDOM = 30, 6
"""So often must a cue be seen to have a weight; of wordings there are few alternatives."""
NEAR = 0.12
"""So much less alike than the best may a wording be that is as right."""
STRENGTH, LIGHTLY, CAUTION = 15.0, 1.0, 30.0
"""How strongly the weights of owners, of wordings and of sureness are held back (L2)."""
LEAST = 0.02
KNOWN = "known "
"""How cues begin that speak only where the rules were made."""
FOLDS, QUARTERS = 5, 4
OWN = "our own pages"

Vector = NDArray[np.float64]
Loss = Callable[[Vector], tuple[float, Vector]]


@dataclass(frozen=True, slots=True)
class Case:
    """A choice: for each alternative its cues, and which of them are right."""

    article: str
    cues: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Lessons:
    """The choices that the rows of real articles teach."""

    owner: list[Case]
    indicator: list[Case]
    sure: list[Case]


def run(*, crossed: bool) -> None:
    """Fit all tables and keep them, or print how they do on articles left out."""
    dataset, fresh = load([DATASET]) + load([FRESH])
    samples = (*dataset.samples, *fresh.samples)
    lessons, new = lessons_of(dataset.samples), lessons_of(fresh.samples)
    ours = lessons_of(sample for each in load(OURS_TOO) for sample in each.samples)
    owner = [*map(_made_on, lessons.owner), *new.owner, *ours.owner]
    indicator = [*lessons.indicator, *new.indicator, *ours.indicator]
    if crossed:
        print(f"owner      {_crossed(owner, fit_choice, _chosen_right):.3f}")  # noqa: T201
        print(f"indicator  {_crossed(indicator, fit_wording, _chosen_right):.3f}")  # noqa: T201
        outlets = {sample.id: sample.tags[0] for sample in samples}
        for line in (*curve(owner), *ablation(owner), *slices(owner, indicator, outlets)):
            print(line)  # noqa: T201
        for line in vouching(rows_left_out(samples, owner)):
            print(line)  # noqa: T201
        return
    tables = {
        "owner": fit_choice(owner),
        "indicator": fit_wording(indicator),
        "sure": fit_sure(rows_left_out(samples, owner)),
    }
    WEIGHTS.write_text(HEAD + "".join(map(_section, tables.items())), encoding="utf-8")


def lessons_of(samples: Iterable[Sample], weights: Mapping[str, float] | None = None) -> Lessons:
    """Return the choices of owners and wordings, and the rows that are right or wrong."""
    found = Lessons([], [], [])
    for sample in samples:
        for article in gold_layout(sample).articles:
            read = {
                article.locate(row.reading.figure.quantity.span): row
                for row in read_rows(analyse(article, sample.date), weights)
            }
            for gold in (gold for each in sample.articles for gold in each.rows if gold.required):
                row = next((row for at, row in read.items() if _lies_on(gold, at)), None)
                if row and gold.entity:
                    found.owner.append(_owner_case(sample.id, gold, row))
                    found.indicator.append(_wording_case(sample.id, article, gold, row))
                    found.sure.append(_row_case(sample.id, gold, row))
    return found


def rows_left_out(samples: Sequence[Sample], owner: Sequence[Case]) -> list[Case]:
    """Return rows that are right or wrong where their owners' weights come from other articles.

    What the weights were fitted to they are too sure of.
    """
    rows = []
    for turn in range(FOLDS):
        held_out = [sample for at, sample in enumerate(samples) if at % FOLDS == turn]
        ids = {sample.id for sample in held_out}
        weights = fit_choice([case for case in owner if case.article not in ids])
        rows += lessons_of(held_out, weights).sure
    return rows


def _made_on(case: Case) -> Case:
    """Rename what speaks of the reading in articles that its rules were made on.

    It is right there more often than anywhere else, so that these cues have weights of their own.
    """
    return replace(case, cues=tuple(tuple(map(_of_old, held)) for held in case.cues))


def _of_old(cue: str) -> str:
    return f"{KNOWN}{cue}" if cue.startswith(READING) else cue


def _lies_on(gold: GoldRow, place: Span) -> bool:
    return place.start < gold.end and gold.start < place.end


def _owner_case(article: str, gold: GoldRow, row: Row) -> Case:
    texts = [each.candidate.text for each in row.owned.candidates]
    names = {COUNTRY if fold(name) in OURS else fold(name) for name in gold.names if name}
    exact = tuple(text in names for text in texts)
    title = row.claim.indicator
    same = tuple(
        any(same_owner(n, text, f"{n}{gold.indicator}", f"{text}{title}") for n in names)
        for text in texts
    )
    loose = tuple(any(agree(name, text) for name in names) for text in texts)
    right = exact if any(exact) else same if any(same) else loose
    return Case(article, tuple(each.cues for each in row.owned.candidates), right)


def _wording_case(article: str, text: Article, gold: GoldRow, row: Row) -> Case:
    """Make a choice of the wordings of a row: right are those that are as like as any."""
    wordings = row.reading.wordings
    likeness = []
    for each in wordings:
        claim = worded(row, text, each.wording)
        said = " ".join(filter(None, (claim.scope, claim.indicator)))
        title, own = f"{gold.entity or ''}{gold.indicator}", f"{claim.ref_area or ''}{said}"
        holds = same_indicator(gold.indicator, said, title, own)
        likeness.append(dice(bare(gold.indicator), bare(said)) if holds else -1.0)
    best = max(likeness)
    right = tuple(like >= 0 and like >= best - NEAR for like in likeness)
    return Case(article, tuple(each.cues for each in wordings), right)


def _row_case(article: str, gold: GoldRow, row: Row) -> Case:
    claim = row.claim
    said = " ".join(filter(None, (claim.scope, claim.indicator)))
    right = any(agree(n, claim.ref_area) for n in gold.names) and agree(gold.indicator, said)
    return Case(article, (row.cues,), (right,))


def _matrix(cases: Sequence[Case], often: int) -> tuple[list[str], csr_matrix, Vector]:
    seen = Counter(cue for case in cases for held in case.cues for cue in held)
    names = sorted(cue for cue, count in seen.items() if count >= often)
    column = {name: at for at, name in enumerate(names)}
    alternatives = [held for case in cases for held in case.cues]
    places = [(r, column[c]) for r, held in enumerate(alternatives) for c in held if c in column]
    shape = (len(alternatives), len(names))
    ones = np.ones(len(places))
    matrix = csr_matrix((ones, tuple(zip(*places, strict=True))), shape=shape)
    return names, matrix, np.array([r for case in cases for r in case.right], dtype=float)


def _minimised(
    names: list[str], loss: Callable[[Vector], tuple[float, Vector]]
) -> dict[str, float]:
    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B")
    return {name: float(value) for name, value in zip(names, found.x, strict=True)}


def fit_wording(cases: Sequence[Case]) -> dict[str, float]:
    """Fit what each cue of a wording is worth."""
    return fit_choice(cases, SELDOM, LIGHTLY)


def fit_choice(
    cases: Sequence[Case], often: int = OFTEN, strength: float = STRENGTH
) -> dict[str, float]:
    """Fit a softmax over the alternatives; several may be right, and share the likelihood."""
    told = [case for case in cases if any(case.right)]
    names, matrix, right = _matrix(told, often)
    starts = np.cumsum([0, *(len(case.cues) for case in told)])[:-1]
    owner = np.repeat(np.arange(len(told)), [len(case.cues) for case in told])

    def loss(weights: Vector) -> tuple[float, Vector]:
        scores = matrix @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[owner])
        shares = powers / np.add.reduceat(powers, starts)[owner]
        hits = np.add.reduceat(shares * right, starts)
        gradient = matrix.T @ (shares - shares * right / hits[owner]) + strength * weights
        return float(-np.log(hits).sum() + strength / 2 * weights @ weights), gradient

    return _minimised(names, loss)


def fit_chance(cases: Sequence[Case]) -> dict[str, float]:
    """Fit the likelihood that a row is right."""
    names, matrix, right = _matrix(cases, OFTEN)

    def loss(weights: Vector) -> tuple[float, Vector]:
        chance = _chance(matrix @ weights)
        told = np.where(right > 0, chance, 1 - chance)
        gradient = matrix.T @ (chance - right) + CAUTION * weights
        return float(-np.log(told + 1e-12).sum() + CAUTION / 2 * weights @ weights), gradient

    return _minimised(names, loss)


def fit_sure(cases: Sequence[Case]) -> dict[str, float]:
    """Fit how likely rows are right, and stretch it to what holds of articles left out (Platt)."""
    slope, bias = _stretch(*_left_out(cases))
    stretched = {cue: slope * weight for cue, weight in fit_chance(cases).items()}
    return {**stretched, BIAS: stretched.get(BIAS, 0.0) + bias}


def _left_out(cases: Sequence[Case]) -> tuple[Vector, Vector]:
    """Return the scores of rows whose articles were left out, and which of them are right."""
    scores, right = [], []
    for held_out, others in _folds(cases):
        part = fit_chance(others)
        scores += [sum(part.get(cue, 0.0) for cue in case.cues[0]) for case in held_out]
        right += [float(case.right[0]) for case in held_out]
    return np.array(scores), np.array(right)


def _stretch(told: Vector, truth: Vector) -> tuple[float, float]:
    """Return slope and bias that make scores log-odds of what is true."""

    def loss(line: Vector) -> tuple[float, Vector]:
        chance = _chance(line[0] * told + line[1])
        missed = chance - truth
        sure = np.where(truth > 0, chance, 1 - chance)
        slope = np.array([float(missed @ told), float(missed.sum())])
        return float(-np.log(sure + 1e-12).sum()), slope

    slope, bias = minimize(loss, np.array([1.0, 0.0]), jac=True, method="L-BFGS-B").x
    return float(slope), float(bias)


def _chance(score: Vector) -> Vector:
    return 1 / (1 + np.exp(-score))


def vouching(cases: Sequence[Case]) -> Iterator[str]:
    """Tell how often rows hold that a report vouches for, leaves open and doubts, left out."""
    told, truth = _left_out(cases)
    slope, bias = _stretch(told, truth)
    chance = _chance(slope * told + bias)
    for name, low, high in (("sure", SURE, 1), ("open", UNSURE, SURE), ("unsure", 0, UNSURE)):
        inside = (chance >= low) & (chance < high)
        if inside.any():
            yield f"rows, {name:8} {truth[inside].mean():.3f} of {inside.sum()}"


def _folds(cases: Sequence[Case]) -> Iterator[tuple[list[Case], list[Case]]]:
    """Yield the cases of some articles, and those of all the others."""
    order = {article: at for at, article in enumerate(sorted({case.article for case in cases}))}
    for turn in range(FOLDS):
        held_out = [case for case in cases if order[case.article] % FOLDS == turn]
        yield held_out, [case for case in cases if order[case.article] % FOLDS != turn]


def _crossed(
    cases: Sequence[Case],
    fit: Callable[[Sequence[Case]], dict[str, float]],
    judge: Callable[[Case, Mapping[str, float]], float],
) -> float:
    """Return the mean verdict on cases whose article was left out of the fit."""
    verdicts = []
    for held_out, others in _folds(cases):
        weights = fit(others)
        verdicts += [judge(case, weights) for case in held_out]
    return float(np.mean(verdicts))


def curve(cases: Sequence[Case]) -> Iterator[str]:
    """Tell how right owners are on articles left out, by how many articles they are fitted to."""
    for quarter in range(1, QUARTERS + 1):
        verdicts = []
        for held_out, others in _folds(cases):
            articles = sorted({case.article for case in others})
            known = set(articles[: len(articles) * quarter // QUARTERS])
            weights = fit_choice([case for case in others if case.article in known])
            verdicts += [_chosen_right(case, weights) for case in held_out]
        yield f"owner, {quarter}/{QUARTERS} of the articles  {np.mean(verdicts):.3f}"


def ablation(cases: Sequence[Case]) -> Iterator[str]:
    """Tell what becomes of it without the cues of one family: those with the same first word."""
    families = sorted({cue.split()[0] for case in cases for held in case.cues for cue in held})
    for family in families:
        bare = [
            replace(case, cues=tuple(map(partial(_without, family), case.cues))) for case in cases
        ]
        yield f"owner, without {family:12} {_crossed(bare, fit_choice, _chosen_right):.3f}"


def _without(family: str, cues: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cue for cue in cues if cue.split()[0] != family)


def slices(
    owner: Sequence[Case], indicator: Sequence[Case], outlets: Mapping[str, str]
) -> Iterator[str]:
    """Tell how right the choices are on each outlet's articles, left out of the fit."""
    for name, cases, fit in (
        ("owner", owner, fit_choice),
        ("indicator", indicator, fit_wording),
    ):
        found: dict[str, list[float]] = defaultdict(list)
        for held_out, others in _folds(cases):
            weights = fit(others)
            for case in held_out:
                found[outlets.get(case.article, OWN)].append(_chosen_right(case, weights))
        for outlet, verdicts in sorted(found.items()):
            yield f"{name}, {outlet}  {np.mean(verdicts):.3f} of {len(verdicts)}"


def _chosen_right(case: Case, weights: Mapping[str, float]) -> float:
    scores = [sum(weights.get(cue, 0.0) for cue in held) for held in case.cues]
    return float(case.right[int(np.argmax(scores))])


def _section(table: tuple[str, Mapping[str, float]]) -> str:
    name, weights = table
    known = (each for each in weights.items() if not each[0].startswith(KNOWN))
    kept = sorted((cue, weight) for cue, weight in known if abs(weight) >= LEAST)
    return f"\n[{name}]\n" + "".join(f'"{cue}" = {weight:.2f}\n' for cue, weight in kept)
