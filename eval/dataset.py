"""The pages we measure on, each set with its version, split and digest.

    shared-pages     seven real pages beside the project (natural-dev), where present
    shared-articles  fourteen real articles beside the project (natural-dev), where present

A set checks itself on load: every quote must stand where it says it stands. Natural and synthetic
figures are never pooled, so a set is one or the other.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

from eval import shared
from eval.gold import Question, Sample


@dataclass(frozen=True, slots=True)
class Dataset:
    """Samples of one origin. `digest` changes when a character of text or gold does."""

    name: str
    version: str
    split: str
    licence: str
    samples: tuple[Sample, ...]

    @property
    def digest(self) -> str:
        """A hash of all samples, short enough to be read."""
        content = "\n".join(sample.model_dump_json() for sample in self.samples)
        return f"sha256:{sha256(content.encode()).hexdigest()[:16]}"

    def asking(self, question: Question) -> tuple[Sample, ...]:
        """Return the samples that have gold for a question."""
        return tuple(sample for sample in self.samples if question in sample.asks)


Loader = Callable[[], Dataset | None]


def _shared_pages() -> Dataset | None:
    folder = shared.find_shared()
    if folder is None:
        return None
    samples = (*shared.seed(folder), *shared.pages(folder))
    return Dataset("shared-pages", "1", "natural-dev", "not ours to pass on", samples)


def _shared_articles() -> Dataset | None:
    folder = shared.find_shared()
    if folder is None:
        return None
    samples = shared.articles(folder)
    return Dataset("shared-articles", "1", "natural-dev", "not ours to pass on", samples)


LOADERS: dict[str, Loader] = {
    "shared-pages": _shared_pages,
    "shared-articles": _shared_articles,
}


def load(names: Iterable[str] = ()) -> tuple[Dataset, ...]:
    """Load the sets whose name begins with one of `names`, or all that are present."""
    wanted = tuple(names) or ("",)
    loaded = (make() for name, make in LOADERS.items() if name.startswith(wanted))
    return tuple(dataset for dataset in loaded if dataset is not None)
