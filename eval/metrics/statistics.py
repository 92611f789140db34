"""How sure is it? Issues are the clusters: figures of one page fail together.

    ratios     Wilson with the effective number of trials (jackknife design effect), t of C - 1
    F scores   delete-one-issue jackknife on the logit, t of C - 1
    no errors  exact one-sided bound: none in n trials still allows 1 - .05^(1/n)
    floors     Wilson's one-sided bound of the counts alone, which never falls as a score rises
    A against B  exact sign-flip test over issues

Everything is deterministic and plain Python; the tests compare it with scipy. With fewer than six
issues an interval is indicative only: no sign-flip test can then reach .05 (2 / 2^5 = .0625).
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from eval.metrics.tally import Overlap, Ratio, Tally, total

LEVEL = 0.95
FEW = 6
EXACT_UP_TO = 16


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval; `indicative` where the clusters are too few to rely on it."""

    low: float
    high: float
    indicative: bool = False


def interval(tallies: Sequence[Tally], level: float = LEVEL) -> Interval | None:
    """Return the interval of the pooled score, one tally for each issue; None of nothing."""
    counted = [tally for tally in tallies if tally.value is not None]
    if not counted:
        return None
    if len(counted) == 1:
        return _alone(counted[0], level)
    if all(isinstance(tally, Overlap) for tally in counted):
        return _jackknife(counted, level)
    return _wilson(counted, level)


def _alone(tally: Tally, level: float) -> Interval:
    """Take the trials of a single issue as independent; that is indicative at best."""
    value, size = tally.value or 0.0, max(tally.size, 1)
    if value in (0.0, 1.0):
        return _spotless(value, size, level, indicative=True)
    return _score_interval(value, size, normal_quantile((1 + level) / 2), indicative=True)


def _wilson(tallies: Sequence[Tally], level: float) -> Interval:
    pooled = total(tuple(tallies))
    value, size = pooled.value or 0.0, max(pooled.size, 1)
    few = len(tallies) < FEW
    if value in (0.0, 1.0):
        return _spotless(value, size, level, indicative=few)
    binomial = value * (1 - value) / size
    effect = max(1.0, _jackknife_variance(tallies, _value) / binomial)
    quantile = t_quantile((1 + level) / 2, len(tallies) - 1)
    return _score_interval(value, size / effect, quantile, indicative=few)


def _spotless(value: float, size: float, level: float, *, indicative: bool) -> Interval:
    """Return what a share of nought or one leaves credible; it shows no spread to learn from."""
    bound = zero_errors_bound(size, level)
    return Interval(0.0, bound, indicative) if not value else Interval(1 - bound, 1.0, indicative)


def _score_interval(value: float, size: float, z: float, *, indicative: bool) -> Interval:
    """Wilson's interval for a share of `size` trials."""
    middle = value + z * z / (2 * size)
    reach = z * math.sqrt(value * (1 - value) / size + (z / (2 * size)) ** 2)
    scale = 1 + z * z / size
    low, high = (middle - reach) / scale, (middle + reach) / scale
    return Interval(max(low, 0.0), min(high, 1.0), indicative)


def sure_share(value: float, size: float, level: float = LEVEL) -> float:
    """Return the share that `value` of `size` trials surely reaches, one-sided.

    Wilson's score bound (JASA 22, 1927, 209-212) solved for the lower end; for one size it rises
    with the value, up to size / (size + z^2) for a spotless one.
    """
    return _score_interval(value, max(size, 1), normal_quantile(level), indicative=False).low


def _jackknife(tallies: Sequence[Tally], level: float) -> Interval:
    pooled = total(tuple(tallies))
    margin = 0.5 / max(pooled.size, 1)

    def log_odds(tally: Tally) -> float:
        return _logit(_value(tally), margin)

    spread = math.sqrt(_jackknife_variance(tallies, log_odds))
    if not spread or _value(pooled) in (0.0, 1.0):
        return _wilson([_as_ratio(tally) for tally in tallies], level)
    reach = t_quantile((1 + level) / 2, len(tallies) - 1) * spread
    middle = log_odds(pooled)
    return Interval(_expit(middle - reach), _expit(middle + reach), len(tallies) < FEW)


