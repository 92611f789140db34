"""`python -m summarizer` is `summarize`."""

from summarizer.cli import main

main()
