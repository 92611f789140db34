"""From invented facts to articles whose every figure is known.

A sentence of the grammar is read from left to right; each slot leaves its text, and a mark with
what is true of it. A paragraph's marks are offsets in its text; the layout takes them to the page.
"""

import calendar
import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

from eval.synthetic import figures
from eval.synthetic.figures import Figure
from summarizer.document import Role
from summarizer.quantity import Kind
from summarizer.summary import Measure, Status

CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
SLOT = re.compile(r"\{([A-Za-z_]+)((?: [a-z]+)*)\}")
TEST_ONLY = "[test]"
LEXICAL = re.compile(
    r"进一步|一系列|一批|逐一|一流|店小二|一站式|一张蓝图|两手抓、两手硬|两期|二期|一家小厂|一派|一手|六方面"
)
RATES = {
    "growth": Measure.GROWTH,
    "decline": Measure.GROWTH,
    "share": Measure.SHARE,
    "pp": Measure.PP_CHANGE,
    "rank": Measure.RANK,
}

Grammar = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """What a figure of the text means."""

    figure: Figure
    code: str
    indicator: str
    english: str
    entity: str
    measure: Measure
    status: Status
    period: str | None
    period_text: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A number of a paragraph: a figure with its meaning, a time, or a trap."""

    start: int
    end: int
    told: Told | None = None
    kind: Kind = Kind.LABEL
    time_period: str | None = None
    required: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, headline line or byline, and the numbers in it."""

    role: Role
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """An article before it is laid out."""

    headline: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(slots=True)
