"""Newspaper pages in, summaries and indicator tables out: trusted to the last digit."""

__version__ = "0.1.0"
