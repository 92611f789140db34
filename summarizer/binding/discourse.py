"""An article read from top to bottom: what one sentence leaves open, the one before it fills.

全年计划安排项目145个 。 其中 新开工 52个      a part is planned as its whole is
2017年 园区实现产值35亿元 。 利润5亿元         of 2017 too
初步核算 ， 生产总值125亿元 ， 增长8% 。 …      all that the paragraph announces is preliminary
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer.analysis.chunks import Name
from summarizer.analysis.figures import Figure
from summarizer.analysis.lexicon import Sort
from summarizer.analysis.noun_phrases import text_of
from summarizer.analysis.sentences import Sentence
from summarizer.analysis.words import Word
from summarizer.binding.coreference import Coreference, How
from summarizer.binding.distributive import Told, joint, tell
from summarizer.binding.ellipsis import Phrase
from summarizer.binding.fullness import full_name
from summarizer.binding.indicators import Named, named
from summarizer.binding.statuses import (
    depends,
    is_announced,
    is_design,
    is_done,
    is_finished,
    is_hardly_begun,
    is_planned,
    is_start,
    status_of,
)
from summarizer.binding.times import (
    frame_of,
    is_dated,
    is_flow,
    is_over,
    is_today,
    last_time,
    of_year,
    opening_of,
    stretches_of,
    time_of,
    year_of,
)
from summarizer.summary import Measure, Status

AHEAD = (Status.TARGET, Status.PLAN)
COMING = (*AHEAD, Status.FORECAST)
CHANGES = (Measure.GROWTH, Measure.PP_CHANGE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as it was read, before it is written as a row."""

    figure: Figure
    phrase: Phrase
    who: Name | None
    how: How
    when: Word | None
    status: Status
    base: "Reading | None" = None
    """The figure that it leans on: what grows, what it is a share of."""
    earlier: "Reading | None" = None
    """The figure before it in its paragraph."""
    name: tuple[Word, ...] = ()
    """What it measures, filled up to be understood alone."""
    wordings: tuple[Named, ...] = ()
    """How else that can be worded, the likeliest first."""


def read(sentences: Sequence[Sentence], date: dt.date | None) -> Iterator[Reading]:
    """Yield every figure as read, in reading order."""
    discourse = Discourse(sentences, date)
    for sentence in sentences:
        yield from discourse.follow(sentence)


def _owner_of(base: Reading | None) -> Name | None:
    """Return whose a figure is that another leans on; who is only compared with is passed over."""
    while base is not None and base.how is How.AGAINST:
        base = base.earlier
    return base.who if base else None


class Discourse:
    """Remembers, from sentence to sentence, who and when is spoken of, and as what."""

    def __init__(self, sentences: Sequence[Sentence], date: dt.date | None) -> None:
        """Look for what holds in the whole article: its year, and whether it tells of plans."""
        self._date = date
        self._cast = Coreference(sentences)
        self._frame, self._opening = frame_of(sentences, date), opening_of(sentences)
        self._year, self._finished = year_of(sentences), is_finished(sentences)
        self._until = stretches_of(sentences)
        self._from: Word | None = None
        self._whole: Reading | None = None
        self._last: Reading | None = None
        self._spoken_of: Word | None = None
        self._told_as: dict[str | None, Status] = {}
        self._carried: dict[str | None, Status] = {}
        self._name: tuple[Word, ...] = ()
        self._announced = False
        self._line = -1

    def follow(self, sentence: Sentence) -> tuple[Reading, ...]:
        """Read the figures of a sentence."""
        self._enter(sentence)
        readings: list[Reading] = []
        for told in tell(sentence):
            base = readings[told.base] if told.base is not None else None
            readings.append(self._read(told, base))
            self._whole = self._last = readings[-1]
        self._leave(sentence, readings)
        return tuple(readings)

    def _enter(self, sentence: Sentence) -> None:
        self._cast.enter(sentence)
        if sentence.line != self._line:
            self._spoken_of, self._announced, self._line = None, False, sentence.line
            self._name, self._last = (), None
        self._announced = self._announced or is_announced(sentence)
        self._from = self._whole = None
        self._carried = self._told_as if sentence.text.startswith("其中") else {}

    def _leave(self, sentence: Sentence, readings: Sequence[Reading]) -> None:
        self._cast.leave(sentence)
        self._told_as = {each.figure.quantity.unit: each.status for each in readings}
        if not readings or readings[-1].status not in (Status.TARGET, Status.FORECAST):
            self._spoken_of = last_time(sentence, self._date) or self._spoken_of

    def _read(self, told: Told, base: Reading | None) -> Reading:
        figure, phrase = told.figure, self._named(told.phrase)
        who, how = told.owner or joint(figure.lead), How.LIST
        if who is None:
            who, how = self._cast.who(figure, phrase, _owner_of(base))
        time, name = time_of(figure, self._spoken_of), text_of(phrase.name)
        design = not self._finished and is_design(figure, name, who)
        status = self._status(figure, time, design=design)
        if base and base.status in COMING and depends(figure, phrase.measure):
            status = base.status
        time = self._period(figure, time, status, design=design)
        built = who is not None and who.sort is Sort.PROJECT
        if time and not built and is_flow(name):
            time = self._until.get(time, time)
        reading = Reading(figure, phrase, who, how, time, status, base, self._last)
        return self._worded(replace(reading, name=full_name(reading)))

    def _period(
        self, figure: Figure, time: Word | None, status: Status, *, design: bool
    ) -> Word | None:
        """Return the period that a figure of this status holds for, given what is told of it."""
        if time is self._spoken_of and status in COMING and is_over(time, self._date):
            time = None
        time = self._in_course(figure, time, status, design=design)
        if is_done(figure, time, self._date):
            return None
        return time if status in COMING else of_year(time, self._year, self._date)

    def _in_course(
        self, figure: Figure, time: Word | None, status: Status, *, design: bool
    ) -> Word | None:
        """Let a start go on, a design have no time, and what has none that of the article."""
        if is_start(figure):
            if not any(map(is_dated, figure.left)):
                return self._from
            self._from = time
        if design or status is Status.CAPACITY:
            return None
        opened = self._frame if status in AHEAD else self._opening
        return opened if time is None and not is_today(figure) else time

    def _worded(self, reading: Reading) -> Reading:
        """Name what a figure measures as is likeliest of all ways to word it."""
        wordings = named(reading)
        best = wordings[0].wording
        phrase = replace(reading.phrase, whole=best.whole)
        return replace(reading, phrase=phrase, name=best.name, wordings=wordings)

    def _named(self, phrase: Phrase) -> Phrase:
        """Let a change that names nothing be that of what the paragraph named last."""
        if phrase.name:
            self._name = phrase.name
        elif phrase.measure in CHANGES:
            return replace(phrase, name=self._name)
        return phrase

    def _status(self, figure: Figure, time: Word | None, *, design: bool) -> Status:
        told = status_of(figure, design=design, time=time, date=self._date)
        if told is not Status.TARGET and is_planned(figure):
            told = Status.PLAN
        if told is None and is_hardly_begun(of_year(time, self._year, self._date), self._date):
            told = Status.TARGET
        unit, whole = figure.quantity.unit, self._whole
        carried = self._carried.get(unit)
        planned = whole and whole.status in AHEAD and whole.figure.quantity.unit == unit
        if whole and planned and figure.left_text.startswith("其中"):
            carried = whole.status  # 总投资 2亿元，其中 中央补助 1亿元
        status = told or carried or Status.ACTUAL
        return Status.PRELIMINARY if self._announced and status is Status.ACTUAL else status
