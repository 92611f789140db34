"""Fit what the cues of verification weigh: `python -m eval.fit.verification`.

    labelled claims, recorded drafts, errors planted in them ─ evidence ─► weights, thresholds
                                                                           └─ weights.toml

A cue that few claims have is as strong as an editor would make it (`BELIEFS`) until the data say
otherwise; what nobody believes anything of begins at nothing. The thresholds come from articles
that the weights were not fitted on, each in its turn: `refute` is the lowest from which on at most
two flags of a hundred are wrong, `doubt` the lowest for one of ten.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt

from eval.dataset import Dataset, load
from eval.gold import Draft, DraftRow, GoldArticle, Sample
from eval.systems.stages import cited_row
from eval.trials import trials
from eval.trials.planted import replays
from summarizer import matching
from summarizer.analysis import analyse
from summarizer.binding import bind
from summarizer.document import compose_article
from summarizer.matching.cues import AHEAD, Evidence, loudest
from summarizer.matching.ground import Ground
from summarizer.matching.rows import FIELDS, against_row, read_row
from summarizer.matching.source import prepare
from summarizer.verification.sentences import evidence_of

WEIGHTS = Path(matching.__file__).with_name("weights.toml")
BELIEFS: Mapping[str, float] = {
    **dict.fromkeys(("done_for_plan", "by_for_level", "from_for_to", "basis", "direction"), 2.5),
    **dict.fromkeys(("level_for_by", "opposite", "updown", "other_number", "plan_for_done"), 2.0),
    **dict.fromkeys(("new_noun", "negation", "time_clash"), 1.5),
    **dict.fromkeys(("else_name", "other_name", "member"), 1.2),
    **dict.fromkeys(("swapped_noun", "number_else", "gain", "new_name", "displaced"), 1.0),
    **dict.fromkeys(("swapped_name",), 0.6),
    **dict.fromkeys(("nofit", "swapped_other", "new_other", "else_name_head", "other_topic"), 0.5),
    **dict.fromkeys(("else_noun", "new_verb", "time_own", "time_order"), 0.4),
    "else_noun_head": 0.3,
    "apart": 1.5,
    "joint": 3.0,
    "scope_dropped": 2.5,
    "head_elsewhere": 1.0,
    "gain_other": 0.5,
    "read_ahead_done": 1.5,
    "read_other_owner": 0.4,
    "time_right": -1.0,
}
"""What an editor would take a cue for, in log odds."""
FIRMNESS = 2.0
"""How many claims it takes to move a belief."""
LOOSE = 0.01
FOLDS = 10
PRECISION, DOUBTFUL = 0.98, 0.9
HALF_AN_ERROR = 0.4
"""A sentence is doubted sooner: to say nothing of it costs half of what it costs to be wrong."""
STEPS = 40
INVENTED = ("samples", "invented", "invented-2", "invented-3")
NUMBERS = frozenset({"qualifier dropped", "points for percent", "other unit"})
UNFIT = frozenset({"sentence: digit", "sentence: unit", "sentence: invention"})
"""Errors of the number: proof, not evidence, finds them."""
PLANTED = {"owner": "row: owner", "indicator": "row: swap"}
Vector = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A claim, what speaks against it, and whether it is wrong; `worth` is how much it counts."""

    group: str
    evidence: Evidence
    wrong: bool
    worth: float


def main() -> None:
    """Gather the evidence, fit every table, and write them down."""
    claims, drafts, articles = (
        load([name])[0] for name in ("real-claims", "real-drafts", "real-articles")
    )
    sentences = [*_sentences(claims, drafts), *_told(load(INVENTED))]
    tables = {"sentence": _fit(sentences, BELIEFS, HALF_AN_ERROR)}
    tables |= {name: _fit(cases, {}) for name, cases in _rows(drafts, articles).items()}
    digest = sha256("".join(d.digest for d in (claims, drafts, articles)).encode()).hexdigest()
    WEIGHTS.write_text(_written(tables, digest[:16]), encoding="utf-8")


