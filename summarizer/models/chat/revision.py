"""A draft gone over: what is contested goes back, what is not is never touched.

    draft + findings ─► Faults      a (abstract) k1 (first point) r2 (second row) ─► what is wrong
    Faults ─► two turns             the draft as it was given, marks and all; each place with what
                                    was said there and what the article says
    Changes ─► draft                [place, 改, …]  another sentence, or a row of nine cells
                                    [place, 删]     left out
                                    [place, 留, …]  it stands, on these words of the article

A model that obeys can change only what was contested; one that knows better says so and quotes.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from summarizer.models import ModelSpec
from summarizer.models.chat.dialect import Mode
from summarizer.models.chat.question import Message, Part, schema_text
from summarizer.models.chat.reply import contract_of
from summarizer.models.chat.reply.nine import COLUMNS, read_point, read_row
from summarizer.models.chat.reply.shapes import WireReply, cited_in, plain, word_of
from summarizer.models.chat.script import in_traditional, is_traditional
from summarizer.prompt import Prompt, mark
from summarizer.report import Finding
from summarizer.summary import ArticleSummary, KeyPoint, ObservationClaim, Stand, Status
from summarizer.text import Span, fold

CHANGED, DROPPED, STANDS = "改", "删", "留"
STANDS_AT = 2  # where in a change its words begin: after the place and the verb
LONGEST = 300
CELLS = {
    "value_mismatch": "数量",
    "unit_mismatch": "数量",
    "modifier_dropped": "数量",
    "modifier_added": "数量",
    "direction_conflict": "数量",
    "kind_mismatch": "口径",
    "entity_unbound": "主体",
    "indicator_unbound": "指标",
    "period_conflict": "时间",
    "status_conflict": "状态",
    "citation_mismatch": "编号",
    "not_in_article": "数量",
    "duplicate": "重复",
}
"""Which cell a doubt is about, in the words of the prompt."""
ID = re.compile(r"(?<![A-Za-z])Q([0-9]{1,6})")
CODES = {status.value: word_of(status) for status in Status}
CODE = re.compile(rf"(?<![a-z])(?:{'|'.join(CODES)})(?![a-z])")
CLAUSE = re.compile(r"[^。！？；!?;\n]*")
AROUND = 40  # characters of the article before and after what is quoted

Change = Annotated[
    tuple[Annotated[str, Field(max_length=LONGEST)], ...],
    Field(min_length=2, max_length=COLUMNS + 2),
]


class Changes(WireReply):
    """What is to change, place by place."""

    c: Annotated[tuple[Change, ...], Field(max_length=60)]


Contested = Mapping[str, tuple[tuple[str, str], ...]]
"""By place: the wording of each contested claim, and the code of the doubt."""


@dataclass(frozen=True, slots=True)
class Faults:
    """What a draft says of a stretch of an article, and what of it is contested, by place."""

    draft: ArticleSummary
    places: Mapping[str, tuple[Finding, ...]]

    @property
    def contested(self) -> Contested:
        """What is to be gone over, as far as it must be kept until there is an answer."""
        return {
            place: tuple((finding.claim, finding.reason) for finding in found)
            for place, found in self.places.items()
        }

    @property
    def bound(self) -> int:
        """How many characters an answer may have."""
        return 64 + len(self.places) * LONGEST


def faults_of(part: Part) -> Faults:
    """Return the share of a stretch in a draft and in what is said against it."""
    draft, names = _share(part)
    places: dict[str, tuple[Finding, ...]] = {}
    for finding in part.request.findings:
        if place := names.get(finding.subject):
            places[place] = (*places.get(place, ()), finding)
    return Faults(draft, places)


def _share(part: Part) -> tuple[ArticleSummary, Mapping[str, str]]:
    """Return what a draft says of a stretch's own figures, and the place of each claim by subject.

    The first stretch has the abstract too, and what cites no figure of the article.
    """
    previous = part.request.previous or ArticleSummary(abstract="")
    told, names = _teller(part), dict[str, str]()
    points = [each for each in enumerate(previous.key_points) if told(*each[1].quantities)]
    rows = [each for each in enumerate(previous.observations) if told(each[1].quantity)]
    names |= {f"key_points/{index}": f"k{at}" for at, (index, _) in enumerate(points, 1)}
    names |= {f"observations/{index}": f"r{at}" for at, (index, _) in enumerate(rows, 1)}
    own = frozenset(part.cited.values())
    draft = ArticleSummary(
        abstract="",
        key_points=tuple(point for _, point in points),
        observations=tuple(row for _, row in rows),
        asides=tuple(each for each in previous.asides if each.quantity in own),
    )
    if part.span.start:
        return draft, names
    firsts = ("abstract", "abstract_quantities", "stands")
    opening = {name: getattr(previous, name) for name in firsts}
    return draft.model_copy(update=opening), {"abstract": "a"} | names


def _teller(part: Part) -> Callable[..., bool]:
    """Return what says whether something cites a stretch's own figures; to the first also none."""
    own = frozenset(part.cited.values())
    known = {quantity.id for quantity in part.request.quantities}

    def told(*cited: str) -> bool:
        return not own.isdisjoint(cited) or (part.span.start == 0 and known.isdisjoint(cited))

    return told


def turns(prompt: Prompt, part: Part, faults: Faults, spec: ModelSpec, mode: Mode) -> list[Message]:
    """Return the draft as the model gave it, and what it should go over."""
    said = contract_of(prompt).write(faults.draft, part.figures, spec.parts)
    lines = tuple(
        line
        for place, found in faults.places.items()
        for line in _lines(place, found, part, faults)
    )
    schema = "" if mode.sends_schema else schema_text(Changes)
    asked = prompt.render("revise", faults=lines, schema=schema)
    if is_traditional(part.text):
        asked = in_traditional(asked)
    return [{"role": "assistant", "content": said}, {"role": "user", "content": asked}]


