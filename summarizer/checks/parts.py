"""Parts and wholes: 145个项目，其中新开工52个、续建27个、技改50个、扩能16个.

sum_parts    the parts named make up the whole: 分为 and 合计 say so, sides (出口, 进口) and a rest
             (其余) leave nothing out; what 其中 and 包括 list does if it adds up, or would but for
             one slip: a rest that no slip explains is a rest
sub_sum      parts that need not be all (等) do not exceed the whole
subset       what follows 其中 is no more than what it is part of
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from summarizer.checks.misprints import ANY, OF_SCALE, OF_THE_HAND, explained, fits
from summarizer.checks.partitions import REST, Sided, sided
from summarizer.checks.prose import COUNTABLE, HEAD, VERB, Prose, Statement, Term, pairs
from summarizer.checks.sums import all_of, hardly_more, is_fine, no_more, perhaps_all
from summarizer.checks.ties import Terms, Tie
from summarizer.lexicon import pattern, word_set
from summarizer.report import Outcome

INCLUDING = pattern("parts.including")
MADE_OF = pattern("parts.made_of")
AND_OTHERS = pattern("parts.and_others")
ADDED_UP = pattern("parts.added_up")
TRIGGER = pattern("parts.list")
SEMICOLON = re.compile(r"[；;]")
CHOSEN = pattern("parts.chosen")
OPENING = pattern("parts.opening")
INCLUDED = word_set("parts.included")
HALF, NEARLY = Decimal("0.5"), Decimal("0.75")
"""Parts that make up less are a choice, not a list with a slip in it."""
FEW = 3
LONGEST_CLAUSE = 20


@dataclass(frozen=True, slots=True)
class Division:
    """A whole and the parts told of it; `before`, what else is told before them.

    `is_said` where they are said to be all, `is_included` where 包括 lists them, `is_sure` where
    the whole is surely theirs.
    """

    whole: Term
    parts: Terms
    sentence: Statement
    before: Terms
    is_said: bool
    is_included: bool
    is_sure: bool

    @property
    def is_open(self) -> bool:
        """Whether 等 says that there are others."""
        start = self.parts[0].quantity.start - self.sentence.span.start
        end = self.parts[-1].quantity.end - self.sentence.span.start
        return AND_OTHERS.search(self.sentence.text[max(0, start - 30) : end + 20]) is not None

    @property
    def has_rest(self) -> bool:
        """Whether the last part is whatever is not told before."""
        return re.match(rf"[\s、和]*(?:{REST})", self.parts[-1].before) is not None

    @property
    def seems_all(self) -> bool:
        """Whether 包括 lists three parts, or three are called like the whole, or four alike."""
        if len(self.parts) >= FEW and (self.has_one_head or self.is_included):
            return True
        return len(self.parts) > FEW and self._are_alike()

    @property
    def may_be_all(self) -> bool:
        """Whether parts are many or alike, and so fine that they hardly add up by chance."""
        ends = {part.name[-1:] or part.after[:1] for part in self.parts}
        gaps = (self.sentence.between(*pair)[:1] for pair in pairwise(self.parts))
        listed = all(gap in ("、", "和") for gap in gaps)
        alike = len(self.parts) >= FEW or self.has_one_head or len(ends) == 1 or listed
        return alike and is_fine(self.whole)

    @property
    def has_one_head(self) -> bool:
        """Whether whole and parts count the same things: their words end alike."""
        return self._are_alike() and self.parts[0].words[-HEAD:] in self.whole.words

    def _are_alike(self) -> bool:
        return len({part.words[-HEAD:] for part in self.parts}) == 1 and bool(self.parts[0].words)

    def ties(self) -> Iterator[Tie]:
        """Tie the parts to the whole as closely as the words allow."""
        figures = (self.whole, *self.parts)
        whole = Tie("sum_parts", figures, all_of if self.is_said else perhaps_all)
        if len(self.parts) > 1 and not self.is_open and (self.has_rest or self._adds_up(whole)):
            yield whole
        elif len(self.parts) > 1 and self.is_open and self.has_one_head:
            yield Tie("sub_sum", figures, hardly_more)
        elif not self.is_said and self.is_sure:
            yield Tie("subset", figures[:2], no_more)

    def _adds_up(self, tie: Tie) -> bool:
        """Say whether the parts are the whole, exceed it, or would be it but for a likely slip."""
        if self.is_said or tie.holds:
            return True
        if any(CHOSEN.search(part.words) for part in self.parts):
            return False
        share = sum((part.value for part in self.parts), Decimal(0)) / self.whole.value
        if self.seems_all and no_more(tie.figures).result is Outcome.MISMATCH:
            return True
        near = HALF if self.seems_all else NEARLY
        by = ANY if near <= share <= 1 / near else OF_THE_HAND
        if not HALF <= share <= 1 / HALF:
            by = OF_SCALE
        return (self.seems_all or self.may_be_all) and explained(tie, by)


def parted(prose: Prose) -> Iterator[Tie]:
    """Add up parts, or compare the first of them, with the whole that they are said to be of."""
    for side in complete(prose):
        yield Tie("sum_parts", (side.whole, *side.parts), perhaps_all)
    for division in divisions(prose):
        yield from division.ties()
    for statements in prose.statements.values():
        for statement in statements:
            yield from _added_up(statement)


def complete(prose: Prose) -> Iterator[Sided]:
    """Yield the sides that surely are all of their whole, and those that fit as if they were."""
    for side in sided(prose):
        tie = Tie("sum_parts", (side.whole, *side.parts), perhaps_all)
        if side.is_sure or (is_fine(side.whole) and fits(tie)):
            yield side


def divisions(prose: Prose) -> Iterator[Division]:
    """Yield each whole with the parts that 其中, 包括 or 分为 sets against it."""
    for statements in prose.statements.values():
        earlier: Terms = ()
        for statement in statements:
            for trigger in TRIGGER.finditer(statement.text):
                yield from _divided(statement, trigger, earlier)
            earlier = statement.figures


def _divided(statement: Statement, trigger: re.Match[str], earlier: Terms) -> Iterator[Division]:
    """Set what follows a trigger, in its sentence, against what is told before."""
    at = statement.span.start + trigger.start()
    semicolon = SEMICOLON.search(statement.text, trigger.end())
    stop = statement.span.start + semicolon.start() if semicolon else statement.span.end
    after = [f for f in statement.figures if at <= f.quantity.start < stop]
    before = tuple(f for f in statement.figures if f.quantity.end <= at)
    first = _first_part(statement, after)
    levels = _levels_like(first, before or earlier) if first else []
    if first and levels:
        parts = [part for part in after if part.is_like(first) and part.is_level()]
        parts += _over_semicolons(first, statement, stop)
        whole = _whole_of(first, levels)
        is_near = bool(before) and not SEMICOLON.search(statement.between(whole, first))
        yield Division(
            whole,
            tuple(_parallel(parts, statement)),
            statement,
            before or earlier,
            is_said=MADE_OF.fullmatch(trigger.group()) is not None,
            is_included=trigger.group() in INCLUDED,
            is_sure=is_near or _shares_words(whole, first),
        )


def _levels_like(part: Term, told: Terms) -> Sequence[Term]:
    """Return the levels that a part may belong to; bases of comparison only where all are."""
    levels = [level for level in told if level.is_like(part) and level.is_level()]
    return [level for level in levels if not level.is_base()] or levels


def _over_semicolons(first: Term, statement: Statement, stop: int) -> Iterator[Term]:
    """Yield the first level of each sentence that goes on as the first part began: …收入; …收入."""
    head = first.head
    text, start = statement.text, statement.span.start
    ends = [start + m.start() for m in SEMICOLON.finditer(text, stop - start)] + [
        statement.span.end
    ]
    for begin, end in pairwise(ends):
        figures = (f for f in statement.figures if begin < f.quantity.start < end)
        level = next((f for f in figures if f.is_like(first) and f.is_level()), None)
        if level is None or not head or level.head != head:
            return
        if INCLUDING.search(text[begin - start : end - start]):
            return
        yield level


def _first_part(statement: Statement, figures: Sequence[Term]) -> Term | None:
    """Return the first level of a list; 三段： before it only says how many there are."""
    told = (f for f in figures if not statement.after(f).startswith((":", "：")))
    first = next((figure for figure in told if figure.quantity.kind in COUNTABLE), None)
    return first if first and first.is_level() else None


def _whole_of(part: Term, levels: Sequence[Term]) -> Term:
    """Return the last level whose words the part shares, or the last one."""
    akin = [level for level in levels if _shares_words(level, part)]
    return (akin or levels)[-1]


def _shares_words(whole: Term, part: Term) -> bool:
    """Say whether two figures have a word in common, or the part has no words of its own."""
    own = OPENING.sub("", part.before, count=1)
    return not VERB.sub("", own) or bool(pairs(whole.words) & pairs(own + part.after))


def _parallel(parts: list[Term], sentence: Statement) -> Iterator[Term]:
    """Keep the parts as long as each stands in a clause right after the last one."""
    yield parts[0]
    for previous, part in pairwise(parts):
        if INCLUDING.search(sentence.between(previous, part)) or len(part.before) > LONGEST_CLAUSE:
            return
        yield part


def _added_up(statement: Statement) -> Iterator[Tie]:
    """Yield the figures of a statement with the sum that 合计 gives of them."""
    for index, whole in enumerate(statement.figures):
        if said := ADDED_UP.search(whole.before):
            before = statement.figures[:index]
            parts = tuple(f for f in before if f.is_like(whole) and f.is_level())
            tie = Tie("sum_parts", (whole, *parts), perhaps_all)
            if len(parts) > 1 and (tie.holds or (said["bare"] is not None and explained(tie))):
                yield tie