def ground_of(sample: Sample) -> Ground:
    """Read the only article of a sample as the verifier does."""
    return _ground(sample, sample.articles[0])


def _ground(sample: Sample, gold: GoldArticle) -> Ground:
    article = compose_article(sample.text, gold.id, gold.parts)
    analysis = analyse(article, sample.date)
    return Ground(prepare(analysis, bind(analysis)))


def _sentences(claims: Dataset, drafts: Dataset) -> Iterator[Case]:
    for sample in claims.samples:
        ground = ground_of(sample)
        for claim in sample.claims:
            if (evidence := evidence_of(claim.text, ground)) is not None:
                yield Case(sample.articles[0].id, evidence, not claim.true, 1.0)
    for sample in drafts.samples:
        ground = ground_of(sample)
        for replay in replays(sample):
            if replay.sentence is None or replay.operator in UNFIT:
                continue
            if (evidence := evidence_of(replay.sentence.text, ground)) is not None:
                worth = 0.3 if replay.wrong else 0.7
                yield Case(sample.articles[0].id, evidence, replay.wrong, worth)


def _told(datasets: Sequence[Dataset]) -> Iterator[Case]:
    """Yield what is told of invented pages, in the few words of a program: it counts little."""
    for sample in (sample for dataset in datasets for sample in dataset.samples):
        grounds = {gold.id: _ground(sample, gold) for gold in sample.articles}
        for trial in trials(sample):
            if trial.claim.tabular or trial.claim.language == "en" or trial.operator in NUMBERS:
                continue
            evidence = evidence_of(trial.claim.sentence, grounds[trial.article])
            if evidence is not None:
                yield Case(sample.id, evidence, trial.wrong, 0.1)


def _rows(drafts: Dataset, articles: Dataset) -> dict[str, list[Case]]:
    """Gather the cases of each field: the rows of drafts, and less so those of annotators."""
    found: dict[str, list[Case]] = {name: [] for name in ("owner", "indicator", "planned", "done")}
    for sample in drafts.samples:
        _gather(sample, 1.0, found)
    for sample in articles.samples:
        _gather(_as_draft(sample), 0.4, found)
    return found


def _as_draft(sample: Sample) -> Sample:
    """Take the rows of annotators for a draft."""
    rows = tuple(
        DraftRow(
            start=row.start,
            end=row.end,
            printed=row.text,
            entity=row.names[0] if row.names else None,
            indicator=row.indicator,
            scope=None,
            measure=row.measure,
            time=row.period_text,
            status=row.status[0],
        )
        for row in sample.articles[0].rows
        if row.required
    )
    return sample.model_copy(update={"draft": Draft(sentences=(), rows=rows)})


def _gather(sample: Sample, worth: float, found: dict[str, list[Case]]) -> None:
    ground = ground_of(sample)
    for replay in replays(sample):
        if replay.row is None:
            continue
        claim = cited_row(ground.source.article, replay.row, ground.source.quantities)
        cited = ground.source.by_id.get(claim.quantity)
        index = ground.source.index(cited) if cited else None
        if index is None:
            continue
        against = against_row(read_row(claim), index, ground)
        evidence = {field: loudest(against[field]) for field in FIELDS}
        status = "done" if claim.status in AHEAD else "planned"
        for name, field in (("owner", "owner"), ("indicator", "indicator"), (status, "status")):
            operator = PLANTED.get(name) or STATUS_ERRORS[name]
            if replay.operator in ("", operator) and against[field]:
                case = Case(sample.articles[0].id, evidence[field], replay.wrong, worth)
                found[name].append(case)


