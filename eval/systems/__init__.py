"""Who is asked: a system turns a sample into an `IssueReport`, the same report users get.

gold        the gold itself; it must score 1.0
stages      ours, one stage at a time: what lies below is given by the gold, so that a bad score
            names its floor
pipeline    ours, end to end
baselines   what one gets for nothing
reports     putting a report together from parts
"""

from collections.abc import Callable

from eval.gold import Sample
from summarizer.report import IssueReport

System = Callable[[Sample], IssueReport]