def _as_ratio(tally: Tally) -> Ratio:
    value = tally.value or 0.0
    return Ratio(value * tally.size, tally.size)


def _value(tally: Tally) -> float:
    return tally.value or 0.0


def _logit(value: float, margin: float) -> float:
    """Return the log odds, kept finite by a margin of half a count."""
    clipped = min(max(value, min(margin, 0.5)), max(1 - margin, 0.5))
    return math.log(clipped / (1 - clipped))


def _expit(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def _jackknife_variance(tallies: Sequence[Tally], statistic: Callable[[Tally], float]) -> float:
    """Return the delete-one variance of a statistic of the pooled tally."""
    count = len(tallies)
    left_out = [statistic(total((*tallies[:i], *tallies[i + 1 :]))) for i in range(count)]
    mean = sum(left_out) / count
    return (count - 1) / count * sum((value - mean) ** 2 for value in left_out)


def zero_errors_bound(trials: float, level: float = LEVEL) -> float:
    """Return the highest error rate that `trials` without an error leave credible, one-sided."""
    return 1 - (1 - level) ** (1 / trials) if trials else 1.0


def sign_flip(differences: Sequence[float]) -> float:
    """Return the exact two-sided p of paired differences being symmetric around zero.

    With more than `EXACT_UP_TO` differences that are not zero, the distribution of the sum is
    taken as normal.
    """
    moved = [abs(difference) for difference in differences if difference]
    observed = abs(sum(differences))
    if not moved:
        return 1.0
    if len(moved) > EXACT_UP_TO:
        spread = math.sqrt(sum(size * size for size in moved))
        return math.erfc(observed / spread / math.sqrt(2))
    sums = [
        abs(sum(s * size for s, size in zip(signs, moved, strict=True)))
        for signs in product((-1, 1), repeat=len(moved))
    ]
    return sum(value >= observed - 1e-12 for value in sums) / len(sums)


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Return the p values corrected for having asked several questions."""
    order = sorted(range(len(p_values)), key=p_values.__getitem__)
    corrected = [0.0] * len(p_values)
    worst = 0.0
    for rank, index in enumerate(order):
        worst = max(worst, min(1.0, p_values[index] * (len(p_values) - rank)))
        corrected[index] = worst
    return tuple(corrected)


def flag_precision(recall: float, false_flags: float, prevalence: float) -> float | None:
    """Return how many flags are right where `prevalence` of the claims is wrong."""
    true, false = recall * prevalence, false_flags * (1 - prevalence)
    return true / (true + false) if true + false else None


@lru_cache
def t_quantile(probability: float, degrees: int) -> float:
    """Return the quantile of Student's t, by bisection; `probability` above one half."""
    low, high = 0.0, 1.0
    while t_probability(high, degrees) < probability:
        high *= 2
    for _ in range(60):
        middle = (low + high) / 2
        if t_probability(middle, degrees) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def t_probability(value: float, degrees: int) -> float:
    """Return how probable it is that t stays below a value that is not negative.

    For whole degrees of freedom this is a finite sum (Abramowitz and Stegun 26.7.3 and 26.7.4).
    """
    angle = math.atan(value / math.sqrt(degrees))
    cosine, sine = math.cos(angle), math.sin(angle)
    odd = degrees % 2
    term = cosine if odd else 1.0
    series = 0.0 if degrees == 1 else term
    for step in range(2 + odd, degrees - 1, 2):
        term *= cosine * cosine * (step - 1) / step
        series += term
    inside = (angle + sine * series) * 2 / math.pi if odd else sine * series
    return (1 + inside) / 2


def normal_quantile(probability: float) -> float:
    """Return the quantile of the standard normal distribution."""
    from statistics import NormalDist

    return NormalDist().inv_cdf(probability)
