"""How many characters are sent for each character of a page, schema and markers included.

    python bench/prompt.py FOLDER [--group 4000]

Every page (*.txt) of the folder is read, taken apart and numbered as in a run; nothing is sent.
Counted are the messages and the reply schema as they go over the wire, against all characters of
the page, captions and blank lines included.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


def characters(body: dict[str, Any]) -> int:
    """Return the characters of the messages and the schema of a request."""
    schema = json.dumps(body["response_format"], ensure_ascii=False, separators=(",", ":"))
    return sum(len(message["content"]) for message in body["messages"]) + len(schema)


def measure(pages: list[Path], group: int) -> None:
    """Print requests, characters and their ratio for one way of asking."""
    from summarizer.models import ModelSpec
    from summarizer.models.chat import ChatModel
    from summarizer.pipeline import ask_about
    from summarizer.reading import read_issue
    from summarizer.segmentation import segment

    model = ChatModel(ModelSpec("openai:m", base_url="http://localhost/v1", group=group))
    source = sent = requests = 0
    for page in pages:
        issue = read_issue(page)
        asked = [ask_about(article, issue.date) for article in segment(issue)]
        bodies = model.questions(asked)
        source += len(issue.text)
        sent += sum(map(characters, bodies))
        requests += len(bodies)
    print(f"{group or 'alone':>8}{requests:>10}{source:>10}{sent:>10}{sent / source:>8.2f}")


def main() -> None:
    """Measure one article a request, and short articles together."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--group", type=int, default=4000)
    options = parser.parse_args()
    pages = sorted(options.folder.glob("*.txt"))
    if not pages:
        parser.error(f"{options.folder}: no *.txt there")
    print(f"{'group':>8}{'requests':>10}{'source':>10}{'sent':>10}{'ratio':>8}")
    for group in (0, options.group):
        measure(pages, group)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
