"""Fit what the cues of verification weigh: `python -m eval.fit.verification`.

    labelled claims, recorded drafts, errors planted in them ─ evidence ─► weights, thresholds
                                                                           └─ weights.toml

A cue that few claims have is as strong as an editor would make it (`BELIEFS`) until the data say
otherwise; what nobody believes anything of begins at nothing. The thresholds come from articles
that the weights were not fitted on, each in its turn: `refute` is the lowest from which on at most
four flags of a hundred are wrong (of numbers five, in rows one: there are more right ones), `doubt`
the lowest for one of ten, or that which lets so many wrong claims pass.
"""

import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt

from eval.dataset import Dataset, load
from eval.gold import Draft, DraftRow, GoldArticle, Sample
from eval.shared import find_shared
from eval.shared.readers import claims as read_claims
from eval.systems.stages import cited_row
from eval.trials import trials
from eval.trials.planted import replays
from summarizer import matching
from summarizer.analysis import analyse
from summarizer.binding import bind
from summarizer.document import compose_article
from summarizer.matching.cues import Evidence, loudest
from summarizer.matching.ground import Ground
from summarizer.matching.hearing import AHEAD
from summarizer.matching.rows import FIELDS, against_row, read_row
from summarizer.matching.source import prepare
from summarizer.verification.sentences import evidence_of, unmatched_in

