"""The measures: pure functions over spans, figures and rows. None of them knows a model.

tally         ratios that keep their counts
statistics    intervals and tests with issues as clusters
segmentation  articles as sets of characters; Pk and WindowDiff as diagnostics
quantities    numbers, their values, units, bounds
rows          the indicator table, relaxed and strict
similarity    when two names mean one thing
prose         compression, coverage, density, number-masked ROUGE
"""