STATUS_ERRORS = {"planned": "row: status", "done": "row: done told as plan"}
"""`planned`: what speaks for a plan where the row says done; `done`: the other way round."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """The weights of a table, its thresholds, and on how many cases it rests."""

    weights: Mapping[str, float]
    bias: float
    refute: float
    doubt: float
    cases: int


def _fit(cases: Sequence[Case], beliefs: Mapping[str, float], doubt: float | None = None) -> Fitted:
    names = sorted({cue for case in cases for cue in case.evidence})
    heard = np.array([[*(case.evidence.get(cue, 0.0) for cue in names), 1.0] for case in cases])
    wrong = np.array([float(case.wrong) for case in cases])
    worth = np.array([case.worth for case in cases])
    believed = np.array([*(beliefs.get(cue, 0.0) for cue in names), 0.0])
    unseen = np.zeros(len(cases))
    for fold in _folds([case.group for case in cases]):
        rest = ~fold
        weights = _weights(heard[rest], wrong[rest], worth[rest], believed)
        unseen[fold] = _expit(heard[fold] @ weights)
    weights = _weights(heard, wrong, worth, believed)
    refute = _threshold(unseen, wrong, worth, PRECISION)
    return Fitted(
        {cue: float(weight) for cue, weight in zip(names, weights, strict=False)},
        float(weights[-1]),
        refute,
        doubt or min(_threshold(unseen, wrong, worth, DOUBTFUL), refute),
        len(cases),
    )


def _folds(groups: Sequence[str]) -> Iterator[npt.NDArray[np.bool_]]:
    """Yield which cases are left out, the articles in turn."""
    articles = sorted(set(groups))
    Random(0).shuffle(articles)  # noqa: S311 - must be repeatable
    for first in range(FOLDS):
        out = frozenset(articles[first::FOLDS])
        yield np.array([group in out for group in groups], dtype=bool)


def _weights(heard: Vector, wrong: Vector, worth: Vector, believed: Vector) -> Vector:
    """Return the most probable weights under what is believed of them, by Newton's method."""
    firmness = np.full(len(believed), FIRMNESS)
    firmness[-1] = LOOSE
    weights = believed.copy()
    for _ in range(STEPS):
        probable = _expit(heard @ weights)
        slope = heard.T @ (worth * (probable - wrong)) + firmness * (weights - believed)
        curve = (heard.T * (worth * probable * (1 - probable))) @ heard + np.diag(firmness)
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if float(np.abs(step).max()) < 1e-8:  # noqa: PLR2004 - as near as it gets
            break
    return weights


def _expit(odds: Vector) -> Vector:
    clipped: Vector = np.clip(odds, -30, 30)
    return 1 / (1 + np.exp(-clipped))


def _threshold(unseen: Vector, wrong: Vector, worth: Vector, precision: float) -> float:
    """Return the lowest probability from which on so many of the flags are right."""
    order = np.argsort(-unseen)
    hits = np.cumsum((wrong * worth)[order])
    flags = np.cumsum(worth[order])
    sure = np.flatnonzero(hits / flags >= precision)
    lowest = float(unseen[order][sure[-1]]) if len(sure) else 1.0
    return math.ceil(lowest * 1000) / 1000


def _written(tables: Mapping[str, Fitted], digest: str) -> str:
    """Write the tables as TOML that a person can read: the heaviest cue first."""
    lines = [
        "# What each cue of verification weighs, in log odds of a claim being wrong.",
        f"# Written by `python -m eval.fit.verification` from data sha256:{digest}.",
    ]
    for name, fitted in tables.items():
        lines += [
            "",
            f"[{name}] # {fitted.cases} cases",
            f"bias = {fitted.bias:.2f}",
            f"refute = {fitted.refute:.3f}",
            f"doubt = {fitted.doubt:.3f}",
            "",
            f"[{name}.cues]",
        ]
        heavy = sorted(fitted.weights.items(), key=lambda pair: -abs(pair[1]))
        lines += [f"{cue} = {weight:.2f}" for cue, weight in heavy]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
