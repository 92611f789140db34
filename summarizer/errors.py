"""What can go wrong, as one tree.

    SummarizerError          said to the user in one line: what, where, what to do
    ├── ReadingError         the input cannot be read as a newspaper issue
    ├── PromptError          a prompt is missing or does not render
    ├── ModelError           a model gave no usable draft
    │   ├── ModelUnavailable the endpoint could not be reached, or refused us
    │   └── ReplyRejected    it answered, and not even the re-ask was a valid reply
    ├── StoreError           the store cannot be opened, read or written
    └── RenderingError       no format goes with a name, or the file cannot be written

Only the doors catch these. Anything else that is raised is a bug and keeps its traceback.

An error is said in English: logs, records, replies to programs. Its sentence is a template of the
catalogue with values, by which a door that speaks Chinese knows it again (`summarizer.phrases`).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.report import Usage


def worded(template: str, **values: object) -> str:
    """Return a sentence of the catalogue with its values; one without values is left as it is."""
    return template.format_map(values) if values else template


class SummarizerError(Exception):
    """Base of all errors that are meant to be read by a user: a template and what fills it."""

    def __init__(self, template: str = "", **values: object) -> None:
        super().__init__(worded(template, **values))


class ReadingError(SummarizerError):
    """The input cannot be read as a newspaper issue."""


class PromptError(SummarizerError):
    """A prompt is missing or does not render."""


class ModelError(SummarizerError):
    """A model gave no usable draft. `usage` is what was asked of it all the same."""

    usage: "Usage | None" = None


class ModelUnavailable(ModelError):  # noqa: N818 - a state of the world, named as the trade does
    """The endpoint could not be reached, or refused the request."""


class ReplyRejected(ModelError):  # noqa: N818 - the same
    """The model answered, but even after re-asking not with a valid reply."""


class StoreError(SummarizerError):
    """The store cannot be opened, read or written."""


class RenderingError(SummarizerError):
    """No format goes with a name, a format's package is missing, or a file cannot be written."""
