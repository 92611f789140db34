"""The pages we measure on, each set with its version, split and digest.

    synthetic-dev    16 invented pages, for us to look at
    synthetic-test   40 more, with names and sentences of their own
    samples          the pages of `samples/`, labelled by hand
    held-out         five pages written after the stages were built, labelled by hand
    held-out-2       ten more, by somebody who had not seen how the stages work
    held-out-3       six more, first scored after all mending
    shared-pages     seven real pages beside the project (natural-dev), where present
    real-claims      labelled sentences about real articles; real-claims-check: scored, never read
    real-drafts      a careful reader's drafts of real articles
    shared-articles  fourteen real articles beside the project (natural-dev), where present

A set checks itself on load: every quote must stand where it says it stands, and the set must have
the digest that its `dataset.json` promises. Natural and synthetic figures are never pooled, so a
set is one or the other.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from eval import labelled, readers, shared, synthetic
from eval.gold import Question, Sample
from summarizer.errors import SummarizerError
from summarizer.summary import Border

HERE = Path(__file__).with_name("datasets")
NOT_OURS = "real newspaper text: not ours to pass on"


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


@dataclass(frozen=True)
class Dataset:
    """Samples of one origin. `digest` changes when a character of text or gold does."""

    name: str
    version: str
    split: str
    licence: str
    samples: tuple[Sample, ...]

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


def _shared(name: str, samples: Callable[[Path], tuple[Sample, ...]]) -> Dataset | None:
    folder = shared.find_shared()
    return Dataset(name, "1", "natural-dev", NOT_OURS, samples(folder)) if folder else None


def _labelled(folder: labelled.Folder) -> Dataset | None:
    if not folder.is_here:
        return None
    card = folder.card
    made = Dataset(card.name, card.version, "hand-labelled", card.licence, folder.samples())
    return _checked(made, card.digest)


def _checked(made: Dataset, digest: str) -> Dataset:
    if made.digest != digest:
        raise UnknownDataset(
            f"{made.name}: here is {made.digest}, its card says {digest};"
            " changed data need a new version of the set"
        )
    return made


LOADERS: dict[str, Callable[[], Dataset | None]] = {
    "shared-pages": lambda: _shared(
        "shared-pages", lambda folder: (*shared.seed(folder), *shared.pages(folder))
    ),
    "shared-articles": lambda: _shared("shared-articles", shared.articles),
    "real-claims": lambda: _shared("real-claims", lambda folder: readers.claims(folder, "dev")),
    "real-claims-check": lambda: _shared(
        "real-claims-check", lambda folder: readers.claims(folder, "check")
    ),
    "real-drafts": lambda: _shared("real-drafts", readers.drafts),
    "samples": lambda: _labelled(labelled.SAMPLE_PAGES),
    "held-out": lambda: _labelled(labelled.HELD_OUT),
    "held-out-2": lambda: _labelled(labelled.HELD_OUT_2),
    "held-out-3": lambda: _labelled(labelled.HELD_OUT_3),
    "synthetic-test": lambda: _synthetic("test"),
    "synthetic-dev": lambda: _synthetic("dev"),
}


def load(names: Iterable[str] = ()) -> tuple[Dataset, ...]:
    """Load the sets whose name begins with one of `names`, or all that are present.

    Raises UnknownDataset.
    """
    wanted = tuple(names) or ("",)
    for name in wanted:
        if not any(known.startswith(name) for known in LOADERS):
            raise UnknownDataset(f"no dataset {name!r}; there are {', '.join(LOADERS)}")
    loaded = (make() for name, make in LOADERS.items() if name.startswith(wanted))
    return tuple(dataset for dataset in loaded if dataset is not None)
