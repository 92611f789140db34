"""How many slips of the pen the checks find, and how often they cry without one.

    python bench/slips.py [--missed] [--only pages|passages]

Every page of the datasets and every passage of `slips.toml` is checked as it stands: what is called
a mismatch there is a false alarm. Then each figure of an equality is misprinted in the text in
every way of `SLIPS`, one at a time, and the figures are read and checked anew. A slip is caught if
something is now said of that figure that was not said before. A slip after which every equality of
the figure still holds within what the printed digits allow cannot be seen by anyone, and is counted
apart. The equalities of the passages are written down by hand, those of the pages are the ones that
the checks find there: that part says nothing of equalities overlooked.
"""

import argparse
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench._equalities import figures, holds  # noqa: E402 - run from a checkout
from bench._misprints import slips  # noqa: E402
from eval.dataset import load  # noqa: E402
from summarizer.analysis import article_quantities  # noqa: E402
from summarizer.checks import check  # noqa: E402
from summarizer.document import Article, Block, Role, compose_article  # noqa: E402
from summarizer.report import Check, Outcome  # noqa: E402
from summarizer.segmentation import lay_out  # noqa: E402
from summarizer.text import Span, fold  # noqa: E402

HELD = (Outcome.EXACT, Outcome.ROUNDING)
ALARMS = (Outcome.MISMATCH, Outcome.REVIEW)
WAVES = {"": "", "after": " (after the rules)", "last": " (last of all)"}
"""The first were looked at when the rules were made, the second mended on; the last were not."""
DRAWN = "synthetic"
"""Their figures are drawn one by one: parts may well exceed their whole."""
EQUALITIES = (
    "sum_parts",
    "share",
    "pp_change",
    "growth",
    "difference",
    "product",
    "rate",
    "structure",
    "contribution",
    "over_time",
    "multiple",
)
BOUND = re.compile(r"[多余约近超逾几两一二三四五六七八九十^]|以上|左右|-\d+人")
"""What is no plain equality: bounds, Chinese numerals, roots."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article alone on its page, and the equalities among its figures.

    `wave` tells when a passage was written; what is gold was written down by hand.
    """

    name: str
    article: Article
    ties: tuple[str, ...]
    is_gold: bool = False
    wave: str = ""


# ── pages ────────────────────────────────────────────────────────────────────────────────────────


def passages() -> Iterator[Page]:
    """Yield the passages of `slips.toml` with the equalities written down for them."""
    for told in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["passage"]:
        text = told["text"].strip()
        span = Span(0, len(text))
        article = compose_article(text, "A1", tuple(blocks(text, span)))
        assert all(map(holds, told["ties"])), told
        wave = next((name for name in WAVES if name and name in told), "")
        yield Page(told["genre"], article, tuple(told["ties"]), is_gold=True, wave=wave)


def blocks(text: str, span: Span) -> Iterator[Block]:
    """Yield each line as a paragraph."""
    for match in re.finditer(r".+", span.of(text)):
        yield Block(Span(*match.span()), Role.BODY)


def datasets() -> Iterator[Page]:
    """Yield the articles of the datasets with the equalities that are found in them."""
    for dataset in filter(lambda one: not one.sealed, load()):
        for sample in dataset.samples:
            for found in lay_out(sample.issue).articles:
                article = alone(found, found.text, 0, 0)
                held = [c.formula for c in checked(article) if is_equality(c)]
                name = f"{dataset.name} {sample.id} {found.id}"
                yield Page(name, article, tuple(dict.fromkeys(held)))


def is_equality(found: Check) -> bool:
    """Say whether a check is an equality among figures that holds."""
    is_held = found.result in HELD and found.rule in EQUALITIES
    return is_held and not BOUND.search(fold(found.formula))


def alone(article: Article, text: str, at: int, by: int) -> Article:
    """Return an article on a page of its own, its text longer by so much after a place."""
    spans = ((line.span, line.role) for line in article.lines)
    moved = tuple(
        Block(Span(span.start + by * (span.start > at), span.end + by * (span.end > at)), role)
        for span, role in spans
    )
    return compose_article(text, article.id, moved, truncated=article.truncated)


def checked(article: Article) -> tuple[Check, ...]:
    """Check an article as the pipeline does."""
    return check(article, article_quantities(article, None))


# ── trials ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Trial:
    """One slip: its kind, the figure right and wrong, and what came of it.

    `outcome` is `caught`, `missed` or `inside` (what is printed allows it); `rank` is the place of
    the right figure among the candidates, from 0, or None. `is_covered` says that an equality of
    the figure is found where it is printed right.
    """

    kind: str
    right: str
    wrong: str
    outcome: str
    rank: int | None = None
    is_covered: bool = True


def trials(page: Page) -> Iterator[Trial]:
    """Misprint each figure of an equality in every way."""
    before = checked(page.article)
    known = {(each.rule, each.formula) for each in before if each.result in ALARMS}
    covered = {figure for each in before if is_equality(each) for figure in figures(each.formula)}
    for figure in dict.fromkeys(figure for tie in page.ties for figure in figures(tie)):
        bare = "(?![\\d%])" if figure[-1].isdigit() else ""
        place = _place(page.article, rf"(?<![\d.]){re.escape(figure)}(?!\d){bare}")
        ties = [tie for tie in page.ties if figure in figures(tie)]
        for kind, wrong in slips(figure):
            trial = tried(page.article, Span(*place.span()), kind, wrong, ties, known)
            yield replace(trial, is_covered=figure in covered)