def _lines(place: str, findings: Sequence[Finding], part: Part, faults: Faults) -> Iterator[str]:
    """Say of each doubt what was claimed, and what the article says and where."""
    for finding in findings:
        row = _row_at(place, faults.draft)
        cell = CELLS.get(finding.reason, "")
        said = _in_cell(row, cell, part) if row else _worded(finding.message, part)
        quotes = "；".join(
            dict.fromkeys(_quoted(each, part) for each in _evidence(finding, part, row))
        )
        yield f"{place} {cell}{said}" + (f" 原文：{quotes}" if quotes else "")


def _row_at(place: str, draft: ArticleSummary) -> ObservationClaim | None:
    return draft.observations[int(place[1:]) - 1] if place.startswith("r") else None


def _in_cell(row: ObservationClaim, cell: str, part: Part) -> str:
    """Return what a row says in a cell."""
    number, _ = part.figures.get(row.quantity, (0, ""))
    said = {
        "数量": row.printed,
        "口径": word_of(row.measure),
        "主体": row.ref_area,
        "指标": row.indicator,
        "时间": row.time_period_text,
        "状态": word_of(row.status),
        "编号": row.quantity if not number else str(number),
    }.get(cell, row.printed)
    return f"写“{said or ''}”"


def _worded(message: str, part: Part) -> str:
    """Return a sentence of the verifier in the words of the prompt."""
    numbered = ID.sub(lambda found: _number(found[0], part), message)
    return CODE.sub(lambda found: CODES[found[0]], numbered).replace("改引", "改用")


def _number(identity: str, part: Part) -> str:
    number, figure = part.figures.get(identity, (0, ""))
    return f"⟦{number}:{figure}⟧" if number else ""


def _evidence(finding: Finding, part: Part, row: ObservationClaim | None) -> Sequence[Span]:
    """Return the places that speak against a claim, or where its figure stands."""
    found = [Span(each.start, each.end) for each in finding.evidence[:2]]
    cited = row.quantity if row else None
    figures = (q.span for q in part.request.quantities if q.id == cited)
    return found or list(figures)


def _quoted(at: Span, part: Part) -> str:
    """Quote the clause of a place as it was sent, in the article's own characters."""
    text = part.request.article.text
    start = max(text.rfind(stop, 0, at.start) for stop in "。！？；!?;\n") + 1
    end = CLAUSE.match(text, at.end)
    assert end is not None, "the pattern matches nothing, too"
    span = Span(max(start, at.start - AROUND), min(end.end(), at.end + AROUND))
    known = [(n, q) for q in part.request.quantities for n, _ in (part.figures.get(q.id, (0, "")),)]
    inside = [(n, q) for n, q in known if n and span.covers(q.span)]
    return f"“{mark(text, span, inside, enclosed=True)}”"


def revised(
    draft: ArticleSummary, contested: Contested, changes: Changes, cited: Mapping[int, str]
) -> ArticleSummary:
    """Return the draft with its changes; what was not contested, or not named, stays."""
    named = {fold(change[0]).strip(): change for change in changes.c}
    said = {place: change for place, change in named.items() if place in contested}
    points = tuple(_points(draft.key_points, said, cited))
    rows = tuple(_rows(draft.observations, said, cited))
    abstract = _text_of(said.get("a"), draft.abstract)
    changed = abstract is not draft.abstract
    return draft.model_copy(
        update={
            "abstract": plain(abstract),
            "abstract_quantities": cited_in(abstract, cited)
            if changed
            else draft.abstract_quantities,
            "key_points": points,
            "observations": tuple(dict.fromkeys(rows)),
            "stands": (*draft.stands, *_stands(said, contested)),
        }
    )


def _stands(said: Mapping[str, Sequence[str]], contested: Contested) -> Iterator[Stand]:
    """Yield what the model stands by, with the words it quotes."""
    for place, change in said.items():
        if fold(change[1]).strip() == STANDS and len(change) > STANDS_AT:
            for claim, reason in contested[place]:
                yield Stand(claim=claim, reason=reason, quote=plain(change[STANDS_AT]))


def _text_of(change: Sequence[str] | None, before: str) -> str:
    verb = fold(change[1]).strip() if change else STANDS
    if verb == DROPPED:
        return ""
    is_said = verb == CHANGED and change is not None and len(change) > STANDS_AT
    return change[STANDS_AT] if change and is_said and change[STANDS_AT].strip() else before


def _points(
    points: Sequence[KeyPoint], said: Mapping[str, Sequence[str]], cited: Mapping[int, str]
) -> Iterator[KeyPoint]:
    for at, point in enumerate(points, 1):
        text = _text_of(said.get(f"k{at}"), point.text)
        if text is point.text:
            yield point
        elif text.strip():
            yield read_point(text, cited)


def _rows(
    rows: Sequence[ObservationClaim],
    said: Mapping[str, Sequence[str]],
    cited: Mapping[int, str],
) -> Iterator[ObservationClaim]:
    for at, row in enumerate(rows, 1):
        change = said.get(f"r{at}", ("", STANDS))
        verb, cells = fold(change[1]).strip(), change[STANDS_AT:]
        if verb == CHANGED and len(cells) == COLUMNS:
            yield from read_row(cells, cited)
        elif verb != DROPPED:
            yield row
