"""Printing a page: the text, and where everything came to lie on it.

The gold is made here, from the marks of the elements, once their places are known.
"""

from collections.abc import Iterator, Sequence

from eval.gold import GoldArticle, GoldBlock, GoldQuantity, GoldRow, KeyFact
from eval.synthetic.layout import STOPS, Element, Page
from eval.synthetic.writing import Mark, Told
from summarizer.document import FurnitureRole, Role
from summarizer.report import FurniturePlace
from summarizer.summary import Measure, Status

VERBS = {
    Status.TARGET: "力争",
    Status.PLAN: "计划",
    Status.FORECAST: "预计",
    Status.CAPACITY: "达产后预计",
}
STATUSES = {
    Status.PLAN: (Status.PLAN, Status.CAPACITY),
    Status.CAPACITY: (Status.CAPACITY, Status.PLAN, Status.FORECAST),
    Status.FORECAST: (Status.FORECAST, Status.CAPACITY),
}


def compose(page: Page) -> tuple[str, tuple[GoldArticle, ...], tuple[FurniturePlace, ...]]:
    """Print the page, and say where everything came to lie."""
    text = ""
    placed: list[tuple[int, Element]] = []
    for element in page:
        text += element.gap
        placed.append((len(text), element))
        text += element.text
    owners = dict.fromkeys(element.owner for element in page if element.owner is not None)
    articles = tuple(
        _article(text, index, [(at, e) for at, e in placed if e.owner == owner])
        for index, owner in enumerate(owners, 1)
    )
    furniture = tuple(
        FurniturePlace(start=at, end=at + len(e.text), role=e.role)
        for at, e in placed
        if isinstance(e.role, FurnitureRole)
    )
    return text, articles, furniture


def _article(text: str, index: int, placed: Sequence[tuple[int, Element]]) -> GoldArticle:
    marks = [(at, mark) for at, element in placed for mark in element.marks]
    told = [mark.told for _, mark in marks if mark.told]
    rows = tuple(row for at, mark in marks for row in _rows(text, at, mark))
    return GoldArticle(
        id=f"g{index}",
        headline=" ".join(e.text for _, e in placed if e.role is Role.HEADLINE) or None,
        byline=" ".join(e.text for _, e in placed if e.role is Role.BYLINE) or None,
        blocks=tuple(_block(at, element) for at, element in placed),
        truncated=placed[-1][1].role is Role.BODY and placed[-1][1].text[-1] not in STOPS,
        quantities=tuple(_quantity(text, at, mark) for at, mark in marks),
        rows=rows,
        key_facts=tuple(KeyFact(text=fact) for fact in (*_facts(told),) or (placed[0][1].text,)),
    )


def _block(at: int, element: Element) -> GoldBlock:
    role = Role(element.role)
    return GoldBlock(start=at, end=at + len(element.text), role=role, continues=element.continues)


def _quantity(text: str, at: int, mark: Mark) -> GoldQuantity:
    start, end = at + mark.start, at + mark.end
    figure = mark.told and mark.told.figure
    wide = any("０" <= character <= "９" for character in text[start:end])
    return GoldQuantity(
        start=start,
        end=end,
        text=text[start:end],
        kind=figure.scale.kind if figure else mark.kind,
        value=figure.value if figure else None,
        low=figure.low if figure else None,
        high=figure.high if figure else None,
        unit=figure.scale.unit if figure else None,
        modifier=figure.modifier if figure else None,
        time_period=mark.time_period,
        required=mark.required,
        form="full-width" if wide else figure.form if figure else str(mark.kind),
    )


def _rows(text: str, at: int, mark: Mark) -> Iterator[GoldRow]:
    """Yield the row of a figure, or one row for each end of a range."""
    told = mark.told
    if told is None:
        return
    figure = told.figure
    start = at + mark.start + len(figure.before)
    values = (figure.value,) if figure.low is None else (figure.low, figure.high)
    for value in values:
        yield GoldRow(
            start=start,
            end=start + len(figure.number),
            text=text[start : start + len(figure.number)],
            value=value,
            unit=figure.scale.unit,
            entity=told.entity,
            indicator=told.indicator,
            english=told.english,
            measure=told.measure,
            status=STATUSES.get(told.status, (told.status,)),
            period=told.period,
            period_text=told.period_text,
            modifier=figure.modifier,
            required=told.measure in (Measure.LEVEL, Measure.GROWTH, Measure.SHARE),
            group=None if figure.low is None else f"range {start}",
        )


def _facts(told: Sequence[Told]) -> Iterator[str]:
    """Tell the first figures again, each with its rate where there is one."""
    levels = [fact for fact in told if fact.measure is Measure.LEVEL][:4]
    for fact in levels:
        rates = [r for r in told if r.code == fact.code and r.measure is Measure.GROWTH]
        verb = VERBS.get(fact.status, "")
        said = f"{fact.entity}{fact.period_text or ''}{verb}"
        said += f"{fact.indicator.removeprefix(verb)}{fact.figure.text}"
        if rates:
            falls = (rates[0].figure.value or 0) < 0
            said += f"，同比{'下降' if falls else '增长'}{rates[0].figure.text}"
        yield f"{said}。"