WEIGHTS = Path(matching.__file__).with_name("weights.toml")
BELIEFS: Mapping[str, float] = {
    **dict.fromkeys(("done_for_plan", "by_for_level", "from_for_to", "basis", "direction"), 4.0),
    **dict.fromkeys(("updown", "opposite", "crossed", "whole_elsewhere"), 4.0),
    **dict.fromkeys(("level_for_by", "other_number", "plan_for_done"), 2.0),
    **dict.fromkeys(("new_noun", "negation", "time_clash"), 1.5),
    **dict.fromkeys(("else_name", "other_name", "member"), 1.2),
    **dict.fromkeys(("swapped_noun", "number_else", "gain", "new_name", "displaced"), 1.0),
    **dict.fromkeys(("swapped_name",), 0.6),
    **dict.fromkeys(("nofit", "swapped_other", "new_other", "else_name_head", "other_topic"), 0.5),
    **dict.fromkeys(("else_noun", "new_verb", "time_own", "time_order"), 0.4),
    "else_noun_head": 0.3,
    **dict.fromkeys(("to_former", "other_base"), 3.0),
    **dict.fromkeys(("other_owner_here", "lately_for_plan"), 1.5),
    **dict.fromkeys(("other_leads", "period_part_here"), 2.0),
    "apart": 3.0,
    "joint": 3.0,
    "scope_dropped": 2.5,
    "head_elsewhere": 1.0,
    "gain_other": 0.5,
    "read_other_owner": 0.4,
    "time_right": -1.0,
    "period_apart": 1.5,
    "goal_dropped": 1.5,
    **dict.fromkeys(("period_part", "other_side", "basis_added"), 1.0),
    **dict.fromkeys(("place_rival", "second_near"), 0.7),
    "period_same": -0.5,
    **dict.fromkeys(("other_whole", "read_ahead_done", "other_indicator"), 2.5),
    **dict.fromkeys(("scope_added", "body_other_owner"), 1.0),
}
"""What an editor would take a cue for, in log odds."""
NUMBER_BELIEFS: Mapping[str, float] = {
    **dict.fromkeys(("slip", "other_unit", "other_kind", "other_way", "bound_added"), 2.0),
    **dict.fromkeys(("slot", "named", "lead", "unheard", "bound_dropped"), 1.0),
    **dict.fromkeys(("computed", "earlier", "rough"), -1.0),
}
"""The same of numbers that the article does not have."""
FIRMNESS = 2.0
"""How many claims it takes to move a belief."""
LOOSE = 0.01
FOLDS = 10
PRECISION, OF_NUMBERS, IN_ROWS, DOUBTFUL = 0.96, 0.95, 0.99, 0.9
PASSING = 0.17
"""Of wrong sentences so many may pass: what is likelier wrong than the rest is left open."""
STEPS = 40
ROUNDS = 4
"""So often it is asked anew which figure of a wrong claim is the wrong one."""
INVENTED = ("samples", "invented", "invented-2", "invented-3")
NUMBERS = frozenset({"qualifier dropped", "points for percent", "other unit"})
UNFIT = frozenset({"sentence: digit", "sentence: unit", "sentence: invention"})
"""Errors of the number: proof, not evidence, finds them."""
PLANTED = {"owner": "row: owner", "indicator": "row: swap"}
Vector = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A claim, what speaks against each of its figures, and whether it is wrong.

    Of a wrong claim at least one figure is wrong, it is not known which; of a right one none is.
    `worth` is how much it counts, `group` the article that it is about.
    """

    group: str
    parts: tuple[Evidence, ...]
    wrong: bool
    worth: float


def main(files: Sequence[str] = ()) -> None:
    """Gather the evidence, fit every table, and write them down.

    `files` are further labelled claims, which lie outside of the data sets: about dev articles, or
    about those of a folder (`FILE=FOLDER`).
    """
    claims, drafts, articles = (
        load([name])[0] for name in ("real-claims", "real-drafts", "real-articles")
    )
    labelled = [*claims.samples, *_more(files)]
    told = [*_sentences(labelled, drafts.samples), *_told(load(INVENTED))]
    tables = {
        "number": _fit(_numbers(labelled, drafts.samples), NUMBER_BELIEFS, precision=OF_NUMBERS),
        "sentence": _fit(told, BELIEFS, PASSING),
    }
    rows = _rows(drafts, articles).items()
    tables |= {name: _fit(cases, {}, precision=IN_ROWS) for name, cases in rows}
    digest = sha256("".join(d.digest for d in (claims, drafts, articles)).encode())
    for file in files:
        digest.update(Path(file.partition("=")[0]).read_bytes())
    WEIGHTS.write_text(_written(tables, digest.hexdigest()[:16]), encoding="utf-8")


def _more(files: Sequence[str]) -> Iterator[Sample]:
    dev = (find_shared() or Path()) / "articles" / "dev"
    for file, _, folder in (each.partition("=") for each in files):
        yield from read_claims(Path(file), Path(folder) if folder else dev)


def ground_of(sample: Sample) -> Ground:
    """Read the only article of a sample as the verifier does."""
    return _ground(sample, sample.articles[0])


def _ground(sample: Sample, gold: GoldArticle) -> Ground:
    article = compose_article(sample.text, gold.id, gold.parts)
    analysis = analyse(article, sample.date)
    return Ground(prepare(analysis, bind(analysis)))


def _numbers(labelled: Sequence[Sample], drafts: Sequence[Sample]) -> list[Case]:
    """Gather the figures of claims and drafts that the article does not have."""
    found = []
    for sample in labelled:
        ground = ground_of(sample)
        for claim in sample.claims:
            heard = unmatched_in(claim.text, ground)
            found += [Case(_group(sample), (each,), not claim.true, 1.0) for each in heard]
    for sample in drafts:
        ground = ground_of(sample)
        for replay in replays(sample):
            if replay.sentence is not None:
                heard = unmatched_in(replay.sentence.text, ground)
                worth = 0.2 if replay.wrong else 1.0
                found += [Case(_group(sample), (each,), replay.wrong, worth) for each in heard]
    return found


def _group(sample: Sample) -> str:
    return sample.articles[0].id


def _sentences(labelled: Sequence[Sample], drafts: Sequence[Sample]) -> Iterator[Case]:
    for sample in labelled:
        ground = ground_of(sample)
        for claim in sample.claims:
            if (evidence := evidence_of(claim.text, ground)) is not None:
                yield Case(_group(sample), evidence, not claim.true, 1.0)
    for sample in drafts:
        ground = ground_of(sample)
        for replay in replays(sample):
            if replay.sentence is None or replay.operator in UNFIT:
                continue
            if (evidence := evidence_of(replay.sentence.text, ground)) is not None:
                worth = 0.3 if replay.wrong else 0.7
                yield Case(_group(sample), evidence, replay.wrong, worth)


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
                case = Case(_group(sample), (evidence[field],), replay.wrong, worth)
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


def _fit(
    cases: Sequence[Case],
    beliefs: Mapping[str, float],
    passing: float | None = None,
    precision: float = PRECISION,
) -> Fitted:
    names = sorted({cue for case in cases for part in case.parts for cue in part})
    model = Model(
        tuple(_heard(case, names) for case in cases),
        np.array([float(case.wrong) for case in cases]),
        np.array([case.worth for case in cases]),
        np.array([*(beliefs.get(cue, 0.0) for cue in names), 0.0]),
    )
    everything = np.ones(len(cases), dtype=bool)
    unseen = np.zeros(len(cases))
    for fold in _folds([case.group for case in cases]):
        weights = model.weights(~fold)
        unseen[fold] = [model.probability(int(at), weights) for at in np.flatnonzero(fold)]
    weights = model.weights(everything)
    refute = _threshold(unseen, model.wrong, model.worth, precision)
    if passing is None:
        doubt = _threshold(unseen, model.wrong, model.worth, DOUBTFUL)
    else:
        doubt = _passing(unseen, model.wrong, model.worth, passing)
    return Fitted(
        {cue: float(weight) for cue, weight in zip(names, weights, strict=False)},
        float(weights[-1]),
        refute,
        min(doubt, refute),
        len(cases),
    )


def _heard(case: Case, names: Sequence[str]) -> Vector:
    """Return what is heard of each figure of a claim, cue by cue, and 1 for the bias."""
    return np.array([[*(part.get(cue, 0.0) for cue in names), 1.0] for part in case.parts])


@dataclass(frozen=True, slots=True)
class Model:
    """What is heard of every case, whether it is wrong, what it counts, and what is believed."""

    heard: tuple[Vector, ...]
    wrong: Vector
    worth: Vector
    believed: Vector

    def probability(self, at: int, weights: Vector) -> float:
        """Return how probably a case is wrong: as its worst figure."""
        return float(_expit(self.heard[at] @ weights).max())

    def weights(self, within: npt.NDArray[np.bool_]) -> Vector:
        """Fit the cases within: of a wrong one what looks worst, of a right one all of it."""
        weights = self.believed
        for _ in range(ROUNDS):
            rows, wrong, worth = [], [], []
            for at in np.flatnonzero(within):
                heard = self.heard[at]
                if self.wrong[at]:
                    heard = heard[[int(np.argmax(heard @ weights))]]
                rows.append(heard)
                wrong += [self.wrong[at]] * len(heard)
                worth += [self.worth[at]] * len(heard)
            weights = _weights(np.vstack(rows), np.array(wrong), np.array(worth), self.believed)
        return weights


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


def _passing(unseen: Vector, wrong: Vector, worth: Vector, share: float) -> float:
    """Return the probability below which only such a share of the wrong claims lies."""
    order = np.argsort(unseen)
    passed = np.cumsum((wrong * worth)[order])
    return round(float(unseen[order][np.searchsorted(passed, share * passed[-1])]), 3)


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
    main(sys.argv[1:])
