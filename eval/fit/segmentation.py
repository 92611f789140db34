"""The weights of the segmentation: roles of lines, then joins on roles that were not learned from.

    pages ─ two halves ─► weights of roles ─ each on the other half ─► sections ─► choices ─► joins
    pages ──────────────► weights of roles

A page on which the roles were fitted is decoded too well: how far to trust a beginning is learned
on the half that was not seen.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from eval.fit import chain, choices
from eval.fit.choices import Choice
from eval.fit.material import Owner, Source, labelled, owners, sources
from summarizer import segmentation
from summarizer.segmentation.cohesion import telling
from summarizer.segmentation.columns import paragraphs
from summarizer.segmentation.cues import cues_of
from summarizer.segmentation.roles import items
from summarizer.segmentation.sections import Section, sections
from summarizer.segmentation.threads import Thread, cases, options
from summarizer.segmentation.weights import Weights

FOLDER = Path(segmentation.__file__).parent
COMPOSED, SEED = 1000, 7
ROLES_L2, JOINS_L2 = 1.0, 0.5
SMALLEST = 0.05
HALVES = 2


@dataclass(frozen=True)
class Fitted:
    """All weights, and what they were learned from."""

    weights: Weights
    learned_from: dict[str, str | int]


def fitted(pages: Sequence[Source]) -> Fitted:
    """Fit the roles on all pages, and the joins on roles that each half gives the other."""
    lines = [labelled(page) for page in pages]
    found: list[Choice] = []
    for half in range(HALVES):
        seen = [line for place, line in enumerate(lines) if place % HALVES != half]
        known = chain.fit(seen, ROLES_L2)
        for page in pages[half::HALVES]:
            found += _choices(page, known)
    joins = choices.fit(found, JOINS_L2)
    digest = sha256("".join(page.sample.model_dump_json() for page in pages).encode()).hexdigest()
    kept = {cue: round(weight, 2) for cue, weight in joins.items() if abs(weight) >= SMALLEST}
    return Fitted(
        replace(chain.fit(lines, ROLES_L2), joins=kept),
        {"pages": len(pages), "lines": sum(len(line.cues) for line in lines), "sha256": digest},
    )


def _choices(page: Source, known: Weights) -> Iterator[Choice]:
    """Yield what the threads have to choose on a page, with the gold threads above each choice."""
    lines = paragraphs(page.sample.text)
    found = tuple(sections(items(lines, cues_of(lines), known)))
    tells = telling(section.words for section in found)
    threads: list[Thread] = []
    mine: dict[int, Thread] = {}
    owned = owners(page.sample)
    for case in cases(found, tells):
        number = _article(case.section, owned)
        if number is None:
            continue
        offered = options(case, threads)
        right = [place for place, option in enumerate(offered) if option.thread is mine.get(number)]
        if threads and right and (case.section.bodies or case.section.titles):
            yield Choice(tuple(option.evidence for option in offered), right[0], page.weight)
        thread = mine.setdefault(number, Thread(case.topic))
        if thread.sections:
            threads.remove(thread)
        threads.append(thread)
        thread.add(case.index, case.section)


def _article(section: Section, owned: Mapping[int, Owner]) -> int | None:
    """Return the article that most of a section belongs to."""
    counts = Counter(
        owned[place][0]
        for item in section.items
        for place in range(item.span.start, item.span.end)
        if owned.get(place, (-1,))[0] >= 0
    )
    return counts.most_common(1)[0][0] if counts else None


def write(found: Fitted) -> None:
    """Keep the weights, one cue a line."""
    cues = {
        cue: {str(role): weight for role, weight in row} for cue, row in found.weights.cues.items()
    }
    follows = {
        above: {str(role): weight for role, weight in row.items() if abs(weight) >= SMALLEST}
        for above, row in found.weights.follows.items()
    }
    _keep("roles.json", {"learned_from": found.learned_from, "cues": cues, "follows": follows})
    _keep("joins.json", {"learned_from": found.learned_from, "cues": found.weights.joins})


def _keep(name: str, content: Mapping[str, Mapping[str, object]]) -> None:
    tables = (
        f"{json.dumps(table)}: {{\n"
        + ",\n".join(f"  {_line(key)}: {_line(value)}" for key, value in rows.items())
        + "\n}"
        for table, rows in content.items()
    )
    (FOLDER / name).write_text("{\n" + ",\n".join(tables) + "\n}\n", encoding="utf-8")


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def run(*, crossed: bool) -> None:
    """Fit and keep the weights; `crossed` leaves each outlet out in turn and keeps nothing."""
    pages = sources(COMPOSED, SEED)
    if crossed:
        from eval.fit import crossing

        crossing.crossed(pages)
    else:
        write(fitted(pages))
