"""Newspaper pages in, summaries and indicator tables out: trusted to the last digit."""