def _place(article: Article, figure: str) -> re.Match[str]:
    """Find a figure in the body of an article, where the equalities are, or else anywhere."""
    pattern = re.compile(figure)
    body = next((line.span.start for line in article.lines if line.role is Role.BODY), 0)
    place = pattern.search(article.text, body) or pattern.search(article.text)
    assert place, (article.headline, figure)
    return place


def tried(
    article: Article,
    place: Span,
    kind: str,
    wrong: str,
    ties: Sequence[str],
    known: set[tuple[str, str]],
) -> Trial:
    """Print one figure wrong, and see what the checks say of it."""
    right, text = place.of(article.text), article.text
    if all(holds(misprinted(tie, right, wrong)) for tie in ties):
        return Trial(kind, right, wrong, "inside")
    by = len(wrong) - len(right)
    slipped = alone(article, text[: place.start] + wrong + text[place.end :], place.start, by)
    found = article_quantities(slipped, None)
    touched = {q.id for q in found if q.span.overlaps(Span(place.start, place.start + len(wrong)))}
    said = [
        each
        for each in check(slipped, found)
        if each.result in ALARMS
        and touched & set(each.quantities)
        and (each.rule, each.formula) not in known
    ]
    offers = [tuple(map(fold, each.candidates)) for each in said]
    ranks = [offer.index(fold(right)) for offer in offers if fold(right) in offer]
    return Trial(kind, right, wrong, "caught" if said else "missed", min(ranks, default=None))


def misprinted(tie: str, right: str, wrong: str) -> str:
    """Write an equality with one of its figures wrong."""
    return re.sub(rf"(?<![\d.]){re.escape(right)}(?!\d)", wrong, tie)


# ── figures ──────────────────────────────────────────────────────────────────────────────────────


def show(name: str, pages: Sequence[Page], *, missed: bool) -> None:
    """Print what the checks make of some pages."""
    print(f"\n{name}: {len(pages)} articles")
    show_alarms([page for page in pages if not page.name.startswith(DRAWN)])
    show_coverage(pages, missed=missed)
    made: dict[str, list[Trial]] = defaultdict(list)
    for page in pages:
        for trial in trials(page):
            made[trial.kind].append(trial)
            if missed and trial.outcome == "missed":
                print(f"  missed {page.name}: {trial.right} → {trial.wrong}")
    everything = [trial for group in made.values() for trial in group]
    covered = [trial for trial in everything if trial.is_covered]
    sums = (("all", everything), ("all of those found", covered))
    for kind, group in (*sorted(made.items()), *sums):
        print(row(kind, group))


def show_alarms(pages: Sequence[Page]) -> None:
    """Print what is said of pages as they stand; lapses in the words are not told as figures."""
    results = [check for page in pages for check in checked(page.article)]
    said = Counter(each.result for each in results if each.quantities)
    print(
        f"as they stand, of {len(pages)} written by people: {said[Outcome.MISMATCH]} mismatch,"
        f" {said[Outcome.REVIEW]} review among {said.total()} checks of figures"
    )


def show_coverage(pages: Sequence[Page], *, missed: bool) -> None:
    """Print how many of the equalities written down are found."""
    wanted = found = 0
    for page in pages:
        held = {frozenset(figures(c.formula)) for c in checked(page.article) if is_equality(c)}
        for tie in page.ties if page.is_gold else ():
            wanted += 1
            found += frozenset(figures(tie)) in held
            if missed and frozenset(figures(tie)) not in held:
                print(f"  overlooked {page.name}: {tie}")
    if wanted:
        print(f"equalities found: {found} of {wanted}")


def row(kind: str, group: Sequence[Trial]) -> str:
    """Return one line of the table."""
    count = Counter(trial.outcome for trial in group)
    seen = count["caught"] + count["missed"]
    caught = [trial for trial in group if trial.outcome == "caught"]
    offered = sum(trial.rank is not None for trial in caught)
    first = sum(trial.rank == 0 for trial in caught)
    return (
        f"{kind:18} {seen:6} to see, {count['inside']:5} inside the rounding, "
        f"caught {ratio(len(caught), seen)}; right figure offered {ratio(offered, len(caught))}, "
        f"first {ratio(first, len(caught))}"
    )


def ratio(part: int, whole: int) -> str:
    """Return a share in percent; of nothing, a dash."""
    return f"{100 * part / whole:5.1f} %" if whole else "    –"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missed", action="store_true", help="list what was missed")
    parser.add_argument("--only", choices=("passages", "pages"))
    asked = parser.parse_args()
    if asked.only != "pages":
        written = list(passages())
        for wave, words in WAVES.items():
            pages = [page for page in written if page.wave == wave]
            show(f"passages{words}", pages, missed=asked.missed)
    if asked.only != "passages":
        show("pages", list(datasets()), missed=asked.missed)


if __name__ == "__main__":
    main()
