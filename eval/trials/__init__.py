"""What a verifier is tried with: true claims, the same in other words, and wrong ones.

    gold row ─ claims ─► a supported claim ─┬─ errors ────► the same claim, wrong in one way
                                            └─ controls ──► the same claim, in other words

Each error changes the meaning and each control does not: both are made from gold, where the right
value is known. A verifier should flag the first and pass the second; where it flags little of the
one and much of the other is told operator by operator.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from random import Random

from eval.gold import GoldArticle, Sample
from eval.trials import controls, errors
from eval.trials.claims import Claim, Context, Trial, claims

Operator = Callable[[Random, Claim, Context], Claim | None]
EACH = 4
"""So many claims of an article are tried with every operator."""


@lru_cache(maxsize=128)
def trials(sample: Sample) -> tuple[Trial, ...]:
    """Return the trials of a page; the same page has the same trials."""
    return tuple(trial for article in sample.articles for trial in _of(sample, article))


def _of(sample: Sample, article: GoldArticle) -> Iterator[Trial]:
    context = Context(sample, article)
    for language in ("zh", "en"):
        dice = Random(f"{sample.id}/{article.id}/{language}")  # noqa: S311 - must be repeatable
        made = claims(context, language)
        for name, operate in controls.OPERATORS[language].items():
            yield from _try(dice, name, operate, made, context, wrong=False)
        for name, operate in errors.OPERATORS[language].items():
            yield from _try(dice, name, operate, made, context, wrong=True)


def _try(
    dice: Random,
    name: str,
    operate: Operator,
    made: Sequence[Claim],
    context: Context,
    *,
    wrong: bool,
) -> Iterator[Trial]:
    """Apply an operator to the first claims, in random order, that it applies to."""
    done = 0
    for claim in dice.sample(made, len(made)):
        changed = operate(dice, claim, context)
        if changed is not None and done < EACH:
            done += 1
            yield Trial(
                id=f"{context.article.id}/{claim.language}/{name}/{done}",
                operator=f"{name} (English)" if claim.language == "en" else name,
                wrong=wrong,
                claim=changed,
                article=context.article.id,
            )
