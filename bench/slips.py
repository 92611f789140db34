"""How many slips of the pen the checks find, and how often they cry without one.

    python bench/slips.py [--missed] [--dataset NAME]

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
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from eval.dataset import load  # noqa: E402 - run from a checkout
from summarizer.checks import check  # noqa: E402
from summarizer.checks.intervals import Interval  # noqa: E402
from summarizer.document import Article, Block, Role, compose_article  # noqa: E402
from summarizer.pipeline import article_quantities  # noqa: E402
from summarizer.quantities import find_quantities  # noqa: E402
from summarizer.report import Check, Outcome  # noqa: E402
from summarizer.segmentation import lay_out  # noqa: E402
from summarizer.text import Span, fold  # noqa: E402

HELD = (Outcome.EXACT, Outcome.ROUNDING)
ALARMS = (Outcome.MISMATCH, Outcome.REVIEW)
EQUALITIES = ("sum_parts", "share", "pp_change", "growth", "difference", "product")
BOUND = re.compile(r"[多余约近超逾几两一二三四五六七八九十]|以上|左右|-\d+人")
LOOK_ALIKES = {"3": "8", "8": "36", "1": "7", "7": "1", "0": "6", "6": "058", "5": "6"}
DIGITS = "0123456789"
WRITTEN = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
PIECES = re.compile(r" ([÷×+=-]) |([()])")
NO_FIGURES = ("1", "100", *"÷×+-=()")
WEIGHT = {"t": Decimal(1000)}
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Page:
    """An article alone on its page, and the equalities among its figures."""

    name: str
    article: Article
    ties: tuple[str, ...]
    is_gold: bool


# ── slips ────────────────────────────────────────────────────────────────────────────────────────


def changed(number: str) -> Iterator[str]:
    """Print another digit that does not look like the right one."""
    for at, digit in enumerate(number):
        for other in DIGITS if digit.isdigit() else "":
            if other not in LOOK_ALIKES.get(digit, ""):
                yield number[:at] + other + number[at + 1 :]


def mistaken(number: str) -> Iterator[str]:
    """Print a digit that looks like the right one."""
    for at, digit in enumerate(number):
        for other in LOOK_ALIKES.get(digit, ""):
            yield number[:at] + other + number[at + 1 :]


def transposed(number: str) -> Iterator[str]:
    """Print two neighbours the wrong way round."""
    for at in range(len(number) - 1):
        if number[at : at + 2].isdigit():
            yield number[:at] + number[at + 1] + number[at] + number[at + 2 :]


def dropped(number: str) -> Iterator[str]:
    """Leave a digit out."""
    for at, digit in enumerate(number):
        if digit.isdigit():
            yield number[:at] + number[at + 1 :]


def inserted(number: str) -> Iterator[str]:
    """Print a digit too many."""
    for at in range(len(number) + 1):
        for digit in DIGITS:
            yield number[:at] + digit + number[at:]


def shifted(number: str) -> Iterator[str]:
    """Put the point one place to the left or to the right."""
    for power in (-1, 1):
        yield f"{Decimal(number).scaleb(power):f}"


SLIPS: dict[str, Callable[[str], Iterator[str]]] = {
    "changed digit": changed,
    "look-alike digit": mistaken,
    "transposed digits": transposed,
    "dropped digit": dropped,
    "inserted digit": inserted,
    "shifted point": shifted,
}


def slips(printed: str) -> Iterator[tuple[str, str]]:
    """Yield each kind of slip with the figure misprinted so; a number stays one that is written."""
    match = NUMBER.search(printed := fold(printed))
    number = match.group().replace(",", "") if match else ""
    start, end = match.span() if match else (0, 0)
    seen = {number}
    for kind, misprint in SLIPS.items():
        for text in misprint(number) if number else ():
            if text not in seen and is_written(text) and Decimal(text) != Decimal(number):
                seen.add(text)
                yield kind, printed[:start] + text + printed[end:]
    for one, other in ("万亿", "亿万"):
        if one in printed:
            yield "万 ↔ 亿", printed.replace(one, other, 1)


def is_written(number: str) -> bool:
    """Say whether somebody would write a number so: not 045, 3. or nothing."""
    return WRITTEN.fullmatch(number) is not None


# ── equalities ───────────────────────────────────────────────────────────────────────────────────


def pieces(tie: str) -> list[str]:
    """Cut an equality into figures and signs."""
    return [piece.strip() for piece in PIECES.split(tie) if piece and piece.strip()]


def figures(tie: str) -> tuple[str, ...]:
    """Return the printed figures of an equality."""
    return tuple(piece for piece in pieces(tie) if piece not in NO_FIGURES)


def holds(tie: str) -> bool:
    """Say whether an equality can hold with what its printed figures allow."""
    left, right = tie.split(" = ")
    computed, printed = added(pieces(left)), added(pieces(right))
    is_share = "÷" in left and (right[-1] in "%成" or right[-1].isdigit())
    return (computed.scaled(HUNDRED) if is_share else computed).meets(printed)


def added(said: list[str]) -> Interval:
    """Compute a sum of products; consumes what it reads."""
    result = multiplied(said)
    while said and said[0] in "+-":
        sign, other = said.pop(0), multiplied(said)
        result = result + other if sign == "+" else result - other
    return result


def multiplied(said: list[str]) -> Interval:
    """Compute a product or a quotient."""
    result = single(said)
    while said and said[0] in "÷×":
        sign, other = said.pop(0), single(said)
        result = result / other if sign == "÷" else result * other
    return result


def single(said: list[str]) -> Interval:
    """Read one figure, or what stands in brackets."""
    piece = said.pop(0)
    if piece == "(":
        inside = added(said)
        said.pop(0)
        return inside
    if piece in NO_FIGURES:
        return Interval(Decimal(piece), Decimal(piece))
    return allowed(piece)


@lru_cache(maxsize=10_000)
def allowed(printed: str) -> Interval:
    """Return what a printed figure allows, without its sign; weights in kilograms."""
    if not (found := find_quantities(printed)) or found[0].low is None or found[0].high is None:
        number = Decimal(printed)
        half = Decimal(1).scaleb(int(number.as_tuple().exponent)) / 2
        return Interval(number - half, number + half)
    low, high = sorted((found[0].low, found[0].high))
    return Interval(low, high).scaled(WEIGHT.get(found[0].unit or "", Decimal(1)))


# ── pages ────────────────────────────────────────────────────────────────────────────────────────


def passages() -> Iterator[Page]:
    """Yield the passages of `slips.toml` with the equalities written down for them."""
    for told in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["passage"]:
        text = told["text"].strip()
        span = Span(0, len(text))
        article = compose_article(text, "A1", tuple(blocks(text, span)))
        assert all(map(holds, told["ties"])), told
        yield Page(told["genre"], article, tuple(told["ties"]), is_gold=True)


def blocks(text: str, span: Span) -> Iterator[Block]:
    """Yield each line as a paragraph."""
    for match in re.finditer(r".+", span.of(text)):
        yield Block(Span(*match.span()), Role.BODY)


def datasets() -> Iterator[Page]:
    """Yield the articles of the datasets with the equalities that are found in them."""
    for dataset in load():
        for sample in dataset.samples:
            for found in lay_out(sample.issue).articles:
                article = alone(found, found.text, 0, 0)
                held = [c.formula for c in checked(article) if is_equality(c)]
                name = f"{dataset.name} {sample.id} {found.id}"
                yield Page(name, article, tuple(dict.fromkeys(held)), is_gold=False)


def is_equality(found: Check) -> bool:
    """Say whether a check is an equality among figures that holds."""
    is_held = found.result in HELD and found.rule in EQUALITIES
    return is_held and not BOUND.search(found.formula)


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
    the right figure among the candidates, from 0, or None.
    """

    kind: str
    right: str
    wrong: str
    outcome: str
    rank: int | None = None


