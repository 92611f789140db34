"""The pages we measure on, each set with its version, split and digest.

    real-articles-check  real articles beside the project: scored, never read
    real-pages-check     whole real pages beside it: scored, never read
    real-claims-check    true and false sentences about the former: scored, never read
    real-news-check      real articles of other outlets, rows alone: scored, never read
    real-articles        real articles to read and to mend upon
    real-news            real articles of those outlets, rows alone, to read and to mend upon
    real-pages           whole real pages to read and to mend upon
    real-claims          true and false sentences about those articles
    real-drafts          a careful reader's drafts of those articles
    shared-pages         the real page of the original task, six pages composed of real articles
    samples              the pages of `samples/`, labelled by hand
    invented, -2, -3     21 pages written for us and labelled by hand; they were mended upon
    synthetic-test       40 generated pages, with names and sentences of their own
    synthetic-dev        16 more, for us to look at

A set checks itself on load: every quote must stand where it says it stands, and the set must have
the digest that its `dataset.json` promises. Natural and synthetic figures are never pooled, so a
set is one or the other. Real text does not ship: those sets are where `../shared` is, and what lies
there may grow, so that only the floors are pinned to its digest.

A sealed set is there to say whether what was mended elsewhere holds on pages that nobody looked
at. Its scores are told as totals; no command and no report shows a lost point or a word of it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path

from eval import labelled, own, shared, synthetic
from eval.gold import Question, Sample
from eval.shared import articles, pages, readers, standoff
from summarizer.errors import SummarizerError
from summarizer.summary import Border

HERE = Path(__file__).with_name("datasets")


class UnknownDataset(SummarizerError):  # noqa: N818 - a state of the world
    """There is no set of that name, or it is not what its card says."""


class Split(Border):
    """How a split is made, and what must come of it."""

    seed: int
    pages: int
    digest: str


class Card(Border):
    """What `dataset.json` says of a generated set."""

    name: str
    version: str
    licence: str
    origin: str
    splits: dict[str, Split]


class Beside(Border):
    """What `dataset.json` says of a set that lies in `../shared`: in which folder or file."""

    name: str
    version: str
    licence: str
    origin: str
    lies_in: str
    sealed: bool


@dataclass(frozen=True)
class Dataset:
    """Samples of one origin. `digest` changes when a character of text or gold does."""

    name: str
    version: str
    split: str
    licence: str
    samples: tuple[Sample, ...] = field(repr=False)
    sealed: bool = False
    """Scored, never read: what it lost is told to nobody."""

    @cached_property
    def digest(self) -> str:
        """A hash of all samples, short enough to be read."""
        content = "\n".join(sample.model_dump_json() for sample in self.samples)
        return f"sha256:{sha256(content.encode()).hexdigest()[:16]}"

    def asking(self, question: Question) -> tuple[Sample, ...]:
        """Return the samples that have gold for a question."""
        return tuple(sample for sample in self.samples if question in sample.asks)


def _synthetic(split: str) -> Dataset:
    card = Card.model_validate_json((HERE / "synthetic" / "v1" / "dataset.json").read_bytes())
    plan = card.splits[split]
    samples = synthetic.generate(plan.seed, plan.pages, test=split == "test")
    name = f"synthetic-{split}"
    return _checked(Dataset(name, card.version, name, card.licence, samples), plan.digest)


def _beside(name: str, read: Callable[[Path], tuple[Sample, ...]]) -> Dataset | None:
    """Load a set that lies beside the project, or nothing where it does not."""
    folder = shared.find_shared()
    card = Beside.model_validate_json((HERE / name / "v1" / "dataset.json").read_bytes())
    if not folder:
        return None
    split = "natural-check" if card.sealed else "natural-dev"
    samples = read(folder / card.lies_in)
    return Dataset(card.name, card.version, split, card.licence, samples, sealed=card.sealed)


def _labels(name: str) -> Path:
    return HERE / name / "v1" / "labels.jsonl"


def _labelled(folder: labelled.Folder) -> Dataset | None:
    if not folder.is_here:
        return None
    card = folder.card
    made = Dataset(card.name, card.version, "hand-labelled", card.licence, folder.samples())
    return _checked(made, card.digest)


def _checked(made: Dataset, digest: str) -> Dataset:
    if made.digest != digest:
        raise UnknownDataset(
            "{name}: here is {here}, its card says {digest}; changed data need a new "
            "version of the set",
            name=made.name,
            here=made.digest,
            digest=digest,
        )
    return made


BESIDE: dict[str, Callable[[Path], tuple[Sample, ...]]] = {
    "real-articles-check": articles.articles,
    "real-pages-check": pages.real,
    "real-claims-check": readers.claims,
    "real-news-check": lambda corpus: standoff.news(corpus, _labels("real-news-check")),
    "real-articles": articles.articles,
    "real-pages": pages.real,
    "real-claims": readers.claims,
    "real-news": lambda corpus: standoff.news(corpus, _labels("real-news")),
    "real-drafts": readers.drafts,
    "shared-pages": lambda folder: (*pages.seed(folder), *pages.composed(folder)),
}
"""The sets that lie beside the project, and who reads their folder or file."""
LABELLED = {
    "samples": labelled.SAMPLE_PAGES,
    "invented": labelled.INVENTED,
    "invented-2": labelled.INVENTED_2,
    "invented-3": labelled.INVENTED_3,
}
LOADERS: dict[str, Callable[[], Dataset | None]] = {
    **{name: partial(_beside, name, read) for name, read in BESIDE.items()},
    **{name: partial(_labelled, folder) for name, folder in LABELLED.items()},
    "synthetic-test": lambda: _synthetic("test"),
    "synthetic-dev": lambda: _synthetic("dev"),
}


def load(wanted: Iterable[str] = ("*",)) -> tuple[Dataset, ...]:
    """Load the sets of these names or patterns (`real-*`) that are present.

    A folder is a set of one's own (`eval label`). Raises UnknownDataset for a name or pattern that
    no set has.
    """
    names = tuple(wanted)
    folders = tuple(name for name in names if own.is_own(Path(name)))
    patterns = tuple(name for name in names if name not in folders)
    for pattern in patterns:
        if not any(fnmatchcase(name, pattern) for name in LOADERS):
            raise UnknownDataset(
                "no dataset {pattern!r}; there are {known}",
                pattern=pattern,
                known=", ".join(LOADERS),
            )
    loaded = (
        make()
        for name, make in LOADERS.items()
        if any(fnmatchcase(name, pattern) for pattern in patterns)
    )
    present = tuple(dataset for dataset in loaded if dataset is not None)
    return (*present, *map(_own, folders))


def _own(folder: str) -> Dataset:
    card, samples = own.load(Path(folder))
    return Dataset(folder, card.version, "own", card.licence, samples)
