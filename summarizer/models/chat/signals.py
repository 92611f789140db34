"""What the parts of the chat model tell each other; users see only the parents of these."""

from summarizer.errors import ModelUnavailable, ReplyRejected


class ReplyCut(ReplyRejected):
    """Text and reply are too long for the endpoint; half of the text may fit.

    `said` is as much of the reply as there was.
    """

    def __init__(self, template: str, *, reply: str = "", **values: object) -> None:
        super().__init__(template, **values)
        self.said = reply


class ReplyUnbegun(ReplyCut):
    """The tokens were used up before the reply began: by thoughts."""


class Malformed(ReplyRejected):
    """Not even the second reply was what was asked for; another way of asking may help."""


class FormRefused(ModelUnavailable):
    """The endpoint does not take a request of this form; another may do."""