def trials(page: Page) -> Iterator[Trial]:
    """Misprint each figure of an equality in every way."""
    before = checked(page.article)
    known = {(each.rule, each.formula) for each in before if each.result in ALARMS}
    for figure in dict.fromkeys(figure for tie in page.ties for figure in figures(tie)):
        place = re.search(rf"(?<![\d.]){re.escape(figure)}(?!\d)", page.article.text)
        assert place, (page.name, figure)
        ties = [tie for tie in page.ties if figure in figures(tie)]
        for kind, wrong in slips(figure):
            yield tried(page.article, Span(*place.span()), kind, wrong, ties, known)


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
    ranks = [each.candidates.index(right) for each in said if right in each.candidates]
    return Trial(kind, right, wrong, "caught" if said else "missed", min(ranks, default=None))


def misprinted(tie: str, right: str, wrong: str) -> str:
    """Write an equality with one of its figures wrong."""
    return re.sub(rf"(?<![\d.]){re.escape(right)}(?!\d)", wrong, tie)


# ── figures ──────────────────────────────────────────────────────────────────────────────────────


def show(name: str, pages: Sequence[Page], *, missed: bool) -> None:
    """Print what the checks make of some pages."""
    results = [check for page in pages for check in checked(page.article)]
    count = Counter(each.result for each in results)
    print(f"\n{name}: {len(pages)} articles, {len(results)} checks")
    print(f"false alarms on them as they stand: {count[Outcome.MISMATCH]} mismatch,", end=" ")
    print(f"{count[Outcome.REVIEW]} review")
    show_coverage(pages, missed=missed)
    made: dict[str, list[Trial]] = defaultdict(list)
    for page in pages:
        for trial in trials(page):
            made[trial.kind].append(trial)
            if missed and trial.outcome == "missed":
                print(f"  missed {page.name}: {trial.right} → {trial.wrong}")
    everything = [trial for group in made.values() for trial in group]
    for kind, group in (*sorted(made.items()), ("all", everything)):
        print(row(kind, group))


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
    parser.add_argument("--only", help="pages, passages, or how a passage's genre begins")
    asked = parser.parse_args()
    written = [page for page in passages() if (asked.only or "passages") in ("passages", page.name)]
    if written:
        show("passages", written, missed=asked.missed)
    if asked.only in (None, "pages"):
        show("pages", list(datasets()), missed=asked.missed)


if __name__ == "__main__":
    main()
