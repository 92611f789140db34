"""Weights of cues, fitted on data that may be looked at, and written down where they are used.

reading        what each cue is worth for the owner of a figure, and how sure its row is
segmentation   what each cue is worth for the roles of lines, and for joins
material     pages with the gold role of each line: real ones, ours, and composed ones
lessons      small pages that teach what few pages show
hardening    pages with jumps, captions in mid-sentence, narrow columns, cut-off ends
composing    stories of the pages we may read, set anew in many house styles
chain        a log-linear model of a sequence of roles, by maximum likelihood with L2
choices      the same for one choice among several: which article a section goes on in
crossing     how the fit fares on an outlet it has not seen
"""
