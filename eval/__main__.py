"""`python -m eval` is `summarize eval`."""

from summarizer.cli.evaluation import app

app()
