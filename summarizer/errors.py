"""What can go wrong, as one tree.

    SummarizerError          said to the user in one line: what, where, what to do
    ├── ReadingError         the input cannot be read as a newspaper issue
    ├── PromptError          a prompt is missing or does not render
    ├── ModelError           a model gave no usable draft
    │   ├── ModelUnavailable the endpoint could not be reached, or refused us
    │   └── ReplyRejected    it answered, and not even the re-ask was a valid reply
    ├── StoreError           the store cannot be opened, read or written
    └── RenderingError       no format goes with a name, or the file cannot be written

Only the command line catches these. Anything else that is raised is a bug and keeps its traceback.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.report import Usage


class SummarizerError(Exception):
    """Base of all errors that are meant to be read by a user."""


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
