"""Real pages and articles with gold that lie next to the project, not in it: `../shared`.

    pages      the page of the original task, composed pages, whole real pages
    articles   single real articles, each as a page of its own
    standoff   labels of ours for articles of the corpus, without a word of their text
    readers    what careful readers wrote about the articles: labelled claims, drafts
    dialect    how their gold says units, measures, statuses and kinds of numbers, translated

They are there or they are not; what the sets are is said in `eval/datasets/NAME/v1/dataset.json`.
"""

from pathlib import Path


def find_shared(start: Path | None = None) -> Path | None:
    """Return the folder `shared` that lies beside the project, or None."""
    folder = (start or Path(__file__).resolve().parents[2]).parent / "shared"
    return folder if (folder / "pages").is_dir() else None
