"""From figures to rows: who, what, how measured, when, and whether it has come true.

    Analysis: sentences, clauses, names, figures
      └─ each figure
           ├─ deserves a row?                        selection
           ├─ what: indicator, scope, measure        phrases, shares, measures
           │    ├─ filled up, worded                  fullness, wordings, nominal
           │    └─ shared out, carried over          distributive, ellipsis
           ├─ who: the body it is about              coreference, topic, subjects, speakers
           │    └─ weighed against all others         candidates, owners
           ├─ when: the period it holds for          times
           └─ as what: fact, plan, target …          statuses
    a figure of a table: by its heads             cells
    from top to bottom, what is open filled       discourse
    how sure each row is                          confidence
    rows among themselves: part of, share of …       relations

No model is asked. A field that the text does not give is left empty rather than guessed.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from itertools import dropwhile, pairwise

from summarizer.analysis import Analysis
from summarizer.analysis.chunks import Name
from summarizer.analysis.figures import Figure
from summarizer.analysis.lexicon import REACH, WHOLE_COUNTRY
from summarizer.analysis.names import names_of
from summarizer.analysis.words import Word
from summarizer.binding.candidates import COUNTRY, OURS
from summarizer.binding.cells import tabled_rows
from summarizer.binding.confidence import Around, confidence_of, cues
from summarizer.binding.discourse import Reading, read
from summarizer.binding.ellipsis import Phrase
from summarizer.binding.fullness import telling
from summarizer.binding.nominal import completed, stands_for
from summarizer.binding.owners import Owned, owned
from summarizer.binding.phrases import split_scope
from summarizer.binding.relations import relations_of
from summarizer.binding.selection import deserves_row
from summarizer.binding.wordings import Wording
from summarizer.document import Article, Role
from summarizer.lexicon import pattern, word_set
from summarizer.quantities import is_traditional
from summarizer.quantity import Modifier, Quantity
from summarizer.report import Confidence
from summarizer.summary import ObservationClaim, Relation

ROUNDING = Decimal("0.05")
"""The part of a figure that a headline may leave out."""
BEYOND = Decimal("0.1")
"""How far above 超两亿 the figure may lie that it stands for."""
BACK = 3
"""So many figures back is looked for what one is called."""
OPENING = word_set("verbs.leading") | word_set("verbs.adding_up")
TRAILING = pattern("naming.trailing")
TITLES = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK, Role.SUBHEAD})


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row as it is read: what it claims, how it was come by, and who else its owner could be."""

    claim: ObservationClaim
    reading: Reading
    owned: Owned
    cues: tuple[str, ...]
    """What speaks for and against it."""
    confidence: Confidence


def worded(row: Row, article: Article, wording: Wording) -> ObservationClaim:
    """Return what a row would claim if its indicator were worded otherwise."""
    phrase = replace(row.reading.phrase, whole=wording.whole)
    read = replace(row.reading, who=row.owned.name, phrase=phrase, name=wording.name)
    return _claim(article, read)


def bind(analysis: Analysis) -> tuple[ObservationClaim, ...]:
    """Return a row for every figure of the article that deserves one, in reading order."""
    return claims_of(analysis, read_rows(analysis))


def read_rows(analysis: Analysis, weights: Mapping[str, float] | None = None) -> tuple[Row, ...]:
    """Read the figures of the prose that deserve a row, each with its owner weighed."""
    readings = tuple(_rows(analysis))
    owners = owned(analysis, readings, weights)
    article, chosen = analysis.article, tuple(zip(readings, owners, strict=True))
    claims = [_claim(article, replace(reading, who=owner.name)) for reading, owner in chosen]
    around = Around(is_traditional(article.text), Counter(claim.ref_area for claim in claims))
    row = partial(_row, article, around)
    return tuple(row(claim, *pair) for claim, pair in zip(claims, chosen, strict=True))


def _row(
    article: Article, around: Around, claim: ObservationClaim, reading: Reading, owner: Owned
) -> Row:
    """Make a row of a figure, its owner, and what it claims: how sure it is."""
    named = bool(telling(_printed(article, reading.name, owner.name)))
    told = tuple(cues(reading, owner, claim, around, named=named))
    return Row(claim, reading, owner, told, confidence_of(reading, owner, told, named=named))


def claims_of(analysis: Analysis, rows: Sequence[Row]) -> tuple[ObservationClaim, ...]:
    """Return what rows claim; what stands in a table is read there.

    Where its heads name nobody, a table is about whom the text above it is about, unweighed.
    """
    article = analysis.article
    read = {row.claim.quantity: row.claim for row in rows}
    if article.tabled:
        above = {row.claim.quantity: _claim(article, row.reading) for row in rows}
        read |= tabled_rows(article, analysis.quantities, above, analysis.date)
        return tuple(read[each.id] for each in analysis.quantities if each.id in read)
    return tuple(read.values())