class Writer:
    """Writes one story: knows its names, its date, and what has been told already."""

    dice: Random
    grammar: Grammar
    date: dt.date
    kind: str
    test: bool
    names: dict[str, str] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    period: tuple[str, str] | None = None

    def story(self) -> Story:
        """Write a whole article."""
        plan = self.grammar["stories"][self.kind]
        self._name()
        headline = self._choose(self.dice.choice(plan["headline"])).split("|")
        lines = [self._line(line) for line in headline]
        paragraphs = [self._paragraph(self.dice.choice(plan["lede"]))]
        body = [
            sentence.removeprefix(TEST_ONLY)
            for sentence in plan["body"]
            if self.test or not sentence.startswith(TEST_ONLY)
        ]
        self.dice.shuffle(body)
        chosen = _bundled(self.dice, body)
        heads = list(plan["subheads"]) if len(chosen) > 2 and self.dice.random() < 0.5 else []  # noqa: PLR2004
        for index, sentences in enumerate(chosen):
            if heads and index in (1, 3):
                paragraphs += self._subhead(heads.pop(0))
            paragraphs.append(self._paragraph(*sentences))
        return Story(tuple(lines), tuple(paragraphs))

    def person(self) -> str:
        """Invent a person."""
        names = self.grammar["names"]
        return f"{self.dice.choice(names['surname'])}{self.dice.choice(names['given'])}"

    def _name(self) -> None:
        names, dice = self.grammar["names"], self.dice
        town = dice.choice(names["first"]) + dice.choice(names["second"])
        self.names["zone"] = town + dice.choice(names["kind"])
        self.names["firm"] = "".join(
            dice.choice(names[part]) for part in ("firm", "trade", "legal")
        )
        self.names["building"] = dice.choice(names["building"])
        self.names["project"] = f"{self.names['firm']}{self.names['building']}项目"
        self.names["industry"], self.names["neighbour"] = dice.sample(names["industry"], 2)
        self.names["person"] = self.person()

    def _choose(self, template: str) -> str:
        while found := CHOICE.search(template):
            choice = self.dice.choice(found[1].split("|"))
            template = template[: found.start()] + choice + template[found.end() :]
        return template

    def _line(self, template: str) -> str:
        return SLOT.sub(lambda slot: self._word(slot[1]), template)

    def _subhead(self, template: str) -> list[Paragraph]:
        lines = self._choose(template).split("|")
        return [Paragraph(Role.SUBHEAD, " ".join(self._line(line) for line in lines))]

    def _paragraph(self, *sentences: str) -> Paragraph:
        text, marks = "", []
        for sentence in sentences:
            said, found = self._sentence(self._choose(sentence))
            marks += [_moved(mark, len(text)) for mark in found]
            text += said
        return Paragraph(Role.BODY, text, (*marks, *_lexical(text, marks)))

    def _sentence(self, template: str) -> tuple[str, list[Mark]]:
        """Fill the slots of a sentence; its figures share the period named before them."""
        self.period = None
        text, position = "", 0
        marks: list[Mark] = []
        for slot in SLOT.finditer(template):
            text += template[position : slot.start()]
            piece, found = self._slot(slot[1], slot[2].split())
            marks += [_moved(mark, len(text)) for mark in found]
            text += piece
            position = slot.end()
        return text + template[position:], marks

    def _slot(self, name: str, words: Sequence[str]) -> tuple[str, list[Mark]]:
        if name.isupper():
            return self._figure(name, words)
        if name in ("period", "year", "month_end", "date"):
            return self._time(name)
        word = self._word(name)
        return word, [Mark(0, len(word))] if name == "trap" else []

    def _word(self, name: str) -> str:
        if name in self.names:
            return self.names[name]
        return self._choose(self.dice.choice(self.grammar["names"][name]))

    def _time(self, name: str) -> tuple[str, list[Mark]]:
        said = {
            "period": self._period,
            "year": self._year,
            "month_end": self._month_end,
            "date": self._date,
        }
        text, period = said[name]()
        spelled = any(character.isdigit() or character in "一二三四" for character in text)
        mark = Mark(0, len(text), kind=Kind.PERIOD, time_period=period, required=spelled)
        if name != "date":
            self.period = (text, period)
        return text, [mark]

    def _period(self) -> tuple[str, str]:
        """Name a stretch of time that is over by the date of the issue."""
        year, month = self.date.year, self.date.month
        options = [(f"{year - 1}年", str(year - 1)), ("去年", str(year - 1))]
        if month > 3:  # noqa: PLR2004 - the first quarter is over
            options += [("今年一季度", f"{year}-Q1"), (f"{year}年一季度", f"{year}-Q1")]
            options.append((f"今年1-{month - 1}月", f"{year}-01-01/P{month - 1}M"))
        if month > 6:  # noqa: PLR2004 - the first half is over
            options += [("今年上半年", f"{year}-S1"), (f"{year}年上半年", f"{year}-S1")]
        if month > 9:  # noqa: PLR2004 - three quarters are over
            options.append(("今年前三季度", f"{year}-01-01/P9M"))
        return self.dice.choice(options)

    def _year(self) -> tuple[str, str]:
        year = str(self.date.year)
        return self.dice.choice([("今年", year), (f"{year}年", year), ("全年", year)])

    def _month_end(self) -> tuple[str, str]:
        last = self.date.replace(day=1) - dt.timedelta(days=1)
        text = self.dice.choice(
            (f"{last.year}年{last.month}月底", f"{last.year}年{last.month}月末")
        )
        return text, f"{last.year}-{last.month:02}"

    def _date(self) -> tuple[str, str]:
        last = self.date.replace(day=1) - dt.timedelta(days=1)
        day = self.dice.randrange(1, calendar.monthrange(last.year, last.month)[1] + 1)
        return f"{last.month}月{day}日", f"{last.year}-{last.month:02}-{day:02}"

    def _figure(self, code: str, words: Sequence[str]) -> tuple[str, list[Mark]]:
        told = self._tell(code, words)
        self.told.append(told)
        rate = told.measure is not Measure.LEVEL
        lead = "" if rate else told.indicator + self._link(told.figure)
        lead += "居全市" if told.measure is Measure.RANK else ""
        end = len(lead) + len(told.figure.text)
        mark = Mark(len(lead), end, told, told.figure.scale.kind)
        return lead + told.figure.text, [mark]

    def _link(self, figure: Figure) -> str:
        return "" if figure.before or self.dice.random() < 0.5 else self.dice.choice("达为")  # noqa: PLR2004

    def _tell(self, code: str, words: Sequence[str]) -> Told:
        plan = self.grammar["stories"][self.kind]
        names, english, family, low, high, decimals = self.grammar["indicators"][code].split("|")
        status = next((Status(w) for w in words if w in set(Status)), Status(plan["status"]))
        rate = next((word for word in words if word in RATES), None)
        before = next((told for told in self.told if told.code == code), None)
        figure = self._rate(rate) if rate else figures.level(
            self.dice, family, (float(low), float(high)),
            int(self.dice.choice(decimals.split(","))), status,
        )  # fmt: skip
        if any(told.figure.value == figure.value for told in self.told):
            return self._tell(code, words)
        return Told(
            figure=figure,
            code=code,
            indicator=before.indicator if before else self.dice.choice(names.split(",")),
            english=english,
            entity=self.names[words[-1] if "of" in words else plan["subject"]],
            measure=RATES[rate] if rate else Measure.LEVEL,
            status=status,
            period=self.period and self.period[1],
            period_text=self.period and self.period[0],
        )

    def _rate(self, rate: str) -> Figure:
        match rate:
            case "share":
                return figures.share(self.dice)
            case "pp":
                return figures.percent(self.dice, 0.3, 9, figures.POINTS)
            case "rank":
                return figures.rank(self.dice)
            case "decline":
                return figures.falling(figures.percent(self.dice, 1, 30))
            case _:
                return figures.percent(self.dice, 2, 45)


def _bundled(dice: Random, sentences: Sequence[str]) -> list[Sequence[str]]:
    """Put one to three sentences into a paragraph."""
    bundles, start = [], 0
    while start < len(sentences):
        end = start + dice.randrange(1, 4)
        bundles.append(sentences[start:end])
        start = end
    return bundles


def _moved(mark: Mark, by: int) -> Mark:
    return replace(mark, start=mark.start + by, end=mark.end + by)


def _lexical(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Mark the numerals that are part of a word; a count of phases may be told or not."""
    return [
        Mark(
            found.start(),
            found.end(),
            kind=Kind.COUNT if found[0] in ("两期", "六方面") else Kind.LABEL,
            required=found[0] not in ("两期", "六方面", "二期"),
        )
        for found in LEXICAL.finditer(text)
        if not any(mark.start < found.end() and found.start() < mark.end for mark in marks)
    ]
