"""Stand-off gold: our labels lie here, the articles that they count in lie beside the project.

    labels.jsonl        one article a line: its place in the corpus, a digest of its text, its rows
    corpus/news.jsonl   the articles, one a line

A label is a place, names and numbers, never a sentence of a paper. The places are figures that this
program had found, so that nothing is asked of its reading of numbers. Where the corpus has another
text at that place, nothing is loaded: labels that stand beside the wrong words measure nothing.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from eval.gold import Question, Sample
from eval.shared.articles import sample
from eval.shared.dialect import Json, read_text
from summarizer.errors import SummarizerError

UNSAID: Json = {
    "norm_value": None,
    "period": None,
    "period_text": None,
    "modifier": None,
    "range_id": None,
    "core": True,
}
"""What a row of the labels has where it does not say otherwise."""
ASKED = (Question.INDICATORS, Question.VERIFICATION)


class AnotherText(SummarizerError):  # noqa: N818 - a state of the world
    """The corpus is not the one that was labelled."""


def news(corpus: Path, labels: Path) -> tuple[Sample, ...]:
    """Load the labelled articles of a corpus. Raises AnotherText where a text is not the same."""
    wanted = {label["line"]: label for label in map(json.loads, read_text(labels).splitlines())}
    return tuple(
        _sample(json.loads(line), wanted[number])
        for number, line in _numbered(corpus)
        if number in wanted
    )


def _numbered(corpus: Path) -> Iterator[tuple[int, str]]:
    with corpus.open(encoding="utf-8") as lines:
        yield from enumerate(lines, 1)


def _sample(article: Json, label: Json) -> Sample:
    text = article["text"]
    if sha256(text.encode()).hexdigest() != label["text_sha256"]:
        raise AnotherText(
            "line {line} of the corpus is not the article that was labelled", line=label["line"]
        )
    source = {**article, "date": article["date"][:10], "outlet": article["repo"].partition("/")[0]}
    gold = {
        "id": label["id"],
        "rows": [{**UNSAID, **row} for row in label["rows"]],
        "other_numbers": [
            {**other, "text": text[other["start"] : other["end"]]}
            for other in label["other_numbers"]
        ],
        "key_facts": (),
    }
    return sample(source, gold, ASKED)