def relate(analysis: Analysis, claims: Sequence[ObservationClaim]) -> tuple[Relation, ...]:
    """Return how the figures of the claims hang together, by quantity id."""
    claim_of = {claim.quantity: claim for claim in claims}
    figures = (figure for figure in analysis.figures if figure.quantity.id in claim_of)
    return tuple(relations_of([(figure, claim_of[figure.quantity.id]) for figure in figures]))


def _rows(analysis: Analysis) -> Iterator[Reading]:
    """Yield the readings that become rows; a headline's figure only where the body has it not."""
    figures = analysis.figures
    told = [figure.quantity for figure in figures if figure.sentence.role not in TITLES]
    earlier: list[Figure] = []
    for reading in read(analysis.sentences, analysis.date):
        figure = reading.figure
        titled = figure.sentence.role in TITLES
        repeated = titled and any(_rounds(figure.quantity, other) for other in told)
        if deserves_row(figure, earlier) and not repeated:
            yield reading
        if not titled:
            earlier.append(figure)


def _rounds(headline: Quantity, told: Quantity) -> bool:
    """Say whether a figure of the headline is one of the text, perhaps rounded: 一成一, 11.2%."""
    ours, theirs = headline.value, told.value
    if ours is None or theirs is None or ours == theirs:
        return ours == theirs
    if headline.unit != told.unit or _holds(headline, abs(theirs)):
        return headline.unit == told.unit
    room = BEYOND if headline.modifier in (Modifier.GT, Modifier.GE) else ROUNDING
    return abs(abs(ours) - abs(theirs)) <= room * abs(theirs)


def _holds(headline: Quantity, value: Decimal) -> bool:
    """Say whether a figure lies in what a headline leaves open: 一成, 10.8%."""
    low, high = headline.low, headline.high
    return (
        low is not None
        and high is not None
        and min(abs(low), abs(high)) <= value <= max(abs(low), abs(high))
    )


def _claim(article: Article, reading: Reading) -> ObservationClaim:
    quantity, phrase, who = reading.figure.quantity, reading.phrase, reading.who
    indicator, scope = split_scope(_indicator(article, reading))
    whole = _text(article, phrase.whole)
    return ObservationClaim(
        quantity=quantity.id,
        printed=quantity.text,
        ref_area=_body(article, phrase, who) if who else None,
        indicator=f"{indicator}占{whole}" if whole else indicator,
        scope=scope,
        measure=phrase.measure,
        time_period_text=_text(article, [reading.when]) if reading.when else None,
        status=reading.status,
    )


def _indicator(article: Article, reading: Reading) -> str:
    """Print what a figure measures, or what the figures before it do where it says nothing."""
    said: Reading | None = reading
    for _ in range(BACK):
        if said is None:
            break
        if name := telling(_printed(article, said.name, said.who)):
            return completed(name, reading)
        said = said.earlier
    return stands_for(reading)


def _body(article: Article, phrase: Phrase, who: Name) -> str:
    """Print a body in full, unless its trade is what is counted; we and here as 全国."""
    if who.full:
        return article.text[slice(*who.full)]
    core = article.text[who.start : who.core] or who.text
    counted = phrase.name and who.core < phrase.name[-1].end <= who.end
    trade = "" if counted else article.text[who.core : who.end]
    return (COUNTRY if core in OURS else core) + trade


def _printed(article: Article, words: Sequence[Word], who: Name | None) -> str:
    """Print a phrase without the body that stands in front of it."""
    if not words:
        return ""
    start, end = words[0].start, words[-1].end
    for body in filter(
        None, (who, *(name for name in names_of(words) if name.proper and not _is_world(name)))
    ):
        cut = body.end if body.end < end else body.core
        if body.start <= start < cut < end:
            rest = dropwhile(_only_leads, (word for word in words if word.start >= cut))
            return _text(article, tuple(rest))
    return _text(article, words)


def _is_world(name: Name) -> bool:
    """Say whether a name ends in all the world: 洗衣机 | 全球 市场占有率 has none."""
    return name.text.endswith(tuple(WHOLE_COUNTRY)) and name.text not in WHOLE_COUNTRY


def _only_leads(word: Word) -> bool:
    return word.text in REACH and word.text not in OPENING


def _text(article: Article, words: Sequence[Word]) -> str:
    """Print words as they stand in the article, without marks and 的 at the ends."""
    if not words:
        return ""
    text = ""
    for word, following in pairwise((words[0], *words)):
        gap = article.text[word.end : following.start] if following.start >= word.end else ""
        text += "" if gap.strip() or word is following else gap
        text += article.text[following.start : following.end] or following.text
    return TRAILING.sub("", text.strip("的、 ").lstrip("”）)"))
