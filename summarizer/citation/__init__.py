"""Citing: from a figure to its sentence, from a sentence of ours to its figures, and to the paper.

read(text, article)       the article as one reads it; a place of the page is found again in it
  .printed(place)         the characters of a place that belong to the article, on one line
  .sentence(place)        the printed sentence around it                        (reading)
Figures.of(…).within(…)   which figures of the article a sentence of ours repeats, and where
reference(issue, article) 作者. 题名[N]. 报名, 日期(版次).   — GB/T 7714
"""

from summarizer.citation.figures import Figures, Repeated, further_points
from summarizer.citation.reading import Reading, goes_on, read
from summarizer.citation.reference import authors_of, reference

__all__ = [
    "Figures",
    "Reading",
    "Repeated",
    "authors_of",
    "further_points",
    "goes_on",
    "read",
    "reference",
]
