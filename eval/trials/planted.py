"""A careful reader's draft as it is, and the same draft with one error planted at a time.

    row of the draft ──────► a right row           must pass
       ├─ swap    it cites another figure of the unit
       ├─ owner   it is given to another body of the draft
       ├─ status  a plan is told as done; what is done, as a plan
       └─ digit, unit   the figure is repeated wrongly
    sentence ─────────────► a right sentence      must pass
       └─ the same errors in its words, and a sentence that nobody wrote (invention)

No error may be right by accident: a changed figure stands nowhere on the page, and the figure of a
swap belongs to another indicator or another body.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from eval.gold import Draft, DraftRow, DraftSentence, Sample
from eval.metrics.similarity import agree
from summarizer.summary import Status
from summarizer.text import fold

FIGURE = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>[十百千万亿]*)(?P<unit>.*)", re.DOTALL
)
BOUND = re.compile(r"[多余]|以[上下]|左右|上下|\s")
OTHER_UNIT = {
    "元": "美元", "美元": "元", "人民币": "美元", "港元": "美元", "平方米": "亩", "亩": "平方米",
    "吨": "台", "家": "人", "户": "人", "个": "吨", "项": "吨", "件": "人", "人": "家", "台": "吨",
    "%": "个百分点", "个百分点": "%", "倍": "%", "公里": "亩", "平方公里": "公里",
}  # fmt: skip
INTENDED = frozenset({Status.PLAN, Status.TARGET, Status.FORECAST, Status.CAPACITY})
INTENT = re.compile(r"预计|力争|计划|拟|有望|预期|将(?!军)")
UNHEARD_OF = ("旅游总收入", "快递业务量", "绿化面积", "用电量", "图书馆藏书")


@dataclass(frozen=True, slots=True)
class Replay:
    """A row or a sentence put before the verifier. `operator` is empty where nothing is wrong."""

    id: str
    operator: str
    row: DraftRow | None = None
    sentence: DraftSentence | None = None

    @property
    def wrong(self) -> bool:
        """Whether an error was planted."""
        return bool(self.operator)


@dataclass(frozen=True, slots=True)
class Plot:
    """The draft that errors are planted in, its page, and the dice."""

    draft: Draft
    page: str
    dice: Random


@lru_cache(maxsize=128)
def replays(sample: Sample) -> tuple[Replay, ...]:
    """Return what a draft says, and what it would say with errors; the same for the same draft."""
    if sample.draft is None:
        return ()
    plot = Plot(sample.draft, fold(sample.text), Random(sample.id))  # noqa: S311 - repeatable
    return (*_right(sample.draft), *_wrong_rows(plot), *_wrong_sentences(plot))


def _right(draft: Draft) -> Iterator[Replay]:
    yield from (Replay(f"row/{n}", "", row=row) for n, row in enumerate(draft.rows))
    yield from (Replay(f"sentence/{n}", "", sentence=s) for n, s in enumerate(draft.sentences))


def _wrong_rows(plot: Plot) -> Iterator[Replay]:
    for name, plant in IN_ROWS.items():
        for number, row in enumerate(plot.draft.rows):
            if (changed := plant(row, plot)) is not None:
                yield Replay(f"row/{name}/{number}", f"row: {name}", row=changed)


def _wrong_sentences(plot: Plot) -> Iterator[Replay]:
    for name, plant in IN_SENTENCES.items():
        for number, sentence in enumerate(plot.draft.sentences):
            if (changed := plant(sentence, plot)) is not None:
                name_ = f"sentence/{name}/{number}"
                yield Replay(name_, f"sentence: {name}", sentence=changed)


def swap(row: DraftRow, plot: Plot) -> DraftRow | None:
    """Cite another figure of the unit, which the draft has for something else."""
    other = _rival(row, plot)
    place = other and {"start": other.start, "end": other.end, "printed": other.printed}
    return row.model_copy(update=place) if place else None


def owner(row: DraftRow, plot: Plot) -> DraftRow | None:
    """Give the figure to another body of the draft."""
    other = _other_owner(row, plot)
    return row.model_copy(update={"entity": other}) if other else None


def plan_told_as_done(row: DraftRow, _: Plot) -> DraftRow | None:
    """Call actual what is only meant."""
    return row.model_copy(update={"status": Status.ACTUAL}) if row.status in INTENDED else None


def done_told_as_plan(row: DraftRow, _: Plot) -> DraftRow | None:
    """Call a plan what has come true."""
    done = row.status is Status.ACTUAL
    return row.model_copy(update={"status": Status.PLAN}) if done else None


def digit(row: DraftRow, plot: Plot) -> DraftRow | None:
    """Repeat the figure with another digit."""
    return _repeated(row, _another_digit(row.printed, plot))


def unit(row: DraftRow, plot: Plot) -> DraftRow | None:
    """Repeat the figure in another unit."""
    return _repeated(row, _another_unit(row.printed, plot))


def swap_in_words(sentence: DraftSentence, plot: Plot) -> DraftSentence | None:
    """Tell another figure of the unit in the place of a cited one."""
    for row in _cited(sentence, plot):
        rival = _rival(row, plot)
        if rival and rival.printed not in sentence.text:
            return _retold(sentence, row.printed, rival.printed)
    return None


def owner_in_words(sentence: DraftSentence, plot: Plot) -> DraftSentence | None:
    """Tell it of another body of the draft."""
    for row in _cited(sentence, plot):
        other = _other_owner(row, plot)
        if row.entity and other and row.entity in sentence.text and other not in sentence.text:
            return _retold(sentence, row.entity, other)
    return None


def status_in_words(sentence: DraftSentence, plot: Plot) -> DraftSentence | None:
    """Say 已 where the sentence says that a figure is only meant."""
    for row in _cited(sentence, plot):
        at = sentence.text.find(row.printed)
        intended = list(INTENT.finditer(sentence.text, 0, at))
        if row.status in INTENDED and intended:
            last = intended[-1]
            before = INTENT.sub("", sentence.text[: last.start()])
            return sentence.model_copy(update={"text": f"{before}已{sentence.text[last.end() :]}"})
    return None


def digit_in_words(sentence: DraftSentence, plot: Plot) -> DraftSentence | None:
    """Change a digit of the first cited figure that stands in the sentence."""
    return _with_figure(sentence, plot, _another_digit)


def unit_in_words(sentence: DraftSentence, plot: Plot) -> DraftSentence | None:
    """Change the unit of the first cited figure that has one to change."""
    return _with_figure(sentence, plot, _another_unit)


def invention(sentence: DraftSentence, plot: Plot) -> DraftSentence | None:
    """Tell of a figure that nobody has heard of, of a body that the sentence names."""
    names = (row.entity for row in _cited(sentence, plot) if row.entity)
    name = next((each for each in names if each in sentence.text), None)
    said = f"{plot.dice.randrange(101, 989)}.{plot.dice.randrange(1, 9)}"
    indicator = plot.dice.choice(UNHEARD_OF)
    if not name or indicator in plot.page or said in plot.page:
        return None
    return DraftSentence(text=f"{name}{indicator}达到{said}亿元。")


RowPlant = Callable[[DraftRow, Plot], DraftRow | None]
SentencePlant = Callable[[DraftSentence, Plot], DraftSentence | None]
IN_ROWS: dict[str, RowPlant] = {
    "swap": swap,
    "owner": owner,
    "status": plan_told_as_done,
    "done told as plan": done_told_as_plan,
    "digit": digit,
    "unit": unit,
}
IN_SENTENCES: dict[str, SentencePlant] = {
    "swap": swap_in_words,
    "owner": owner_in_words,
    "status": status_in_words,
    "digit": digit_in_words,
    "unit": unit_in_words,
    "invention": invention,
}


def _cited(sentence: DraftSentence, plot: Plot) -> list[DraftRow]:
    """Return the rows whose figure the sentence cites, and repeats just once, as it is printed."""
    return [
        row
        for row in plot.draft.rows
        if row.start in sentence.cites and len(_places(row.printed, sentence.text)) == 1
    ]


def _places(printed: str, text: str) -> list[int]:
    """Return where a figure stands as a whole: 5亿元 does not stand in 1.5亿元."""
    token = re.compile(rf"(?<![\d.,]){re.escape(printed)}")
    return [found.start() for found in token.finditer(text)]


def _rival(row: DraftRow, plot: Plot) -> DraftRow | None:
    """Return a row of the unit and sort, of another figure and another indicator or body."""
    rivals = [
        other
        for other in plot.draft.rows
        if _unit(other.printed) == _unit(row.printed) is not None
        and _number(other.printed) != _number(row.printed)
        and (other.measure, other.status) == (row.measure, row.status)
        and (other.indicator, other.entity) != (row.indicator, row.entity)
    ]
    return plot.dice.choice(rivals) if rivals else None


def _other_owner(row: DraftRow, plot: Plot) -> str | None:
    if not row.entity:
        return None
    names = {other.entity for other in plot.draft.rows if other.entity}
    others = sorted(name for name in names if not agree(name, row.entity))
    return plot.dice.choice(others) if others else None


def _repeated(row: DraftRow, printed: str | None) -> DraftRow | None:
    return row.model_copy(update={"printed": printed}) if printed else None


def _retold(sentence: DraftSentence, old: str, new: str) -> DraftSentence:
    return sentence.model_copy(update={"text": sentence.text.replace(old, new, 1)})


def _with_figure(
    sentence: DraftSentence, plot: Plot, change: Callable[[str, Plot], str | None]
) -> DraftSentence | None:
    for row in _cited(sentence, plot):
        if printed := change(row.printed, plot):
            at = _places(row.printed, sentence.text)[0]
            text = f"{sentence.text[:at]}{printed}{sentence.text[at + len(row.printed) :]}"
            return sentence.model_copy(update={"text": text})
    return None


def _another_digit(printed: str, plot: Plot) -> str | None:
    """Change one digit; what comes of it stands nowhere on the page."""
    places = [at for at, character in enumerate(printed) if character in "0123456789"]
    if not places or not FIGURE.match(fold(printed)):
        return None
    at = plot.dice.choice(places)
    other = plot.dice.choice([each for each in "123456789" if each != printed[at]])
    changed = f"{printed[:at]}{other}{printed[at + 1 :]}"
    return None if fold(changed) in plot.page else changed


def _another_unit(printed: str, plot: Plot) -> str | None:
    unit = _unit(printed)
    other = OTHER_UNIT.get(unit or "")
    changed = printed.replace(unit, other) if unit and other else None
    return None if changed is None or fold(changed) in plot.page else changed


def _unit(printed: str) -> str | None:
    found = FIGURE.search(fold(printed))
    return BOUND.sub("", found["unit"]) if found else None


def _number(printed: str) -> str | None:
    found = FIGURE.search(fold(printed))
    return f"{found['number']}{found['scale']}" if found else None
